"""Putting the demonstration set in, and taking it off the pages again."""

from pathlib import Path

import duckdb

from loaders.demo import write_workbooks
from loaders.demo.expectations import expectations
from loaders.events import Act, append_events, publish_now
from loaders.ingest import Progress, ingest_files
from loaders.report import FileReport
from loaders.rounds import expect
from store import transaction
from store.database import utc_now

ACTOR = "demo"

IN_STATE = "select submission_id from submission_state where demo and state = $state order by all"
# Made-up figures come back neither beside a newer version of themselves nor instead of real ones.
TAKEN_OFF = """
    select max_by(submission_id, version) filter (demo and state = 'withdrawn')
    from submission_state
    group by slot
    having bool_or(demo and state = 'withdrawn') and not bool_or(state = 'published')
    order by all
"""


def install(
    con: duckdb.DuckDBPyConnection,
    data_dir: Path,
    on_progress: Progress = lambda done, total, path: None,
) -> list[FileReport]:
    """Writes the demonstration workbooks below `data_dir`/demo and takes them in like any other.

    A set that was removed before is published again. Says also who is expected to send what.
    """
    files = write_workbooks(data_dir / "demo")
    reports = ingest_files(
        con,
        [file.path for file in files],
        data_dir=data_dir,
        demo=True,
        actor=ACTOR,
        received_at={file.path: file.received_at for file in files},
        on_progress=on_progress,
    )
    restore(con)
    expect_senders(con)
    return reports


def expect_senders(con: duckdb.DuckDBPyConnection) -> None:
    """Writes down, once, who is to send what in the demonstration; it holds while the set shows."""
    (said,) = con.execute("select count(*) from expected_submission where demo").fetchone()
    if not said:
        expect(con, expectations(), actor=ACTOR, demo=True)


def remove(con: duckdb.DuckDBPyConnection, *, actor: str = ACTOR) -> int:
    """Takes every made-up submission off the pages; how many there were."""
    with transaction(con):
        published = _ids(con, "published")
        append_events(con, [(one, "withdrawn") for one in published], Act(actor, utc_now()))
    return len(published)


def restore(con: duckdb.DuckDBPyConnection, *, actor: str = ACTOR) -> int:
    """Publishes again what was taken off the pages and is in the store still; how many there were.

    A place where something is published by now keeps it.
    """
    with transaction(con):
        taken_off = [one for (one,) in con.execute(TAKEN_OFF).fetchall()]
        publish_now(con, taken_off, Act(actor, utc_now()))
    return len(taken_off)


def _ids(con: duckdb.DuckDBPyConnection, state: str) -> list[int]:
    return [one for (one,) in con.execute(IN_STATE, {"state": state}).fetchall()]
