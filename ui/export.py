"""The one way figures leave as files: no live formulas, Thai that opens right, and marked notes."""

import csv
import io
import re
from dataclasses import dataclass

import pandas as pd
import xlsxwriter

CSV_MIME = "text/csv"
XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# A spreadsheet takes text that starts like this for a formula, also after blanks.
_FORMULA = re.compile(r"^[\s]*[=+\-@|]|^[\t\r\n]")
_NUMBER = re.compile(r"^\s*[+\-]?\d[\d,]*(\.\d+)?\s*$")
_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\s]+')
_NUMBER_FORMATS = {"_thb": "#,##0.00", "_pct": "0.00", "_pp": "0.00", "_count": "#,##0"}


@dataclass(frozen=True)
class Export:
    """A table to be sent out: `headings` name the columns of `frame`, `notes` stand above them."""

    title: str
    notes: tuple[str, ...]
    headings: tuple[str, ...]
    frame: pd.DataFrame
    sheet_name: str


def csv_bytes(export: Export) -> bytes:
    """UTF-8 with a byte order mark, without which office programs garble Thai."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for line in (export.title, *export.notes):
        writer.writerow([inert(line)])
    writer.writerow([])
    writer.writerow([inert(heading) for heading in export.headings])
    for row in rows_of(export):
        writer.writerow([inert(value) if isinstance(value, str) else value for value in row])
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(*exports: Export) -> bytes:
    """A workbook of one sheet per export; numbers stay numbers, text stays text."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for export in exports:
            sheet = book.add_worksheet(export.sheet_name)
            sheet.write_string(0, 0, export.title, bold)
            for row, note in enumerate(export.notes, start=1):
                sheet.write_string(row, 0, note)
            top = len(export.notes) + 2
            for column, name in enumerate(export.headings):
                sheet.write_string(top, column, name, heading)
            formats = [_format(book, name) for name in export.frame.columns]
            for row, values in enumerate(rows_of(export), start=top + 1):
                _write_row(sheet, row, values, formats)
            sheet.set_column(0, max(0, len(export.headings) - 1), 18)
            sheet.freeze_panes(top + 1, 0)
    return out.getvalue()


def file_stem(*parts: object) -> str:
    """A file name without its ending that every system takes, from the parts that are not empty.

    >>> file_stem("งบประมาณ/แผน", None, 2569)
    'งบประมาณ-แผน_2569'
    """
    cleaned = (_FORBIDDEN_IN_NAMES.sub("-", str(part)).strip("-.") for part in parts if part)
    return "_".join(part for part in cleaned if part)


def inert(text: str) -> str:
    """`text` that no spreadsheet runs: an apostrophe before what would start a formula.

    >>> inert("=1+1"), inert("-5.2"), inert("ปกติ")
    ("'=1+1", '-5.2', 'ปกติ')
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def rows_of(export: Export) -> list[list[object]]:
    """The rows as plain values; missing is None, never an empty text or zero."""
    frame = export.frame
    plain = frame.astype(object).where(frame.notna(), None)
    return [[_whole(value) for value in row] for row in plain.to_numpy().tolist()]


def _whole(value: object) -> object:
    """36928000.0 as 36928000: a count with gaps comes as a float."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _write_row(sheet, row: int, values: list[object], formats: list) -> None:
    for column, value in enumerate(values):
        if value is None:
            continue
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, formats[column])
        else:
            sheet.write_string(row, column, str(value))


def _format(book: xlsxwriter.Workbook, column: str):
    for suffix, pattern in _NUMBER_FORMATS.items():
        if column.endswith(suffix):
            return book.add_format({"num_format": pattern})
    return None
