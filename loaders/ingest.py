"""From files to stored submissions: check one, take one in, take many in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import duckdb

from loaders.examine import (
    Examination,
    already,
    compared,
    examine_alone,
    examine_file,
    examine_read,
    find_earlier,
    stored_among,
)
from loaders.order import in_storing_order
from loaders.reading import Refusal, Workbook, read_workbook, read_workbooks
from loaders.received import Received, fingerprint, forget, keep, require_room
from loaders.report import FileReport
from loaders.rule_store import rulebook
from loaders.storing import Delivery, store_examined
from loaders.table import Context

Progress = Callable[[int, int, Path], None]

NOTHING_GIVEN = Context()
_KEEPERS = 2

__all__ = [
    "Delivery",
    "Examination",
    "check_file",
    "examine_file",
    "ingest_file",
    "ingest_files",
    "store_examination",
]


def check_file(
    path: Path,
    given: Context = NOTHING_GIVEN,
    form: str | None = None,
    *,
    con: duckdb.DuckDBPyConnection | None = None,
) -> FileReport:
    """The findings of a file; nothing is stored. With a store also against what it holds.

    `given` says what the sheets do not: area, fiscal year, quarter, agency. `form` is a name of
    loaders.forms.FORMS, None to let the headers decide.
    """
    return examine_read(con, path, fingerprint(path), read_workbook(path), given, form).report


def ingest_file(
    con: duckdb.DuckDBPyConnection,
    path: Path,
    given: Context = NOTHING_GIVEN,
    *,
    data_dir: Path,
    form: str | None = None,
    publish: bool = True,
    demo: bool = False,
    actor: str = "",
    reason: str | None = None,
    accept_rows: Literal["all", "good"] = "all",
) -> FileReport:
    """Keeps the bytes of a file, checks it and stores its facts: all of them or none.

    An error keeps every fact out; the file and its findings are kept all the same. The same bytes
    again add nothing. With `accept_rows` "good" only the rows that hold an error are kept out.
    `publish=False` holds the facts back from the pages until published, and so does a closed round
    unless `reason` says why it is reported now. Raises StoreError when the disk or the database
    cannot take it, OSError when `path` cannot be read.
    """
    sha256 = fingerprint(path)
    if earlier := find_earlier(con, sha256):
        return already(path, sha256, earlier).report
    _kept(path, data_dir, sha256)
    delivery = Delivery(publish, demo, actor, reason=reason, accept_rows=accept_rows)
    return store_examination(con, examine_file(con, path, given, form), delivery, data_dir)


def store_examination(
    con: duckdb.DuckDBPyConnection, examination: Examination, delivery: Delivery, data_dir: Path
) -> FileReport:
    """Stores what was examined before, after a person has seen it, without reading it again.

    Raises FileChanged when the file is not the one that was examined.
    """
    report = examination.report
    if report.state == "already_received":
        return report
    received = _kept(examination.path, data_dir, report.sha256)
    return _stored(con, examination, received, delivery, data_dir)


def ingest_files(
    con: duckdb.DuckDBPyConnection,
    paths: Iterable[Path],
    given: Context = NOTHING_GIVEN,
    *,
    data_dir: Path,
    form: str | None = None,
    publish: bool = True,
    demo: bool = False,
    actor: str = "",
    reason: str | None = None,
    accept_rows: Literal["all", "good"] = "all",
    received_at: Mapping[Path, datetime] = MappingProxyType({}),
    on_progress: Progress = lambda done, total, path: None,
) -> list[FileReport]:
    """ingest_file for many, a transaction each; the reports are in the order given.

    Two files are read at a time; what others are checked against is stored before them, wherever
    it stands among the paths. `received_at` says when a file came, where that is not now.
    `on_progress` is called with (done, total, path) before a file is read and before it is stored,
    reading and storing each half of what is to do, and after the last.
    """
    paths = list(dict.fromkeys(paths))
    prints = {path: fingerprint(path) for path in paths}
    stored = stored_among(con, prints.values())
    new = [path for path in paths if prints[path] not in stored]
    rules = rulebook(con)
    half_steps = count(2 * (len(paths) - len(new)))

    def moved(path: Path) -> None:
        on_progress(next(half_steps) // 2, len(paths), path)

    def alone(path: Path, workbook: Workbook | Refusal) -> Examination:
        return examine_alone(path, prints[path], workbook, given, form, rules)

    def as_read() -> Iterator[Examination]:
        cells = read_workbooks(new)
        for path in new:
            moved(path)
            yield alone(*next(cells))

    reports = {
        path: already(path, prints[path], find_earlier(con, prints[path])).report
        for path in paths
        if prints[path] in stored
    }
    # Waiting for the disk to confirm a kept file costs as long as storing it: it goes on beside.
    with ThreadPoolExecutor(_KEEPERS) as keepers:
        kept = {path: keepers.submit(_kept, path, data_dir, prints[path]) for path in new}
        for one in in_storing_order(as_read(), lambda path: alone(path, read_workbook(path))):
            moved(one.path)
            at = received_at.get(one.path)
            delivery = Delivery(publish, demo, actor, at, reason, accept_rows)
            received = kept[one.path].result()
            examined = compared(con, one)
            reports[one.path] = _stored(con, examined, received, delivery, data_dir)
    if paths:
        on_progress(len(paths), len(paths), paths[-1])
    return [reports[path] for path in paths]


def _stored(
    con: duckdb.DuckDBPyConnection,
    examination: Examination,
    received: Received,
    delivery: Delivery,
    data_dir: Path,
) -> FileReport:
    """store_examined, and the bytes of a file with personal data forgotten."""
    report = store_examined(con, examination, received, delivery)
    if any(finding.code == "personal_data" for finding in report.findings):
        forget(received, data_dir)
    return report


def _kept(path: Path, data_dir: Path, sha256: str) -> Received:
    require_room(path, data_dir)
    return keep(path, data_dir, sha256)
