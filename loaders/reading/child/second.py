"""openpyxl as second reader, for packages that are unusual but sound; slow, so only then."""

from pathlib import Path

from .result import Refused
from .text import rectangle


def read_by_openpyxl(path: Path, limits: dict) -> list[tuple[str, bool, list]]:
    """(name, visible, columns) of every sheet; raises Refused when openpyxl cannot read it."""
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        sheets = [
            (sheet.title, sheet.sheet_state == "visible", _columns(sheet, limits["cells"]))
            for sheet in workbook.worksheets
        ]
    except (Refused, MemoryError):
        raise
    except Exception as error:  # it raises whatever a damaged package makes it stumble over
        raise Refused("unreadable_file", "damaged", detail=type(error).__name__) from error
    if not sheets:
        raise Refused("unreadable_file", "no_sheets")
    return sheets


def _columns(sheet, most_cells: int) -> list:
    sheet.reset_dimensions()  # read-only mode would stop where a wrong <dimension> says
    rows, widest = [], 0
    for row in sheet.iter_rows(values_only=True):
        filled = _filled(row)
        widest = max(widest, len(filled))
        rows.append(filled)
        if widest * len(rows) > most_cells:
            raise Refused("unsafe_file", "too_many_cells", limit=most_cells)
    return rectangle(rows)


def _filled(row: tuple) -> list:
    """The row up to its last value, so that a padded row costs nothing."""
    length = next((i + 1 for i in range(len(row) - 1, -1, -1) if row[i] is not None), 0)
    return list(row[:length])
