"""Workbooks in binary formats, .xls and .xlsb, by calamine."""

from pathlib import Path

from .biff import Damaged, Signs, sheet_signs
from .result import FoundSheet, Refused, hidden_notes
from .text import letters, make_blank, put, to_columns


def read(path: Path, kind: str, limits: dict):
    """Sheets and notes of a binary workbook.

    The note `errors_not_checked` says that Excel errors could not be told from blanks.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    signs = _signs(path, kind, limits["cells"])
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        about = workbook.sheets_metadata
        by_name = {told.name: told for told in signs}
        found = []
        for meta in about:
            told = by_name.get(meta.name)
            sheet, visible = workbook.get_sheet_by_name(meta.name), meta.visible
            is_visible = visible == SheetVisibleEnum.Visible
            found.append(_sheet(sheet, is_visible, told, limits["cells"]))
    except PasswordError as error:
        raise Refused("encrypted_file", "password") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("unreadable_file", "damaged", detail=str(error)[:200]) from error
    unchecked = [m.name for m in about if m.name not in by_name]
    return found, hidden_notes(found) + [
        ["errors_not_checked", {"sheet": name}] for name in unchecked
    ]


def _signs(path: Path, kind: str, most_cells: int) -> list[Signs]:
    """The signs of every sheet, none when the records cannot be followed.

    A cell far away is found here, before calamine asks for all the room in between.
    """
    try:
        signs = sheet_signs(path.read_bytes()) if kind == "xls" else []
    except Damaged:
        return []
    for sheet in signs:
        _refuse_far(sheet.name, sheet.last_row, sheet.last_col, most_cells)
    return signs


def _refuse_far(sheet: str, row: int, col: int, most_cells: int) -> None:
    if (row + 1) * (col + 1) > most_cells:
        raise Refused("unsafe_file", "far_cell", sheet=sheet, cell=f"{letters(col)}{row + 1}")


def _sheet(sheet, visible: bool, told: Signs | None, most_cells: int) -> FoundSheet:
    _refuse_far(sheet.name, sheet.total_height - 1, sheet.total_width - 1, most_cells)
    columns = to_columns(sheet.to_python(skip_empty_area=False))
    merges = [[r0, c0, r1, c1] for (r0, c0), (r1, c1) in sheet.merged_cell_ranges or ()]
    found = FoundSheet(sheet.name, columns, visible, merges=merges)
    return _with_signs(found, told) if told else found


def _with_signs(found: FoundSheet, told: Signs) -> FoundSheet:
    for row, col, code in told.errors:
        put(found.columns, row, col, code)
    make_blank(found.columns, told.uncached)
    found.errors, found.uncached, found.percent = told.errors, told.uncached, told.percent
    found.hidden_rows, found.hidden_columns = told.hidden_rows, told.hidden_columns
    return found
