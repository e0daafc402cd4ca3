"""Which column of a form a header means, by its words."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.form import Column, Form
from loaders.forms import FORMS
from store.areas import all_areas
from thai.calendar import parse_quarter, parse_year_be, parse_year_range
from thai.digits import to_arabic
from thai.numbers import find_unit, unit_factor
from thai.text import match_key, normalise

LONGEST_HEADER = 200

_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NUMBERING = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}[.)])\s*")
_COLUMN_NUMBER = re.compile(r"\s*\(?\d{1,2}\)?\s*")
_UNIT_WORDS = re.compile(r"[^\d()]{1,20}")
_PERCENT_UNITS = {"%", "ร้อยละ", "percent", "เปอร์เซ็นต์"}
# Words round a year that say only that it is a year.
_YEAR_WORDS = re.compile(r"(?:ประจำ)?(?:ปีงบประมาณ|ปีปฏิทิน|ปีงบ|ปี)?\s*(?:พ\.? ?ศ\.?)?\s*$")
_RANGE = re.compile(r"\d{4} ?(?:-|–|—|−|~|ถึง) ?\D{0,12}\d{2,4}")
_YEAR = re.compile(r"\d{4}(?:\.0)?$")
_QUARTER = re.compile(
    r"(?:ไตรมาส(?:ที่)? ?|\bQ(?:uarter)? ?)[1-4](?: ?/ ?\d{4})?(?: ?\(.*\))?$", re.I
)
_DISTRICT_WORD = re.compile(r"^(?:อำเภอ|อ ?\.) ?")
_QUARTER_WORD = "ไตรมาส"


@dataclass(frozen=True)
class Hit:
    """What a header says its column holds: the form's key, the period of a repeated column
    (Buddhist-era years), the unit written in it. `shifted` is the year as typed when it was not
    a Buddhist-era one, `district` the code of the district whose name heads the column."""

    key: str
    unit: str | None = None
    year_from: int | None = None
    year: int | None = None
    quarter: int | None = None
    shifted: str | None = None
    district: str | None = None


@dataclass(frozen=True)
class _Period:
    """The period words of one header cell, and the words left beside them."""

    rest: str
    year_from: int | None = None
    year: int | None = None
    quarter: int | None = None
    shifted: str | None = None


@dataclass(frozen=True)
class _Words:
    """A header path taken apart once for all forms: its unit, its period, the keys of its name."""

    unit: str | None
    period: _Period | None
    keys: tuple[str, ...]


def match_header(form_name: str, path: tuple[str, ...]) -> Hit | None:
    """The column meant by header cells standing above one another (the band first), or None."""
    words = _taken_apart(path)
    if words.period is not None:
        return _repeated(form_name, words.period, words.unit)
    columns = _plain_words(form_name)
    for key in words.keys:
        column = columns.get(key)
        if column is not None and _takes_unit(column, words.unit):
            return Hit(column.key, words.unit)
    return None


def hit_for(column: Column, path: tuple[str, ...]) -> Hit:
    """The header cells read as the given column, with the unit and period they name."""
    words = _taken_apart(path)
    if column.repeat is None or words.period is None:
        return Hit(column.key, words.unit)
    period = words.period
    return Hit(
        column.key, words.unit, period.year_from, period.year, period.quarter, period.shifted
    )


def likeness(form_name: str, key: str, text: str) -> float:
    """How much a header resembles the likeliest word of a column, 0 to 100."""
    from rapidfuzz import fuzz  # only a sheet with unknown headers pays for its import

    column = FORMS[form_name].column(key)
    bare = [match_key(one) for one in _spellings(text)]
    keys = [match_key(word) for word in _words(column)]
    return max(fuzz.ratio(one, word) for one in bare for word in keys)


def stands_over_districts(column: Column, band: tuple[str, ...]) -> bool:
    """Whether header cells above the name of a district say that the column is of these figures."""
    words = {match_key(word) for word in _words(column)}
    return all(
        is_unit(text) or {match_key(one) for one in _spellings(text)} & words for text in band
    )


@lru_cache(maxsize=50_000)
def is_district(text: str) -> bool:
    """Whether a cell alone is the name of a district anywhere, as a wide sheet's headers are."""
    if len(text) > LONGEST_HEADER:
        return False
    return match_key(_DISTRICT_WORD.sub("", normalise(text))) in _district_names()


@cache
def _district_names() -> frozenset[str]:
    names = [area.name_th for area in all_areas() if area.level == "district"]
    return frozenset(map(match_key, names))


@lru_cache(maxsize=20_000)
def _taken_apart(path: tuple[str, ...]) -> _Words:
    path = tuple(text for text in path if not _COLUMN_NUMBER.fullmatch(to_arabic(text))) or path
    names = tuple(text for text in path if not is_unit(text)) or path
    unit = next(filter(None, (_unit(text) for text in reversed(path))), None)
    spellings = [spelling for name in ("".join(names), names[-1]) for spelling in _spellings(name)]
    keys = tuple(dict.fromkeys(match_key(text) or text.strip() for text in spellings))
    return _Words(unit, _period(names), keys)


@lru_cache(maxsize=50_000)
def is_header_word(text: str) -> bool:
    """Whether a cell alone is a header of some form (a year or a quarter alone is not)."""
    if len(text) > LONGEST_HEADER:
        return False
    keys = {match_key(bare) for bare in _spellings(text)} - {""}
    return any(keys & _all_words(name) for name in FORMS)


@lru_cache(maxsize=50_000)
def is_period(text: str) -> bool:
    """Whether a cell alone is a year, a range of years or a quarter, as series headers are."""
    return len(text) <= LONGEST_HEADER and _cell_period(text) is not None


@lru_cache(maxsize=10_000)
def is_unit(text: str) -> bool:
    """Whether a cell is nothing but a unit of money or percent, bracketed or not."""
    bare = text.strip().strip("()[]")
    return unit_factor(bare) is not None or match_key(bare) in _PERCENT_UNITS


def is_percent_unit(unit: str | None) -> bool:
    """Whether a unit is percent, by sign or by word."""
    return unit is not None and match_key(unit) in _PERCENT_UNITS


def _repeated(form_name: str, period: _Period, unit: str | None) -> Hit | None:
    """The repeated column of the period whose words stand beside it; None when none has them."""
    kind = "quarter" if period.quarter else "year_range" if period.year_from else "year"
    for column, words in _series_words(form_name):
        if column.repeat == kind and period.rest in words and _takes_unit(column, unit):
            years = (period.year_from, period.year)
            return Hit(column.key, unit, *years, period.quarter, period.shifted)
    return None


def _takes_unit(column: Column, unit: str | None) -> bool:
    """A column headed ร้อยละ or % is not one of money or counts, whatever else its header says."""
    return not is_percent_unit(unit) or column.kind not in ("money", "count")


def _period(names: tuple[str, ...]) -> _Period | None:
    """The periods of a header path put together: a year band over quarters, a quarter over ผล."""
    parts = [_cell_period(name) for name in names]
    if not any(parts):
        return None
    rests = [
        part.rest if part else match_key(name) for part, name in zip(parts, names, strict=True)
    ]
    known = [part for part in parts if part]

    def last(field: str):
        return next(
            (v for part in reversed(known) if (v := getattr(part, field)) is not None), None
        )

    return _Period(
        "".join(rests), last("year_from"), last("year"), last("quarter"), last("shifted")
    )


def _cell_period(text: str) -> _Period | None:
    plain = to_arabic(normalise(text)).strip("*")
    if found := _QUARTER.search(plain):
        parsed = parse_quarter(found[0])
        year = parsed.year if parsed else None
        if parsed:
            return _Period(_rest(plain, found), None, year and year.be, parsed.quarter)
    if found := _RANGE.search(plain):
        years = parse_year_range(found[0])
        if years:
            shifted = found[0] if years.shifted else None
            return _Period(_rest(plain, found), years.first, years.last, None, shifted)
    if found := _YEAR.search(plain):
        year = parse_year_be(found[0])
        if year:
            shifted = found[0] if year.shifted else None
            return _Period(_rest(plain, found), None, year.be, None, shifted)
    return None


def _rest(plain: str, found: re.Match[str]) -> str:
    """The words before a period, without those that only introduce it."""
    return match_key(_YEAR_WORDS.sub("", plain[: found.start()]))


@cache
def _plain_words(form_name: str) -> dict[str, Column]:
    """Header key → column, among columns that a header without a period can mean."""
    form = FORMS[form_name]
    single = [column for column in form.columns if column.repeat is None]
    words = {match_key(w) or w: column for column in single for w in _words(column)}
    for column in form.columns:
        if column.repeat not in (None, "district"):
            for word in _words(column):
                words.setdefault(match_key(word), column)
    return words


@cache
def _all_words(form_name: str) -> frozenset[str]:
    rests = {word for _, words in _series_words(form_name) for word in words}
    return frozenset({*_plain_words(form_name), *rests} - {""})


@cache
def _series_words(form_name: str) -> tuple[tuple[Column, frozenset[str]], ...]:
    """Each repeated column with the words that may stand beside its period, "" for none."""
    form: Form = FORMS[form_name]
    return tuple(
        (column, frozenset(_without_period(word, column.repeat) for word in _words(column)))
        for column in form.columns
        if column.repeat is not None
    )


def _without_period(word: str, repeat: str) -> str:
    if repeat == "quarter":
        return match_key(word.replace(_QUARTER_WORD, ""))
    return match_key(_YEAR_WORDS.sub("", word))


def _words(column: Column) -> tuple[str, ...]:
    return (column.header, *column.accepted, column.header_en)


def _spellings(name: str) -> tuple[str, ...]:
    """The header as written, without its numbering, without what stands in brackets."""
    unnumbered = _NUMBERING.sub("", to_arabic(name).strip())
    return tuple(dict.fromkeys((name, unnumbered, _BRACKETED.sub(" ", unnumbered))))


def _unit(text: str) -> str | None:
    """The unit a header cell names: after หน่วย, in brackets, or as the whole cell."""
    if is_unit(text):
        return text.strip().strip("()[]")
    if named := find_unit(text):
        return named
    bracketed = [words.strip() for words in _BRACKETED.findall(normalise(text))]
    return bracketed[-1] if bracketed and _UNIT_WORDS.fullmatch(bracketed[-1]) else None
