"""The submissions of the store and what people do with them, from draft to published and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from loaders.events import Act, append_events, publish_now
from loaders.locks import require_reason
from store import in_transaction
from store.database import utc_now

# State → the states from which an act may lead to it. Undoing goes back whatever the state.
ALLOWED: Mapping[str, frozenset[str]] = {
    "submitted": frozenset({"drafted"}),
    "checked": frozenset({"submitted"}),
    "assessed": frozenset({"checked"}),
    "published": frozenset(
        {"drafted", "submitted", "checked", "assessed", "superseded", "withdrawn"}
    ),
    "withdrawn": frozenset(
        {"drafted", "submitted", "checked", "assessed", "published", "superseded"}
    ),
}
RESTORABLE = frozenset({"superseded", "withdrawn"})

LISTED = """
    select
        submission_id, form, area_code, agency, fiscal_year, quarter, version, state, state_at,
        state_actor, state_reason, file_name, sha256, row_count, left_out_count, demo
    from submission_state
    order by submission_id desc
"""
HISTORY = """
    select event, at_time, event_id
    from submission_event
    where submission_id = ?
    order by event_id
"""
# What made way when this submission was published, in the same act, and nobody has touched since: it
# was superseded, or its own publishing was undone. What was withdrawn in between stays withdrawn.
MADE_WAY = """
    with history as (
        select
            submission_id,
            list(event order by event_id) as events,
            max(at_time) as at_time
        from submission_event
        where submission_id in (
            select submission_id
            from submission
            where slot = (select slot from submission where submission_id = $submission_id)
        )
        group by submission_id
    )
    select submission_id
    from history
    where
        submission_id <> $submission_id
        and at_time = $at_time
        and events[-1] <> 'published'
        and events[-2] = 'published'
    order by submission_id
"""


@dataclass(frozen=True)
class Submission:
    """One submission with its latest event. Times are UTC; quarter None means the whole year.

    `left_out_count`: rows that were not taken in as they held errors, 0 when all were.
    """

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
    left_out_count: int
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


class NotAllowed(RuntimeError):
    """An act does not fit the state of the submission: what is withdrawn cannot be checked."""

    def __init__(self, submission_id: int, before: str, after: str) -> None:
        super().__init__(f"submission {submission_id} is {before}: it cannot become {after}")
        self.submission_id, self.before, self.after = submission_id, before, after


def list_submissions(con: duckdb.DuckDBPyConnection) -> tuple[Submission, ...]:
    """Every submission, the newest first."""
    return tuple(Submission(*row) for row in con.execute(LISTED).fetchall())


def submit(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    *,
    actor: str = "",
    reason: str | None = None,
) -> Change:
    """Hands a draft in. Raises UnknownSubmission or NotAllowed, as the acts that follow."""
    return _step(con, submission_id, "submitted", Act(actor, utc_now(), reason))


def check(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    *,
    actor: str = "",
    reason: str | None = None,
) -> Change:
    """Notes that the provincial office has looked through what was submitted."""
    return _step(con, submission_id, "checked", Act(actor, utc_now(), reason))


def assess(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    *,
    actor: str = "",
    reason: str | None = None,
) -> Change:
    """Notes that the assessors have been through what the provincial office checked."""
    return _step(con, submission_id, "assessed", Act(actor, utc_now(), reason))


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
    return _step(con, submission_id, "published", Act(actor, utc_now(), reason))


def restore(
    con: duckdb.DuckDBPyConnection, submission_id: int, *, reason: str, actor: str = ""
) -> Change:
    """Publishes an older version again, instead of what is published in its slot now.

    Raises ValueError without a reason, NotAllowed unless it was superseded or withdrawn, or
    UnknownSubmission.
    """
    if not reason.strip():
        raise ValueError("say why an older version is to be shown again")
    act = Act(actor, utc_now(), reason.strip())
    return _step(con, submission_id, "published", act, allowed=RESTORABLE)


def withdraw(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    *,
    actor: str = "",
    reason: str | None = None,
) -> Change:
    """Takes a submission off the pages; its facts stay for whoever looks back. Raises
    UnknownSubmission, or RoundClosed as publishing does."""
    return _step(con, submission_id, "withdrawn", Act(actor, utc_now(), reason))


def undo(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    *,
    actor: str = "",
    reason: str | None = None,
) -> Change:
    """Takes the last act on a submission back by a new event; undone twice, it is done again.

    What publishing had superseded is published again, unless somebody did something else with it
    since, and what stands in the way of a submission that comes back is superseded. Raises UnknownSubmission, NothingToUndo, or RoundClosed as
    publishing does.
    """
    act = Act(actor, utc_now(), reason)

    def undone() -> Change:
        history = con.execute(HISTORY, [submission_id]).fetchall()
        if len(history) < 2:
            raise NothingToUndo(submission_id) if history else UnknownSubmission(submission_id)
        (after, _, _), (before, at_time, _) = history[-2:]
        if "published" in (before, after):
            require_reason(con, submission_id, reason, act.at_time)
        if after == "published":
            also = publish_now(con, [submission_id], act)
        else:
            also = _made_way(con, submission_id, at_time) if before == "published" else ()
            append_events(con, [(submission_id, after)], act)
            append_events(con, [(one, "published") for one in also], act)
        return Change(submission_id, before, after, also)

    return in_transaction(con, undone)


def _step(
    con: duckdb.DuckDBPyConnection,
    submission_id: int,
    after: str,
    act: Act,
    *,
    allowed: frozenset[str] | None = None,
) -> Change:
    """Leads a submission to a state from those it is allowed from (else ALLOWED says which).

    What is in that state already stays as it is.
    """

    def stepped() -> Change:
        before = _states(con, submission_id)[-1]
        if before == after and allowed is None:
            return Change(submission_id, before, after)
        if before not in (ALLOWED[after] if allowed is None else allowed):
            raise NotAllowed(submission_id, before, after)
        if "published" in (before, after):
            require_reason(con, submission_id, act.reason, act.at_time)
        if after == "published":
            return Change(submission_id, before, after, publish_now(con, [submission_id], act))
        append_events(con, [(submission_id, after)], act)
        return Change(submission_id, before, after)

    return in_transaction(con, stepped)


def _states(con: duckdb.DuckDBPyConnection, submission_id: int) -> list[str]:
    events = [event for event, _, _ in con.execute(HISTORY, [submission_id]).fetchall()]
    if not events:
        raise UnknownSubmission(submission_id)
    return events


def _made_way(
    con: duckdb.DuckDBPyConnection, submission_id: int, at_time: datetime
) -> tuple[int, ...]:
    parameters = {"submission_id": submission_id, "at_time": at_time}
    return tuple(one for (one,) in con.execute(MADE_WAY, parameters).fetchall())
