"""One indicator over the years: results, targets, and what the total target may mean."""

import pytest
from frames import drawn

from charts import kpi_paths, kpi_quarters

TARGETS = drawn(
    """
    fiscal_year | target | target_total | compound_of_targets
    2557        | 10     | 10           | 46.41
    2558        | 10     | 10           | 46.41
    2559        | 10     | 10           | 46.41
    2560        | 10     | 10           | 46.41
    """,
    unit_kind="growth",
    unit="ร้อยละ",
)
RESULTS = drawn(
    """
    fiscal_year | quarter | actual | target | status   | attainment_to_date_pct
    2557        |         | 12     | 10     | met      | 120
    2558        | 2       | 4      | 10     | critical | 40
    """,
    unit_kind="growth",
    unit="ร้อยละ",
    is_provisional=[False, True],
)


def test_results_and_steps_of_targets_share_the_years_of_the_plan():
    target, actual, *_ = kpi_paths.target_path(TARGETS, RESULTS, "th").data

    assert list(target.x) == ["2557", "2558", "2559", "2560"]
    assert target.line.dash == "dash"
    assert list(actual.y) == [12, 4, None, None]


def test_a_provisional_result_is_hollow():
    actual = kpi_paths.target_path(TARGETS, RESULTS, "th").data[1]

    assert list(actual.marker.symbol)[:2] == ["triangle-up", "triangle-down-open"]


def test_provisional_and_restated_years_are_ringed_and_said_in_words():
    *_, rings = kpi_paths.target_path(TARGETS, RESULTS, "th", restated=[2557]).data

    assert list(rings.x) == ["2557", "2558"]
    assert list(rings.text) == ["◆ ปรับปรุงแล้ว", "○ เบื้องต้น"]
    assert list(rings.marker.symbol) == ["diamond-open", "circle-open"]


def test_the_total_target_under_both_readings_and_as_printed():
    added, compounded, printed = kpi_paths.cumulative_path(TARGETS, "th").data

    assert list(added.y) == [10, 20, 30, 40]
    assert compounded.y[-1] == pytest.approx(46.41)
    assert compounded.fill == "tonexty"
    assert list(printed.y) == [10]


def test_quarters_stand_beside_last_years():
    growth = drawn(
        """
        fiscal_year | quarter | value | base_value
        2569        | 2       | 8     |
        2569        | 1       | 5     | 4
        """,
        unit="ราย",
        unit_kind="count",
    )
    before, now = kpi_quarters.quarters(growth, "th").data

    assert (before.name, list(before.y)) == ("2568", [4, None])
    assert (now.name, list(now.y), list(now.text)) == ("2569 (ราย)", [5, 8], ["5", "8"])
