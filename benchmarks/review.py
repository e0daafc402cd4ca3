"""What an analyst waits for on a resent national workbook: findings, difference, marked copy."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb

from benchmarks import village_workbook
from benchmarks.bar import Result
from benchmarks.harness import Size, as_seconds, paired, ratio_result, seconds
from loaders.annotate import annotate
from loaders.difference import differences
from loaders.examine import examine_read
from loaders.findings import Finding
from loaders.ingest import ingest_file
from loaders.reading import read_workbook
from loaders.received import fingerprint
from loaders.table import Context
from store import open_store

NAME = "review"
FLOOR = "the same rows taken in for the first time"
MARKS = 1_000


def measure(size: Size) -> Iterator[Result]:
    """Time of the review of a second version against taking the first one in."""
    rows = size.rows(village_workbook.ROWS)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        first = village_workbook.write_workbook(folder / "first.xlsx", rows)
        second = village_workbook.write_workbook(folder / "second.xlsx", rows - rows // 100)
        con = stored(folder / "known.duckdb", first)
        pair = paired(
            lambda: seconds(lambda: floor(folder, first)),
            lambda: seconds(lambda: subject(con, second)),
            size.rounds,
        )
        con.close()
    what = f"findings, difference and marked copy of {rows:,} rows, to storing them"
    yield ratio_result(NAME, what, pair, "≤ 2 ×", as_seconds)


def floor(folder: Path, file: Path) -> None:
    """The whole ingest into a store of its own."""
    db = folder / "fresh.duckdb"
    stored(db, file).close()
    db.unlink()


def subject(con: duckdb.DuckDBPyConnection, file: Path) -> None:
    """Reads and checks the file, compares it with what stands, marks a thousand cells in a copy."""
    workbook = read_workbook(file)
    examination = examine_read(con, file, fingerprint(file), workbook, Context())
    found = differences(con, examination.storable)
    assert any(difference.removed for difference in found)
    sheet = workbook.sheets[0]
    marks = [
        Finding("not_a_number", sheet.name, row, 7, value="x")
        for row in range(10, min(sheet.row_count, MARKS + 10))
    ]
    annotate(file, file.with_name("marked.xlsx"), workbook, [*examination.report.findings, *marks])


def stored(db: Path, file: Path) -> duckdb.DuckDBPyConnection:
    """An open store that holds the file, published."""
    con = open_store(db)
    report = ingest_file(con, file, Context(), data_dir=db.parent / db.stem)
    assert report.state == "accepted", report
    return con
