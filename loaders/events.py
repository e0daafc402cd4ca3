"""What happens to submissions, written down as events; a state is the last event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

import duckdb

NEXT_EVENT = "select coalesce(max(event_id), 0) + 1 from submission_event"
STANDING_IN_THE_WAY = """
    with rivals as (
        select submission_id
        from submission
        where
            slot in (select slot from submission where submission_id in $ids)
            and submission_id not in $ids
    )
    select submission_id
    from submission_event
    where submission_id in (select submission_id from rivals)
    group by submission_id
    having arg_max(event, event_id) = 'published'
    order by submission_id
"""


@dataclass(frozen=True)
class Act:
    """Who does something, at which moment (UTC) and why."""

    actor: str
    at_time: datetime
    reason: str | None = None


def append_events(
    con: duckdb.DuckDBPyConnection, events: Iterable[tuple[int, str]], act: Act
) -> None:
    """Adds one event for each (submission id, event), within the transaction of the caller."""
    (first,) = con.execute(NEXT_EVENT).fetchone()
    rows = [
        (event_id, submission_id, event, act.at_time, act.actor or None, act.reason)
        for event_id, (submission_id, event) in enumerate(events, first)
    ]
    if rows:
        marks = ", ".join(["(?, ?, ?, ?, ?, ?)"] * len(rows))
        con.execute(f"insert into submission_event values {marks}", list(chain.from_iterable(rows)))


def publish_now(
    con: duckdb.DuckDBPyConnection,
    ids: Sequence[int],
    act: Act,
    *,
    after: Sequence[str] = (),
) -> tuple[int, ...]:
    """Publishes submissions, after the events named by `after`; returns what they superseded.

    Superseded is whatever else was published in their slots.
    """
    if not ids:
        return ()
    rows = con.execute(STANDING_IN_THE_WAY, {"ids": list(ids)}).fetchall()
    superseded = tuple(submission_id for (submission_id,) in rows)
    events = [(one, event) for event in after for one in ids]
    events += [(one, "superseded") for one in superseded]
    events += [(one, "published") for one in ids]
    append_events(con, events, act)
    return superseded
