"""Rows that only take apart the row above them: "   - รายจ่ายลงทุน" beneath its plan."""

import re
from dataclasses import dataclass

import numpy as np

from loaders.tables.grid import Grid
from loaders.tables.headers import NUMERIC_KINDS, Header

_MARKED = r"^(?:[ \t\x{00A0}]{2,}|[ \t\x{00A0}]*[-–—•▪●·*][ \t\x{00A0}]*)\S"
_MARK = re.compile(r"^[\s\xa0]*[-–—•▪●·*]?[\s\xa0]*")


@dataclass(frozen=True)
class SubRows:
    """Sheet rows (zero-based) that take apart the one above them, and that one's name."""

    parent: str
    rows: tuple[int, ...]


def sub_rows(grid: Grid, header: Header, start: int, facts: np.ndarray) -> tuple[SubRows, ...]:
    """The parts among the facts: names set in or marked by a dash beneath a name that is not, both
    with figures. Names that are all marked are a list, and belong to nobody."""
    col = _name_column(header)
    if col is None:
        return ()
    span = slice(start, start + len(facts))
    marked = facts & grid.where_matches(col, _MARKED)[span]
    if not marked.any():
        return ()
    figures = _with_figures(grid, header, span)
    parts: dict[int, list[int]] = {}
    parent: int | None = None
    for offset in np.flatnonzero(facts):
        if not marked[offset]:
            parent = int(offset) if figures[offset] else None
        elif parent is not None and figures[offset]:
            parts.setdefault(parent, []).append(start + int(offset))
    return tuple(
        SubRows(_MARK.sub("", grid.sheet.cell(start + offset, col) or ""), tuple(rows))
        for offset, rows in parts.items()
    )


def _name_column(header: Header) -> int | None:
    """The leftmost column of names of what a row is about: required text."""
    for col, hit in sorted(header.hits.items()):
        column = header.form.column(hit.key)
        if column.kind == "text" and column.required:
            return col
    return None


def _with_figures(grid: Grid, header: Header, span: slice) -> np.ndarray:
    found = np.zeros(span.stop - span.start, dtype=bool)
    for col, hit in header.hits.items():
        if header.form.column(hit.key).kind in NUMERIC_KINDS:
            found |= grid.has_text(col)[span]
    return found
