"""Finding the header rows of the tables on a sheet, and the form each of them belongs to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from loaders.form import Column, Form
from loaders.rules import Rule
from loaders.tables.grid import Grid
from loaders.tables.meanings import NO_MEANINGS, Meanings, as_written, is_ignored
from loaders.tables.words import Hit, is_district, is_header_word, is_period, is_unit
from thai.text import match_key

NUMERIC_KINDS = frozenset({"number", "count", "percent", "money"})
TALLEST_HEADER = 3
_MOST_DISTINCT = 3_000  # a column with more different texts than this holds data, not headers
_MOST_MIXED_ROWS = 50  # rows tried whose header words stand among many other texts
_FAR_DOWN = 200  # rows in which a sheet's first header is looked for in every column
_SMALL_PLACES = ("subdistrict", "village", "village_no", "village_code")
_WORDS = r"[\p{L}%]"
_PERIODS = r"[\p{L}%]|^\s*[0-9๐-๙]{4}(?:\.0)?\s*$|[0-9๐-๙]{4}\s*[-–—]"
_SERIAL_NUMBERS = {"ลำดับ", "ลำดับที่", "ที่", "no", "ข้อ", "ลําดับ", "#", "ลำดับที"}


@dataclass(frozen=True)
class Header:
    """The header of one table: rows top to bottom (zero-based, inclusive), and what each sheet
    column holds. `unknown` are columns with a header that the form does not have; `missing` are
    required columns not found (those a title may supply excepted); `ruled` are the columns whose
    meaning, or lack of one, is a rule's, `sheet_rule` the rule that says what form this is."""

    form: Form
    top: int
    bottom: int
    hits: Mapping[int, Hit]
    unknown: Mapping[int, str]
    missing: tuple[Column, ...]
    score: float
    ruled: Mapping[int, Rule] = field(default_factory=dict)
    sheet_rule: Rule | None = None

    def kind_of(self, col: int) -> str | None:
        """The kind of what a sheet column holds; None for a column the form does not have."""
        hit = self.hits.get(col)
        return self.form.column(hit.key).kind if hit else None

    @property
    def keys(self) -> frozenset[str]:
        """The form's keys that have a column."""
        return frozenset(hit.key for hit in self.hits.values())

    @property
    def fits(self) -> bool:
        """Whether enough of the form is there to read the table as this form.

        A form lacking a required column still fits when most of its headers are recognised: the
        lack is then a finding of its own.
        """
        known, unknown = len(self.hits), len(self.unknown)
        if not self.keys - {*self.form.from_context, *_places(self.form)}:
            return False
        if not self.missing:
            return len(self.keys) >= 2 and known >= unknown * 0.5
        return len(self.keys) >= 3 and known > unknown and len(self.keys) > len(self.missing)


@dataclass(frozen=True)
class Candidate:
    """A row that may be the top of a header; `mostly` when most of its cells are header words,
    as they must be for a header in the middle of a table."""

    row: int
    mostly: bool


def header_rows(grid: Grid) -> Iterator[Candidate]:
    """The rows that may be the top of a header, in order: two header words, or one and periods."""
    words, periods, filled = _counts(grid)
    possible = (words >= 2) | ((words >= 1) & (words + periods >= 3))
    mostly = words + periods > filled * 0.5
    few = np.flatnonzero(possible & ~mostly)[:_MOST_MIXED_ROWS]
    for row in np.union1d(np.flatnonzero(possible & mostly), few):
        yield Candidate(int(row), bool(mostly[row]))


def best_header(
    grid: Grid,
    top: int,
    forms: Sequence[Form],
    titles: str,
    meanings: Meanings = NO_MEANINGS,
) -> Header | None:
    """The form and height that explain the rows from `top` best; `titles` are the lines above."""
    candidates = list(_candidates(grid, top, forms, match_key(titles), meanings))
    return max(candidates, key=lambda header: header.score, default=None)


def _candidates(
    grid: Grid, top: int, forms: Sequence[Form], titles: str, meanings: Meanings
) -> Iterator[Header]:
    for height in range(1, TALLEST_HEADER + 1):
        bottom = top + height - 1
        if bottom >= grid.sheet.row_count:
            return
        paths = _paths(grid, top, bottom)
        for form in forms:
            yield _explain(form, top, bottom, paths, titles, meanings)


def _explain(
    form: Form,
    top: int,
    bottom: int,
    paths: Mapping[int, tuple[str, ...]],
    titles: str,
    meanings: Meanings,
) -> Header:
    hits, unknown, ruled, seen = {}, {}, {}, set()
    districts = meanings.districts(form, paths)
    for col, path in paths.items():
        if rule := meanings.rule(form, path):
            ruled[col] = rule
        if is_ignored(rule):
            continue
        hit = districts.get(col) or meanings.hit(form, path, rule)
        place = hit and (hit.key, hit.year_from, hit.year, hit.quarter, hit.district)
        if hit is None or place in seen:
            if _key(path[-1]) not in _SERIAL_NUMBERS:
                unknown[col] = as_written(path)
            continue
        hits[col] = hit
        seen.add(place)
    missing = _missing(form, {hit.key for hit in hits.values()})
    score = _score(form, hits, unknown, missing, titles)
    return Header(form, top, bottom, hits, unknown, missing, score, ruled)


@lru_cache(maxsize=20_000)
def _key(text: str) -> str:
    """Every form is held against every row that may be a header: the same few texts, over and over."""
    return match_key(text)


def _missing(form: Form, keys: set[str]) -> tuple[Column, ...]:
    excused = {key for column in form.columns if column.key in keys for key in column.instead_of}
    return tuple(
        column
        for column in form.required
        if column.key not in keys | excused and column.key not in form.from_context
    )


def _score(
    form: Form,
    hits: Mapping[int, Hit],
    unknown: Mapping[int, str],
    missing: Sequence[Column],
    titles: str,
) -> float:
    # Figures of districts stand for the required one; of years they may be targets as well.
    by_district = {column.key for column in form.columns if column.repeat == "district"}
    required = {column.key for column in form.required} | by_district
    keys = {hit.key for hit in hits.values()}
    named = any(_key(title) in titles for title in (form.title, *form.accepted_titles))
    return (
        sum(3 if key in required else 1.5 for key in keys)
        + 0.1 * len(hits)
        + 0.1 * sum(hit.unit is not None for hit in hits.values())
        + 2 * named
        - 3 * len(missing)
        - 0.4 * len(unknown)
    )


def _paths(grid: Grid, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
    """Column → its header cells from the band down, each text once, blanks left out."""
    paths = {}
    for col in range(grid.sheet.column_count):
        texts = [_header_text(grid, row, col, bottom) for row in range(top, bottom + 1)]
        path = tuple(dict.fromkeys(text for text in texts if text))
        if path and grid.shown(bottom, col) is None and len(path) == 1 and texts[0] is None:
            continue
        if path:
            paths[col] = path
    return paths


def _header_text(grid: Grid, row: int, col: int, bottom: int) -> str | None:
    """The text over a column in a header row; an unmerged band reaches right over its columns."""
    shown = grid.shown(row, col)
    if shown is not None or row == bottom or grid.shown(bottom, col) is None:
        return shown
    for left in range(col - 1, -1, -1):
        below = grid.shown(row + 1, left)
        if below is None or below == grid.shown(row, left):
            return None
        if (band := grid.shown(row, left)) is not None:
            return band if is_period(grid.shown(bottom, col)) else None
    return None


def _places(form: Form) -> tuple[str, ...]:
    """Keys that only say where and when: a sheet of nothing else that is known is another form's."""
    kinds = ("area", "province", "district", "year", "quarter")
    named = {column.key for column in form.columns if column.kind in kinds}
    return (*named, *_SMALL_PLACES)


def _counts(grid: Grid) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Per row: header words, periods and filled cells, over the columns that could hold headers."""
    rows = grid.sheet.row_count
    words, periods, filled = (np.zeros(rows, dtype=np.int32) for _ in range(3))
    for col in range(grid.sheet.column_count):
        encoded = grid.encoded(col)
        if len(encoded.dictionary) > _MOST_DISTINCT:
            _count_near_top(grid, col, words, periods, filled)
            continue
        words += grid.where(col, _WORDS, is_header_word)
        periods += grid.where(col, _PERIODS, _period_or_unit)
        filled += grid.has_text(col)
    return words, periods, filled


def _count_near_top(grid: Grid, col: int, words, periods, filled) -> None:
    for row, text in enumerate(grid.sheet.columns[col].slice(0, _FAR_DOWN).to_pylist()):
        if text is not None:
            words[row] += is_header_word(text)
            periods[row] += _period_or_unit(text)
            filled[row] += 1


def _period_or_unit(text: str) -> bool:
    return is_period(text) or is_unit(text) or is_district(text)
