"""From a workbook to the tables of known forms on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from types import MappingProxyType

import numpy as np

from loaders.asks import IGNORED
from loaders.findings import Finding
from loaders.form import Form
from loaders.forms import FORMS
from loaders.reading import Sheet, Workbook
from loaders.rules import NO_RULES, Rule, RuleBook
from loaders.table import Context, FormTable
from loaders.tables.body import Body, read_body
from loaders.tables.build import build_table
from loaders.tables.found import Found
from loaders.tables.grid import Grid
from loaders.tables.headers import Candidate, Header, best_header, header_rows
from loaders.tables.meanings import Meanings
from loaders.tables.official import laid_out
from loaders.tables.periods import disagreements, shared_with, spoken_for_all
from loaders.tables.titles import Titles, read_titles
from loaders.tables.unknown import header_by_rule, ignored, refused, rule_of_sheet
from loaders.tables.used import rule_applied
from store.areas import Found as FoundArea
from store.areas import find_area
from thai.calendar import parse_quarter, parse_year_be

FORM_SHEET = "_form"  # hidden in our own blank workbooks: form, version, province, agency …
GUIDE_SHEET = "คำชี้แจง"  # in our own blank workbooks: how to fill them in
NOTHING_SAID = Context()
_TOP_ROWS = 15  # that are title lines where a sheet has no header


@dataclass(frozen=True)
class Reading:
    """The tables of a workbook, and the findings that belong to no table (a table has its own)."""

    tables: tuple[FormTable, ...]
    findings: tuple[Finding, ...]


def read_tables(
    workbook: Workbook,
    given: Context,
    form_name: str | None = None,
    rules: RuleBook = NO_RULES,
    unless_said: Context = NOTHING_SAID,
) -> Reading:
    """Every table of a known form in the workbook, in sheet order.

    `given` overrides what title lines say, `unless_said` holds where they say nothing; `form_name` asks for that form only; `rules` are answers
    to what earlier workbooks left open. When no sheet fits, each sheet that holds a table is refused
    with the nearest form; when some do, the others are only mentioned. Raises KeyError for a form
    name that does not exist.
    """
    label = _form_sheet(workbook)
    name = form_name or label.get("form")
    forms = [FORMS[name]] if form_name or name in FORMS else list(FORMS.values())
    asked = _Asked(tuple(forms), _labelled(label), given, bool(label), rules, unless_said)
    grids = [
        Grid(laid_out(sheet)) for sheet in workbook.sheets if _may_hold_facts(sheet, bool(label))
    ]
    pages = _pages(grids, asked)
    tables = tuple(build_table(found) for page in pages for found in page.found)
    return Reading(tables, tuple(_about_sheets(pages, asked)))


@dataclass(frozen=True)
class _Asked:
    """What is looked for: the forms, what the hidden sheet says, what the caller says, what people
    answered before, and what the first sheet says of all."""

    forms: tuple[Form, ...]
    labelled: Context
    given: Context
    plain_layout: bool
    rules: RuleBook
    shared: Context = field(default_factory=Context)

    @property
    def said(self) -> Context:
        """What hidden sheet and caller say, which no title overrules."""
        return self.labelled.overlaid(self.given)


@dataclass(frozen=True)
class _Page:
    """A sheet with the tables on it; `context` is what is said of all of it, `left_out` the rule by
    which nothing of it is read."""

    grid: Grid
    found: tuple[Found, ...]
    titles: Titles
    context: Context
    left_out: Rule | None = None


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


def _pages(grids: Sequence[Grid], asked: _Asked) -> list[_Page]:
    """The sheets read one after another; what the first says of all serves the others."""
    pages: list[_Page] = []
    for grid in grids:
        pages.append(_page(grid, asked))
        if len(pages) == 1:
            is_cover = not pages[0].found
            spoken = spoken_for_all(pages[0].titles, is_cover=is_cover)
            asked = replace(asked, shared=asked.shared.overlaid(spoken))
    return pages


def _page(grid: Grid, asked: _Asked) -> _Page:
    candidates = list(header_rows(grid))
    top = candidates[0].row if candidates else min(_TOP_ROWS, grid.sheet.row_count)
    titles = read_titles(_lines(grid, 0, top), grid.sheet.name)
    context = asked.shared.overlaid(titles.context).overlaid(asked.said)
    meanings = Meanings(asked.rules, context.agency, context.area_code)
    headers = _headers(grid, candidates, asked, meanings)
    if not headers and (ruled := rule_of_sheet(grid, meanings)):
        rule, row = ruled
        if rule.answer == IGNORED:
            return _Page(grid, (), titles, context, left_out=rule)
        headers = [header_by_rule(grid, row, rule, meanings)]
    return _Page(grid, _tables_under(grid, headers, asked), titles, context)


def _tables_under(grid: Grid, headers: Sequence[Header], asked: _Asked) -> tuple[Found, ...]:
    sections = []
    for header, below in zip_longest(headers, headers[1:]):
        start = header.bottom + 1
        stop = _titles_from(grid, start, below.top) if below else grid.sheet.row_count
        above = _titles_from(grid, sections[-1].body.end if sections else 0, header.top)
        titles = read_titles(_lines(grid, above, header.top), grid.sheet.name)
        sections.append(_Section(header, read_body(grid, header, start, stop), titles))
    return tuple(_found(grid, run, asked) for run in _continued(sections))


def _headers(
    grid: Grid, candidates: Sequence[Candidate], asked: _Asked, meanings: Meanings
) -> list[Header]:
    """The headers on a sheet from the top down, none inside another."""
    headers: list[Header] = []
    for candidate in candidates:
        if headers and (candidate.row <= headers[-1].bottom or not candidate.mostly):
            continue
        header = _header_from(grid, candidate.row, headers, asked, meanings)
        if header is not None and header.fits:
            headers.append(header)
    return headers


def _header_from(
    grid: Grid, top: int, above: Sequence[Header], asked: _Asked, meanings: Meanings
) -> Header | None:
    start = above[-1].bottom + 1 if above else 0
    lines = _lines(grid, _titles_from(grid, start, top), top)
    return best_header(grid, top, asked.forms, " ".join(lines), meanings)


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
    own = titles.context.overlaid(asked.said)
    context = asked.shared.overlaid(own)
    header, body = run[0].header, run[0].body
    for later in run[1:]:
        body = _joined(body, later.body)
    remarks = (
        *disagreements(grid.sheet.name, header, titles, asked.said),
        *shared_with(grid.sheet.name, header, own, asked.shared),
    )
    return Found(
        grid, header, body, context, titles.district, asked.plain_layout, asked.rules, remarks
    )


def _joined(above: Body, below: Body) -> Body:
    """Two parts of one table; a section goes on over the page break until the next one."""
    sections = {}
    for key in dict.fromkeys((*above.sections, *below.sections)):
        first = list(above.sections.get(key, [None] * len(above.facts)))
        second = list(below.sections.get(key, [None] * len(below.facts)))
        last = first[-1] if first else None
        sections[key] = first + [text or last for text in second]
    facts = np.concatenate([above.facts, below.facts])
    totals, parts = (*above.totals, *below.totals), (*above.parts, *below.parts)
    return replace(below, facts=facts, totals=totals, sections=sections, parts=parts)


def _about_sheets(pages: Sequence[_Page], asked: _Asked) -> Iterator[Finding]:
    fitting = any(page.found for page in pages)
    for page in pages:
        if page.left_out:
            yield rule_applied(page.grid.sheet.name, page.left_out, [(0, None)])
        elif len(page.found) > 1:
            yield Finding("several_tables", page.grid.sheet.name, value=str(len(page.found)))
        elif not page.found and _holds_table(page.grid):
            told = ignored if fitting else refused
            yield told(page.grid, asked.forms, page.context.agency)


def _holds_table(grid: Grid) -> bool:
    return bool((grid.filled >= 2).any())
