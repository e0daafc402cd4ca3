"""Everything a reader may change in the store, each through the loaders and the store's lock."""

from collections.abc import Iterable
from contextlib import AbstractContextManager

import duckdb

from loaders import demonstration, inbox, submissions
from loaders.ingest import Delivery, store_examination
from loaders.locks import Period, is_locked, thai_day
from loaders.order import step_of
from loaders.report import FileReport
from loaders.slots import Slot
from loaders.submissions import Change
from store.database import utc_now
from ui import actor, data
from ui.examined import Examined
from ui.settings import load

# In the order in which a submission goes through them.
ACTS = ("submit", "check", "assess", "publish", "restore", "withdraw", "undo")


def writing() -> AbstractContextManager[duckdb.DuckDBPyConnection]:
    """A cursor of its own for one change; the loaders take the one writer's lock with it."""
    return data.reading()


def confirm(files: Iterable[Examined], reason: str = "") -> list[FileReport]:
    """Stores and publishes what was examined, a transaction each; takes it out of the inbox.

    Of a rejected file only what was found is kept: it counts as returned. Raises StoreError or
    OSError when the disk cannot take it; what was stored before stays.
    """
    settings, reports = load(), []
    delivery = Delivery(actor=actor.current(), reason=reason or None)
    for file in sorted(files, key=lambda file: step_of(file.examination)):
        with writing() as con:
            report = store_examination(con, file.examination, delivery, settings.data_dir)
        inbox.take_out(settings.data_dir, report.sha256)
        reports.append(report)
    return reports


def closed_rounds(slots: Iterable[Slot]) -> list[Period]:
    """The rounds of these places that are closed, which only a reason opens."""
    on = thai_day(utc_now())
    with data.reading() as con:
        periods = {round_of(con, slot) for slot in slots if slot.fiscal_year}
        closed = [one for one in periods if is_locked(con, one.fiscal_year, one.quarter, on)]
    return sorted(closed, key=lambda one: (one.fiscal_year, one.quarter))


def round_of(con: duckdb.DuckDBPyConnection, slot: Slot) -> Period:
    """The round in which a report falls that was sent for the slot's quarter, or for all its year."""
    (quarter,) = con.execute("select round_quarter(?, ?)", [slot.form, slot.quarter]).fetchone()
    return Period(slot.fiscal_year, quarter)


def act(name: str, submission_id: int, reason: str) -> Change:
    """The act of loaders.submissions of that name, in the reader's name; one of ACTS.

    Raises NotAllowed, NothingToUndo, or RoundClosed when a closed round is changed without reason.
    """
    with writing() as con:
        step = getattr(submissions, name)
        return step(con, submission_id, actor=actor.current(), reason=reason or None)


def remove_demonstration() -> int:
    """Takes the demonstration data off the pages; how many submissions there were."""
    with writing() as con:
        return demonstration.remove(con, actor=actor.current())


def restore_demonstration() -> int:
    """Shows the demonstration data again that was taken off the pages; how many submissions."""
    with writing() as con:
        return demonstration.restore(con, actor=actor.current())
