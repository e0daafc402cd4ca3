"""Writing the blank workbook: one header row, yellow cells to fill, a hidden sheet that says what it is."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from i18n import t
from loaders.form import Column, Form
from loaders.table import Context
from loaders.template.guide import write_guide
from loaders.template.layout import (
    AREA_KINDS,
    FONT,
    LINE_HEIGHT,
    Cell,
    Slot,
    line_count,
    slots,
    written,
)
from loaders.template.validation import Choices, choices, rule
from store.areas import area

FORM_SHEET, LISTS_SHEET = "_form", "_lists"
LAST_ROW = 5_000  # the rules of the columns reach this far down

# Fixed, so that the same declaration gives the same bytes on any day.
_CREATED = datetime(2026, 10, 1)
_HEADER_HEIGHT = 72
_HEADER = {**FONT, "bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"}
_REQUIRED, _OPTIONAL = {"bg_color": "#F8CBAD"}, {"bg_color": "#DDEBF7"}
_CELL = {**FONT, "border": 1, "border_color": "#D9D9D9", "valign": "top"}
_INPUT, _LOCKED = {"bg_color": "#FFFDE7", "locked": False}, {"bg_color": "#E7E6E6"}
# What may still be done on a protected sheet: Excel forbids all of it unless told.
_PERMITTED = {"format_columns", "format_rows", "insert_rows", "sort", "autofilter"}
_NUMBER_FORMATS = {"money": "#,##0.00", "count": "#,##0", "date": "dd/mm/yyyy", "text": "@"}
_TEXT_WIDTH, _VALUE_WIDTH = 28, 15
_NO_NAMES: Mapping[str, Sequence[str]] = MappingProxyType({})
_LONG_TEXTS = ("kpi", "project", "title", "highlight", "explanation", "risk", "comment")


def write_template(
    form: Form,
    given: Context,
    path: Path,
    *,
    rows: Iterable[Mapping[str, object]] = (),
    years: Sequence[int] = (),
    locked: Collection[str] = (),
    names: Mapping[str, Sequence[str]] = _NO_NAMES,
    due_on: date | None = None,
    guidance: bool = True,
    lang: str = "th",
) -> None:
    """Writes the form's own workbook for the area, agency and period `given` says.

    `rows` fill it: values by slot key ("kpi", "target_2569", "disbursed_thb_1"), choices and
    areas by code; None stays blank. What they put into the keys of `locked` is grey and cannot be
    overwritten (a courtesy: there is no password). `names` offers, by key, names to choose from
    that need not be chosen. `years` are the columns repeated by year, five from the fiscal year
    unless said. Without `guidance` there is no protection and are no comments, drop-downs, limits
    or explaining sheet, on which `due_on` is the last day to send it back.
    The same arguments always give the same bytes; text beginning with = stays text.
    """
    layout = slots(form, years or _years(given))
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": form.title, "created": _CREATED})
        sheet = book.add_worksheet(form.title[:31])
        _set_up(book, sheet, layout)
        _print_set_up(sheet, form, given)
        _write_header(book, sheet, layout)
        if guidance:
            offered = {slot.key: choices(slot, given, names.get(slot.key, ())) for slot in layout}
            _add_rules(sheet, layout, offered, lang)
            _add_comments(sheet, layout, lang)
            sheet.protect("", dict.fromkeys(_PERMITTED, True))
        _write_rows(book, sheet, layout, rows, frozenset(locked))
        if guidance:
            write_guide(book, form, given, layout, due_on, lang)
            _write_lists(book, offered)
        _write_identity(book, form, given)


def _years(given: Context) -> range:
    first = given.fiscal_year or 2570
    return range(first, first + 5)


def _set_up(book: xlsxwriter.Workbook, sheet: Worksheet, layout: Sequence[Slot]) -> None:
    styles = _styles(book, layout, _INPUT)
    sheet.set_default_row(LINE_HEIGHT)
    for col, slot in enumerate(layout):
        sheet.set_column(col, col, _width(slot.column), styles[_style(slot.column)])
    sheet.freeze_panes(1, 0)


def _styles(book: xlsxwriter.Workbook, layout: Sequence[Slot], look: Mapping) -> dict[str, Format]:
    """Kind of column → how its cells look."""
    return {
        kind: book.add_format(
            {
                **_CELL,
                **look,
                "num_format": _NUMBER_FORMATS.get(kind, "General"),
                "text_wrap": kind == "text",
            }
        )
        for kind in {_style(slot.column): None for slot in layout}
    }


def _style(column: Column) -> str:
    return column.kind if column.kind in _NUMBER_FORMATS else "general"


def _width(column: Column) -> int:
    if column.key in _LONG_TEXTS:
        return 2 * _TEXT_WIDTH
    return _TEXT_WIDTH if column.kind in ("text", "choice", *AREA_KINDS) else _VALUE_WIDTH


def _print_set_up(sheet: Worksheet, form: Form, given: Context) -> None:
    place = area(given.area_code).name_th if given.area_code else ""
    period = f"ปีงบประมาณ {given.fiscal_year}" if given.fiscal_year else ""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&C{' '.join(filter(None, (form.title, place, period)))}")
    sheet.set_footer("&C&P / &N")


def _write_header(book: xlsxwriter.Workbook, sheet: Worksheet, layout: Sequence[Slot]) -> None:
    required = book.add_format({**_HEADER, **_REQUIRED})
    optional = book.add_format({**_HEADER, **_OPTIONAL})
    sheet.set_row(0, _HEADER_HEIGHT)
    for col, slot in enumerate(layout):
        sheet.write_string(0, col, slot.header, required if slot.column.required else optional)


def _add_rules(
    sheet: Worksheet, layout: Sequence[Slot], offered: Mapping[str, Choices | None], lang: str
) -> None:
    for col, slot in enumerate(layout):
        if (limits := rule(slot.column, offered[slot.key], lang)) is not None:
            sheet.data_validation(1, col, LAST_ROW, col, limits)


def _add_comments(sheet: Worksheet, layout: Sequence[Slot], lang: str) -> None:
    for col, slot in enumerate(layout):
        sheet.write_comment(0, col, _comment(slot.column, lang), {"x_scale": 2, "y_scale": 1.5})


def _comment(column: Column, lang: str) -> str:
    lines = [
        t("template.required", lang) if column.required else "",
        column.help_th if lang == "th" else column.help_en,
        t("template.in_baht", lang) if column.kind == "money" else "",
        t("template.example", lang, example=column.example) if column.example else "",
    ]
    return "\n".join(filter(None, lines))


def _write_rows(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    layout: Sequence[Slot],
    rows: Iterable[Mapping[str, object]],
    locked: Collection[str],
) -> None:
    grey = _styles(book, layout, _LOCKED) if locked else {}
    columns = [
        (col, slot.key, slot.column, grey[_style(slot.column)] if slot.key in locked else None)
        for col, slot in enumerate(layout)
    ]
    for number, row in enumerate(rows, start=1):
        lines = 1
        for col, key, column, look in columns:
            if (value := row.get(key)) is None:
                continue
            cell = written(column, value)
            _write_cell(sheet, number, col, cell, look)
            if column.kind == "text":
                lines = max(lines, line_count(str(cell), _width(column)))
        if lines > 1:
            sheet.set_row(number, lines * LINE_HEIGHT)


def _write_cell(sheet: Worksheet, row: int, col: int, cell: Cell, look: Format | None) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, col, cell, look)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, col, cell, look)
    else:
        sheet.write_number(row, col, cell, look)


def _write_lists(book: xlsxwriter.Workbook, offered: Mapping[str, Choices | None]) -> None:
    """The drop-downs too long for a rule, one a row of a hidden sheet, each a named range."""
    long = [found for found in offered.values() if found and found.range_name]
    if not long:
        return
    sheet = book.add_worksheet(LISTS_SHEET)
    for row, found in enumerate(long):
        sheet.write_row(row, 0, found.entries)
        last = xlsxwriter.utility.xl_rowcol_to_cell(
            row, len(found.entries) - 1, row_abs=True, col_abs=True
        )
        book.define_name(found.range_name, f"={LISTS_SHEET}!$A${row + 1}:{last}")
    sheet.hide()


def _write_identity(book: xlsxwriter.Workbook, form: Form, given: Context) -> None:
    sheet = book.add_worksheet(FORM_SHEET)
    identity = {
        "form": form.name,
        "version": form.version,
        "province": given.area_code,
        "agency": given.agency,
        "fiscal_year": given.fiscal_year,
        "quarter": given.quarter,
    }
    for row, (key, value) in enumerate(identity.items()):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, "" if value is None else str(value))
    sheet.very_hidden()
