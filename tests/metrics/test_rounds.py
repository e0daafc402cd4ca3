"""Who sent, who did not, and how late: against a plain reading of what was drawn."""

from collections import Counter
from datetime import date, datetime, timedelta
from statistics import median

from given import Given, records
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from loaders.locks import Period
from loaders.rounds import Assignment, Dates, Expectation, announce, expect, waive
from metrics.scope import Scope

FACTS = "area_code | kpi | fiscal_year | actual\n50 | ก | 2569 | 1"
FIRST_ROUND = Period(2569, 1)
DUE = date(2026, 1, 15)
# Long after whatever the test writes down, whenever it runs.
LONG_AFTER = datetime(2100, 1, 1)
AFTER = Scope(fiscal_year=2569, quarter=1, as_of=LONG_AFTER)


def results(agency: str) -> Assignment:
    return Assignment(agency, "kpi_results", "50")


def asked(con, *agencies: str, start: Period = FIRST_ROUND) -> None:
    expect(con, [Expectation(results(agency), start) for agency in agencies])


def sent(store: Given, agency: str, when: datetime, fy: int = 2569, quarter: int | None = 1) -> int:
    store.day = when - timedelta(days=1)  # a submission comes the day after
    return store.sent("kpi_results", agency=agency, fy=fy, quarter=quarter, fact_kpi_result=FACTS)


def rejected(store: Given, agency: str, when: datetime) -> None:
    store._insert(
        "examination",
        **{"sha256": f"bad-{agency}", "examined_at": when, "form": "kpi_results"},
        **{"agency": agency, "agency_key": agency, "area_code": "50", "fiscal_year": 2569},
        **{"quarter": 1, "checked_count": 10, "error_count": 3, "rule_count": 0},
        **{"rule_failed_count": 0, "demo": False},
    )


def test_every_state_is_told_apart(given):
    asked(given.con, "ทัน", "ช้า", "ผิด", "ขาด", "ยกเว้น")
    sent(given, "ทัน", datetime(2026, 1, 15, 16))
    sent(given, "ช้า", datetime(2026, 1, 18, 4))
    sent(given, "เกิน", datetime(2026, 1, 10))
    rejected(given, "ผิด", datetime(2026, 1, 12))
    waive(given.con, FIRST_ROUND, results("ยกเว้น"), "ไม่มีโครงการ")
    overdue = (LONG_AFTER.date() - DUE).days
    columns = ("agency", "sending_status", "days_late")
    assert set(records(given.con, "submission_matrix", AFTER, *columns)) == {
        ("ทัน", "sent", None),
        ("ช้า", "late", 3),
        ("ผิด", "faulty", overdue),
        ("ขาด", "missing", overdue),
        ("ยกเว้น", "waived", None),
        ("เกิน", "extra", None),
    }


def test_the_day_of_the_deadline_is_counted_in_thailand(given):
    asked(given.con, "ทัน", "ช้า")
    sent(given, "ทัน", datetime(2026, 1, 15, 16, 59))
    sent(given, "ช้า", datetime(2026, 1, 15, 17, 0))
    rows = records(given.con, "submission_matrix", AFTER, "agency", "sending_status", "days_late")
    assert sorted(rows) == [("ช้า", "late", 1), ("ทัน", "sent", None)]


def test_a_correction_sent_after_the_deadline_does_not_make_a_timely_report_late(given):
    asked(given.con, "ก")
    sent(given, "ก", datetime(2026, 1, 10))
    sent(given, "ก", datetime(2026, 3, 10))
    columns = ("sending_status", "version_count")
    assert records(given.con, "submission_matrix", AFTER, *columns) == [("sent", 2)]


def test_what_is_sent_after_a_rejection_or_a_waiver_is_received(given):
    asked(given.con, "ก", "ข")
    rejected(given, "ก", datetime(2026, 1, 5))
    waive(given.con, FIRST_ROUND, results("ข"), "ไม่มีโครงการ")
    sent(given, "ก", datetime(2026, 1, 10))
    sent(given, "ข", datetime(2026, 1, 10))
    columns = ("agency", "sending_status", "rejected_count")
    assert records(given.con, "submission_matrix", AFTER, *columns) == [
        ("ก", "sent", 1),
        ("ข", "sent", 0),
    ]


def test_what_is_withdrawn_was_not_received(given):
    asked(given.con, "ก")
    given.event(sent(given, "ก", datetime(2026, 1, 10)), "withdrawn")
    sent(given, "ข", datetime(2026, 1, 10))
    rows = records(given.con, "submission_matrix", AFTER, "agency", "sending_status")
    assert rows == [("ก", "missing"), ("ข", "extra")]


def test_before_the_deadline_nothing_is_missing_and_before_the_period_nothing_is_asked(given):
    asked(given.con, "ก")
    sent(given, "ข", datetime(2025, 10, 10))
    before = Scope(fiscal_year=2569, as_of=datetime(2026, 1, 15, 16))
    columns = ("quarter", "agency", "sending_status")
    assert records(given.con, "submission_matrix", before, *columns) == [
        (1, "ก", "not_due"),
        (1, "ข", "extra"),
        (2, "ก", "not_due"),
        (2, "ข", "not_due"),
    ]
    much_earlier = Scope(fiscal_year=2569, as_of=datetime(2025, 11, 1))
    assert records(given.con, "submission_matrix", much_earlier, *columns) == [
        (1, "ก", "not_due"),
        (1, "ข", "extra"),
    ]


def test_announced_dates_and_grace_move_the_deadline(given):
    asked(given.con, "ก")
    sent(given, "ก", datetime(2026, 2, 3))
    dates = Dates(date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1))
    announce(given.con, FIRST_ROUND, dates)
    columns = ("sending_status", "days_late", "due_on")
    late = ("late", 2, date(2026, 2, 1))
    assert records(given.con, "submission_matrix", AFTER, *columns) == [late]
    given.con.execute("insert into round_rule values (2, 1, 15, 2, 45, now()::timestamp, null)")
    in_time = ("sent", None, date(2026, 2, 1))
    assert records(given.con, "submission_matrix", AFTER, *columns) == [in_time]


def test_without_a_word_of_the_office_what_was_sent_a_year_before_is_expected(given):
    sent(given, "ก", datetime(2025, 10, 10), fy=2568, quarter=None)
    sent(given, "ข", datetime(2026, 10, 10), fy=2569, quarter=None)
    scope = Scope(fiscal_year=2569, as_of=LONG_AFTER)
    columns = ("quarter", "agency", "sending_status", "is_proposed")
    assert records(given.con, "submission_matrix", scope, *columns) == [
        (4, "ก", "missing", True),
        (4, "ข", "extra", False),
    ]


def test_a_quarterly_report_is_expected_in_the_three_rounds_after_it(given):
    sent(given, "ก", datetime(2026, 1, 10), fy=2569, quarter=1)
    scope = Scope(fiscal_year=2569, as_of=LONG_AFTER)
    rows = records(given.con, "submission_matrix", scope, "quarter", "sending_status")
    assert rows == [(1, "extra"), (2, "missing"), (3, "missing"), (4, "missing")]


def test_the_last_word_that_covers_a_round_holds_and_leaves_the_rounds_before_alone(given):
    asked(given.con, "ก")
    sent(given, "ข", datetime(2026, 1, 10))
    expect(given.con, [Expectation(results("ก"), Period(2569, 3), expected=False)])
    expect(given.con, [Expectation(results("ข"), FIRST_ROUND, Period(2569, 2))])
    scope = Scope(fiscal_year=2569, as_of=LONG_AFTER)
    rows = records(given.con, "submission_matrix", scope, "quarter", "agency", "sending_status")
    assert rows == [(1, "ก", "missing"), (1, "ข", "sent"), (2, "ก", "missing"), (2, "ข", "missing")]


def test_agencies_are_complete_when_they_sent_every_form(given):
    asked(given.con, "ก", "ข")
    expect(given.con, [Expectation(Assignment("ก", "risks", "50"), FIRST_ROUND)])
    sent(given, "ก", datetime(2026, 1, 10))
    sent(given, "ข", datetime(2026, 1, 10))
    columns = ("agencies_count", "complete_agencies_count", "expected_count", "received_count")
    assert records(given.con, "round_completeness", AFTER, *columns) == [(2, 1, 3, 2)]


DAYS = st.none() | st.integers(-20, 40)  # after the deadline; None: never


@settings(max_examples=25, deadline=None)
@drawn(st.lists(st.tuples(DAYS, st.booleans(), st.booleans()), min_size=1, max_size=8))
def test_rates_are_those_of_a_plain_count(agencies):
    """Of each agency: when it sent, whether it was asked to, whether it was excused."""
    store = Given()
    try:
        expected, states, lateness = 0, Counter(), []
        sent(store, "เริ่ม", datetime(2024, 1, 1), fy=2569, quarter=4)
        for number, (days, is_asked, is_excused) in enumerate(agencies):
            name = f"หน่วย{number}"
            if is_asked:
                asked(store.con, name)
            if is_excused:
                waive(store.con, FIRST_ROUND, results(name), "เหตุ")
            if days is not None:
                sent(store, name, datetime(2026, 1, 15, 3) + timedelta(days=days))
            if is_asked and (days is not None or not is_excused):
                expected += 1
                state = "missing" if days is None else "late" if days > 0 else "on_time"
                states[state] += 1
                lateness += [days] if state == "late" else []
        received = states["on_time"] + states["late"]
        columns = ("expected_count", "received_count", "on_time_count", "missing_count")
        shares = ("received_pct", "on_time_pct", "median_days_late")
        rows = records(store.con, "reporting_rate", AFTER, *columns, *shares)
        wanted = (
            *(expected, received, states["on_time"], states["missing"]),
            100 * received / expected if expected else None,
            100 * states["on_time"] / expected if expected else None,
            median(lateness) if lateness else None,
        )
        assert rows == [wanted] or (rows == [] and not any(wanted))
        assert all(row[4] is None or row[4] <= 100 for row in rows)
    finally:
        store.con.close()
