"""Opening the DuckDB file, bringing its schema up to date, and writing to it one at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from store.reference import load_reference
from store.schema_steps import apply_schema, apply_views

_WRITE_LOCK = threading.RLock()

# DuckDB must never reach outside the machine or read a file of its own accord.
_GUARDS = (
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set enable_external_access = false",
    "set lock_configuration = true",
)


class StoreError(RuntimeError):
    """The database cannot be opened or written; the message says what to do."""


def open_store(path: Path | str, *, threads: int | None = None) -> duckdb.DuckDBPyConnection:
    """An open connection to the store at `path` (":memory:" for tests), schema and views current.

    Give every script run or thread its own `con.cursor()`: a connection shared by threads
    answers wrongly. One process at a time may hold the file. Raises StoreError when it cannot
    be opened, with DuckDB's own words chained.
    """
    if str(path) != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    try:
        con = duckdb.connect(str(path), config={"python_enable_replacements": "false"})
    except duckdb.Error as error:
        raise StoreError(f"cannot open the database {path}: {error}") from error
    if threads:
        con.execute(f"set threads = {int(threads)}")
    with transaction(con):
        changed = apply_schema(con)
        if changed:
            load_reference(con)
        apply_views(con)
    for guard in _GUARDS:
        con.execute(guard)
    return con


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """All or nothing: commits what the block did, or rolls back when it raises.

    One writer at a time in this process (a lock) and, on stores with several writing
    processes, one at a time altogether (the lock row is touched first, so a second conflicts).
    """
    with _WRITE_LOCK:
        con.execute("begin transaction")
        try:
            if _has_lock_row(con):
                con.execute("update write_lock set touched_at = ?", [utc_now()])
            yield con
        except BaseException:
            con.execute("rollback")
            raise
        con.execute("commit")


def utc_now() -> datetime:
    """This moment in UTC without a zone mark, as every timestamp in the store is kept."""
    return datetime.now(UTC).replace(tzinfo=None)


def data_version(con: duckdb.DuckDBPyConnection) -> str:
    """A text that changes whenever what the pages show may have changed; the cache key."""
    (version,) = con.execute("select coalesce(max(event_id), 0) from submission_event").fetchone()
    return str(version)


def _has_lock_row(con: duckdb.DuckDBPyConnection) -> bool:
    found = con.execute(
        "select count(*) from duckdb_tables() where table_name = 'write_lock'"
    ).fetchone()
    return bool(found[0])
