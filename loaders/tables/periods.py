"""What one sheet says for the others, and where a title speaks of another period than was said."""

from collections.abc import Iterator
from dataclasses import replace

from loaders.findings import Finding
from loaders.table import Context
from loaders.tables.headers import Header
from loaders.tables.titles import Titles
from store import areas

# Key of a column that a title may stand for → what of the context is then used.
_SHARED = {
    "area": "area_code",
    "province": "area_code",
    "plan_owner": "area_code",
    "fiscal_year": "fiscal_year",
    "year": "fiscal_year",
    "quarter": "quarter",
}


def spoken_for_all(titles: Titles, *, is_cover: bool) -> Context:
    """What the first sheet's title says of all sheets.

    Its unit and quarter only where it is a cover without a table of its own: beside a table they
    are that table's, and the next sheet may well be of the whole year in another unit.
    """
    if is_cover:
        return titles.context
    return replace(titles.context, unit_factor=None, quarter=None)


def shared_with(sheet: str, header: Header, own: Context, shared: Context) -> Iterator[Finding]:
    """A note naming what the table takes from the first sheet, when it takes anything."""
    wanted = {_SHARED[key] for key in header.form.from_context if key in _SHARED}
    present = {_SHARED.get(key) for key in header.keys}
    taken = [
        name
        for name in ("area_code", "fiscal_year", "quarter")
        if name in wanted - present
        and getattr(own, name) is None
        and getattr(shared, name) is not None
    ]
    if own.unit_factor is None and shared.unit_factor is not None:
        taken.append("unit_factor")
    if taken:
        shown = ", ".join(_shown(name, getattr(shared, name)) for name in taken)
        yield Finding("title_shared", sheet, header.top, value=shown)


def disagreements(sheet: str, header: Header, titles: Titles, said: Context) -> Iterator[Finding]:
    """An error where the title names another year or quarter than the blank workbook was made for,
    or than the sender said. Only where the sheet has no column that says it row by row."""
    if header.form.period not in ("year", "quarter") or {"fiscal_year", "year"} & header.keys:
        return
    year, quarter = titles.period
    other_year = year and said.fiscal_year and year != said.fiscal_year
    counts = header.form.period == "quarter" and "quarter" not in header.keys
    other_quarter = counts and quarter and said.quarter and quarter != said.quarter
    if other_year or other_quarter:
        here = _period(year, quarter if counts else None)
        there = _period(said.fiscal_year, said.quarter if counts else None)
        yield Finding("wrong_period", sheet, header.top, value=here, expected=there)


def _period(year: int | None, quarter: int | None) -> str:
    return f"{quarter}/{year or '-'}" if quarter else str(year or "-")


def _shown(name: str, value: object) -> str:
    return areas.area(value).name_th if name == "area_code" else str(value)
