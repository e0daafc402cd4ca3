"""Money as the treasury sees it, against the printed sheet of a province and plain counting."""

from datetime import datetime
from decimal import Decimal as D
from fractions import Fraction

import pytest
from given import Given, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.scope import Scope
from metrics.trace import trace_rows

SHEET = "province_code | fiscal_year | as_of_on | source | spending_type | budget_thb | committed_thb | disbursed_thb"
# Krabi, 10 June 2565, in millions: 127.05 of the province and 3,472.22 of the ministries.
KRABI = f"""
    {SHEET} | disbursed_rank | spent_rank
    81 | 2565 | 2022-06-10 | province | current | 24310000   | 4000000   | 12000000   | 24 | 69
    81 | 2565 | 2022-06-10 | province | capital | 102740000  | 50000000  | 40000000   | 24 | 69
    81 | 2565 | 2022-06-10 | function | capital | 3472220000 | 818880000 | 2104640000 |    |
"""
PROJECTS = """
    fiscal_year | quarter | province_code | district_code | project_code | source   | spending_type | plan | allocated_thb | committed_thb | disbursed_thb
    2569        | 4       | 50            | 5001          | p1           | province | capital       | ก    | 600           | 100           | 300
    2569        | 4       | 50            | 5002          | p2           | group    | current       | ข    | 400           |               | 100
    2569        | 4       | 51            | 5101          | p3           |          | current       | ก    | 1000          | 0             | 900
"""
CARRIED = f"""
    {SHEET}
    50 | 2569 | 2026-09-30 | province   | capital | 1000 | 0 | 600
    50 | 2569 | 2026-09-30 | carry_over | capital | 9000 | 0 | 9000
    50 | 2569 | 2026-09-30 | loan       | capital | 500  | 0 | 500
"""


def by_source(store, scope, *columns, fund=None, spending_type=None):
    rows = records(store.con, "disbursement_by_source", scope, "fund", "spending_type", *columns)
    return [row for row in rows if fund in (None, row[0]) and spending_type in (None, row[1])]


def rounded(rows, places=2):
    return [tuple(round(v, places) if isinstance(v, float | D) else v for v in row) for row in rows]


def test_a_printed_sheet_gives_its_own_percentages_and_gaps_in_points(given):
    given.sent("money_monthly", area="81", fy=2565, fact_money_monthly=KRABI)
    found = by_source(
        given, Scope(province="81"), "allocated_thb", "disbursed_pct", "disbursed_target_pct",
        "disbursed_gap_pp", "spent_pct", "spent_target_pct", "spent_gap_pp", "target_state",
        fund="year", spending_type="all",
    )  # fmt: skip
    assert rounded(found) == [
        ("year", "all", D("3599270000.00"), 59.92, D("72.00"), -12.08, 84.17, D("81.74"), 2.43,
         "official"),
    ]  # fmt: skip


def test_each_type_is_held_to_its_own_target(given):
    given.sent("money_monthly", area="81", fy=2565, fact_money_monthly=KRABI)
    found = by_source(given, Scope(province="81"), "disbursed_target_pct", fund="province")
    assert found == [
        ("province", "all", D("72.0000")),
        ("province", "current", D("79.0000")),
        ("province", "capital", D("46.0000")),
    ]


def test_carry_over_is_a_fund_apart_and_has_no_target(given):
    given.sent("money_monthly", fact_money_monthly=CARRIED)
    columns = ("allocated_thb", "disbursed_pct", "disbursed_target_pct", "target_state")
    assert by_source(given, Scope(province="50"), *columns, spending_type="all") == [
        ("year", "all", D("1000.00"), 60.0, D("93.0000"), "official"),
        ("province", "all", D("1000.00"), 60.0, D("93.0000"), "official"),
        ("loan", "all", D("500.00"), 100.0, None, "none"),
        ("carry_over", "all", D("9000.00"), 100.0, None, "none"),
    ]


def test_a_year_without_a_target_has_none_and_only_a_projection(given):
    """Worked case: the first quarter of 2570, whose cabinet target is not loaded."""
    sheet = f"{SHEET}\n50 | 2570 | 2026-12-31 | province | current | 1000 | 0 | 150"
    given.sent("money_monthly", fy=2570, fact_money_monthly=sheet)
    columns = ("target_pct", "gap_pp", "year_target_pct", "target_state", "projection_pct")
    found = records(
        given.con, "spent_against_target", Scope(province="50"),
        "measure", "spending_type", "actual_pct", *columns, "delayed_budget",
    )  # fmt: skip
    assert found == [
        ("disbursed", "all", 15.0, None, None, None, "not_loaded", D("20.3000"), True),
        ("spent", "all", 15.0, None, None, None, "not_loaded", None, True),
        ("disbursed", "current", 15.0, None, None, None, "not_loaded", D("25.8000"), True),
        ("spent", "current", 15.0, None, None, None, "not_loaded", None, True),
    ]


def test_a_month_inside_a_quarter_is_held_to_the_quarters_end(given):
    sheet = f"""
        {SHEET}
        50 | 2566 | 2022-11-30 | province | current | 1000 | 100 | 200
        50 | 2566 | 2022-12-20 | province | current | 1000 | 100 | 290
        50 | 2566 | 2022-12-31 | province | current | 1000 | 100 | 340
    """
    given.sent("money_monthly", fy=2566, fact_money_monthly=sheet)
    found = records(
        given.con, "spent_against_target", Scope(province="50"),
        "month_no", "spending_type", "measure", "actual_pct", "target_pct", "months_to_target",
        "year_target_pct",
    )  # fmt: skip
    assert [row for row in found if row[1] == "all"] == [
        (2, "all", "disbursed", 20.0, D("32.0000"), 1, D("93.0000")),
        (2, "all", "spent", 30.0, None, 1, D("100.0000")),
        (3, "all", "disbursed", 34.0, D("32.0000"), 0, D("93.0000")),
        (3, "all", "spent", 44.0, None, 0, D("100.0000")),
    ]


def test_the_sheet_published_last_stands_for_its_day(given):
    row = "50 | 2569 | 2026-09-30 | province | current | 1000 | 0 |"
    given.sent("money_monthly", fact_money_monthly=f"{SHEET}\n{row} 500")
    given.sent("money_monthly", agency="คลัง", fact_money_monthly=f"{SHEET}\n{row} 700")
    assert by_source(given, Scope(), "disbursed_thb", fund="province", spending_type="current") == [
        ("province", "current", D("700.00"))
    ]


def test_units_are_parts_of_a_total_that_the_sheet_gives(given):
    sheet = f"""
        {SHEET} | spender
        50 | 2569 | 2026-09-30 | province | current | 1000 | 0 | 500 |
        50 | 2569 | 2026-09-30 | province | current | 400  | 0 | 300 | โยธาธิการ
        50 | 2569 | 2026-09-30 | function | current | 100  | 0 | 50  | เกษตร
        50 | 2569 | 2026-09-30 | function | current | 300  | 0 | 50  | แรงงาน
    """
    given.sent("money_monthly", fact_money_monthly=sheet)
    assert by_source(given, Scope(), "allocated_thb", spending_type="current") == [
        ("year", "current", D("1400.00")),
        ("province", "current", D("1000.00")),
        ("function", "current", D("400.00")),
    ]


def test_projects_stand_in_where_no_sheet_was_sent_and_a_group_says_it_is_mixed(given):
    given.sent("projects", fact_project_quarter=PROJECTS)
    given.sent("money_monthly", fact_money_monthly=CARRIED)
    columns = ("allocated_thb", "disbursed_pct", "basis", "members_reporting", "members_total")
    scope = Scope(group="upper-north-1", fiscal_year=2569)
    assert by_source(given, scope, *columns, fund="year", spending_type="all") == [
        ("year", "all", D("2000.00"), 75.0, "mixed", 2, 4)
    ]


def test_sources_of_projects_that_are_not_said_or_not_known_stand_apart(given):
    named = PROJECTS.replace("| group    |", "| กองทุน x |")
    given.sent("projects", fact_project_quarter=named)
    found = by_source(given, Scope(fiscal_year=2569), "area_code", spending_type="all")
    assert [(fund, area) for fund, _, area in found] == [
        ("year", "50"),
        ("province", "50"),
        ("unknown", "50"),
        ("year", "51"),
        ("not_stated", "51"),
    ]


def test_what_is_spent_counts_only_projects_that_report_commitments(given):
    given.sent("projects", fact_project_quarter=PROJECTS)
    found = by_source(given, Scope(province="50"), "spent_pct", "committed_thb", fund="year")
    assert rounded(found) == [
        ("year", "all", 66.67, D("100.00")),
        ("year", "current", None, None),
        ("year", "capital", 66.67, D("100.00")),
    ]


def test_a_district_is_known_of_projects_alone(given):
    given.sent("projects", fact_project_quarter=PROJECTS)
    given.sent("money_monthly", fact_money_monthly=CARRIED)
    scope = Scope(province="50", district="5002", fiscal_year=2569)
    assert by_source(given, scope, "disbursed_pct", "basis", fund="year", spending_type="all") == [
        ("year", "all", 25.0, "projects")
    ]


def test_ties_share_a_rank_and_bangkok_is_not_ranked(given):
    sheet = f"""
        {SHEET} | disbursed_rank
        10 | 2569 | 2026-09-30 | province | current | 100 | 0  | 99 |
        50 | 2569 | 2026-09-30 | province | current | 100 | 10 | 80 | 12
        51 | 2569 | 2026-09-30 | province | current | 100 |    | 80 |
        52 | 2569 | 2026-09-30 | province | current | 100 | 30 | 50 |
        58 | 2569 | 2026-08-31 | province | current | 100 | 0  | 95 |
    """
    given.sent("money_monthly", fact_money_monthly=sheet)
    found = records(
        given.con, "disbursement_rank", Scope(fiscal_year=2569),
        "fund", "spending_type", "measure", "area_code", "value_pct", "rank", "ranked_count",
        "printed_rank",
    )  # fmt: skip
    assert [row[2:] for row in found if row[:2] == ("province", "current")] == [
        ("disbursed", "50", 80.0, 1, 3, 12),
        ("disbursed", "51", 80.0, 1, 3, None),
        ("disbursed", "52", 50.0, 3, 3, None),
        ("spent", "50", 90.0, 1, 2, None),
        ("spent", "52", 80.0, 2, 2, None),
    ]
    one = records(
        given.con, "disbursement_rank", Scope(province="52", fiscal_year=2569), "fund", "rank"
    )
    assert set(one) == {("year", 3), ("year", 2), ("province", 3), ("province", 2)}


REQUESTS = """
    area_code | fiscal_year | priority | plan | project | project_key | requested_thb | allocated_thb | cut_reason
    50        | 2570        | 1        | ก    | ถนน     | ถนน         | 1000          | 600           | ลดขอบเขต
    50        | 2570        | 2        | ก    | ตลาด    | ตลาด        | 500           | 0             | ซ้ำซ้อน
    50        | 2570        | 3        | ก    | สะพาน   | สะพาน       | 800           |               |
    upper-north-1 | 2570    | 1        | ข    | เส้นทาง  | เส้นทาง      | 4000          | 4000          |
"""


def test_requests_against_allocations_leave_the_undecided_out_of_the_rate(given):
    given.sent("budget_requests", fy=2570, fact_budget_request=REQUESTS)
    found = records(
        given.con, "budget_request_vs_allocation", Scope(group="upper-north-1"),
        "area_code", "plan", "request_count", "requested_thb", "decided_count", "funded_count",
        "decided_requested_thb", "allocated_thb", "allocated_pct", "cut_thb",
    )  # fmt: skip
    assert found == [
        ("upper-north-1", "ข", 1, D(4000), 1, 1, D(4000), D(4000), 100.0, D(0)),
        ("50", "ก", 3, D(2300), 2, 1, D(1500), D(600), 40.0, D(900)),
    ]


def test_cuts_come_largest_first_and_the_undecided_last(given):
    given.sent("budget_requests", fy=2570, fact_budget_request=REQUESTS)
    found = records(
        given.con, "budget_request_cuts", Scope(province="50"), "project", "cut_thb", "cut_reason"
    )
    assert found == [
        ("ตลาด", D("500.00"), "ซ้ำซ้อน"),
        ("ถนน", D("400.00"), "ลดขอบเขต"),
        ("สะพาน", None, None),
    ]


PEOPLE = """
    area_code | year_be | measure    | value
    50        | 2565    | population | 100
    50        | 2568    | population | 200
    50        | 2570    | population | 900
    50        | 2568    | villages   | 10
    51        | 2566    | population | 50
"""


def test_money_per_head_takes_the_newest_denominator_up_to_its_year(given):
    given.sent("money_monthly", fact_money_monthly=CARRIED)
    given.sent("area_profile", fact_area_measure=PEOPLE)
    found = records(
        given.con, "money_per_head", Scope(province="50"),
        "denominator", "allocated_per_unit_thb", "disbursed_per_unit_thb", "denominator_count",
        "denominator_year_be",
    )  # fmt: skip
    assert found == [
        ("population", 5.0, 3.0, D(200), 2568),
        ("households", None, None, None, None),
        ("villages", 100.0, 60.0, D(10), 2568),
    ]


def test_a_groups_money_per_head_is_of_the_provinces_that_have_both(given):
    given.sent("projects", fact_project_quarter=PROJECTS)
    given.sent("area_profile", fact_area_measure=PEOPLE)
    found = records(
        given.con, "money_per_head", Scope(group="upper-north-1", fiscal_year=2569),
        "denominator", "allocated_thb", "denominator_count", "denominator_year_be",
        "members_counted", "members_reporting", "members_total",
    )  # fmt: skip
    assert found == [
        ("population", D(2000), D(250), 2566, 2, 2, 4),
        ("households", None, None, None, 0, 2, 4),
        ("villages", D(1000), D(10), 2568, 1, 2, 4),
    ]


GROUP_PROJECTS = """
    fiscal_year | province_code | project_code | project        | source   | plan | allocated_thb
    2569        | 50            | a            | เส้นทางล้านนา    | group    | ก    | 300
    2569        | 51            | b            | เส้นทางล้านนา    | group    | ก    | 100
    2569        | 51            | c            | ตลาดลำไย       | group    | ก    | 100
    2569        | 52            | d            | เส้นทางล้านนา    | province | ก    | 900
    2569        | 90            | e            | เส้นทางล้านนา    | group    | ก    | 700
"""


@pytest.mark.parametrize(
    ("scope", "areas"),
    [(Scope(group="upper-north-1"), ("50", "51")), (Scope(province="51"), ("51",))],
)
def test_a_groups_budget_by_the_province_that_spends_it(given, scope, areas):
    given.sent("projects", fact_project=GROUP_PROJECTS)
    columns = (
        *("area_code", "group_code", "project_count", "allocated_thb", "group_total_thb"),
        *("share_pct", "cross_province_count", "cross_province_thb"),
    )
    expected = [
        ("50", "upper-north-1", 1, D(300), D(500), 60.0, 1, D(300)),
        ("51", "upper-north-1", 2, D(200), D(500), 40.0, 1, D(100)),
    ]
    found = records(given.con, "group_spending_by_province", scope, *columns)
    assert found == [row for row in expected if row[0] in areas]


def test_concentration_by_plan_district_and_agency(given):
    projects = """
        fiscal_year | province_code | district_code | project_code | plan | agency | source     | allocated_thb
        2569        | 50            | 5001          | p1           | ก    | ก      | province   | 300
        2569        | 50            | 5002          | p2           | ข    | ก      | province   | 100
        2569        | 50            |               | p3           | ข    | ก      | province   | 100
        2569        | 50            | 5001          | p4           | ค    | ก      | carry_over | 900
    """
    given.sent("projects", fact_project=projects)
    found = records(
        given.con, "budget_concentration", Scope(province="50"),
        "divided_by", "part_count", "top_name", "top_thb", "total_thb", "herfindahl",
        "effective_count", "not_stated_thb",
    )  # fmt: skip
    assert rounded(found, 4) == [
        ("plan", 2, "ก", D(300), D(500), 0.52, 1.9231, D(0)),
        ("district", 2, "เมืองเชียงใหม่", D(300), D(400), 0.625, 1.6, D(100)),
        ("agency", 1, "ก", D(500), D(500), 1.0, 1.0, D(0)),
    ]


def test_a_figure_leads_to_the_cells_of_its_fund_only(given):
    given.sent("money_monthly", fact_money_monthly=CARRIED)
    scope = Scope(province="50")
    found = records(given.con, "disbursement_by_source", scope, "fund", "spending_type")
    places = {fund: row for row, (fund, kind) in enumerate(found) if kind == "all"}

    def cells(fund):
        rows = trace_rows(given.con, "disbursement_by_source", scope, places[fund], "disbursed_thb")
        return [(address, value) for _, _, address, value, *_ in rows]

    assert cells("year") == [("H2", "600")]
    assert cells("carry_over") == [("H3", "9000")]


MONEY = st.integers(0, 10_000)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["50", "51"]),
        st.sampled_from(["province", "group", "function", "carry_over", "local"]),
        st.sampled_from(["current", "capital"]),
        st.integers(1, 10_000),
        st.none() | MONEY,
        MONEY,
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda line: line[:3],
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_every_fund_and_type_adds_up_as_by_hand(lines):
    store = Given()
    drawn = "\n".join(
        f"{province} | 2569 | 2026-09-30 | {source} | {kind} | {budget} | "
        f"{'' if bound is None else bound} | {paid}"
        for province, source, kind, budget, bound, paid in lines
    )
    store.sent("money_monthly", fact_money_monthly=f"{SHEET}\n{drawn}")
    found = by_source(store, Scope(group="upper-north-1"), "disbursed_pct", "spent_pct")
    store.con.close()
    assert {(fund, kind): (near(paid), near(spent)) for fund, kind, paid, spent in found} == {
        place: (near(ratio(paid, budget)), near(ratio(spent, bound)))
        for place, (budget, paid, bound, spent) in by_hand(lines).items()
    }


def by_hand(lines):
    """(fund, type) → budget, paid, and of lines with commitments the budget and what is spent."""
    sums = {}
    for _, source, kind, budget, bound, paid in lines:
        funds = [source] if source in ("carry_over", "local") else [source, "year"]
        known = (0, 0) if bound is None else (budget, paid + bound)
        for place in ((fund, each) for fund in funds for each in (kind, "all")):
            before = sums.get(place, (0, 0, 0, 0))
            sums[place] = tuple(map(sum, zip(before, (budget, paid, *known), strict=True)))
    return sums


def ratio(part, whole):
    return Fraction(100 * part, whole) if whole else None


def near(value):
    return None if value is None else round(float(value), 6)


STEPS = """
    fiscal_year | province_code | project_code | stage     | reached_on
    2569        | 50            | p1           | approved  | 2025-11-01
    2569        | 50            | p1           | disbursed | 2025-11-21
    2569        | 50            | p2           | approved  | 2025-11-01
    2569        | 50            | p2           | disbursed | 2025-12-31
    2569        | 50            | p3           | approved  | 2026-01-10
    2569        | 50            | p4           | approved  | 2025-12-10
    2569        | 50            | p4           | disbursed | 2025-12-01
    2569        | 50            | p5           | disbursed | 2025-12-01
"""


def test_days_from_approval_to_payment_of_projects_that_state_both(given):
    projects = "\n".join(f"2569 | 50 | p{number} | p{number}" for number in range(1, 6))
    detail = f"fiscal_year | province_code | project_code | project\n{projects}"
    given.sent("project_steps", fact_project_detail=detail, fact_project_step=STEPS)
    moment = datetime(2026, 1, 20, 3)
    given.con.execute("update submission_event set at_time = timestamp '2026-01-19'")
    found = records(
        given.con, "time_to_disburse", Scope(province="50", as_of=moment),
        "median_days", "longest_days", "paid_count", "approved_count", "waiting_count",
        "waiting_median_days", "out_of_order_count",
    )  # fmt: skip
    assert found == [(40.0, 60, 2, 4, 1, 10.0, 1)]
