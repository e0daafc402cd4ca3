"""Opening the DuckDB file, bringing its schema up to date, and writing to it one at a time."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

import duckdb

from store.reference import load_reference
from store.reference_files import reference_fingerprint
from store.schema_steps import apply_once, apply_schema, apply_views

_WRITE_LOCK = threading.RLock()
_ended = 0
_TRIES, _FIRST_WAIT_SECONDS = 5, 0.01
# These leave every cursor of the database dead, for reading too.
FATAL = (duckdb.FatalException, duckdb.InternalException)

Result = TypeVar("Result")

# DuckDB must never reach outside the machine or read a file of its own accord.
_GUARDS = (
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set enable_external_access = false",
    "set lock_configuration = true",
)


class StoreError(RuntimeError):
    """The database cannot be opened or written; the message says what to do."""


class StoreDown(StoreError):
    """The database stopped working, as on a full disk: every cursor of it is dead, for reading too.

    What was committed is safe and what was not is gone. Opened anew it can be read.
    """

    def __init__(self, cause: Exception) -> None:
        super().__init__(f"the database stopped; make room on the disk and open it anew: {cause}")


def open_store(path: Path | str, *, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """An open connection to the store at `path` (":memory:" for tests), schema and views current.

    Give every script run or thread its own `con.cursor()`: a connection shared by threads
    answers wrongly. One process at a time may hold the file; `threads` counts for the first
    connection of a process to it. Raises StoreError when it cannot be opened, with DuckDB's own
    words chained.
    """
    if str(path) != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    try:
        con = duckdb.connect(str(path), config={"python_enable_replacements": "false"})
    except duckdb.Error as error:
        raise StoreError(f"cannot open the database {path}: {error}") from error
    try:
        _bring_up_to_date(con)
        _guard(con, threads)
    except BaseException:
        con.close()
        raise
    return con


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """All or nothing: commits what the block did, or rolls back when it raises.

    One writer at a time in this process (a lock) and, on stores with several writing
    processes, one at a time altogether (the lock row is touched first, so a second conflicts).
    Raises StoreError when the disk does not take it, StoreDown when the database stops for it.
    """
    try:
        with _all_or_nothing(con):
            con.execute("update write_lock set touched_at = ?", [utc_now()])
            yield con
    finally:
        _count_ended()


def in_transaction(con: duckdb.DuckDBPyConnection, action: Callable[[], Result]) -> Result:
    """What `action` returns, done in one transaction; anew, a few times, when another writer was
    quicker. So the action must look again at whatever it decides by."""
    for attempt in count(1):
        try:
            with transaction(con):
                return action()
        except duckdb.TransactionException:
            if attempt == _TRIES:
                raise
            time.sleep(random.uniform(0, _FIRST_WAIT_SECONDS * 2**attempt))


def utc_now() -> datetime:
    """This moment in UTC without a zone mark, as every timestamp in the store is kept."""
    return datetime.now(UTC).replace(tzinfo=None)


def data_version(con: duckdb.DuckDBPyConnection) -> str:
    """A text that changes with every transaction, the moment of the last one; the cache key of all
    that is read."""
    (touched_at,) = con.execute("select touched_at from write_lock").fetchone()
    return touched_at.isoformat()


def transactions_ended() -> int:
    """How many there were in this process, of any store.

    While it stands still `data_version` does: no other process can write what this one has open.
    """
    return _ended


def _count_ended() -> None:
    global _ended
    with _WRITE_LOCK:
        _ended += 1


@contextmanager
def _all_or_nothing(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    with _WRITE_LOCK:
        try:
            con.execute("begin transaction")
            yield
            con.execute("commit")
        except BaseException as error:
            # Nothing is left to roll back when the commit itself failed or the database died; what
            # must reach the caller is why.
            with suppress(duckdb.Error):
                con.execute("rollback")
            if isinstance(error, FATAL):
                raise StoreDown(error) from error
            if _is_of_the_disk(error):
                raise StoreError(
                    f"the disk does not take it, nothing was stored: {error}"
                ) from error
            raise


def _is_of_the_disk(error: BaseException) -> bool:
    """Whether writing failed, and not a race with another writer, which DuckDB tells by its words."""
    if isinstance(error, duckdb.TransactionException):
        return "onflict" not in str(error)
    return isinstance(error, duckdb.IOException)


def _bring_up_to_date(con: duckdb.DuckDBPyConnection) -> None:
    """New schema steps, the reference facts when their files changed, and the views."""
    with _all_or_nothing(con):
        stepped = apply_schema(con)
        apply_once(con, f"reference {reference_fingerprint()}", load_reference)
        apply_views(con, anew=bool(stepped))


def _guard(con: duckdb.DuckDBPyConnection, threads: int | None) -> None:
    """Settings are of the database, not of the connection: the first one locks them for all."""
    (locked,) = con.execute("select current_setting('lock_configuration')").fetchone()
    if locked:
        return
    if threads:
        con.execute(f"set threads = {int(threads)}")
    for guard in _GUARDS:
        con.execute(guard)
