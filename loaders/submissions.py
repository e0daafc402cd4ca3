"""The submissions of the store and what people do with them: publish, withdraw, undo."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from loaders.events import Act, append_events, publish_now
from loaders.locks import require_reason
from store import transaction
from store.database import utc_now

LISTED = """
    select
        submission_id, form, area_code, agency, fiscal_year, quarter, version, state, state_at,
        state_actor, state_reason, file_name, sha256, row_count, demo
    from submission_state
    order by submission_id desc
"""
HISTORY = """
    select event, at_time, event_id
    from submission_event
    where submission_id = ?
    order by event_id
"""
# What was superseded by the very act of publishing this submission.
SUPERSEDED_BY = """
    select distinct submission_id
    from submission_event
    inner join submission using (submission_id)
    where
        event = 'superseded'
        and at_time = $at_time
        and submission_id <> $submission_id
        and slot = (select slot from submission where submission_id = $submission_id)
    order by submission_id
"""


@dataclass(frozen=True)
class Submission:
    """One submission with its latest event. Times are UTC; quarter None means the whole year."""

    submission_id: int
    form: str
    area_code: str
    agency: str | None
    fiscal_year: int | None
    quarter: int | None
    version: int
    state: str
    state_at: datetime
    state_actor: str | None
    state_reason: str | None
    file_name: str
    sha256: str
    row_count: int
    demo: bool


@dataclass(frozen=True)
class Change:
    """What an act came to: the state before and after, and the other submissions it moved.

    `also` are those of the same slot that were superseded by it, or restored.
    """

    submission_id: int
    before: str
    after: str
    also: tuple[int, ...] = ()


class UnknownSubmission(LookupError):
    """There is no submission of that id."""

    def __init__(self, submission_id: int) -> None:
        super().__init__(f"no submission {submission_id}")
        self.submission_id = submission_id


class NothingToUndo(RuntimeError):
    """A submission that was only ever received has no act to take back."""

    def __init__(self, submission_id: int) -> None:
        super().__init__(f"submission {submission_id} has only been received: nothing to undo")
        self.submission_id = submission_id


def list_submissions(con: duckdb.DuckDBPyConnection) -> tuple[Submission, ...]:
    """Every submission, the newest first."""
    return tuple(Submission(*row) for row in con.execute(LISTED).fetchall())


def publish(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    *,
    actor: str = "",
    reason: str | None = None,
) -> Change:
    """Shows a submission on the pages, instead of what was published in its slot before.

    Publishing what is published changes nothing. Raises UnknownSubmission, or RoundClosed when it
    is of a closed round and there is no reason.
    """
    with transaction(con):
        before = _states(con, submission_id)[-1]
        if before == "published":
            return Change(submission_id, before, before)
        act = Act(actor, utc_now(), reason)
        require_reason(con, submission_id, reason, act.at_time)
        also = publish_now(con, [submission_id], act)
    return Change(submission_id, before, "published", also)


def withdraw(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    *,
    actor: str = "",
    reason: str | None = None,
) -> Change:
    """Takes a submission off the pages; its facts stay for whoever looks back. Raises
    UnknownSubmission, or RoundClosed as publishing does."""
    with transaction(con):
        before = _states(con, submission_id)[-1]
        if before != "withdrawn":
            act = Act(actor, utc_now(), reason)
            if before == "published":
                require_reason(con, submission_id, reason, act.at_time)
            append_events(con, [(submission_id, "withdrawn")], act)
    return Change(submission_id, before, "withdrawn")


def undo(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    *,
    actor: str = "",
    reason: str | None = None,
) -> Change:
    """Takes the last act on a submission back by a new event; undone twice, it is done again.

    What publishing had superseded is published again, and what stands in the way of a submission
    that comes back is superseded. Raises UnknownSubmission, NothingToUndo, or RoundClosed as
    publishing does.
    """
    with transaction(con):
        history = con.execute(HISTORY, [submission_id]).fetchall()
        if len(history) < 2:
            raise NothingToUndo(submission_id) if history else UnknownSubmission(submission_id)
        (after, _, _), (before, at_time, _) = history[-2:]
        act = Act(actor, utc_now(), reason)
        if "published" in (before, after):
            require_reason(con, submission_id, reason, act.at_time)
        if after == "published":
            also = publish_now(con, [submission_id], act)
        else:
            also = _superseded_at(con, submission_id, at_time) if before == "published" else ()
            append_events(con, [(submission_id, after)], act)
            append_events(con, [(one, "published") for one in also], act)
    return Change(submission_id, before, after, also)


def _states(con: duckdb.DuckDBPyConnection, submission_id: int) -> list[str]:
    events = [event for event, _, _ in con.execute(HISTORY, [submission_id]).fetchall()]
    if not events:
        raise UnknownSubmission(submission_id)
    return events


def _superseded_at(
    con: duckdb.DuckDBPyConnection, submission_id: int, at_time: datetime
) -> tuple[int, ...]:
    parameters = {"submission_id": submission_id, "at_time": at_time}
    return tuple(one for (one,) in con.execute(SUPERSEDED_BY, parameters).fetchall())
