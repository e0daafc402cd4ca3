from datetime import datetime

import pytest
from test_budget import CHIANG_MAI_2550, PROJECTS
from test_villages import SUMMARY_2550, VILLAGES

from metrics.scope import Scope
from metrics.trace import COLUMNS, trace, trace_rows


def cells(given, name, scope, row, column):
    found = trace_rows(given.con, name, scope, row, column)
    return [(file, cell, text) for file, _, cell, text, *_ in found]


def test_a_budget_is_traced_to_its_cell_with_its_sender(given):
    sent = given.sent("budget_by_plan", fy=2550, agency="สนจ.", fact_budget_plan=CHIANG_MAI_2550)
    frame = trace(given.con, "budget_share_by_plan", Scope(province="50"), 2, "budget_thb")
    assert list(frame.columns) == list(COLUMNS)
    assert frame.to_dict("records") == [
        {
            "file": "file-1.xlsx",
            "sheet": "แผ่น1",
            "cell": "E4",
            "value_as_typed": "8464000",
            "unit_factor": 1,
            "submission_id": sent,
            "sender": "สนจ.",
            "received_at": datetime(2026, 1, 2),
        }
    ]


def test_the_text_as_typed_is_shown_where_it_was_kept(given):
    given.sent("budget_by_plan", fy=2550, fact_budget_plan=CHIANG_MAI_2550)
    given.con.execute("insert into raw_cell values (10, 4, 5, '๘.๔๖๔')")
    scope = Scope(province="50")
    found = cells(given, "budget_share_by_plan", scope, 2, "budget_thb")
    assert found == [("file-1.xlsx", "E4", "๘.๔๖๔")]


def test_a_share_is_traced_to_all_that_it_is_a_share_of(given):
    given.sent("budget_by_plan", fy=2550, fact_budget_plan=CHIANG_MAI_2550)
    found = cells(given, "budget_share_by_plan", Scope(province="50"), 2, "share_pct")
    assert [cell for _, cell, _ in found] == ["E2", "E3", "E4", "E5", "E6"]


def test_the_figure_of_a_group_is_traced_to_its_provinces(given):
    given.sent("projects", fact_project=PROJECTS)
    scope = Scope(group="upper-north-1")
    assert cells(given, "budget_share_by_plan", scope, 0, "budget_thb") == [
        ("file-1.xlsx", "G2", "300"),
        ("file-1.xlsx", "G5", "500"),
    ]


def test_projects_that_a_summary_already_holds_are_not_behind_the_figure(given):
    given.sent("projects", fact_project=PROJECTS)
    given.sent(
        "budget_by_plan",
        fact_budget_plan="""
        area_code | fiscal_year | plan | budget_thb
        50        | 2569        | ก    | 900
        """,
    )
    found = cells(given, "budget_share_by_plan", Scope(group="upper-north-1"), 0, "budget_thb")
    assert found == [("file-1.xlsx", "G5", "500"), ("file-2.xlsx", "D2", "900")]


def test_filters_narrow_the_cells_as_they_narrow_the_figure(given):
    given.sent("projects", fact_project=PROJECTS)
    scope = Scope(district="5002")
    assert cells(given, "budget_share_by_plan", scope, 0, "budget_thb") == [
        ("file-1.xlsx", "G3", "100"),
        ("file-1.xlsx", "G4", "600"),
    ]


def test_a_superseded_workbook_is_not_behind_the_figure(given):
    first = given.sent("budget_by_plan", fy=2550, fact_budget_plan=CHIANG_MAI_2550)
    given.sent("budget_by_plan", fy=2550, fact_budget_plan=CHIANG_MAI_2550)
    given.event(first, "superseded")
    found = cells(given, "budget_share_by_plan", Scope(), 0, "budget_thb")
    assert found == [("file-2.xlsx", "E2", "36928000")]


def test_grades_are_traced_to_summary_or_villages_whichever_counted(given):
    given.sent("community_plan_grades", fy=2550, fact_grade_summary=SUMMARY_2550)
    given.sent("community_plans", fact_community_plan=VILLAGES)
    scope = Scope(province="50")
    assert cells(given, "grade_distribution", scope, 0, "village_count") == [
        ("file-1.xlsx", "D2", "1257")
    ]
    assert cells(given, "grade_distribution", scope, 3, "village_count") == [
        ("file-2.xlsx", "D2", "ก")
    ]


def test_growth_is_traced_to_both_its_values(given):
    given.sent(
        "kpi_results",
        fact_kpi_result="""
        area_code | kpi | fiscal_year | quarter | actual | src_col
        50        | ก   | 2568        | 1       | 10     | 5
        50        | ก   | 2569        | 1       | 12     | 28
        """,
    )
    scope = Scope(fiscal_year=2569)
    assert cells(given, "kpi_growth", scope, 0, "growth_pct") == [
        ("file-1.xlsx", "E2", "10"),
        ("file-1.xlsx", "AB3", "12"),
    ]
    assert cells(given, "kpi_growth", scope, 0, "base_value") == [("file-1.xlsx", "E2", "10")]


def test_a_metric_made_of_the_register_has_no_cells(given):
    given.sent("projects", fact_project=PROJECTS)
    assert cells(given, "data_age", Scope(), 0, "age_days") == []


def test_a_row_or_column_that_is_not_there_is_an_error(given):
    given.sent("projects", fact_project=PROJECTS)
    with pytest.raises(IndexError):
        trace_rows(given.con, "budget_share_by_plan", Scope(), 99, "budget_thb")
    with pytest.raises(KeyError):
        trace_rows(given.con, "budget_share_by_plan", Scope(), 0, "nothing")
