"""Workbooks drawn in a test: a list of rows, merged cells drawn with LEFT and ABOVE."""

from types import SimpleNamespace

import pyarrow as pa
import pytest

from loaders.reading import Merge, Sheet, Workbook
from loaders.table import Context
from loaders.tables import read_tables

LEFT, ABOVE = "←", "↑"


def draw(*rows, name="แผ่น 1", **details) -> Sheet:
    """A sheet of the drawn rows; LEFT and ABOVE mark cells merged with their neighbour."""
    width = max(len(row) for row in rows)
    grid = [[*map(_text, row), *[None] * (width - len(row))] for row in rows]
    merges = tuple(_merges(grid))
    plain = [[None if text in (LEFT, ABOVE) else text for text in row] for row in grid]
    columns = tuple(pa.array(list(column), pa.string()) for column in zip(*plain, strict=True))
    return Sheet(name, details.pop("visible", True), columns, merges, **details)


def _text(value) -> str | None:
    return None if value is None or value == "" else str(value)


def _merges(grid):
    for row, cells in enumerate(grid):
        for col, text in enumerate(cells):
            if text in (LEFT, ABOVE):
                continue
            right = col
            while right + 1 < len(cells) and cells[right + 1] == LEFT:
                right += 1
            below = row
            while below + 1 < len(grid) and grid[below + 1][col] == ABOVE:
                below += 1
            if (right, below) != (col, row):
                yield Merge(row, col, below, right)


def read(*sheets, form=None, **given):
    """Reads drawn sheets; gives tables, the table, rows, series and findings as plain values."""
    book = Workbook("xlsx", None, tuple(sheets))
    reading = read_tables(book, Context(**given), form)
    findings = [*reading.findings, *(f for table in reading.tables for f in table.findings)]
    table = reading.tables[0] if reading.tables else None
    return SimpleNamespace(
        reading=reading,
        tables=reading.tables,
        table=table,
        rows=table.rows.to_pylist() if table else [],
        series=table.series.to_pylist() if table else [],
        findings=findings,
        codes=[(f.code, f.cell) for f in findings],
    )


@pytest.fixture
def drawn():
    """`drawn.draw(rows…)` makes a sheet, `drawn.read(sheets…)` reads it."""
    return SimpleNamespace(draw=draw, read=read, LEFT=LEFT, ABOVE=ABOVE)


@pytest.fixture
def take():
    """Only the named keys of rows, as tuples."""
    return lambda rows, *keys: [tuple(row[key] for key in keys) for row in rows]
