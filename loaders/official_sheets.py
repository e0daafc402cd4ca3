"""What the official forms have in common: how their cells look, lines above a table, printing."""

from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from loaders.template.layout import FONT

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False}

Rows = Sequence[Mapping[str, object]]


class NothingToWrite(Exception):
    """Nothing of what the form holds is published for the area and year."""


def looks_of(book: xlsxwriter.Workbook) -> dict[str, object]:
    """The formats of a workbook's cells by what they hold."""
    cell = {**FONT, "border": 1, "valign": "top", "text_wrap": True}
    return {
        "title": book.add_format({**FONT, "bold": True}),
        "head": book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#DDEBF7"}),
        "line": book.add_format({**cell, "bold": True, "bg_color": "#F2F2F2"}),
        "text": book.add_format(cell),
        "number": book.add_format({**cell, "num_format": "#,##0.00"}),
        "any": book.add_format({**cell, "num_format": "#,##0.######"}),
    }


def write_lines(sheet: Worksheet, row: int, lines: Iterable[str], looks: Mapping) -> int:
    """Writes lines of text from `row` on; the row below them."""
    for line in lines:
        sheet.write_string(row, 0, line, looks["title"])
        row += 1
    return row


def print_set_up(sheet: Worksheet) -> None:
    """A4 across, as wide as the page, its pages numbered."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
