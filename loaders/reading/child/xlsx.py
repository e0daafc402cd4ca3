"""Workbooks of the present Excel format, by calamine; openpyxl reads what calamine refuses."""

import zipfile
from pathlib import Path

from .package import Contents, SheetPart, contents, part_size
from .result import FoundSheet, Refused, hidden_notes
from .text import make_blank, put, to_columns
from .xmlscan import Scan, extent, scan

# From here on the cost of importing Arrow is less than what reading by columns saves.
LARGE_BYTES = 2 << 20


def read(path: Path, limits: dict, *, second_reader: bool = False):
    """Sheets and notes. Refuses a sheet whose used area is too large, naming the cell far away."""
    with zipfile.ZipFile(path) as package:
        book = contents(package)
        large = {} if second_reader else _read_large_sheets(package, book, limits)
        rest = [sheet for sheet in book.sheets if sheet.name not in large]
        _check_extent(package, rest, limits["cells"])
        scans = {sheet.name: _scan(package, sheet.part, book) for sheet in rest}
    unaddressed = any(found.lacks_addresses for found in scans.values())
    if second_reader or unaddressed or not book.sheets:
        return _by_openpyxl(path, scans, limits), _notes(book)
    small = _by_calamine(path, book, scans, limits) if rest else []
    found = {sheet.name: sheet for sheet in small} | large
    return [found[sheet.name] for sheet in book.sheets if sheet.name in found], _notes(book)


def _read_large_sheets(package, book: Contents, limits: dict) -> dict[str, FoundSheet]:
    """Large sheets by columns; one whose XML has an unusual shape is left to the others."""
    large = [s for s in book.sheets if part_size(package, s.part) >= LARGE_BYTES]
    if not large:
        return {}
    from .large import read_large_sheets

    return {
        sheet.name: _sheet(sheet, columns, found)
        for sheet, columns, found in read_large_sheets(package, large, book, limits)
    }


def _scan(package: zipfile.ZipFile, part: str | None, book: Contents) -> Scan:
    return scan(package, part, book.percent_styles, book.recalculates) if part else Scan()


def _check_extent(package: zipfile.ZipFile, sheets: list[SheetPart], most_cells: int) -> None:
    for sheet in sheets:
        if sheet.part:
            rows, columns, far = extent(package, sheet.part)
            if rows * columns > most_cells:
                raise Refused("unsafe_file", "far_cell", sheet=sheet.name, cell=far)


def _notes(book: Contents) -> list:
    notes = [["dates_1904", {}]] if book.date_1904 else []
    return notes + hidden_notes(book.sheets)


def _by_calamine(path: Path, book: Contents, scans: dict[str, Scan], limits: dict):
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(str(path))
        names = workbook.sheet_names
        wanted = [sheet for sheet in book.sheets if sheet.name in scans and sheet.name in names]
        return [_sheet(part, _values(workbook, part), scans[part.name]) for part in wanted]
    except (CalamineError, OSError, ValueError, KeyError):
        return _by_openpyxl(path, scans, limits)


def _values(workbook, part: SheetPart) -> list:
    rows = workbook.get_sheet_by_name(part.name).to_python(skip_empty_area=False)
    return to_columns(rows)


def _by_openpyxl(path: Path, scans: dict[str, Scan], limits: dict) -> list[FoundSheet]:
    from .second import read_by_openpyxl

    return [
        _sheet(SheetPart(name, None, visible), columns, scans.get(name, Scan()))
        for name, visible, columns in read_by_openpyxl(path, limits)
    ]


def _sheet(part: SheetPart, columns, found: Scan) -> FoundSheet:
    if isinstance(columns, list):  # those of a large sheet come with errors and blanks in place
        for row, col, code in found.errors:
            put(columns, row, col, code)
        make_blank(columns, found.uncached)
    return FoundSheet(
        part.name,
        columns,
        part.visible,
        merges=found.merges,
        hidden_rows=found.hidden_rows,
        hidden_columns=found.hidden_columns,
        errors=found.errors,
        uncached=found.uncached,
        percent=found.percent,
    )
