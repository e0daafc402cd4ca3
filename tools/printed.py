"""A sheet as an agency prints it: title lines, a merged header, rows, no regard for computers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

# In a drawn header or row: this cell is merged with the one to its left, or with the one above.
LEFT = "←"
ABOVE = "↑"

Value = str | int | float | None

# Fixed, so that the same facts give the same bytes on any day.
_CREATED = datetime(2026, 10, 1)
_FONT = {"font_name": "TH Sarabun New", "font_size": 16}
_LINE_HEIGHT = 24  # points; Thai vowels above and below overlap in Excel's own 15


@dataclass(frozen=True)
class PrintedSheet:
    """One sheet: `titles` above, `header` and `rows` drawn with LEFT and ABOVE for merged cells.

    `widths` in characters, one a column; `formats` are Excel number formats by column.
    """

    name: str
    titles: tuple[str, ...]
    header: tuple[tuple[Value, ...], ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]
    formats: dict[int, str]


def write_printed(path: Path, sheets: Iterable[PrintedSheet]) -> None:
    """Writes the sheets as one .xlsx; the same sheets always give the same bytes."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        book.set_properties({"created": _CREATED, "author": "", "comments": ""})
        styles = _Styles(book)
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, styles)


class _Styles:
    """The workbook's cell formats, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._body: dict[str, object] = {}
        self.title = book.add_format({**_FONT, "bold": True, "align": "center"})
        self.header = book.add_format(
            {**_FONT, "bold": True, "border": 1, "text_wrap": True, "align": "center"}
            | {"valign": "vcenter", "bg_color": "#DDEBF7"}
        )

    def body(self, number_format: str) -> object:
        if number_format not in self._body:
            style = {**_FONT, "border": 1, "text_wrap": True, "valign": "top"}
            self._body[number_format] = self._book.add_format(
                {**style, "num_format": number_format}
            )
        return self._body[number_format]


def _write_sheet(target: Worksheet, sheet: PrintedSheet, styles: _Styles) -> None:
    target.set_default_row(_LINE_HEIGHT)
    for col, width in enumerate(sheet.widths):
        target.set_column(col, col, width)
    for row, line in enumerate(sheet.titles):
        target.merge_range(row, 0, row, len(sheet.widths) - 1, line, styles.title)
    first_header = len(sheet.titles) + 1  # one empty line under the titles
    _write_block(target, sheet.header, first_header, lambda _col: styles.header)
    body = [styles.body(sheet.formats.get(col, "General")) for col in range(len(sheet.widths))]
    first_row = first_header + len(sheet.header)
    _write_block(target, sheet.rows, first_row, body.__getitem__)
    target.freeze_panes(first_row, 0)


def _write_block(target: Worksheet, block: Sequence[Sequence[Value]], top: int, style) -> None:
    for row, line in enumerate(block):
        for col, value in enumerate(line):
            if value in (LEFT, ABOVE):
                continue
            height, width = _span(block, row, col)
            where = (top + row, col)
            if height == width == 1:
                target.write(*where, value, style(col))
            else:
                end = (where[0] + height - 1, col + width - 1)
                target.merge_range(*where, *end, value, style(col))


def _span(block: Sequence[Sequence[Value]], row: int, col: int) -> tuple[int, int]:
    height = width = 1
    while row + height < len(block) and block[row + height][col] == ABOVE:
        height += 1
    while col + width < len(block[row]) and block[row][col + width] == LEFT:
        width += 1
    return height, width
