"""From a workbook to the tables of known forms on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from types import MappingProxyType

import numpy as np

from loaders.findings import Finding
from loaders.form import Column, Form
from loaders.forms import FORMS
from loaders.reading import Sheet, Workbook
from loaders.table import Context, FormTable
from loaders.tables.body import Body, read_body
from loaders.tables.build import build_table
from loaders.tables.found import Found
from loaders.tables.grid import Grid
from loaders.tables.headers import Header, best_header, header_rows
from loaders.tables.titles import Titles, read_titles
from store.areas import Found as FoundArea
from store.areas import find_area
from thai.calendar import parse_quarter, parse_year_be

FORM_SHEET = "_form"  # hidden in our own blank workbooks: form, version, province, agency …
GUIDE_SHEET = "คำชี้แจง"  # in our own blank workbooks: how to fill them in
_MOST_NAMED = 6  # columns named as lacking
_TOP_ROWS = 15  # in which the nearest form of a sheet that fits none is looked for


@dataclass(frozen=True)
class Reading:
    """The tables of a workbook, and the findings that belong to no table (a table has its own)."""

    tables: tuple[FormTable, ...]
    findings: tuple[Finding, ...]


def read_tables(workbook: Workbook, given: Context, form_name: str | None = None) -> Reading:
    """Every table of a known form in the workbook, in sheet order.

    `given` overrides what title lines say; `form_name` asks for that form only. When no sheet
    fits, each sheet that holds a table is refused with the nearest form; when some do, the others
    are only mentioned. Raises KeyError for a form name that does not exist.
    """
    label = _form_sheet(workbook)
    name = form_name or label.get("form")
    forms = [FORMS[name]] if form_name or name in FORMS else list(FORMS.values())
    asked = _Asked(tuple(forms), _labelled(label), given, bool(label))
    grids = [Grid(sheet) for sheet in workbook.sheets if _may_hold_facts(sheet, bool(label))]
    pages = [_Page(grid, _tables_on(grid, asked)) for grid in grids]
    tables = tuple(build_table(found) for page in pages for found in page.found)
    return Reading(tables, tuple(_about_sheets(pages, asked)))


@dataclass(frozen=True)
class _Asked:
    """What is looked for: the forms, what the hidden sheet says, what the caller says."""

    forms: tuple[Form, ...]
    labelled: Context
    given: Context
    plain_layout: bool


@dataclass(frozen=True)
class _Page:
    grid: Grid
    found: tuple[Found, ...]


@dataclass(frozen=True)
class _Section:
    """One header with the rows under it and what the lines above it say."""

    header: Header
    body: Body
    titles: Titles


def _may_hold_facts(sheet: Sheet, ours: bool) -> bool:
    return sheet.visible and bool(sheet.row_count) and not (ours and sheet.name == GUIDE_SHEET)


def _form_sheet(workbook: Workbook) -> Mapping[str, str]:
    for sheet in workbook.sheets:
        if sheet.name == FORM_SHEET and sheet.column_count >= 2:
            return {row[0]: row[1] for row in sheet.rows() if row[0] and row[1]}
    return MappingProxyType({})


def _labelled(label: Mapping[str, str]) -> Context:
    area = find_area(label["province"]) if label.get("province") else None
    year = parse_year_be(label.get("fiscal_year", ""))
    quarter = parse_quarter(label.get("quarter", ""))
    return Context(
        area_code=area.area.code if isinstance(area, FoundArea) else None,
        agency=label.get("agency"),
        fiscal_year=year.be if year else None,
        quarter=quarter.quarter if quarter else None,
    )


def _tables_on(grid: Grid, asked: _Asked) -> tuple[Found, ...]:
    headers = _headers(grid, asked)
    sections = []
    for header, below in zip_longest(headers, headers[1:]):
        start = header.bottom + 1
        stop = _titles_from(grid, start, below.top) if below else grid.sheet.row_count
        above = _titles_from(grid, sections[-1].body.end if sections else 0, header.top)
        titles = read_titles(_lines(grid, above, header.top), grid.sheet.name)
        sections.append(_Section(header, read_body(grid, header, start, stop), titles))
    return tuple(_found(grid, run, asked) for run in _continued(sections))


def _headers(grid: Grid, asked: _Asked) -> list[Header]:
    """The headers on a sheet from the top down, none inside another."""
    headers: list[Header] = []
    for candidate in header_rows(grid):
        if headers and (candidate.row <= headers[-1].bottom or not candidate.mostly):
            continue
        header = _header_from(grid, candidate.row, headers, asked)
        if header is not None and header.fits:
            headers.append(header)
    return headers


def _header_from(grid: Grid, top: int, above: Sequence[Header], asked: _Asked) -> Header | None:
    start = above[-1].bottom + 1 if above else 0
    lines = _lines(grid, _titles_from(grid, start, top), top)
    return best_header(grid, top, asked.forms, " ".join(lines))


def _titles_from(grid: Grid, start: int, top: int) -> int:
    """The first of the title lines directly above a header: all rows of a sheet's first header,
    further down only lone lines and blank rows."""
    if start == 0:
        return 0
    row = top
    while row > start and grid.filled[row - 1] <= 1:
        row -= 1
    return row


def _lines(grid: Grid, start: int, stop: int) -> list[str]:
    """The title lines: each row's texts joined, a label with the value in the cell beside it."""
    return [
        " ".join(text for _, text in grid.texts(row))
        for row in range(start, stop)
        if grid.filled[row]
    ]


def _continued(sections: Sequence[_Section]) -> Iterator[list[_Section]]:
    """Runs of sections that are one table: the same header repeated, the title saying no other."""
    run: list[_Section] = []
    for section in sections:
        if run and not _continues(run[0], section):
            yield run
            run = []
        run.append(section)
    if run:
        yield run


def _continues(first: _Section, later: _Section) -> bool:
    same_header = later.header.form == first.header.form and later.header.hits == first.header.hits
    return (
        same_header and first.titles.context.overlaid(later.titles.context) == first.titles.context
    )


def _found(grid: Grid, run: Sequence[_Section], asked: _Asked) -> Found:
    titles = run[0].titles
    context = titles.context.overlaid(asked.labelled).overlaid(asked.given)
    body = run[0].body
    for later in run[1:]:
        body = _joined(body, later.body)
    return Found(grid, run[0].header, body, context, titles.district, asked.plain_layout)


def _joined(above: Body, below: Body) -> Body:
    """Two parts of one table; a section goes on over the page break until the next one."""
    sections = {}
    for key in dict.fromkeys((*above.sections, *below.sections)):
        first = list(above.sections.get(key, [None] * len(above.facts)))
        second = list(below.sections.get(key, [None] * len(below.facts)))
        last = first[-1] if first else None
        sections[key] = first + [text or last for text in second]
    facts = np.concatenate([above.facts, below.facts])
    return replace(below, facts=facts, totals=(*above.totals, *below.totals), sections=sections)


def _about_sheets(pages: Sequence[_Page], asked: _Asked) -> Iterator[Finding]:
    fitting = any(page.found for page in pages)
    for page in pages:
        if len(page.found) > 1:
            yield Finding("several_tables", page.grid.sheet.name, value=str(len(page.found)))
        elif not page.found and _holds_table(page.grid):
            yield _ignored(page.grid) if fitting else _refused(page.grid, asked)


def _holds_table(grid: Grid) -> bool:
    return bool((grid.filled >= 2).any())


def _ignored(grid: Grid) -> Finding:
    first = next(row for row, count in enumerate(grid.filled) if count >= 2)
    return Finding("sheet_ignored", grid.sheet.name, value=_shown(grid, first))


def _refused(grid: Grid, asked: _Asked) -> Finding:
    """No form fits: which is nearest, and which of its headers are missing."""
    rows = [row for row in range(min(_TOP_ROWS, grid.sheet.row_count)) if grid.filled[row] >= 2]
    tops = rows or [int(np.argmax(grid.filled >= 2))]
    nearest = max(
        (header for top in tops if (header := best_header(grid, top, asked.forms, ""))),
        key=lambda header: header.score,
    )
    form, missing = nearest.form, _lacking(nearest)
    params = {
        "form": form.name,
        "columns": ", ".join(column.header for column in missing),
        "expected_th": f"{form.title}: {', '.join(column.header for column in missing)}",
        "expected_en": f"{form.title_en}: {', '.join(column.header_en for column in missing)}",
    }
    shown = _shown(grid, nearest.top)
    return Finding(
        "no_known_form", grid.sheet.name, nearest.top, None, shown, params["expected_th"], params
    )


def _lacking(header: Header) -> tuple[Column, ...]:
    """The columns that would make the sheet one of the form: required ones first."""
    absent = [column for column in header.form.columns if column.key not in header.keys]
    return header.missing or tuple(absent[:_MOST_NAMED])


def _shown(grid: Grid, row: int) -> str:
    return ", ".join(text for _, text in grid.texts(row)[:6])[:200]
