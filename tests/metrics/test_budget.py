from decimal import Decimal as D
from fractions import Fraction

import pytest
from given import Given, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.scope import Scope

CHIANG_MAI_2550 = """
    area_code | fiscal_year | plan                             | project_count | budget_thb | share_pct_reported
    50        | 2550        | เศรษฐกิจพอเพียง                    | 495           | 36928000   | 39.69
    50        | 2550        | พัฒนาและสร้างโอกาสให้ชุมชน            | 267           | 22123000   | 23.77
    50        | 2550        | พัฒนาคุณภาพชีวิตของชุมชน              | 100           | 8464000    | 2.98
    50        | 2550        | สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ        | 42            | 2765000    | 9.14
    50        | 2550        | บริการขั้นพื้นฐาน                     | 394           | 22720000   | 24.42
"""
PROJECTS = """
    fiscal_year | province_code | district_code | project_code | strategic_issue | plan | allocated_thb
    2569        | 50            | 5001          | p1           | ท่องเที่ยว         | ก    | 300
    2569        | 50            | 5002          | p2           | ท่องเที่ยว         | ข    | 100
    2569        | 50            | 5002          | p3           | เกษตร           | ข    | 600
    2569        | 51            | 5101          | p4           | เกษตร           | ก    | 500
"""


def test_chiang_mai_2550_as_recomputed_beside_what_was_printed(given):
    given.sent("budget_by_plan", fy=2550, fact_budget_plan=CHIANG_MAI_2550)
    rows = records(
        given.con,
        "budget_share_by_plan",
        Scope(province="50", fiscal_year=2550),
        "project_count",
        "budget_thb",
        "total_thb",
        "share_pct_display",
        "share_pct_reported",
        "average_thb_per_project",
    )
    total = D("93000000.00")
    assert rows == [
        (495, D("36928000.00"), total, D("39.71"), D("39.6900"), D("74602.02")),
        (267, D("22123000.00"), total, D("23.79"), D("23.7700"), D("82857.68")),
        (100, D("8464000.00"), total, D("9.10"), D("2.9800"), D("84640.00")),
        (42, D("2765000.00"), total, D("2.97"), D("9.1400"), D("65833.33")),
        (394, D("22720000.00"), total, D("24.43"), D("24.4200"), D("57664.97")),
    ]


def test_share_of_projects_stands_beside_its_total(given):
    given.sent("budget_by_plan", fy=2550, fact_budget_plan=CHIANG_MAI_2550)
    rows = records(
        given.con, "budget_share_by_plan", Scope(), "project_total_count", "share_of_projects_pct"
    )
    assert [total for total, _ in rows] == [1298] * 5
    assert [round(share, 1) for _, share in rows] == [38.1, 20.6, 7.7, 3.2, 30.4]


def shares(given, scope, *columns):
    return records(given.con, "budget_share_by_plan", scope, *columns)


def test_projects_are_added_up_where_no_summary_was_sent(given):
    given.sent("projects", fact_project=PROJECTS)
    assert shares(given, Scope(province="50"), "plan", "budget_thb", "total_thb", "source") == [
        ("ข", D("700.00"), D("1000.00"), "projects"),
        ("ก", D("300.00"), D("1000.00"), "projects"),
    ]


def test_a_group_is_the_sum_of_its_provinces_with_coverage(given):
    given.sent("projects", fact_project=PROJECTS)
    columns = ("area", "plan", "budget_thb", "members_reporting", "members_total")
    assert shares(given, Scope(group="upper-north-1"), *columns) == [
        ("ภาคเหนือตอนบน 1", "ก", D("800.00"), 2, 4),
        ("ภาคเหนือตอนบน 1", "ข", D("700.00"), 2, 4),
    ]


def test_a_district_or_an_issue_narrows_shares_and_total_alike(given):
    given.sent("projects", fact_project=PROJECTS)
    (code,) = given.con.execute(
        "select issue_code from issue_name_at(null) where title = 'เกษตร'"
    ).fetchone()
    columns = ("area_code", "plan", "budget_thb", "total_thb")
    assert shares(given, Scope(district="5002"), *columns) == [
        ("50", "ข", D("700.00"), D("700.00"))
    ]
    assert shares(given, Scope(province="50", strategic_issue=code), *columns) == [
        ("50", "ข", D("600.00"), D("600.00"))
    ]


def test_the_plan_filter_picks_a_row_and_keeps_the_denominator(given):
    given.sent("projects", fact_project=PROJECTS)
    (code,) = given.con.execute(
        "select plan_code from plan_name_at(null) where title = 'ก'"
    ).fetchone()
    assert shares(given, Scope(province="50", plan=code), "plan", "total_thb", "share_pct") == [
        ("ก", D("1000.00"), 30.0)
    ]


def test_the_own_sheet_of_a_group_stands_in_only_while_no_member_sent_any(given):
    own = """
    area_code     | fiscal_year | plan | budget_thb
    upper-north-1 | 2569        | ก    | 77
    """
    given.sent("budget_by_plan", area="upper-north-1", fact_budget_plan=own)
    columns = ("budget_thb", "source", "members_reporting")
    assert shares(given, Scope(group="upper-north-1"), *columns) == [(D("77.00"), "group", 0)]
    given.sent("projects", fact_project=PROJECTS)
    assert shares(given, Scope(group="upper-north-1"), *columns) == [
        (D("800.00"), "projects", 2),
        (D("700.00"), "projects", 2),
    ]


def test_a_total_of_zero_has_no_shares(given):
    given.sent(
        "budget_by_plan",
        fact_budget_plan="""
        area_code | fiscal_year | plan | budget_thb | project_count
        50        | 2569        | ก    | 0          | 0
        """,
    )
    columns = ("share_pct", "share_pct_display", "average_thb_per_project", "share_of_projects_pct")
    assert shares(given, Scope(), *columns) == [(None, None, None, None)]


def largest_remainder(budgets: list[int]) -> list[D]:
    """Hundredths of a percent in whole numbers: the plain reading of the rule."""
    total = sum(budgets)
    exact = [Fraction(10_000 * budget, total) for budget in budgets]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (parts[i] - exact[i], f"{i:03}"))
    for place in by_remainder[: 10_000 - sum(parts)]:
        parts[place] += 1
    return [D(part) / 100 for part in parts]


@pytest.fixture(scope="module")
def store():
    made = Given()
    yield made
    made.con.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(budgets=st.lists(st.integers(1, 10**9), min_size=1, max_size=9))
def test_shown_shares_follow_largest_remainder_and_add_to_one_hundred(store, budgets):
    rows = "".join(f"\n50 | 2569 | {i:03} | {b}" for i, b in enumerate(budgets))
    store.sent(
        "budget_by_plan", fact_budget_plan="area_code | fiscal_year | plan | budget_thb" + rows
    )
    found = records(store.con, "budget_share_by_plan", Scope(), "share_pct", "share_pct_display")
    assert [shown for _, shown in found] == largest_remainder(budgets)
    assert sum(shown for _, shown in found) == 100
    assert [share for share, _ in found] == pytest.approx(
        [100 * budget / sum(budgets) for budget in budgets]
    )


SPENDING = """
    fiscal_year | quarter | province_code | district_code | plan | project_code | spending_type | allocated_thb | committed_thb | disbursed_thb
    2569        | 1       | 50            | 5001          | ก    | p1           | current       | 1000          |               | 200
    2569        | 2       | 50            | 5001          | ก    | p1           | current       | 1000          | 100           | 500
    2569        | 1       | 50            | 5002          | ก    | p2           | capital       | 3000          |               | 400
    2569        | 4       | 50            | 5001          | ก    | p1           | current       | 1000          |               | 980
    2570        | 1       | 50            | 5001          | ก    | p1           | current       | 1000          |               | 150
    2566        | 1       | 50            | 5001          | ก    | p1           | current       | 1000          |               | 300
"""


def spent(given, name, scope, *columns):
    given.sent("projects", fact_project_quarter=SPENDING)
    return records(given.con, name, scope, *columns)


def test_disbursement_is_cumulative_over_the_projects_that_reported(given):
    columns = ("quarter", "allocated_thb", "disbursed_thb", "disbursed_pct", "project_count")
    assert spent(given, "disbursement", Scope(fiscal_year=2569), *columns) == [
        (1, D("4000.00"), D("600.00"), 15.0, 2),
        (2, D("1000.00"), D("500.00"), 50.0, 1),
        (4, D("1000.00"), D("980.00"), 98.0, 1),
    ]


def test_each_year_has_its_own_target_and_the_whole_year_falls_due_with_quarter_four(given):
    columns = ("fiscal_year", "quarter", "target_pct", "gap_pp", "target_state", "projection_pct")
    assert spent(given, "disbursement_total", Scope(), *columns) == [
        (2566, 1, D("32.0000"), -2.0, "official", None),
        (2569, 1, None, None, "not_loaded", None),
        (2569, 2, None, None, "not_loaded", None),
        (2569, 4, D("93.0000"), 5.0, "official", None),
        (2570, 1, None, None, "not_loaded", D("20.3000")),
    ]


def test_current_and_capital_money_have_targets_of_their_own(given):
    columns = ("spending_type", "disbursed_pct", "target_pct")
    assert spent(given, "disbursement_by_type", Scope(fiscal_year=2566), *columns) == [
        ("current", 30.0, D("35.0000"))
    ]


def test_commitments_count_only_where_they_were_reported(given):
    columns = ("quarter", "committed_thb", "spent_pct")
    assert spent(given, "disbursement", Scope(fiscal_year=2569), *columns) == [
        (1, None, None),
        (2, D("100.00"), 60.0),
        (4, None, None),
    ]


def test_districts_stand_apart(given):
    columns = ("district", "disbursed_thb")
    scope = Scope(fiscal_year=2569, quarter=1)
    assert spent(given, "disbursement_by_district", scope, *columns) == [
        ("เมืองเชียงใหม่", D("200.00")),
        ("จอมทอง", D("400.00")),
    ]


def test_nothing_allocated_has_no_percentage_and_too_much_spent_is_said(given):
    given.sent(
        "projects",
        fact_project_quarter="""
        fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
        2569        | 1       | 50            | ก    | p1           | 0             | 10
        2569        | 1       | 50            | ข    | p2           | 100           | 110
        """,
    )
    columns = ("plan", "disbursed_pct", "over_allocated")
    assert records(given.con, "disbursement", Scope(), *columns) == [
        ("ก", None, True),
        ("ข", pytest.approx(110.0), True),
    ]


def test_budget_totals_tell_the_newest_quarter_and_the_share_of_hired_work(given):
    given.sent(
        "projects",
        fact_project="""
        fiscal_year | province_code | project_code | plan | allocated_thb | kind
        2569        | 50            | p1           | ก    | 100           | hired
        2569        | 50            | p2           | ก    | 300           | self_reliant
        2569        | 50            | p3           | ก    | 600           |
        """,
        fact_project_quarter="""
        fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
        2569        | 1       | 50            | ก    | p1           | 100           | 10
        2569        | 1       | 50            | ก    | p2           | 300           | 30
        2569        | 2       | 50            | ก    | p1           | 100           | 60
        """,
    )
    columns = ("project_count", "allocated_thb", "newest_quarter", "disbursed_pct", "hired_pct")
    assert records(given.con, "budget_totals", Scope(), *columns) == [
        (3, D("1000.00"), 2, 60.0, 50.0)
    ]
