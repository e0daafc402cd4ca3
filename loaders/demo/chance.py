"""Chance that always falls the same way: a generator of its own for every thing that is made up."""

import random
from collections.abc import Sequence

SEED = 2569


def chance(*about: object) -> random.Random:
    """A generator fixed by what it is about, so that adding one thing changes no other.

    >>> chance("50", 2566).random() == chance("50", 2566).random()
    True
    """
    return random.Random("|".join(map(str, (SEED, *about))))


def within(value: float, low: float, high: float) -> float:
    """The value held between two bounds."""
    return max(low, min(high, value))


def in_turn(entries: Sequence, number: int):
    """The entry for a running number, from the start again when they are used up."""
    return entries[number % len(entries)]
