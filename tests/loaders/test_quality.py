"""Cells and rules are counted as a file comes in, whether it is taken in or not."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from loaders.checks.rules import rules_of
from loaders.examine import Examination
from loaders.findings import SEVERITY, Finding
from loaders.forms import FORMS
from loaders.quality import examination_rows
from loaders.report import FileReport
from loaders.slots import parcels_of
from loaders.table import Context
from tests.loaders.drawn import drawn

NOW = datetime(2026, 1, 10)
BUDGET = """
area | fiscal_year | plan | project_count | budget_thb
50   | 2569        | น้ำ   | 3             | 100
50   | 2569        | ดิน   |               | 300
"""
COUNTS = ("checked_count", "error_count", "rule_count", "rule_failed_count")


def counted(tables, findings, *, state="accepted", **said):
    report = FileReport("แผน.xlsx", "aa", state, (), (), tuple(findings))
    examination = Examination(Path("แผน.xlsx"), report, tuple(tables), "xlsx", **said)
    parcels = parcels_of(tables) if state == "accepted" else ()
    return examination_rows(examination, dict(enumerate(parcels, 1)), NOW, demo=False)


def counts(row):
    return tuple(row[name] for name in COUNTS)


def test_blank_cells_that_may_be_blank_are_not_checked():
    (row,) = counted([drawn("budget_by_plan", BUDGET)], [])
    assert counts(row) == (9, 0, len(rules_of("budget_by_plan")), 0)


def test_a_cell_that_could_not_be_read_is_checked_and_wrong_and_counted_once():
    table = drawn("budget_by_plan", BUDGET)
    findings = [
        Finding("not_a_number", table.sheet, 2, 3, "สาม"),  # its value could not be kept
        Finding("out_of_range", table.sheet, 2, 4, "300"),  # this one could
        Finding("duplicate_row", table.sheet, 2, 4),
    ]
    (row,) = counted([table], findings, state="rejected")
    assert (row["submission_id"], *counts(row)[:2]) == (None, 10, 2)
    assert (row["form"], row["fiscal_year"], row["area_code"]) == ("budget_by_plan", 2569, "50")


def test_a_broken_rule_counts_once_for_a_sheet():
    table = drawn("budget_by_plan", BUDGET)
    findings = [Finding("share_differs", table.sheet, row, 4) for row in (1, 2)]
    (row,) = counted([table], findings)
    assert counts(row)[2:] == (len(rules_of("budget_by_plan")), 1)


def test_notes_and_doubts_are_no_wrong_cells():
    table = drawn("budget_by_plan", BUDGET)
    findings = [Finding("plan_not_in_strategy", table.sheet, 1, 2), Finding("sheet_ignored", "อื่น")]
    (row,) = counted([table], findings)
    assert row["error_count"] == 0


def test_each_submission_of_a_file_has_its_own_sheets_mistakes():
    first = drawn("budget_by_plan", BUDGET)
    second = replace(drawn("budget_by_plan", BUDGET.replace("50 ", "51 ")), sheet="อีกแผ่น")
    wrong = [Finding("out_of_range", "อีกแผ่น", 1, 4)]
    rows = counted([first, second], wrong, state="rejected")
    assert [(row["area_code"], row["error_count"]) for row in rows] == [("50", 0), ("51", 1)]


def test_a_file_of_which_nothing_could_be_read_is_whose_the_office_says():
    said = Context(area_code="50", agency="สำนักงานจังหวัด", fiscal_year=2569, quarter=2)
    (row,) = counted(
        [], [Finding("encrypted_file")], state="rejected", given=said, form_name="projects"
    )
    assert counts(row) == (1, 1, 0, 0)
    assert (row["form"], row["agency_key"], row["fiscal_year"], row["quarter"]) == (
        "projects",
        "สำนักงานจังหวัด",
        2569,
        2,
    )


def test_rules_are_kinds_of_findings_that_exist():
    assert {code for form in FORMS for code in rules_of(form)} <= SEVERITY.keys()
