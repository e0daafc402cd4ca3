"""A few rows and columns of a sheet around one cell, as a person who opens the file sees them."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from loaders.reading import Sheet, column_letters

# As much as fits a panel without scrolling: rows above and below, columns left and right.
ROWS_AROUND, COLUMNS_AROUND, HEADER_ROWS, FIRST_COLUMNS = 4, 4, 2, 2
# Sheets up to this wide are shown from side to side.
_NARROW = 10


@dataclass(frozen=True)
class Excerpt:
    """Part of a sheet: row numbers and column letters as a spreadsheet names them, and the texts.

    `texts` has a tuple per row; None is a blank cell. `header_rows` are those row numbers that head
    the table. `marked_row` is the cell's, `marked_column` its letters, None for a whole row.
    """

    rows: tuple[int, ...]
    columns: tuple[str, ...]
    texts: tuple[tuple[str | None, ...], ...]
    header_rows: frozenset[int]
    marked_row: int
    marked_column: str | None

    @property
    def marked_text(self) -> str | None:
        """What the marked cell holds; None when it is blank or a whole row is marked."""
        if self.marked_column is None:
            return None
        row = self.texts[self.rows.index(self.marked_row)]
        return row[self.columns.index(self.marked_column)]


def parse_address(cell: str) -> tuple[int, int | None]:
    """The zero-based row and column of an address; the column is None for a whole row ("8:8").

    >>> parse_address("E8"), parse_address("AA10"), parse_address("8:8")
    ((7, 4), (9, 26), (7, None))
    """
    letters = re.match("[A-Z]*", cell)[0]
    row = int(cell[len(letters) :].partition(":")[0]) - 1
    col = -1
    for letter in letters:
        col = 26 * (col + 1) + ord(letter) - ord("A")
    return row, (col if letters else None)


def excerpt(sheet: Sheet, cell: str, header_row: int | None) -> Excerpt | None:
    """The part of a sheet around an address, below its header and beside its first columns.

    `header_row` is the last row of the header, from 1. None when the sheet has no such cell.
    """
    row, col = parse_address(cell)
    if row >= sheet.row_count or (col or 0) >= sheet.column_count:
        return None
    header = _header(row, header_row)
    shown = sorted({*header, *_around(row, ROWS_AROUND, sheet.row_count)})
    columns = _columns(col, sheet.column_count)
    return Excerpt(
        rows=tuple(one + 1 for one in shown),
        columns=tuple(map(column_letters, columns)),
        texts=tuple(tuple(_text(sheet, one, other) for other in columns) for one in shown),
        header_rows=frozenset(one + 1 for one in header),
        marked_row=row + 1,
        marked_column=None if col is None else column_letters(col),
    )


def _header(row: int, header_row: int | None) -> range:
    if header_row is None or header_row > row:
        return range(0)
    return range(max(header_row - HEADER_ROWS, 0), header_row)


def _around(place: int, reach: int, end: int) -> range:
    """Places around one, as many at the edges as in the middle."""
    first = max(min(place - reach, end - 2 * reach - 1), 0)
    return range(first, min(first + 2 * reach + 1, end))


def _columns(col: int | None, count: int) -> list[int]:
    if count <= _NARROW:
        return list(range(count))
    return sorted({*range(FIRST_COLUMNS), *_around(col or 0, COLUMNS_AROUND, count)})


def _text(sheet: Sheet, row: int, col: int) -> str | None:
    """The text of a cell; a fraction that the file shows as a percentage is shown as one."""
    text = sheet.cell(row, col)
    if text is None or (row, col) not in sheet.percent_cells:
        return text
    try:
        return f"{(100 * Decimal(text)).normalize():f}%"
    except InvalidOperation:
        return text
