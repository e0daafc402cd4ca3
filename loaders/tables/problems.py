"""The findings of a table: each faulty cell once, with its address and the value as typed."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import numpy as np

from loaders.asks import Asks
from loaders.findings import Finding, column_letters
from loaders.form import Column
from loaders.tables.cells import Fault
from loaders.tables.grid import Grid, marked
from loaders.tables.headers import Header
from loaders.tables.subrows import SubRows

_MOST_NAMED = 12  # rows or columns named one by one before "…"

CONTEXT_OPTIONS = {
    "area": "--province",
    "province": "--province",
    "plan_owner": "--province",
    "district": "--district",
    "fiscal_year": "--fiscal-year",
    "year": "--fiscal-year",
    "quarter": "--quarter",
    "agency": "--agency",
}


def at_cell(grid: Grid, row: int, col: int | None, fault: Fault, column: Column) -> Finding:
    """The finding for a fault at a cell (zero-based)."""
    typed = None if col is None else grid.shown(row, col)
    expected, expected_en = _expected(fault, column)
    params = {"expected_th": expected, "expected_en": expected_en, "column": column.header}
    return Finding(fault.code, grid.sheet.name, row, col, typed, expected, params, asks=fault.asks)


def _expected(fault: Fault, column: Column) -> tuple[str, str]:
    if fault.code == "missing_value":
        return column.header, column.header_en
    expected = fault.expected or "-"
    return expected, fault.expected_en or expected


def missing_column(grid: Grid, header: Header, column: Column, asks: Asks | None) -> Finding:
    """A required column that is neither on the sheet nor said by its title."""
    params = {
        "expected_th": column.header,
        "expected_en": column.header_en,
        "form": header.form.name,
    }
    place = (grid.sheet.name, header.bottom)
    return Finding("missing_column", *place, expected=column.header, params=params, asks=asks)


def missing_context(grid: Grid, header: Header, column: Column) -> Finding:
    """Something true of the whole table that neither title, column nor caller says."""
    params = {
        "expected_th": column.header,
        "expected_en": column.header_en,
        "key": column.key,
        "option": CONTEXT_OPTIONS[column.key],
        "form": header.form.name,
    }
    return Finding("missing_context", grid.sheet.name, expected=column.header, params=params)


def unknown_columns(
    grid: Grid, header: Header, rows: np.ndarray, asked: Collection[int] = ()
) -> Iterator[Finding]:
    """One note naming the columns that hold something under a header the form does not have, and
    that nobody is asked about."""
    unknown = [col for col in header.unknown if col not in asked]
    used = [col for col in unknown if len(rows) and grid.has_text(col)[rows].any()]
    if used:
        names = ", ".join(header.unknown[col] for col in used)
        params = {"columns": ", ".join(column_letters(col) for col in used)}
        yield Finding(
            "unknown_column", grid.sheet.name, header.bottom, used[0], names, None, params
        )


def hidden_parts(grid: Grid, header: Header, rows: np.ndarray) -> Iterator[Finding]:
    """One warning naming the hidden rows and columns that were read."""
    hidden = [str(row + 1) for row in sorted(grid.sheet.hidden_rows.intersection(rows.tolist()))]
    hidden += [column_letters(col) for col in header.hits if col in grid.sheet.hidden_columns]
    if hidden:
        named = ", ".join(hidden[:_MOST_NAMED]) + (" …" if len(hidden) > _MOST_NAMED else "")
        yield Finding(
            "hidden_rows", grid.sheet.name, value=named, params={"count": str(len(hidden))}
        )


def sub_rows(grid: Grid, parts: Iterable[SubRows]) -> Iterator[Finding]:
    """A warning for each fact whose parts stand beneath it and are not counted beside it."""
    for part in parts:
        named = ", ".join(str(row + 1) for row in part.rows[:_MOST_NAMED])
        rows = named + (" …" if len(part.rows) > _MOST_NAMED else "")
        place = (grid.sheet.name, part.rows[0])
        yield Finding("sub_rows", *place, value=part.parent, params={"rows": rows})


def shifted_headers(grid: Grid, header: Header) -> Iterator[Finding]:
    """A warning for each header year that was not a Buddhist-era one."""
    for col, hit in header.hits.items():
        if hit.shifted:
            year = str(hit.year)
            yield Finding("year_shifted", grid.sheet.name, header.bottom, col, hit.shifted, year)


def troubles(grid: Grid, col: int, rows: np.ndarray) -> Mapping[int, Fault]:
    """Positions among the rows of Excel errors and of formulas without a result, in a column."""
    kinds = {
        "formula_without_value": grid.sheet.uncached_formulas,
        "error_cell": grid.sheet.error_cells.keys(),
    }
    return {
        int(position): Fault(code)
        for code, cells in kinds.items()
        if len(cells)
        for position in np.flatnonzero(marked(cells, col, rows))
    }
