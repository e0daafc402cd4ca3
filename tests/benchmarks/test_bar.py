"""Bars are read as they are written, and hold or do not."""

import pytest

from benchmarks.bar import Bar, Result, parse_bar
from benchmarks.harness import Pair, as_seconds, paired, ratio_result
from benchmarks.report import as_markdown, as_text


@pytest.mark.parametrize(
    ("written", "bar"),
    [
        ("≤ 1.5 ×", Bar(1.5, "×")),
        ("≥ 6 ×", Bar(6, "×", at_least=True)),
        ("≤ 150 ms", Bar(150, "ms")),
        ("≥ 50 /s", Bar(50, "/s", at_least=True)),
    ],
)
def test_a_bar_is_read_as_it_is_written(written, bar):
    assert (parse_bar(written), str(bar)) == (bar, written)


@pytest.mark.parametrize("written", ["1.5 ×", "≤ x ×", "≤ 1.5", "≤ 1.5 × or so", "< 1.5 ×"])
def test_anything_else_is_no_bar(written):
    with pytest.raises(ValueError, match="not a speed bar"):
        parse_bar(written)


def test_a_bar_holds_up_to_its_limit():
    most, least = parse_bar("≤ 2 ×"), parse_bar("≥ 6 ×")
    assert [most.holds(figure) for figure in (1.9, 2, 2.1)] == [True, True, False]
    assert [least.holds(figure) for figure in (5.9, 6, 6.1)] == [False, True, True]


def test_floor_and_subject_are_taken_in_turn_and_compared_round_by_round():
    order = []

    def take(name, figures):
        def taken():
            order.append(name)
            return figures.pop(0)

        return taken

    pair = paired(take("floor", [1.0, 2.0, 4.0]), take("subject", [3.0, 2.0, 8.0]), 3)

    assert order == ["floor", "subject"] * 3
    assert pair == Pair((1.0, 2.0, 4.0), (3.0, 2.0, 8.0))
    assert pair.ratio == 2.0


def test_a_result_says_whether_its_bar_is_kept():
    result = ratio_result("ingest", "a workbook", Pair([1.0], [1.6]), "≤ 1.5 ×", as_seconds)

    assert result == Result("ingest", "a workbook", 1.6, Bar(1.5, "×"), "1.60 s", "1.00 s")
    assert as_text(result) == (
        "OVER ingest: a workbook: 1.60 ×, bar ≤ 1.5 ×; 1.60 s (floor 1.00 s)"
    )
    assert "| **no** | a workbook | 1.60 × | ≤ 1.5 × | 1.60 s | 1.00 s |" in as_markdown(
        [result], {"ingest": "calamine"}
    )
