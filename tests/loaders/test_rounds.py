"""Rounds open, fall due and close; what is of a closed one changes only for a reason."""

from datetime import date, datetime
from pathlib import Path

import pytest

from loaders import submissions
from loaders.examine import Examination
from loaders.findings import Finding
from loaders.locks import Period, RoundClosed, is_locked
from loaders.received import Received
from loaders.report import FileReport
from loaders.rounds import (
    Assignment,
    Dates,
    Expectation,
    ReasonNeeded,
    Rule,
    announce,
    announce_year,
    assignments,
    current_rule,
    expect,
    list_rounds,
    lock,
    proposed_dates,
    set_rule,
    unlock,
    waive,
)
from loaders.storing import Delivery, store_examined
from store import open_store
from tests.loaders.drawn import drawn

FIRST = Period(2569, 1)
DATES = Dates(date(2026, 1, 1), date(2026, 1, 15), date(2026, 2, 14))
OFFICE = Assignment("สำนักงานจังหวัด", "budget_by_plan", "50")
BUDGET = """
area | fiscal_year | plan  | budget_thb
50   | 2569        | น้ำ    | {amount}
"""


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


def sent(con, sha256, *, amount=100, **delivery):
    table = drawn("budget_by_plan", BUDGET.format(amount=amount))
    report = FileReport("แผน.xlsx", sha256, "accepted", (), (), ())
    examination = Examination(Path("แผน.xlsx"), report, (table,), "xlsx")
    received = Received(sha256, 1, f"received/{sha256}")
    return store_examined(con, examination, received, Delivery(actor="somchai", **delivery))


def states(con):
    return con.execute("select state, state_reason from submission_state order by 1").fetchall()


def test_the_rule_dates_a_round_from_the_end_of_its_quarter():
    assert proposed_dates(FIRST, Rule()) == DATES


def test_a_round_nobody_announced_never_closes_by_itself(con):
    sent(con, "aa")
    (first, *_) = reversed(list_rounds(con, date(2030, 1, 1)))
    assert (first.period, first.due_on, first.is_announced, first.is_locked) == (
        FIRST,
        DATES.due_on,
        False,
        False,
    )


def test_an_announced_round_closes_after_its_last_day(con):
    announce(con, FIRST, DATES)
    last_day, day_after = date(2026, 2, 14), date(2026, 2, 15)
    assert [is_locked(con, 2569, 1, day) for day in (last_day, day_after)] == [False, True]
    assert not is_locked(con, 2569, 2, day_after)


def test_what_was_done_by_hand_holds_until_dates_are_announced_anew(con):
    day = date(2026, 1, 20)
    lock(con, FIRST, "ปิดก่อนกำหนด")
    closed = is_locked(con, 2569, 1, day)
    unlock(con, FIRST, "ผู้ว่าสั่ง")
    opened = is_locked(con, 2569, 1, day)
    lock(con, FIRST, "ปิดอีกครั้ง")
    announce(con, FIRST, DATES)
    assert (closed, opened, is_locked(con, 2569, 1, day)) == (True, False, False)


@pytest.mark.parametrize("act", [lock, unlock])
def test_closing_and_opening_need_a_reason(con, act):
    with pytest.raises(ReasonNeeded):
        act(con, FIRST, "  ")


def test_a_waiver_needs_a_reason(con):
    with pytest.raises(ReasonNeeded):
        waive(con, FIRST, OFFICE, "")


def test_dates_out_of_order_are_refused(con):
    with pytest.raises(ValueError, match="in this order"):
        announce(con, FIRST, Dates(DATES.due_on, DATES.opens_on, DATES.locks_on))


def test_a_whole_year_is_announced_by_the_rule_in_force(con):
    set_rule(con, Rule(2, 20, 0, 60))
    announce_year(con, 2569)
    rounds = list_rounds(con, date(2026, 1, 1))
    assert current_rule(con) == Rule(2, 20, 0, 60)
    assert [(one.quarter, one.due_on) for one in reversed(rounds)] == [
        (1, date(2026, 1, 20)),
        (2, date(2026, 4, 20)),
        (3, date(2026, 7, 20)),
        (4, date(2026, 10, 20)),
    ]


def test_what_comes_after_closing_is_kept_as_a_draft_and_says_so(con):
    lock(con, FIRST, "ปิดรอบ")
    report = sent(con, "aa")
    said = {"fiscal_year": "2569", "quarter": "1"}
    assert report.findings == (Finding("round_closed", params=said),)
    assert states(con) == [("drafted", None)]


def test_what_comes_after_closing_with_a_reason_is_published(con):
    lock(con, FIRST, "ปิดรอบ")
    assert sent(con, "aa", reason="แก้ตามหนังสือ 12/2569").findings == ()
    assert states(con) == [("published", "แก้ตามหนังสือ 12/2569")]


def test_what_came_while_the_round_was_open_counts_by_the_day_it_came(con):
    announce(con, FIRST, DATES)
    sent(con, "aa", at=datetime(2026, 2, 14, 16, 59))
    sent(con, "bb", amount=200, at=datetime(2026, 2, 14, 17, 0))
    assert states(con) == [("drafted", None), ("published", None)]


@pytest.mark.parametrize("act", [submissions.withdraw, submissions.undo])
def test_published_figures_of_a_closed_round_change_only_for_a_reason(con, act):
    (number,) = sent(con, "aa").submissions
    lock(con, FIRST, "ปิดรอบ")
    with pytest.raises(RoundClosed):
        act(con, number)
    with pytest.raises(RoundClosed):
        act(con, number, reason=" ")
    assert act(con, number, reason="ข้อมูลผิด").before == "published"


def test_a_draft_of_a_closed_round_is_published_only_for_a_reason(con):
    (number,) = sent(con, "aa", publish=False).submissions
    lock(con, FIRST, "ปิดรอบ")
    with pytest.raises(RoundClosed) as refused:
        submissions.publish(con, number)
    assert refused.value.period == FIRST
    assert submissions.publish(con, number, reason="อนุมัติแล้ว").after == "published"


def test_a_draft_may_be_thrown_away_whether_the_round_is_closed_or_not(con):
    (number,) = sent(con, "aa", publish=False).submissions
    lock(con, FIRST, "ปิดรอบ")
    assert submissions.withdraw(con, number).after == "withdrawn"


def test_who_is_expected_is_what_was_said_last(con):
    announce_year(con, 2569)
    expect(con, [Expectation(OFFICE, FIRST, due_quarter=1)])
    today = date(2026, 11, 1)
    assert assignments(con, FIRST, today) == (OFFICE,)
    assert assignments(con, Period(2569, 2), today) == ()
    expect(con, [Expectation(OFFICE, FIRST, expected=False)], reason="ย้ายไปสำนักงานคลัง")
    assert assignments(con, FIRST, today) == ()
