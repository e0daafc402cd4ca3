"""What an indicator leaves undeclared is asked, what contradicts itself is said."""

import pytest

from loaders.checks import check_against_store, check_table
from loaders.checks.semantics import not_settled
from store import open_store
from tests.loaders.drawn import drawn

CODES = ("style_undeclared", "aggregation_conflict", "base_years_unclear", "running_total_fell")


def found(table, findings=None):
    findings = check_table(table) if findings is None else findings
    return [(one.code, one.cell) for one in findings if one.code in CODES]


def targets(row, head="submission_style | time_agg | frequency | base_rule | base_years"):
    text = f"area | kpi | unit | baseline | {head}\n50 | {row}"
    return drawn("kpi_targets", text)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("จำนวนคดี | คดี | 5 |  |  |  |  | ", [("style_undeclared", "E2")]),
        ("จำนวนคดี | คดี | 5 |  |  | yearly |  | ", []),
        ("จำนวนคดี | คดี | 5 | period | sum |  |  | ", []),
        ("ร้อยละของขยะที่กำจัดถูกต้อง | ร้อยละ | 5 |  |  |  |  | ", []),
        ("จำนวนคดี | คดี | 5 | stock | sum |  |  | ", [("aggregation_conflict", "F2")]),
        ("จำนวนคดี | คดี | 5 | cumulative | sum |  |  | ", [("aggregation_conflict", "F2")]),
        ("ร้อยละของขยะ | ร้อยละ | 5 | period | mean |  |  | ", [("aggregation_conflict", "F2")]),
        ("ร้อยละของขยะ | ร้อยละ | 5 | period |  |  | mean | 2553-2555", []),
        ("ร้อยละของขยะ | ร้อยละ | 5 | period |  |  | mean | 2553", [("base_years_unclear", "I2")]),
        ("ร้อยละของขยะ | ร้อยละ | 5 | period |  |  | fixed | ก่อนแผน", [("base_years_unclear", "I2")]),
        ("ร้อยละของขยะ | ร้อยละ | 5 | period |  |  | fixed | 2560", []),
    ],
)
def test_what_a_row_of_form_1_leaves_open(row, expected):
    assert found(targets(row)) == expected


def test_the_name_proposes_an_answer_and_does_not_give_it():
    (asked,) = (
        one
        for one in check_table(targets("จำนวนหมู่บ้านสะสม | หมู่บ้าน | 5 |  |  |  |  | "))
        if one.code == "style_undeclared"
    )
    assert [choice.answer for choice in asked.asks.choices] == ["cumulative", "period", "stock"]


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


def declared(con, style):
    con.execute(
        "insert into submission_event (event_id, submission_id, event, at_time) values (1, 1, 'published', '2026-01-01')"
    )
    con.execute(
        "insert into submission (submission_id, slot, version, sha256, form, form_version,"
        " loader_version, row_count, demo, created_at)"
        " values (1, 'a', 1, 'x', 'kpi_targets', 1, '1', 1, false, '2026-01-01')"
    )
    con.execute(
        "insert into fact_indicator (submission_id, sheet_id, src_row, area_code, kpi_code, kpi,"
        " kpi_key, submission_style) values (1, 1, 2, '50', 'K1', 'จำนวนคดี', 'จำนวนคดี', ?)",
        [style],
    )


RESULTS = """
    area | kpi      | unit | fiscal_year | target | actual_by_quarter@q1 | actual_by_quarter@q2 | actual_by_quarter@q3 | actual_by_quarter@q4
    50   | จำนวนคดี | คดี   | 2568        | 50     | 10 | 22 | {third} | 48
"""


def test_a_declared_running_total_that_falls_is_told_at_its_cell(con):
    table = drawn("kpi_results", RESULTS.format(third=15))
    assert found(table, check_against_store(con, table)) == []
    declared(con, "cumulative")
    assert found(table, check_against_store(con, table)) == [("running_total_fell", "H2")]


@pytest.mark.parametrize("style", ["cumulative", "period"])
def test_what_the_definition_declares_is_not_asked_of_the_results(con, style):
    table = drawn("kpi_results", RESULTS.format(third=35))
    asked = check_table(table)
    assert "looks_cumulative" in {one.code for one in not_settled(con, [table], asked)}
    declared(con, style)
    assert "looks_cumulative" not in {one.code for one in not_settled(con, [table], asked)}
