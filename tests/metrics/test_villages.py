from decimal import Decimal as D

import pytest
from given import Given, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.scope import Scope

SUMMARY_2550 = """
    area_code | fiscal_year | grade | village_count | share_pct_reported
    50        | 2550        | A     | 1257          | 63.5
    50        | 2550        | B     | 475           | 24.0
    50        | 2550        | C     | 247           | 12.5
"""
VILLAGES = """
    fiscal_year | province_code | district_code | village | accounts_pct | attending_pct | local_government_joined | written_plan
    2569        | 50            | 5001          | ก       | 70           | 70            | true                    | true
    2569        | 50            | 5001          | ข       | 69.99        | 90            | true                    | true
    2569        | 50            | 5002          | ค       | 80           | 80            | true                    | false
    2569        | 50            | 5002          | ง       | 10           | 80            | true                    | false
    2569        | 50            | 5002          | จ       |              | 80            | true                    | true
    2569        | 51            | 5101          | ฉ       | 90           | 90            | true                    | true
"""


def grades(given, scope, *columns):
    return records(given.con, "grade_distribution", scope, *columns)


def test_chiang_mai_2550(given):
    given.sent("community_plan_grades", fy=2550, fact_grade_summary=SUMMARY_2550)
    columns = ("grade", "village_count", "total_count", "share_pct", "share_pct_reported")
    rows = grades(given, Scope(province="50", fiscal_year=2550), *columns)
    assert [(g, n, total, round(share, 2), said) for g, n, total, share, said in rows] == [
        ("A", 1257, 1979, 63.52, D("63.5000")),
        ("B", 475, 1979, 24.00, D("24.0000")),
        ("C", 247, 1979, 12.48, D("12.5000")),
    ]


def test_grades_are_computed_and_seventy_percent_exactly_is_met(given):
    given.sent("community_plans", fact_community_plan=VILLAGES)
    columns = ("grade", "village_count", "total_count", "undetermined_count", "source")
    assert grades(given, Scope(province="50"), *columns) == [
        ("A", 1, 4, 1, "villages"),
        ("B", 2, 4, 1, "villages"),
        ("C", 1, 4, 1, "villages"),
    ]


def test_a_village_is_left_open_only_while_its_unknown_criteria_matter(given):
    given.sent(
        "community_plans",
        fact_community_plan="""
        fiscal_year | province_code | district_code | village | accounts_pct | attending_pct | local_government_joined | written_plan | grade_reported
        2569        | 50            | 5001          | ก       | 10           | 10            |                         | true         | A
        2569        | 50            | 5001          | ข       | 90           | 90            | true                    |              | A
        2569        | 50            | 5001          | ค       |              |               |                         |              | B
        """,
    )
    columns = ("grade", "village_count", "undetermined_count")
    assert grades(given, Scope(), *columns) == [("A", 0, 1), ("B", 1, 1), ("C", 1, 1)]


def test_coverage_compares_with_the_registered_villages(given):
    given.sent("community_plans", fact_community_plan=VILLAGES)
    given.sent(
        "area_profile",
        fact_area_measure="""
        area_code | year_be | measure  | value
        50        | 2567    | villages | 99
        50        | 2568    | villages | 8
        50        | 2570    | villages | 1
        """,
    )
    columns = ("registered_count", "coverage_pct")
    assert grades(given, Scope(province="50"), *columns)[0] == (8, 50.0)
    assert grades(given, Scope(province="51"), *columns)[0] == (1, 100.0)


def test_a_group_adds_villages_not_percentages(given):
    given.sent("community_plans", fact_community_plan=VILLAGES)
    columns = ("area", "grade", "village_count", "share_pct", "members_reporting", "members_total")
    assert grades(given, Scope(group="upper-north-1"), *columns) == [
        ("ภาคเหนือตอนบน 1", "A", 2, 40.0, 2, 4),
        ("ภาคเหนือตอนบน 1", "B", 2, 40.0, 2, 4),
        ("ภาคเหนือตอนบน 1", "C", 1, 20.0, 2, 4),
    ]


def test_of_two_forms_the_one_with_more_villages_counts_and_never_both(given):
    given.sent("community_plans", fact_community_plan=VILLAGES)
    summary = "area_code | fiscal_year | grade | village_count\n50 | 2569 | A | {count}"
    given.sent("community_plan_grades", fact_grade_summary=summary.format(count=4))
    columns = ("grade", "village_count", "source")
    assert grades(given, Scope(province="50"), *columns)[0] == ("A", 1, "villages")
    given.sent("community_plan_grades", fact_grade_summary=summary.format(count=500))
    assert grades(given, Scope(province="50"), *columns)[0] == ("A", 500, "summary")


def test_the_summary_of_a_province_is_not_added_to_those_of_its_districts(given):
    given.sent(
        "community_plan_grades",
        fact_grade_summary="""
        area_code | district_code | fiscal_year | grade | village_count
        50        |               | 2569        | A     | 100
        50        | 5001          | 2569        | A     | 30
        50        | 5002          | 2569        | A     | 70
        """,
    )
    columns = ("district", "grade", "village_count")
    assert grades(given, Scope(), *columns)[0] == (None, "A", 100)
    assert grades(given, Scope(district="5001"), *columns)[0] == ("เมืองเชียงใหม่", "A", 30)


def test_a_village_sent_by_district_and_province_counts_once_as_sent_last(given):
    given.sent("community_plans", agency="จังหวัด", fact_community_plan=VILLAGES)
    given.sent(
        "community_plans",
        agency="อำเภอ",
        fact_community_plan="""
        fiscal_year | province_code | district_code | village | accounts_pct | attending_pct | local_government_joined | written_plan
        2569        | 50            | 5001          | ข       | 75           | 90            | true                    | true
        """,
    )
    rows = records(given.con, "grade_by_district", Scope(district="5001"), "grade", "village_count")
    assert rows == [("A", 2), ("B", 0), ("C", 0)]


def test_near_misses_name_the_one_criterion_missing(given):
    given.sent("community_plans", fact_community_plan=VILLAGES)
    columns = ("district", "village", "grade", "criterion_key", "shortfall_pp")
    assert records(given.con, "near_miss_villages", Scope(), *columns) == [
        ("เมืองเชียงใหม่", "ข", "B", "accounts_pct", D("0.0100")),
        ("จอมทอง", "ค", "B", "written_plan", None),
    ]


def test_criteria_are_counted_over_the_villages_that_reported_them(given):
    given.sent("community_plans", fact_community_plan=VILLAGES)
    columns = ("criterion_no", "met_count", "failed_count", "unknown_count", "failed_rank")
    assert records(given.con, "criteria_met", Scope(district="5002"), *columns) == [
        (1, 1, 1, 1, 2),
        (2, 3, 0, 0, 3),
        (3, 3, 0, 0, 3),
        (4, 1, 2, 0, 1),
    ]


def test_a_trend_compares_with_the_year_before_and_not_with_an_older_one(given):
    for year, good, bad in ((2565, 1, 1), (2567, 1, 3), (2568, 3, 1)):
        given.sent(
            "community_plan_grades",
            fy=year,
            fact_grade_summary=f"""
            area_code | fiscal_year | grade | village_count
            50        | {year}      | A     | {good}
            50        | {year}      | C     | {bad}
            """,
        )
    rows = records(
        given.con, "grade_trend", Scope(fiscal_year=2568), "fiscal_year", "grade", "change_pp"
    )
    assert [row for row in rows if row[1] == "A"] == [
        (2565, "A", None),
        (2567, "A", None),
        (2568, "A", 50.0),
    ]


def plain_grade(answers: list[bool | None]) -> str | None:
    """The rule in plain words: try every way the unknown criteria may turn out."""
    known, unknown = answers.count(True), answers.count(None)
    possible = {"CCCBA"[met] for met in range(known, known + unknown + 1)}
    return possible.pop() if len(possible) == 1 else None


@pytest.fixture(scope="module")
def store():
    made = Given()
    yield made
    made.con.close()


answer_lists = st.lists(st.sampled_from([True, False, None]), min_size=4, max_size=4)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(villages=st.lists(answer_lists.filter(any), min_size=1, max_size=12))
def test_grades_agree_with_the_rule_in_plain_words(store, villages):
    header = (
        "fiscal_year|province_code|district_code|village"
        "|accounts_pct|attending_pct|local_government_joined|written_plan"
    )
    percent = {True: "70", False: "69", None: ""}
    yes_no = {True: "true", False: "false", None: ""}
    rows = [
        f"2569|50|5001|{number}|{percent[a]}|{percent[b]}|{yes_no[c]}|{yes_no[d]}"
        for number, (a, b, c, d) in enumerate(villages)
    ]
    sent = store.sent("community_plans", fact_community_plan="\n".join([header, *rows]))
    found = store.con.execute(
        "select village::integer, grade from village_at(null, 2569, null, null)"
        " where submission_id = ? order by 1",
        [sent],
    ).fetchall()
    store.event(sent, "withdrawn")
    assert found == [(number, plain_grade(answers)) for number, answers in enumerate(villages)]
