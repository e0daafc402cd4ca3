"""Decisions with their age, and what changed between two meetings while both stay as they were."""

from datetime import datetime, timedelta

import pandas as pd
import pytest
from given import records

import metrics
from loaders import meetings
from loaders.meetings import Decision, Tie
from metrics.scope import Scope
from store.database import utc_now

TODAY = (utc_now() + timedelta(hours=7)).date()

TARGETS = """
    area_code | kpi | unit | unit_kind | direction | submission_style
    50 | รายได้ | ล้านบาท | money | higher | period
    50 | อุบัติเหตุ | ราย | count | lower | period
"""
YEARLY = """
    area_code | kpi_code | fiscal_year | target
    50 | 50/รายได้ | 2569 | 400
    50 | 50/อุบัติเหตุ | 2569 | 80
"""


def results(income, accidents="20", quarter="1"):
    return f"""
        area_code | kpi | unit_kind | fiscal_year | quarter | actual
        50 | รายได้ | money | 2569 | {quarter} | {income}
        50 | อุบัติเหตุ | count | 2569 | {quarter} | {accidents}
    """


@pytest.fixture
def sent(given):
    """Targets and the first quarter's results of one province."""
    given.sent("kpi_targets", fact_indicator=TARGETS, fact_target=YEARLY)
    first = given.sent("kpi_results", quarter=1, fact_kpi_result=results(100))
    given.first = first
    return given


def decide(given, text, due_in_days, *, days_ago=0, **said):
    meeting = meetings.hold(given.con, "50", "ประชุม", TODAY - timedelta(days_ago))
    decision = Decision(
        meeting, said.pop("area", "50"), text, "ปลัด", TODAY + timedelta(due_in_days), **said
    )
    return meetings.decide(given.con, decision)


def test_decisions_come_with_their_state_overdue_ones_first(given):
    decide(given, "ต่อไป", 30)
    decide(given, "ใกล้", 7)
    decide(given, "เกิน", -3, days_ago=12)
    done = decide(given, "เสร็จ", -10)
    meetings.follow_up(given.con, done, "done", "ครบ")

    columns = ("decision", "decision_state", "overdue_days", "age_days", "newest_note")
    assert records(given.con, "decision_list", Scope(), *columns) == [
        ("เกิน", "overdue", 3, 12, None),
        ("ใกล้", "due_soon", None, 0, None),
        ("ต่อไป", "open", None, 0, None),
        ("เสร็จ", "done", None, 0, "ครบ"),
    ]


def test_a_postponed_decision_is_due_on_its_new_day_and_remembers_the_first(given):
    late = decide(given, "เลื่อน", -3)
    new = TODAY + timedelta(20)
    meetings.follow_up(given.con, late, "postponed", "รอผล", due_on=new)

    columns = ("decision_state", "due_on", "first_due_on", "postponed_count")
    assert records(given.con, "decision_list", Scope(), *columns) == [
        ("open", new, TODAY - timedelta(3), 1)
    ]


def test_decisions_are_those_of_the_area_and_in_a_district_those_tied_to_it(given):
    decide(given, "ทั้งจังหวัด", 5)
    decide(given, "อำเภอ", 5, tie=Tie("district", "5014", "สันทราย"))
    decide(given, "ลำปาง", 5, area="52")

    def texts(**codes):
        return [text for (text,) in records(given.con, "decision_list", Scope(**codes), "decision")]

    assert texts() == ["ทั้งจังหวัด", "อำเภอ", "ลำปาง"]
    assert texts(province="50") == ["ทั้งจังหวัด", "อำเภอ"]
    assert texts(group="upper-north-1") == ["ทั้งจังหวัด", "อำเภอ", "ลำปาง"]
    assert texts(province="50", district="5014") == ["อำเภอ"]


def test_a_decision_is_unknown_before_it_was_made(given):
    before = utc_now()
    decide(given, "ใหม่", 5)

    assert metrics.run(given.con, "decision_list", Scope(as_of=before)).empty


def test_without_an_earlier_meeting_nothing_has_changed(sent):
    assert metrics.run(sent.con, "kpi_changes", Scope(fiscal_year=2569)).empty


COLUMNS = ("kpi", "movement", "status_before", "status_now", "actual_before", "actual", "cause")


def changes(given, since, until=None):
    scope = Scope(province="50", fiscal_year=2569, since=since, as_of=until)
    return [
        tuple(float(v) if hasattr(v, "quantize") else v for v in row)
        for row in records(given.con, "kpi_changes", scope, *COLUMNS)
    ]


def test_a_new_quarter_is_told_from_a_restated_one(sent):
    before = sent.day
    sent.day += timedelta(days=1)
    sent.event(sent.first, "superseded")
    sent.sent("kpi_results", quarter=1, fact_kpi_result=results(40))
    restated = sent.day
    sent.sent("kpi_results", quarter=2, fact_kpi_result=results(200, "15", "2"))

    assert changes(sent, before, restated) == [
        ("รายได้", "worse", "met", "critical", 100.0, 40.0, "restated")
    ]
    # 240 of the 200 due by the half year; 35 accidents where 40 were to be had at most.
    assert changes(sent, restated, sent.day) == [
        ("อุบัติเหตุ", "same", "met", "met", 20.0, 35.0, "new_result"),
        ("รายได้", "better", "critical", "met", 40.0, 240.0, "new_result"),
    ]


def test_a_first_result_is_neither_better_nor_worse_and_a_withdrawn_one_is_lost(given):
    given.sent("kpi_targets", fact_indicator=TARGETS, fact_target=YEARLY)
    before = given.day
    only = given.sent("kpi_results", quarter=1, fact_kpi_result=results(100))
    reported = given.day
    given.day += timedelta(days=1)
    given.event(only, "withdrawn")

    def moved(since, until):
        return {(row[1], row[-1]) for row in changes(given, since, until)}

    assert moved(before, reported) == {("reported", "new_result")}
    assert moved(reported, given.day) == {("lost", "gone")}


def test_a_changed_target_says_so(sent):
    before = sent.day
    raised = YEARLY.replace("| 400", "| 800")
    sent.sent("kpi_targets", fact_indicator=TARGETS, fact_target=raised)

    assert changes(sent, before, sent.day) == [
        ("รายได้", "worse", "met", "at_risk", 100.0, 100.0, "target")
    ]


def test_an_indicator_whose_time_has_come_changes_without_new_figures(given):
    given.sent("kpi_targets", fact_indicator=TARGETS, fact_target=YEARLY)
    in_first_quarter, after_it = datetime(2025, 11, 1), datetime(2026, 2, 1)
    given.con.execute("update submission_event set at_time = ?", [datetime(2025, 10, 1)])

    causes = {row[2:4] + row[-1:] for row in changes(given, in_first_quarter, after_it)}

    assert causes == {("not_due", "no_data", "time")}


@pytest.mark.parametrize("name", sorted(set(metrics.names()) - {"decision_list", "feedback_list"}))
def test_figures_frozen_at_a_meeting_stay_whatever_is_published_later(sent, name):
    snapshot = sent.day
    scope = Scope(province="50", as_of=snapshot)
    before = metrics.run(sent.con, name, scope)
    sent.day += timedelta(days=1)
    sent.event(sent.first, "superseded")
    sent.sent("kpi_results", quarter=1, fact_kpi_result=results(7, "999"))
    sent.sent("kpi_targets", fact_indicator=TARGETS.replace("ล้านบาท", "บาท"), fact_target=YEARLY)

    pd.testing.assert_frame_equal(metrics.run(sent.con, name, scope), before)
