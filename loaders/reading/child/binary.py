"""Workbooks in binary formats, .xls and .xlsb, by calamine."""

from pathlib import Path

from .result import FoundSheet, Refused
from .text import to_columns


def read(path: Path, kind: str, limits: dict):
    """Sheets and notes of a binary workbook."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_path(str(path))
        found = []
        for about in workbook.sheets_metadata:
            sheet = workbook.get_sheet_by_name(about.name)
            found.append(_sheet(sheet, about.visible == SheetVisibleEnum.Visible, limits["cells"]))
    except PasswordError as error:
        raise Refused("encrypted_file", "password") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("unreadable_file", "damaged", detail=str(error)[:200]) from error
    return found, [["hidden_sheet", {"sheet": s.name}] for s in found if not s.visible]


def _sheet(sheet, visible: bool, most_cells: int) -> FoundSheet:
    if sheet.total_height * sheet.total_width > most_cells:
        row, col = sheet.end
        raise Refused("unsafe_file", "far_cell", sheet=sheet.name, row=row + 1, column=col + 1)
    merges = [[r0, c0, r1, c1] for (r0, c0), (r1, c1) in sheet.merged_cell_ranges or ()]
    columns = to_columns(sheet.to_python(skip_empty_area=False))
    return FoundSheet(sheet.name, columns, visible, merges=merges)
