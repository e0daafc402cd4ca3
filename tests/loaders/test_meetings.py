"""Meetings are written down once and followed up without changing what was said."""

from datetime import date, datetime, timedelta

import pytest

from loaders import meetings
from loaders.meetings import Decision, NotPossible, Tie
from store import open_store
from store.database import utc_now

HELD = date(2026, 11, 20)
SNAPSHOT = datetime(2026, 11, 20, 2, 0)


@pytest.fixture
def con():
    with open_store(":memory:") as con:
        yield con


@pytest.fixture
def decided(con):
    """The number of an open decision."""
    meeting = meetings.hold(con, "50", "ประชุมกรมการจังหวัด", HELD, snapshot_at=SNAPSHOT)
    return meetings.decide(con, Decision(meeting, "50", "เร่งเบิกจ่าย", "สนง.จังหวัด", HELD))


def events(con, decision):
    query = "select event, note, due_on from decision_event where decision_id = ? order by event_id"
    return con.execute(query, [decision]).fetchall()


def test_a_meeting_knows_the_one_before_it_in_its_own_area(con):
    first = meetings.hold(con, "50", "ต.ค.", HELD, snapshot_at=SNAPSHOT - timedelta(30))
    meetings.hold(con, "52", "ลำปาง", HELD, snapshot_at=SNAPSHOT - timedelta(10))
    second = meetings.hold(con, "50", "พ.ย.", HELD, snapshot_at=SNAPSHOT)

    newest = meetings.list_meetings(con)[0]

    assert newest == meetings.Meeting(
        second, "50", "พ.ย.", HELD, SNAPSHOT, first, SNAPSHOT - timedelta(30)
    )


def test_figures_are_frozen_now_when_no_moment_is_said(con):
    before = utc_now()
    meetings.hold(con, "50", "พ.ย.", HELD)
    (meeting,) = meetings.list_meetings(con)

    assert before <= meeting.snapshot_at <= utc_now()


def test_figures_cannot_be_frozen_at_a_moment_yet_to_come(con):
    with pytest.raises(NotPossible, match="snapshot_ahead"):
        meetings.hold(con, "50", "พ.ย.", HELD, snapshot_at=utc_now() + timedelta(hours=1))
    assert meetings.list_meetings(con) == ()


def test_a_meeting_written_down_by_mistake_is_withdrawn_but_stays_on_record(con):
    meeting = meetings.hold(con, "50", "พ.ย.", HELD)
    meetings.withdraw(con, meeting)

    assert meetings.list_meetings(con) == ()
    assert con.execute("select withdrawn from meeting order by entry_id").fetchall() == [
        (False,),
        (True,),
    ]


def test_a_meeting_that_decided_something_stays(con, decided):
    with pytest.raises(NotPossible, match="has_decisions"):
        meetings.withdraw(con, 1)


def test_a_decision_opens_with_its_due_day(con, decided):
    assert events(con, decided) == [("opened", None, HELD)]


def test_follow_up_is_added_and_nothing_is_changed(con, decided):
    later = HELD + timedelta(14)
    meetings.follow_up(con, decided, "progress", "ลงนามแล้ว 3 สัญญา")
    meetings.follow_up(con, decided, "postponed", "รอ e-bidding", due_on=later)
    meetings.follow_up(con, decided, "done", "เบิกครบ")
    meetings.follow_up(con, decided, "reopened", "ผู้รับจ้างทิ้งงาน")

    assert events(con, decided) == [
        ("opened", None, HELD),
        ("progress", "ลงนามแล้ว 3 สัญญา", None),
        ("postponed", "รอ e-bidding", later),
        ("done", "เบิกครบ", None),
        ("reopened", "ผู้รับจ้างทิ้งงาน", None),
    ]


@pytest.mark.parametrize(
    ("event", "note", "due_on", "code"),
    [
        ("progress", " ", None, "note_needed"),
        ("postponed", "รอ", None, "due_needed"),
        ("done", "เสร็จ", HELD, "due_needed"),
        ("reopened", "เปิด", None, "not_closed"),
    ],
)
def test_a_follow_up_that_says_too_little_is_refused(con, decided, event, note, due_on, code):
    with pytest.raises(NotPossible, match=code):
        meetings.follow_up(con, decided, event, note, due_on=due_on)
    assert events(con, decided) == [("opened", None, HELD)]


def test_a_closed_decision_must_be_reopened_before_it_moves_on(con, decided):
    meetings.follow_up(con, decided, "cancelled", "ซ้ำกับข้อเดิม")

    with pytest.raises(NotPossible, match="closed"):
        meetings.follow_up(con, decided, "progress", "คืบหน้า")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"text": " "}, "text_needed"),
        ({"owner": ""}, "owner_needed"),
        ({"tie": Tie("indicator")}, "tie_needed"),
        ({"tie": Tie("none", "5001", "เมือง")}, "tie_needed"),
    ],
)
def test_a_decision_says_what_who_and_about_which_thing(con, changed, code):
    said = {"meeting_id": 1, "area_code": "50", "text": "เร่ง", "owner": "ปลัด", "due_on": HELD}
    with pytest.raises(NotPossible, match=code):
        meetings.decide(con, Decision(**(said | changed)))
    assert con.execute("select count(*) from decision").fetchone() == (0,)


def test_what_was_said_is_kept_with_area_and_topic(con, decided):
    meetings.say(con, 1, "50", "money", " งบกลุ่มจังหวัดเบิกช้า ", actor="สมชาย")

    said = con.execute("select area_code, topic, feedback, actor from feedback").fetchall()
    assert said == [("50", "money", "งบกลุ่มจังหวัดเบิกช้า", "สมชาย")]
