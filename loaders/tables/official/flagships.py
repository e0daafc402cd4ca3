"""แบบ จ.1, table 2: issue line, plan line, flagship row with codes, then numbered project rows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from loaders.forms.plan_projects import FORM
from loaders.reading import Sheet
from loaders.tables.official.drawing import Row, redrawn, rows_of
from loaders.tables.titles import read_titles
from loaders.tables.totals import is_total_label
from store.areas import area
from thai.digits import to_arabic
from thai.numbers import find_unit
from thai.text import match_key, normalise

_NAMED = match_key("แผนงาน/โครงการสำคัญ")
_MONEY = match_key("งบประมาณดำเนินการ")
# A word of the header → the key of what the column holds.
_WORDS = {
    "ยุทธศาสตร์": "national_strategy",
    "แผนแม่บท": "national_strategy",
    "แผนพัฒนา": "national_plan",
    "ภาค": "regional_goal",
    "แหล่ง": "source",
    "หน่วย": "agency",
}
_CODES = ("national_strategy", "national_plan", "regional_goal")
_ADDED = ("area", "strategic_issue", "plan", "flagship", *_CODES)
_YEAR = re.compile(r"\d{4}")
_NUMBERED = r"\s*(?:ที่)?\s*[\d.]*\s*[.):–—-]*\s*"
_ISSUE = re.compile(rf"^(?:ประเด็น(?:การพัฒนา|ยุทธศาสตร์)?(?:จังหวัด)?){_NUMBERED}")
_PLAN = re.compile(r"^แผนงาน(?:ที่)?\s*[\d.]+\s*[.):–—-]*\s*")
_FLAGSHIP = re.compile(rf"^โครงการสำคัญ{_NUMBERED}")
_NOTE = re.compile(r"^(?:หมายเหตุ|ที่มา|\*)")


@dataclass(frozen=True)
class _Place:
    """Where the table stands: its header row, the columns of number and name, those of the form's
    keys and of the years; and the province that the lines above it name, perhaps above table 1."""

    row: int
    number: int
    name: int
    columns: Mapping[str, int]
    years: tuple[int, ...]
    area: str | None = None


@dataclass(frozen=True)
class _Under:
    """What the rows at a moment stand under."""

    issue: str | None = None
    plan: str | None = None
    flagship: str | None = None
    codes: tuple[str | None, ...] = (None, None, None)


def flagships_laid_out(sheet: Sheet) -> Sheet:
    """The sheet with table 2 of แบบ จ.1 as a plain table; without one the sheet as it is.

    Issue, plan, flagship and codes of each project are added in columns to the right; projects and
    money keep their cells.
    """
    if not _may_hold(sheet):
        return sheet
    rows = rows_of(sheet)
    place = _find(sheet, rows)
    if place is None:
        return sheet
    top = place.row - 1 if _is_band(rows[place.row - 1]) else place.row
    band = [_unit_line(rows[top])] if top < place.row else []
    laid = [*rows[:top], *band, _header(rows, place)]
    return redrawn(sheet, [*laid, *_body(rows, place)], top)


def _may_hold(sheet: Sheet) -> bool:
    """Quickly, for most sheets do not: whether any early cell is the header of the projects."""
    return any(
        _named(text)
        for column in sheet.columns[:4]
        for text in column.slice(0, 500).to_pylist()
        if text
    )


def _named(text: str) -> bool:
    return match_key(to_arabic(text)).startswith(_NAMED)


def _is_band(row: Row) -> bool:
    return any(text and match_key(text).startswith(_MONEY) for text in row)


def _find(sheet: Sheet, rows: list[Row]) -> _Place | None:
    """The table's place; None when what stands beside the projects is not the official header."""
    for number, row in enumerate(rows):
        first = next((col for col, text in enumerate(row) if text and _named(text)), None)
        if first is None or number == 0:
            continue
        years = tuple(
            c for c, text in enumerate(row) if text and _YEAR.search(to_arabic(text)) and c > first
        )
        columns = _columns(row, first, years)
        if years and "agency" in columns:
            wide = sheet.anchors.get((number, first + 1)) == (number, first)
            name = first + 1 if wide else first
            return _Place(number, first, name, columns, _money(row, years), _area(rows[:number]))
    return None


def _area(above: list[Row]) -> str | None:
    """The name of the place that the title lines are about; None when they name none, or two."""
    lines = [text for row in above if len(texts := list(filter(None, row))) == 1 for text in texts]
    code = read_titles(lines).context.area_code
    return area(code).name_th if code else None


def _columns(row: Row, first: int, years: tuple[int, ...]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for col in range(first + 1, len(row)):
        text = normalise(row[col] or "")
        key = next((key for word, key in _WORDS.items() if text.startswith(word)), None)
        key = key or ("regional_goal" if "ภาค" in text else None)
        if key and key not in columns:
            columns[key] = col
    return columns


def _money(row: Row, years: tuple[int, ...]) -> tuple[int, ...]:
    """The columns headed by a year; the plan called "ฉบับที่ 14" has none."""
    return tuple(col for col in years if re.search(r"2[45]\d\d", to_arabic(row[col])))


def _unit_line(band: Row) -> Row:
    """The band over the years as a title line that says their unit, if it has any."""
    unit = find_unit(" ".join(filter(None, band)))
    return [f"หน่วย: {unit}" if unit else None]


def _header(rows: list[Row], place: _Place) -> Row:
    """One plain header row: the names of the form's columns, added ones to the right."""
    width = len(rows[place.row])
    header: Row = [None] * (width + len(_ADDED))
    if place.number != place.name:
        header[place.number] = "ลำดับ"
    header[place.name] = FORM.column("project").header
    for key in ("source", "agency"):
        if key in place.columns:
            header[place.columns[key]] = FORM.column(key).header
    for col in place.years:
        header[col] = f"{FORM.column('budget_thb').header} {to_arabic(rows[place.row][col])}"
    for offset, key in enumerate(_ADDED):
        header[width + offset] = FORM.column(key).header
    return header


def _body(rows: list[Row], place: _Place) -> Iterator[Row]:
    under = _Under()
    for position in range(place.row + 1, len(rows)):
        row = rows[position]
        texts = [text for text in row if text]
        first = normalise(to_arabic(texts[0])) if texts else ""
        if _NOTE.match(first):
            yield from rows[position:]
            return
        if len(texts) == 1 and not is_total_label(first):
            under = _line(under, first)
            yield [None]
        elif _FLAGSHIP.match(first) and not any(row[col] for col in place.years):
            under = _flagship(under, row, first, place)
            yield [None]
        else:
            yield _project(row, under, place)


def _line(under: _Under, text: str) -> _Under:
    """A line over the whole width is a plan when it says so, a flagship likewise, else an issue."""
    if _PLAN.match(text):
        return replace(_Under(issue=under.issue), plan=_PLAN.sub("", text) or text)
    if _FLAGSHIP.match(text):
        return replace(under, flagship=_FLAGSHIP.sub("", text) or text, codes=(None,) * 3)
    return _Under(issue=_ISSUE.sub("", text) or text)


def _flagship(under: _Under, row: Row, text: str, place: _Place) -> _Under:
    codes = tuple(_at(row, place.columns.get(key)) for key in _CODES)
    return replace(under, flagship=_FLAGSHIP.sub("", text) or text, codes=codes)


def _project(row: Row, under: _Under, place: _Place) -> Row:
    if not any(row):
        return row
    label = row[place.number] or row[place.name] or ""
    if is_total_label(label):
        return row
    plain = [None if col in _code_columns(place) else text for col, text in enumerate(row)]
    if place.number != place.name and not plain[place.name]:
        plain[place.name], plain[place.number] = plain[place.number], None
    own = tuple(_at(row, place.columns.get(key)) for key in _CODES)
    codes = own if any(own) else under.codes
    return [*plain, place.area, under.issue, under.plan, under.flagship, *codes]


def _code_columns(place: _Place) -> set[int]:
    return {place.columns[key] for key in _CODES if key in place.columns}


def _at(row: Row, col: int | None) -> str | None:
    return row[col] if col is not None else None
