"""Meetings: the moment their figures are frozen at, what was decided, what came of it, what was said.

Everything is added, nothing is changed: the newest entry counts, and what was said before stays.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import duckdb

from store import transaction
from store.database import utc_now

TIES = ("none", "indicator", "project", "district")
# The last four are the groups of problems that provinces named when they were asked.
TOPICS = (
    *("indicators", "money", "villages"),
    *("information", "driving", "integration", "budgeting"),
    "other",
)
FOLLOW_UPS = ("progress", "postponed", "done", "cancelled", "reopened")
_CLOSING = ("done", "cancelled")
_NEXT = "select coalesce(max({id}), 0) + 1 from {table}"
_MEETINGS = """
    select
        meeting_id, area_code, title, held_on, snapshot_at, previous_id, previous_snapshot_at
    from meeting_at(null)
    order by snapshot_at desc, meeting_id desc
"""
_WITHDRAW = """
    insert into meeting
    select ?, meeting_id, area_code, title, held_on, snapshot_at, true, ?, ?
    from meeting
    where meeting_id = ?
    qualify row_number() over (order by entry_id desc) = 1
"""
_LAST_EVENT = """
    select arg_max(event, event_id) from decision_event where decision_id = ?
"""

FollowUp = Literal["progress", "postponed", "done", "cancelled", "reopened"]


class NotPossible(ValueError):
    """An act that the record does not allow; `code` names why (an i18n key below "meeting.no")."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Meeting:
    """One meeting; its figures are those published by `snapshot_at` (UTC). `previous_*` are of the
    meeting before it in the same area, None for the first."""

    meeting_id: int
    area_code: str
    title: str
    held_on: date
    snapshot_at: datetime
    previous_id: int | None = None
    previous_snapshot_at: datetime | None = None


@dataclass(frozen=True)
class Tie:
    """What a decision is about: a kind of TIES, and code and name of the thing but for "none"."""

    kind: str = "none"
    code: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class Decision:
    """What a meeting decided: who is to do what about which area until when."""

    meeting_id: int
    area_code: str
    text: str
    owner: str
    due_on: date
    tie: Tie = Tie()


def list_meetings(con: duckdb.DuckDBPyConnection) -> tuple[Meeting, ...]:
    """Every meeting that was not withdrawn, the newest snapshot first."""
    return tuple(Meeting(*row) for row in con.execute(_MEETINGS).fetchall())


def hold(
    con: duckdb.DuckDBPyConnection,
    area_code: str,
    title: str,
    held_on: date,
    *,
    snapshot_at: datetime | None = None,
    actor: str = "",
) -> int:
    """Writes down a meeting whose figures are frozen at `snapshot_at` (UTC; this moment when None).

    Returns its number. Raises NotPossible without a title, or for a snapshot yet to come.
    """
    now = utc_now()
    if not title.strip():
        raise NotPossible("title_needed")
    if snapshot_at and snapshot_at > now:
        raise NotPossible("snapshot_ahead")
    with transaction(con):
        entry, number = (_next(con, "meeting", name) for name in ("entry_id", "meeting_id"))
        said = (area_code, title.strip(), held_on, snapshot_at or now, False, now, actor or None)
        _insert(con, "meeting", (entry, number, *said))
    return number


def withdraw(con: duckdb.DuckDBPyConnection, meeting_id: int, *, actor: str = "") -> None:
    """Takes back a meeting written down by mistake. Raises NotPossible once it decided something."""
    with transaction(con):
        decided = "select count(*) from decision where meeting_id = ?"
        if con.execute(decided, [meeting_id]).fetchone()[0]:
            raise NotPossible("has_decisions")
        entry = _next(con, "meeting", "entry_id")
        con.execute(_WITHDRAW, [entry, utc_now(), actor or None, meeting_id])


def decide(con: duckdb.DuckDBPyConnection, decision: Decision, *, actor: str = "") -> int:
    """Writes down what a meeting decided, open from now on; returns its number.

    Raises NotPossible without a text, an owner, or the thing it is tied to.
    """
    if not decision.text.strip():
        raise NotPossible("text_needed")
    if not decision.owner.strip():
        raise NotPossible("owner_needed")
    tie = decision.tie
    if (tie.kind != "none") != bool(tie.code):
        raise NotPossible("tie_needed")
    now = utc_now()
    with transaction(con):
        number = _next(con, "decision", "decision_id")
        about = (decision.meeting_id, decision.area_code, decision.text.strip())
        tied = (tie.kind, tie.code, tie.name)
        row = (number, *about, *tied, decision.owner.strip(), now, actor or None)
        _insert(con, "decision", row)
        _append_event(con, number, "opened", None, decision.due_on, now, actor)
    return number


def follow_up(
    con: duckdb.DuckDBPyConnection,
    decision_id: int,
    event: FollowUp,
    note: str,
    *,
    due_on: date | None = None,
    actor: str = "",
) -> None:
    """Writes down what came of a decision.

    Raises NotPossible without a note, when a closed decision is to move on (it must be reopened
    first) or an open one to be reopened, and when a new due day is missing.
    """
    if not note.strip():
        raise NotPossible("note_needed")
    if (event == "postponed") != bool(due_on):
        raise NotPossible("due_needed")
    with transaction(con):
        (last,) = con.execute(_LAST_EVENT, [decision_id]).fetchone()
        if (last in _CLOSING) != (event == "reopened"):
            raise NotPossible("closed" if last in _CLOSING else "not_closed")
        _append_event(con, decision_id, event, note.strip(), due_on, utc_now(), actor)


def say(
    con: duckdb.DuckDBPyConnection,
    meeting_id: int,
    area_code: str,
    topic: str,
    text: str,
    *,
    actor: str = "",
) -> None:
    """Writes down what was said about an area in a meeting. Raises NotPossible without a text."""
    if not text.strip():
        raise NotPossible("text_needed")
    with transaction(con):
        number = _next(con, "feedback", "feedback_id")
        said = (meeting_id, area_code, topic, text.strip(), utc_now(), actor or None)
        _insert(con, "feedback", (number, *said))


def _append_event(con, decision_id, event, note, due_on, at_time, actor) -> None:
    number = _next(con, "decision_event", "event_id")
    row = (number, decision_id, event, note, due_on, at_time, actor or None)
    _insert(con, "decision_event", row)


def _next(con: duckdb.DuckDBPyConnection, table: str, id_column: str) -> int:
    return con.execute(_NEXT.format(id=id_column, table=table)).fetchone()[0]


def _insert(con: duckdb.DuckDBPyConnection, table: str, row: tuple) -> None:
    marks = ", ".join("?" * len(row))
    con.execute(f"insert into {table} values ({marks})", list(row))
