"""Colours that must stay apart do so for eyes of every kind."""

from itertools import combinations
from math import dist

import pytest

from charts.palette import GRADES, NO_DATA, STATUS

# Machado, Oliveira and Fernandes (2009), severity 1.0, applied to linear RGB.
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
SRGB_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)


@pytest.mark.parametrize("sight", SIGHT)
def test_status_colours_stay_apart(sight):
    assert smallest_distance(STATUS, sight) >= 19.5


@pytest.mark.parametrize("sight", SIGHT)
def test_no_data_is_not_taken_for_a_status(sight):
    assert min(distance(NO_DATA, colour, sight) for colour in STATUS) >= 19.5


@pytest.mark.parametrize("sight", SIGHT)
def test_grade_colours_stay_apart(sight):
    assert smallest_distance(tuple(GRADES.values()), sight) >= 29


def test_the_usual_traffic_light_would_fail():
    usual = ("#2E7D32", "#FBC02D", "#F57C00", "#C62828")

    assert min(smallest_distance(usual, sight) for sight in SIGHT) < 19.5


def smallest_distance(colours, sight):
    return min(distance(one, other, sight) for one, other in combinations(colours, 2))


def distance(one, other, sight):
    """CIE 1976 colour difference of two hex colours as seen by `sight`."""
    return dist(lab(one, SIGHT[sight]), lab(other, SIGHT[sight]))


def lab(colour, matrix):
    rgb = [linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    seen = [min(1, max(0, channel)) for channel in product(matrix, rgb)]
    x, y, z = (
        root(value / white) for value, white in zip(product(SRGB_TO_XYZ, seen), WHITE, strict=True)
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def product(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def root(value):
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
