"""Sheets of no known form: refused or passed over with the nearest form, or read by a rule."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from loaders.asks import IGNORED, Asks, Choice
from loaders.findings import Finding
from loaders.form import Column, Form
from loaders.forms import FORMS
from loaders.rules import Rule
from loaders.tables.grid import Grid
from loaders.tables.headers import Header, best_header
from loaders.tables.meanings import Meanings

_MOST_NAMED = 6  # columns named as lacking
_TOP_ROWS = 15  # in which the header of such a sheet is looked for


def rule_of_sheet(grid: Grid, meanings: Meanings) -> tuple[Rule, int] | None:
    """The rule that says what a sheet of these headers is, and the row of its header."""
    if not meanings.rules.has("form_of_sheet"):
        return None
    for row in possible_headers(grid):
        subject = _shown(grid, row)
        rule = meanings.rules.find("form_of_sheet", subject, agency=meanings.agency, form=None)
        if rule and (rule.answer == IGNORED or rule.answer in FORMS):
            return rule, row
    return None


def header_by_rule(grid: Grid, row: int, rule: Rule, meanings: Meanings) -> Header:
    """The header of the form that the rule names, however little of it is there."""
    header = best_header(grid, row, [FORMS[rule.answer]], "", meanings)
    return replace(header, sheet_rule=rule)


def ignored(grid: Grid, forms: Sequence[Form], agency: str | None) -> Finding:
    """A note that the sheet was passed over; its workbook has others that fit."""
    first = next(row for row, count in enumerate(grid.filled) if count >= 2)
    asks = _which_form(grid, first, forms, agency)
    return Finding("sheet_ignored", grid.sheet.name, value=_shown(grid, first), asks=asks)


def refused(grid: Grid, forms: Sequence[Form], agency: str | None) -> Finding:
    """No form fits: which is nearest, and which of its headers are missing."""
    tops = possible_headers(grid)
    headers = (header for top in tops if (header := best_header(grid, top, forms, "")))
    nearest = max(headers, key=lambda header: header.score)
    form, missing = nearest.form, _lacking(nearest)
    params = {
        "form": form.name,
        "columns": ", ".join(column.header for column in missing),
        "expected_th": f"{form.title}: {', '.join(column.header for column in missing)}",
        "expected_en": f"{form.title_en}: {', '.join(column.header_en for column in missing)}",
    }
    place, shown = (grid.sheet.name, nearest.top, None), _shown(grid, nearest.top)
    asks = _which_form(grid, nearest.top, forms, agency)
    return Finding("no_known_form", *place, shown, params["expected_th"], params, asks=asks)


def possible_headers(grid: Grid) -> list[int]:
    """The rows near the top that hold more than one text; the first such row of all, if none."""
    rows = [row for row in range(min(_TOP_ROWS, grid.sheet.row_count)) if grid.filled[row] >= 2]
    return rows or [int(np.argmax(grid.filled >= 2))]


def _which_form(grid: Grid, row: int, forms: Sequence[Form], agency: str | None) -> Asks:
    """The question what a sheet is, the likeliest forms first; its header may be another row."""
    headers = [header for form in forms if (header := best_header(grid, row, [form], ""))]
    headers.sort(key=lambda header: -header.score)
    choices = [Choice(header.form.name, _known_columns(header)) for header in headers]
    return Asks(
        "form_of_sheet",
        None,
        agency,
        _shown(grid, row),
        (*choices, Choice(IGNORED)),
        cells=((row, 0),),
        cell_count=grid.sheet.row_count - row - 1,
        other_subjects=tuple(_shown(grid, other) for other in possible_headers(grid)),
    )


def _known_columns(header: Header) -> str:
    return ", ".join(sorted(header.form.column(key).header for key in header.keys))


def _lacking(header: Header) -> tuple[Column, ...]:
    """The columns that would make the sheet one of the form: required ones first."""
    absent = [column for column in header.form.columns if column.key not in header.keys]
    return header.missing or tuple(absent[:_MOST_NAMED])


def _shown(grid: Grid, row: int) -> str:
    return ", ".join(text for _, text in grid.texts(row)[:6])[:200]
