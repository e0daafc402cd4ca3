"""The cells of a workbook of any format as a plain .xlsx: values and merged ranges, no looks."""

import re
from pathlib import Path

import xlsxwriter

from loaders.reading import Sheet, Workbook

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
# Only what reads back as the very same text is a number: 0012 and long codes stay text.
_FIGURE = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?")
_WIDTHS_FROM = 200  # rows
_NARROWEST, _WIDEST = 9, 60


def write_cells(workbook: Workbook, path: Path) -> Path:
    """Writes the workbook's cells to `path` and returns it; what looks like a formula stays text."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    taken: set[str] = set()
    with xlsxwriter.Workbook(str(path), options) as book:
        for sheet in workbook.sheets:
            page = book.add_worksheet(_title(sheet.name, taken))
            if not sheet.visible:
                page.hide()
            _write(page, sheet)
    return path


def _write(page, sheet: Sheet) -> None:
    for col, width in enumerate(_widths(sheet)):
        page.set_column(col, col, width)
    for number, row in enumerate(sheet.rows()):
        for col, text in enumerate(row):
            if text is None:
                continue
            if _FIGURE.fullmatch(text) and not text.endswith("0" if "." in text else "."):
                page.write_number(number, col, float(text))
            else:
                page.write_string(number, col, text[:32_767])
    for merge in sheet.merges:
        page.merge_range(merge.row0, merge.col0, merge.row1, merge.col1, "")
        text = sheet.cell(merge.row0, merge.col0)
        if text is not None:
            page.write_string(merge.row0, merge.col0, text)


def _widths(sheet: Sheet) -> list[int]:
    seen = [column.slice(0, _WIDTHS_FROM).drop_null().to_pylist() for column in sheet.columns]
    longest = (max(map(len, texts), default=0) for texts in seen)
    return [min(max(length + 1, _NARROWEST), _WIDEST) for length in longest]


def _title(name: str, taken: set[str]) -> str:
    """The name as a sheet may bear it, and no other of the workbook does."""
    bare = _FORBIDDEN.sub(" ", name).strip(" '")[:_LONGEST_TITLE] or "แผ่นงาน"
    numbered = (bare if n == 1 else f"{bare[: _LONGEST_TITLE - 4]} {n}" for n in range(1, 1000))
    title = next(one for one in numbered if one.lower() not in taken)
    taken.add(title.lower())
    return title
