"""Writing the blank workbook: one header row, yellow cells to fill, a hidden sheet that says what it is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from i18n import t
from loaders.form import Column, Form
from loaders.table import Context
from loaders.template.layout import AREA_KINDS, Slot, slots, written
from loaders.template.validation import Choices, choices, rule
from store.areas import area

FORM_SHEET, LISTS_SHEET = "_form", "_lists"
LAST_ROW = 5_000  # the rules of the columns reach this far down

# Fixed, so that the same declaration gives the same bytes on any day.
_CREATED = datetime(2026, 10, 1)
_LINE_HEIGHT = 24  # points: Thai vowels and tone marks overlap in Excel's own 15
_HEADER_HEIGHT = 72
_FONT = {"font_name": "TH Sarabun New", "font_size": 16}
_HEADER = {**_FONT, "bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"}
_REQUIRED, _OPTIONAL = {"bg_color": "#F8CBAD"}, {"bg_color": "#DDEBF7"}
_INPUT = {**_FONT, "bg_color": "#FFFDE7", "border": 1, "border_color": "#D9D9D9"}
_NUMBER_FORMATS = {"money": "#,##0.00", "count": "#,##0", "date": "dd/mm/yyyy", "text": "@"}
_TEXT_WIDTH, _VALUE_WIDTH = 28, 15
_LONG_TEXTS = ("kpi", "project", "title", "highlight", "explanation", "risk", "comment")


def write_template(
    form: Form,
    given: Context,
    path: Path,
    *,
    rows: Iterable[Mapping[str, object]] = (),
    years: Sequence[int] = (),
    guidance: bool = True,
    lang: str = "th",
) -> None:
    """Writes the form's own workbook for the area, agency and period `given` says.

    `rows` fill it: values by slot key ("kpi", "target_2569", "disbursed_thb_1"), choices and
    areas by code; None stays blank. `years` are the columns repeated by year, five from the
    fiscal year unless said. Without `guidance` there are no comments, drop-downs or limits.
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
            offered = {slot.key: choices(slot, given) for slot in layout}
            _add_rules(sheet, layout, offered, lang)
            _add_comments(sheet, layout, lang)
        _write_rows(sheet, layout, rows)
        if guidance:
            _write_lists(book, offered)
        _write_identity(book, form, given)


def _years(given: Context) -> range:
    first = given.fiscal_year or 2570
    return range(first, first + 5)


def _set_up(book: xlsxwriter.Workbook, sheet: Worksheet, layout: Sequence[Slot]) -> None:
    styles = {
        kind: book.add_format({**_INPUT, "num_format": _NUMBER_FORMATS.get(kind, "General")})
        for kind in {_style(slot.column) for slot in layout}
    }
    sheet.set_default_row(_LINE_HEIGHT)
    for col, slot in enumerate(layout):
        sheet.set_column(col, col, _width(slot.column), styles[_style(slot.column)])
    sheet.freeze_panes(1, 0)


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
    sheet: Worksheet, layout: Sequence[Slot], rows: Iterable[Mapping[str, object]]
) -> None:
    columns = [(col, slot.key, slot.column) for col, slot in enumerate(layout)]
    for number, row in enumerate(rows, start=1):
        for col, key, column in columns:
            if (value := row.get(key)) is None:
                continue
            cell = written(column, value)
            if isinstance(cell, str):
                sheet.write_string(number, col, cell)
            elif isinstance(cell, datetime):
                sheet.write_datetime(number, col, cell)
            else:
                sheet.write_number(number, col, cell)


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
