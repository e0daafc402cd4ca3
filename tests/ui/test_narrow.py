"""Which columns a table of half the page's width shows, in which order."""

import pandas as pd

from ui import narrow

FRAME = pd.DataFrame(
    {
        "area": ["ลำพูน", "ลำพูน"],
        "fiscal_year": [2569, 2569],
        "plan": ["ท่องเที่ยว", "สังคม"],
        "issue": ["ก", "ข"],
        "budget_thb": [5.0, 5.0],
        "share_pct": [50.0, None],
        "as_of": [None, None],
    }
)


def test_a_name_then_the_figures_then_the_rest_and_what_repeats_is_left_out():
    shown, same = narrow.arranged(FRAME)
    assert shown == ["plan", "budget_thb", "share_pct", "issue"]
    assert same == ["area", "fiscal_year", "as_of"]


def test_one_row_keeps_its_figures_alone():
    assert narrow.arranged(FRAME.head(1)) == (
        ["budget_thb", "share_pct"],
        ["area", "fiscal_year", "plan", "issue", "as_of"],
    )


def test_only_the_columns_asked_for_and_never_none():
    assert narrow.arranged(FRAME, ("share_pct", "plan")) == (["plan", "share_pct"], [])
    assert narrow.arranged(FRAME.head(1), ("plan", "issue")) == (["plan"], ["issue"])


def test_a_period_that_differs_stands_between_name_and_figures():
    frame = pd.DataFrame({"quarter": [1, 2], "area": ["ก", "ข"], "count": [3, 4]})
    shown, _ = narrow.arranged(frame)
    assert shown == ["area", "quarter", "count"]
    assert narrow.widths(frame, shown) == {
        "area": narrow.PERIOD_PX,
        "quarter": narrow.PERIOD_PX,
        "count": narrow.FIGURE_PX,
    }


def test_lists_of_values_tell_rows_apart():
    frame = pd.DataFrame({"name": ["a", "a"], "line": [[1], [2]]})
    assert narrow.arranged(frame) == (["line"], ["name"])


def test_a_long_name_takes_two_lines_rather_than_the_width_of_the_figures():
    long = pd.DataFrame({"plan": ["ก" * 60, "ข"], "budget_thb": [1.0, 2.0]})
    short = pd.DataFrame({"plan": ["ก" * 10, "ข"], "budget_thb": [1.0, 2.0]})
    columns = ["plan", "budget_thb"]
    assert narrow.widths(long, columns) == {
        "plan": narrow.NAME_PX,
        "budget_thb": narrow.FIGURE_PX,
    }
    assert narrow.widths(short, columns)["plan"] == 100
    assert narrow.needs_two_lines(long, columns)
    assert not narrow.needs_two_lines(short, columns)
