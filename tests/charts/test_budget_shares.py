"""Shares of the budget: sorted, with the share printed elsewhere beside the computed one."""

import pytest
from frames import drawn

from charts import budget_shares

BUDGET = drawn(
    """
    plan  | plan_key | plan_code | project_count | budget_thb | share_pct | share_pct_display | share_pct_reported | share_of_projects_pct | average_thb_per_project
    น้ำ   | w        | p-w       | 10            | 2000000    | 20        | 20.00             | 20.01              | 50                    | 200000
    ดิน   | s        | p-s       | 5             | 7000000    | 70        | 70.00             | 10                 | 25                    | 1400000
    ป่า   | f        | p-f       | 5             | 1000000    | 10        | 10.00             | 70                 | 25                    | 200000
    """,
    total_thb=10_000_000,
)
NOTHING = BUDGET.iloc[:0]


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def test_the_largest_plan_stands_first_with_its_percent_and_millions():
    figure = budget_shares.shares(BUDGET, NOTHING, "th")

    assert list(figure.data[0].x) == [70, 20, 10]
    assert [code for (code,) in figure.data[0].customdata] == ["p-s", "p-w", "p-f"]
    assert "<b>70.00%</b> (7.00 ล้านบาท)" in texts(figure)


def test_without_last_year_the_printed_share_is_marked_only_where_it_differs():
    diamonds = budget_shares.shares(BUDGET, NOTHING, "th").data[1]

    assert diamonds.name == "ตามที่พิมพ์ในเอกสาร"
    assert diamonds.marker.symbol == "diamond-open"
    assert list(diamonds.x) == [10, 70]


def test_last_year_goes_before_the_printed_share():
    last_year = drawn("plan_key | share_pct\nw | 35")
    diamonds = budget_shares.shares(BUDGET, last_year, "th").data[1]

    assert (diamonds.name, list(diamonds.x)) == ("ปีก่อน", [35])
    assert diamonds.y[0] == pytest.approx(1.2)


def test_the_share_is_written_to_the_right_of_bar_and_diamond():
    figure = budget_shares.shares(BUDGET, NOTHING, "th")
    at = {note.text: note.x for note in figure.layout.annotations}

    assert at["<b>10.00%</b> (1.00 ล้านบาท)"] == 70


def test_money_and_projects_are_joined_per_plan():
    line, money, projects = budget_shares.money_and_projects(BUDGET, "en").data

    assert list(money.x) == [70, 20, 10]
    assert list(projects.x) == [25, 50, 25]
    assert list(line.x) == [70, 25, None, 20, 50, None, 10, 25, None]


def test_an_average_below_a_million_is_said_in_baht():
    assert "เฉลี่ย 200,000 บาท/โครงการ" in texts(budget_shares.money_and_projects(BUDGET, "th"))
