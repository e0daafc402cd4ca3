"""Districts held to plain counting, and small counts that must never be worked out."""

from collections import defaultdict
from datetime import timedelta
from itertools import product

import pytest
from given import Given, records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import meetings
from loaders.meetings import Decision, Tie
from metrics.scope import Scope
from store.database import utc_now

HEAD = (
    "fiscal_year | quarter | named_period | province_code | district_code | subdistrict"
    " | subdistrict_key | risk_type | risk_level | has_plan | incident_count"
)
RELIEF = (
    "fiscal_year | quarter | province_code | district_code | risk_type | drilled_count"
    " | subdistrict_count | registered_count | relieved_count"
)


def watch(store, *rows, fy=2569):
    drawn = "\n".join([HEAD, *rows])
    return store.sent("district_surveillance", area="93", fy=fy, fact_district_surveillance=drawn)


def people(store, **counts):
    rows = "\n".join(f"{code[1:]} | 2568 | population | {n}" for code, n in counts.items())
    drawn = f"area_code | year_be | measure | value\n{rows}"
    store.sent("area_profile", area="93", fact_area_measure=drawn)


def test_plan_coverage_is_of_all_eleven_districts_of_phatthalung(given):
    watch(
        given,
        "2569 | 1 | | 93 | 9301 | | | accident | high | true | 9",
        "2569 | 2 | | 93 | 9301 | | | accident | medium | true | 7",
        "2569 | 2 | | 93 | 9302 | | | accident | low | false | 0",
    )
    columns = ("district_code", "risk_level", "has_plan", "incident_count", "plan_count",
               "district_count", "reporting_count")  # fmt: skip
    every = records(given.con, "district_surveillance", Scope(province="93"), "risk_type", *columns)
    assert len(every) == 11 * 4
    accidents = [row[1:] for row in every if row[0] == "accident"]
    assert accidents[:3] == [
        ("9301", "medium", True, 7, 1, 11, 2),
        ("9302", "low", False, 0, 1, 11, 2),
        ("9303", None, None, None, 1, 11, 2),
    ]
    one = Scope(province="93", district="9302", fiscal_year=2569, quarter=2)
    assert len(records(given.con, "district_surveillance", one, "risk_type")) == 4


def test_a_rate_is_of_the_quarters_so_far_and_never_of_named_periods_too(given):
    watch(
        given,
        "2569 | 1 | | 93 | 9301 | | | accident | | | 20",
        "2569 | 2 | | 93 | 9301 | | | accident | | | 10",
        "2569 | | songkran | 93 | 9301 | | | accident | | | 9",
        "2569 | 1 | | 93 | 9302 | | | accident | | | 6",
        "2569 | 2 | | 93 | 9302 | | | accident | | | ",
        "2569 | 1 | | 93 | 9303 | | | accident | | | 8",
    )
    people(given, d9301=30_000, d9302=20_000)
    columns = ("district_code", "incident_count", "rate_per_10k", "province_rate_per_10k",
               "rate_rank", "rate_reason")  # fmt: skip
    assert records(given.con, "incident_rate", Scope(fiscal_year=2569), *columns) == [
        ("9301", 30, 10.0, 7.2, 1, None),
        ("9302", 6, 3.0, 7.2, 2, "quarter_missing"),
        ("9303", 8, None, 7.2, None, "population_unknown"),
    ]
    first = Scope(fiscal_year=2569, quarter=1)
    assert records(given.con, "incident_rate", first, *columns)[1][2:] == (3.0, 5.2, 2, None)


def test_inequality_is_of_the_districts_whose_rate_is_known(given):
    watch(
        given,
        "2569 | 1 | | 93 | 9301 | | | crime | | | 40",
        "2569 | 1 | | 93 | 9302 | | | crime | | | 10",
        "2569 | 1 | | 93 | 9303 | | | crime | | | 90",
        "2569 | 1 | | 93 | 9301 | | | drugs | | | 0",
        "2569 | 1 | | 93 | 9302 | | | drugs | | | 10",
        "2569 | 1 | | 93 | 9301 | | | accident | | | 10",
    )
    people(given, d9301=10_000, d9302=10_000)
    columns = ("risk_type", "highest_district", "lowest_district", "max_min_ratio",
               "variation_pct", "rated_count", "district_count")  # fmt: skip
    assert records(given.con, "district_inequality", Scope(), *columns) == [
        ("accident", "เมืองพัทลุง", "เมืองพัทลุง", None, None, 1, 11),
        ("crime", "เมืองพัทลุง", "กงหรา", 4.0, 60.0, 2, 11),
        ("drugs", "กงหรา", "เมืองพัทลุง", None, 100.0, 2, 11),
    ]


def test_a_watch_period_is_compared_over_districts_that_reported_both_years(given):
    watch(
        given,
        "2568 | | new_year | 93 | 9301 | | | accident | | | 20",
        "2569 | | new_year | 93 | 9301 | | | accident | | | 14",
        "2569 | | new_year | 93 | 9302 | | | accident | | | 50",
        "2569 | | rainy | 93 | 9301 | | | disaster | | | 6",
    )
    columns = ("named_period", "incident_count", "incident_count_before", "change_pct",
               "day_count", "day_count_before", "per_day", "per_day_before", "compared_count",
               "reporting_count")  # fmt: skip
    of_year = Scope(province="93", fiscal_year=2569)
    assert records(given.con, "watch_period_change", of_year, *columns) == [
        ("new_year", 14, 20, -30.0, 7, 10, 2.0, 2.0, 1, 2),
        ("rainy", 6, None, None, 139, 139, 6 / 139, None, 0, 1),
    ]


def test_relief_is_reconciled_over_the_quarters_and_drills_are_as_told_last(given):
    given.sent(
        "district_surveillance",
        fact_district_surveillance=f"""{RELIEF}
        2569 | 1 | 93 | 9301 | disaster | 2 | 14 | 100 | 80
        2569 | 2 | 93 | 9301 | disaster | 5 | 14 | 10 | 25
        2569 | 2 | 93 | 9302 | disaster | | 7 | 30 | 30
        """,
    )
    columns = ("district_code", "registered_count", "relieved_count", "relief_gap_count",
               "drilled_count", "subdistrict_count", "drill_coverage_pct")  # fmt: skip
    assert records(given.con, "disaster_readiness", Scope(), *columns) == [
        ("9301", 110, 105, 5, 5, 14, 100 * 5 / 14),
        ("9302", 30, 30, 0, None, 7, None),
    ]


def test_one_district_is_told_in_one_row(given):
    watch(
        given,
        "2569 | 1 | | 93 | 9301 | | | accident | high | true | 9",
        "2569 | 1 | | 93 | 9301 | | | crime | very_high | false | 9",
    )
    given.sent(
        "projects",
        fact_project="""
        fiscal_year | province_code | district_code | project_code | plan | allocated_thb
        2569 | 93 | 9301 | p1 | น้ำ | 100
        2569 | 93 | 9301 | p2 | น้ำ | 300
        2569 | 93 | 9302 | p3 | น้ำ | 50
        """,
        fact_project_quarter="""
        fiscal_year | quarter | province_code | district_code | plan | project_code | allocated_thb | disbursed_thb
        2569 | 1 | 93 | 9301 | น้ำ | p1 | 100 | 10
        2569 | 2 | 93 | 9301 | น้ำ | p1 | 100 | 30
        2569 | 2 | 93 | 9301 | น้ำ | p2 | 300 | 70
        """,
    )
    today = (utc_now() + timedelta(hours=7)).date()
    meeting = meetings.hold(given.con, "93", "ประชุม", today)
    tie = Tie("district", "9301", "เมืองพัทลุง")
    meetings.decide(given.con, Decision(meeting, "93", "ซ่อม", "ปลัด", today - timedelta(1), tie=tie))
    columns = ("district_code", "worst_level", "crime_level", "plan_count", "project_count",
               "allocated_thb", "disbursed_thb", "disbursed_pct", "village_count", "order_count",
               "overdue_count")  # fmt: skip
    rows = records(given.con, "district_overview", Scope(province="93", fiscal_year=2569), *columns)
    assert rows == [
        ("9301", "very_high", "very_high", 1, 2, 400, 100, 25.0, None, 1, 1),
        ("9302", None, None, None, 1, 50, None, None, None, None, None),
    ]


def spots(store, fiscal_year=2569):
    columns = ("subdistrict", "incident_count", "suppressed", "shown_total_count")
    found = records(store.con, "incident_hotspots", Scope(fiscal_year=fiscal_year), *columns)
    return {row[0]: row[1:] for row in found}


def by_tambon(counts, fy=2569, quarter=1):
    return [
        f"{fy} | {quarter} | | 93 | 9301 | ต{n} | ต{n} | accident | | | {count}"
        for n, count in enumerate(counts)
    ]


@pytest.mark.parametrize(
    ("counts", "hidden", "total"),
    [
        ((9, 7, 0), (None, None, None), 16),
        ((9, 7, 2), (None, "complementary", "complementary"), 18),
        ((9, 3, 2), (None, "small", "small"), 14),
        ((9, 1, 1), ("complementary",) * 3, 11),
        ((9, 4, 4), ("complementary",) * 3, 17),
        ((3, 0, 0), ("small", None, None), None),
        ((1, 1, 0), ("small", "small", None), None),
        ((1, 2, 0), ("small", "small", None), 3),
    ],
)
def test_small_counts_are_hidden_with_whatever_would_tell_them(given, counts, hidden, total):
    watch(given, *by_tambon(counts))
    found = [spots(given)[f"ต{n}"] for n in range(3)]
    assert [row[1] for row in found] == [*hidden]
    assert [row[0] for row in found] == [
        None if why else count for count, why in zip(counts, hidden, strict=True)
    ]
    assert {row[2] for row in found} == {total}


def test_a_total_that_would_tell_a_small_count_is_withheld_everywhere(given):
    watch(
        given,
        *by_tambon((3, 0)),
        "2569 | 1 | | 93 | 9301 | | | accident | high | true | 3",
        "2569 | | songkran | 93 | 9301 | | | accident | | | 3",
    )
    people(given, d9301=10_000)
    in_quarter = records(
        given.con, "district_surveillance", Scope(), "risk_type", "incident_count", "is_withheld"
    )
    assert ("accident", None, True) in in_quarter
    rate = records(
        given.con, "incident_rate", Scope(), "incident_count", "rate_per_10k", "rate_reason"
    )
    assert rate == [(None, None, "withheld_small")]
    assert records(given.con, "watch_period_change", Scope(), "incident_count") == []


@pytest.fixture(scope="module")
def store():
    made = Given()
    yield made
    made.con.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(counts=st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_no_hidden_count_can_be_worked_out_from_what_is_shown(store, counts):
    sent = watch(store, *by_tambon(counts))
    shown = spots(store)
    store.event(sent, "withdrawn")
    rows = [shown[f"ต{n}"] for n in range(len(counts))]
    total = rows[0][2]
    hidden = [n for n, row in enumerate(rows) if row[1]]
    assert all(rows[n][0] is None for n in hidden)
    assert all(row[0] == count for row, count in zip(rows, counts, strict=True) if not row[1])
    possible = defaultdict(set)
    rest = None if total is None else total - sum(row[0] for row in rows if not row[1])
    for guess in product(range(1, 10), repeat=len(hidden)):
        told = [(value, rows[n][1]) for n, value in zip(hidden, guess, strict=True)]
        if (rest is None or sum(guess) == rest) and _could_be(told):
            for n, value in zip(hidden, guess, strict=True):
                possible[n].add(value)
    assert all(len(possible[n]) > 1 for n in hidden)


def _could_be(told: list[tuple[int, str]]) -> bool:
    """Whether somebody who knows the rule may believe these (count, word it is hidden under)."""
    together = [value for value, word in told if word == "complementary"]
    small = [value for value, word in told if word == "small"]
    return all(value < 5 for value in small) and (
        not together or sum(value > 4 for value in together) == 1
    )
