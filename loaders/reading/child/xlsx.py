"""Workbooks of the present Excel format, by calamine; openpyxl reads what calamine refuses."""

import zipfile
from pathlib import Path

from .package import Contents, contents
from .result import FoundSheet, Refused
from .text import to_columns
from .xmlscan import Scan, extent, scan


def read(path: Path, limits: dict, *, second_reader: bool = False):
    """Sheets and notes. Refuses a sheet whose used area is too large, naming the cell far away."""
    with zipfile.ZipFile(path) as package:
        book = contents(package)
        _check_extent(package, book, limits["cells"])
        scans = [_scan(package, sheet.part, book) for sheet in book.sheets]
    unaddressed = any(found.lacks_addresses for found in scans)
    if second_reader or unaddressed or not book.sheets:
        return _by_openpyxl(path, book, scans, limits), _notes(book)
    return _by_calamine(path, book, scans, limits), _notes(book)


def _scan(package: zipfile.ZipFile, part: str | None, book: Contents) -> Scan:
    return scan(package, part, book.percent_styles, book.recalculates) if part else Scan()


def _check_extent(package: zipfile.ZipFile, book: Contents, most_cells: int) -> None:
    for sheet in book.sheets:
        if sheet.part:
            rows, columns, far = extent(package, sheet.part)
            if rows * columns > most_cells:
                raise Refused("unsafe_file", "far_cell", sheet=sheet.name, cell=far)


def _notes(book: Contents) -> list:
    notes = [["dates_1904", {}]] if book.date_1904 else []
    return notes + [["hidden_sheet", {"sheet": s.name}] for s in book.sheets if not s.visible]


def _by_calamine(path: Path, book: Contents, scans: list[Scan], limits: dict) -> list[FoundSheet]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(str(path))
        names = workbook.sheet_names
        sheets = []
        for part, found in zip(book.sheets, scans, strict=True):
            if part.name not in names:
                continue
            rows = workbook.get_sheet_by_name(part.name).to_python(skip_empty_area=False)
            sheets.append(_sheet(part.name, part.visible, to_columns(rows), found))
        return sheets
    except (CalamineError, OSError, ValueError, KeyError):
        return _by_openpyxl(path, book, scans, limits)


def _by_openpyxl(path: Path, book: Contents, scans: list[Scan], limits: dict):
    from .second import read_by_openpyxl

    found = dict(zip((sheet.name for sheet in book.sheets), scans, strict=True))
    return [
        _sheet(name, visible, columns, found.get(name, Scan()))
        for name, visible, columns in read_by_openpyxl(path, limits)
    ]


def _sheet(name: str, visible: bool, columns: list, found: Scan) -> FoundSheet:
    for row, col, code in found.errors:
        put(columns, row, col, code)
    return FoundSheet(
        name,
        columns,
        visible,
        merges=found.merges,
        hidden_rows=found.hidden_rows,
        hidden_columns=found.hidden_columns,
        errors=found.errors,
        uncached=found.uncached,
        percent=found.percent,
    )


def put(columns: list[list], row: int, col: int, text: str) -> None:
    """Write a text at a place, widening and lengthening the columns when it lies outside."""
    height = max(len(columns[0]) if columns else 0, row + 1)
    while len(columns) <= col:
        columns.append([])
    for column in columns:
        column.extend([None] * (height - len(column)))
    columns[col][row] = text
