"""The sheet that explains a blank workbook: a short covering note, then a line for each column."""

from collections.abc import Sequence
from datetime import date

import xlsxwriter

from i18n import t
from loaders.form import Form
from loaders.table import Context
from loaders.tables.read import GUIDE_SHEET
from loaders.template.layout import FONT, LINE_HEIGHT, Slot, line_count
from store.areas import area
from thai.calendar import format_date, quarter_label

_HEADS = ("column", "unit", "example", "required", "meaning")
_WIDTHS = (34, 22, 34, 12, 70)


def write_guide(
    book: xlsxwriter.Workbook,
    form: Form,
    given: Context,
    layout: Sequence[Slot],
    due_on: date | None,
    lang: str,
) -> None:
    """Adds the sheet: to whom, which form and period, by when, how; then unit, example and meaning
    of every column. The reader of workbooks passes it over."""
    sheet = book.add_worksheet(GUIDE_SHEET)
    plain = book.add_format({**FONT, "text_wrap": True, "valign": "top", "border": 1})
    bold = book.add_format({**FONT, "bold": True})
    head = book.add_format({**FONT, "bold": True, "border": 1, "bg_color": "#DDEBF7"})
    note = book.add_format(FONT)
    for col, width in enumerate(_WIDTHS):
        sheet.set_column(col, col, width)
    sheet.set_default_row(LINE_HEIGHT)
    lines = _covering_note(form, given, due_on, lang)
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, bold if row < 2 else note)
    top = len(lines) + 1
    for col, name in enumerate(_HEADS):
        sheet.write_string(top, col, t(f"template.guide.{name}", lang), head)
    for row, slot in enumerate(layout, top + 1):
        texts = _about(slot, lang)
        for col, text in enumerate(texts):
            sheet.write_string(row, col, text, plain)
        fitting = max(map(line_count, texts, _WIDTHS))
        sheet.set_row(row, fitting * LINE_HEIGHT)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _covering_note(form: Form, given: Context, due_on: date | None, lang: str) -> list[str]:
    place = area(given.area_code) if given.area_code else None
    period = quarter_label(given.fiscal_year, given.quarter, lang) if given.fiscal_year else ""
    named = {
        "form": form.title if lang == "th" else form.title_en,
        "place": (place.name_th if lang == "th" else place.name_en) if place else "",
        "period": period,
    }
    return [
        *([t("template.guide.to", lang, agency=given.agency)] if given.agency else []),
        t("template.guide.about", lang, **named).strip(),
        *([t("template.guide.due", lang, day=format_date(due_on, lang))] if due_on else []),
        *t("template.guide.steps", lang).strip().split("\n"),
    ]


def _about(slot: Slot, lang: str) -> tuple[str, ...]:
    column = slot.column
    return (
        slot.header,
        t(f"template.unit.{column.kind}", lang),
        column.example,
        t("template.guide.yes", lang) if column.required else "",
        column.help_th if lang == "th" else column.help_en,
    )
