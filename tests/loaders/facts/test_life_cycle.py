"""Form 20 as facts: a row a project, a stage reached, a milestone."""

import datetime as dt
from decimal import Decimal as D

from loaders.facts import facts_of
from tests.loaders.drawn import drawn

SHEET = """
project_code|project|province|district|fiscal_year|priority|requested_thb|proposed_on|approved_on|milestone|planned_on|weight_pct
p1|ท่อประปา|50|5001|2569|2|300|2026-01-01|2026-02-01|ขุด|2026-03-01|40
|ท่อประปา|50|5001|2569|||||วาง|2026-04-01|60
p2|โรงสี|50|5002|2569|1|||2026-02-02|||
p2|โรงสี|50|5002|2569|9|||2026-05-05|สร้าง||
|ไม่มีรหัส|50||2569|||2026-01-09||||
"""


def rows_of(facts, name, *columns):
    return list(zip(*(facts[name][column].to_pylist() for column in columns), strict=True))


def test_a_projects_rows_carry_one_code_and_its_first_row_tells_of_it():
    facts = facts_of(drawn("project_steps", SHEET))
    rows = rows_of(
        facts, "fact_project_detail", "src_row", "project_code", "priority", "requested_thb"
    )
    assert rows[:2] == [(2, "p1", 2, D(300)), (4, "p2", 1, None)]
    assert rows[2][0] == 6
    assert rows[2][1].startswith("50-")


def test_each_stage_with_a_day_is_a_row_at_its_cell_and_the_first_day_told_counts():
    facts = facts_of(drawn("project_steps", SHEET))
    columns = ("src_row", "src_col", "project_code", "stage", "reached_on")
    rows = rows_of(facts, "fact_project_step", *columns)
    assert [row for row in rows if row[0] < 6] == [
        (2, 8, "p1", "proposed", dt.date(2026, 1, 1)),
        (2, 9, "p1", "approved", dt.date(2026, 2, 1)),
        (4, 9, "p2", "approved", dt.date(2026, 2, 2)),
    ]
    assert len(rows) == 4


def test_milestones_belong_to_the_project_above_them():
    facts = facts_of(drawn("project_steps", SHEET))
    columns = ("src_row", "project_code", "milestone", "planned_on", "actual_on", "weight_pct")
    assert rows_of(facts, "fact_project_milestone", *columns) == [
        (2, "p1", "ขุด", dt.date(2026, 3, 1), None, D(40)),
        (3, "p1", "วาง", dt.date(2026, 4, 1), None, D(60)),
        (5, "p2", "สร้าง", None, None, None),
    ]


def test_a_project_has_the_same_code_in_form_3_and_form_20():
    same = "ท่อประปา|50|2569|อำเภอ"
    steps = drawn("project_steps", f"project|province|fiscal_year|agency\n{same}")
    progress = drawn(
        "projects",
        f"project|province|fiscal_year|agency|plan|allocated_thb\n{same}|น้ำ|10",
    )
    (step,) = facts_of(steps)["fact_project_detail"]["project_code"].to_pylist()
    (project,) = facts_of(progress)["fact_project"]["project_code"].to_pylist()
    assert step == project
