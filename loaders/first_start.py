"""The database of a first start: made under another name, so that half of it is never seen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from loaders.demo import write_workbooks
from loaders.demonstration import ACTOR, expect_senders
from loaders.ingest import ingest_files
from loaders.report import FileReport
from store import open_store

SAMPLES = Path(__file__).parents[1] / "data" / "samples"

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Prepared:
    """What the first start put in: a report for each sample and each demonstration workbook."""

    samples: tuple[FileReport, ...]
    demonstration: tuple[FileReport, ...]


def is_prepared(db_path: Path) -> bool:
    """Whether there is a database at all; a half-made one has another name."""
    return db_path.exists()


def prepare(
    db_path: Path,
    data_dir: Path,
    on_progress: Progress = lambda done, total, file_name: None,
) -> Prepared:
    """Makes the database with the samples and the demonstration set, then gives it its name.

    `on_progress` is called with (done, total, file name) before each workbook. Killed at any
    moment it leaves no database, and the next call begins anew. Raises StoreError or OSError
    when the disk cannot take it.
    """
    db_path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = db_path.with_name(f"{db_path.name}.preparing")
    _remove(unfinished)
    con = open_store(unfinished)
    try:
        prepared = _fill(con, data_dir, on_progress)
        con.execute("checkpoint")
    finally:
        con.close()
    unfinished.replace(db_path)
    return prepared


def _fill(con: duckdb.DuckDBPyConnection, data_dir: Path, on_progress: Progress) -> Prepared:
    samples = sorted(SAMPLES.glob("*.xlsx"))
    demonstration = write_workbooks(data_dir / "demo")
    total = len(samples) + len(demonstration)

    received_at = {file.path: file.received_at for file in demonstration}

    def taken_in(paths: list[Path], before: int, demo: bool) -> tuple[FileReport, ...]:
        return tuple(
            ingest_files(
                con,
                paths,
                data_dir=data_dir,
                demo=demo,
                actor=ACTOR if demo else "sample",
                received_at=received_at,
                on_progress=lambda done, _, path: on_progress(before + done, total, path.name),
            )
        )

    expect_senders(con)
    return Prepared(
        taken_in(samples, 0, demo=False),
        taken_in([*received_at], len(samples), demo=True),
    )


def _remove(unfinished: Path) -> None:
    unfinished.unlink(missing_ok=True)
    unfinished.with_name(f"{unfinished.name}.wal").unlink(missing_ok=True)
