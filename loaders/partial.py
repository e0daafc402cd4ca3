"""Taking in what is right of a file and leaving out the rows that hold an error, when chosen."""

from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from loaders.examine import Examination
from loaders.findings import Finding
from loaders.table import FormTable


def only_good_rows(examination: Examination) -> Examination:
    """The examination without its faulty rows, accepted, with a note of how many were left out.

    Unchanged when nothing is wrong, when what is wrong is not in single rows (a column that is
    missing), or when no row would be left. What was found stays in the report.
    """
    errors = [finding for finding in examination.report.findings if finding.blocks]
    faulty = {(finding.sheet, finding.row) for finding in errors}
    kept = [_without(table, faulty) for table in examination.tables]
    before, after = _row_count(examination.tables), _row_count(kept)
    if not errors or not after or not faulty <= _places(examination.tables):
        return examination
    note = Finding("accepted_in_part", value=str(after), params={"left_out": str(before - after)})
    sheets = tuple(
        replace(sheet, rows=table.rows.num_rows)
        for sheet, table in zip(examination.report.sheets, kept, strict=True)
    )
    report = replace(
        examination.report,
        state="accepted",
        sheets=sheets,
        findings=(note, *examination.report.findings),
    )
    left_out = {
        (table.sheet, table.header_row): table.rows.num_rows - rest.rows.num_rows
        for table, rest in zip(examination.tables, kept, strict=True)
    }
    tables = tuple(table for table in kept if table.rows.num_rows)
    return replace(examination, report=report, tables=tables, left_out=left_out)


def _without(table: FormTable, faulty: set[tuple[str | None, int | None]]) -> FormTable:
    rows = [row for sheet, row in faulty if sheet == table.sheet and row is not None]
    if not rows:
        return table
    return replace(
        table,
        rows=_left(table.rows, rows),
        series=_left(table.series, rows),
        texts={place: text for place, text in table.texts.items() if place[0] not in rows},
    )


def _left(rows: pa.Table, faulty: list[int]) -> pa.Table:
    """The rows of which none is faulty; `faulty` counts from zero, src_row from one."""
    numbers = pa.array([row + 1 for row in faulty], rows["src_row"].type)
    return rows.filter(pc.invert(pc.is_in(rows["src_row"], value_set=numbers)))


def _places(tables: tuple[FormTable, ...]) -> set[tuple[str, int]]:
    return {(table.sheet, row - 1) for table in tables for row in table.rows["src_row"].to_pylist()}


def _row_count(tables) -> int:
    return sum(table.rows.num_rows for table in tables)
