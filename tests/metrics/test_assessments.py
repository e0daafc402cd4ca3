"""The independent score beside the agency's own."""

from decimal import Decimal as D

import pytest
from given import records

from metrics.scope import Scope

HEAD = "area_code | fiscal_year | quarter | agency | kpi | kpi_key | project | assessor | score | self_score | evidence_ok"


def assessed(given, rows, **scope):
    given.sent(
        "kpi_targets",
        fact_indicator="""
        area_code | kpi | unit_kind | direction | baseline
        50 | รายได้ | money | higher |
        50 | อุบัติเหตุ | count | lower | 200
        """,
    )
    given.sent(
        "kpi_results",
        quarter=2,
        fact_kpi_result="""
        area_code | kpi | unit_kind | fiscal_year | quarter | actual | target
        50 | รายได้ | money | 2569 | 2 | 85 | 100
        50 | อุบัติเหตุ | count | 2569 | 2 | 130 | 100
        50 | รายได้ | money | 2569 | 3 | 50 |
        """,
    )
    given.sent("assessments", fact_assessment=f"{HEAD}\n{rows}")
    columns = ("kpi_or_project", "score", "claimed_score", "is_agreed", "claim_basis", "reason")
    names = ("subject", *columns[1:5], "no_claim_reason")
    return records(given.con, "assessment_agreement", Scope(**scope), *names)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        # 85 of 100 is 3.5 on the scale; a self-assessed score comes before it.
        ("2 | ก | รายได้ | รายได้ | | ข | 3.5 | | true", (D("3.5"), True, "reported_result", None)),
        ("2 | ก | รายได้ | รายได้ | | ข | 3 | 5 | true", (D("5"), False, "self_score", None)),
        # (200 - 130) of (200 - 100) is 70 percent.
        ("2 | ก | อุบัติเหตุ | อุบัติเหตุ | | ข | 4 | | ", (D("2"), False, "reported_result", None)),
        ("1 | ก | รายได้ | รายได้ | | ข | 3 | | ", (None, None, None, "nothing_reported")),
        ("3 | ก | รายได้ | รายได้ | | ข | 3 | | ", (None, None, None, "claim_without_target")),
        ("2 | ก | ใหม่ | ใหม่ | | ข | 3 | | ", (None, None, None, "kpi_not_declared")),
        ("2 | ก | | | ถนน | ข | 3 | | ", (None, None, None, "project_without_score")),
    ],
)
def test_the_claim_is_the_agencys_own_score_else_its_result_else_nothing(given, row, told):
    (found,) = assessed(given, f"50 | 2569 | {row}")
    assert found[2:] == told


def test_what_cannot_be_compared_counts_in_no_rate(given):
    assessed(
        given,
        """50 | 2569 | 2 | ก | รายได้ | รายได้ | | ข | 4 | 4 | true
        50 | 2569 | 2 | ก | อุบัติเหตุ | อุบัติเหตุ | | ข | 3 | 4.5 | false
        50 | 2569 | 2 | ค | | | ถนน | ข | 3 | | """,
    )
    columns = (
        *("assessment_count", "comparable_count", "agreed_count", "agreed_pct"),
        *("mean_absolute_difference", "claimed_higher_count", "claimed_lower_count"),
        *("evidence_ok_count", "evidence_known_count", "agency_count"),
    )
    (row,) = records(given.con, "assessment_summary", Scope(province="50"), *columns)
    assert [float(value) for value in row] == [3, 2, 1, 50.0, 0.75, 1, 0, 1, 2, 2]


def test_an_assessment_sent_again_replaces_the_first(given):
    rows = "50 | 2569 | 2 | ก | รายได้ | รายได้ | | ข | {} | 4 | true"
    assessed(given, rows.format(2))
    given.sent("assessments", fact_assessment=f"{HEAD}\n{rows.format(5)}")
    found = records(given.con, "assessment_agreement", Scope(), "score", "score_difference")
    assert found == [(D("5"), D("1"))]


def test_no_name_of_an_assessor_is_shown_where_the_office_is_known(given):
    given.sent(
        "assessments",
        fact_assessment="""
        area_code | fiscal_year | agency | kpi | assessor | assessor_agency
        50 | 2569 | ก | รายได้ | หัวหน้าฝ่าย | สำนักงานจังหวัด
        50 | 2569 | ก | ราคา | เกษตรจังหวัด |
        """,
    )
    offices = records(given.con, "assessment_agreement", Scope(), "subject", "assessor_office")
    assert set(offices) == {("รายได้", "สำนักงานจังหวัด"), ("ราคา", "เกษตรจังหวัด")}


def test_results_that_passed_the_step_assessed_are_marked(given):
    assessed(given, "50 | 2569 | 2 | ก | รายได้ | รายได้ | | ข | 4 | | true")
    marked = [r[0] for r in records(given.con, "assessment_agreement", Scope(), "is_official")]
    assert marked == [False]
    given.event(2, "assessed")
    marked = [r[0] for r in records(given.con, "assessment_agreement", Scope(), "is_official")]
    assert marked == [True]
