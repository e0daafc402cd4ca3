"""5 days of smog by December were joined to 77 of the year before: the chart showed a collapse."""

import pandas as pd

from charts import comparison, kpi_paths

ROW = {
    "target": 60,
    "status": "met",
    "is_provisional": False,
    "attainment_to_date_pct": 100,
    "unit": "วัน",
}
NO_TARGETS = pd.DataFrame({"fiscal_year": [], "target": []})


def path(unit_kind):
    rows = [
        {**ROW, "fiscal_year": 2569, "quarter": None, "actual": 77, "unit_kind": unit_kind},
        {**ROW, "fiscal_year": 2570, "quarter": 1, "actual": 5, "unit_kind": unit_kind},
    ]
    return kpi_paths.target_path(NO_TARGETS, pd.DataFrame(rows), "th").data


def test_a_count_of_an_unfinished_year_stands_apart_with_its_quarter():
    _, line, apart = path("count")

    assert list(line.y) == [77, None]
    assert (list(apart.x), list(apart.text)) == (["2570"], ["5 (ไตรมาส 1)"])


def test_a_level_may_be_joined():
    _, line = path("percent")

    assert list(line.y) == [77, 5]


def test_spending_of_a_first_quarter_is_not_set_against_a_whole_year():
    now = [{"area": "ก", "area_code": "50", "fiscal_year": 2570, "quarter": 1, "disbursed_pct": 8}]
    year_before = [
        {"area_code": "50", "quarter": 1, "disbursed_pct": 16.8},
        {"area_code": "50", "quarter": 4, "disbursed_pct": 81.1},
    ]
    figure = comparison.dumbbell(pd.DataFrame(now), pd.DataFrame(year_before), "th")

    assert list(figure.data[1].x) == [16.8]
