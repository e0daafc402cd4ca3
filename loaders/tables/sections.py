"""Lines that say what the rows beneath them belong to: an issue, a plan, a district."""

import re
from collections.abc import Iterator, Mapping

import numpy as np

from loaders.form import Column
from loaders.tables.grid import Grid
from loaders.tables.headers import Header
from loaders.tables.totals import word_columns
from store.areas import Found, find_area
from thai.digits import to_arabic
from thai.numbers import parse_number
from thai.text import normalise

_SHORT_WORD = 3  # a header word no longer than this opens too many ordinary names
_SECTION_NUMBER = re.compile(r"^\s*(?:(?:ข้อ)?ที่)?\s*\(?\d+(?:\.\d+)*\)?[\s.):–—-]*")


def section_lines(
    grid: Grid, header: Header, start: int, candidates: np.ndarray
) -> dict[int, tuple[str, str]]:
    """Row → (key, text) of the lines that say what the rows beneath belong to: a lone text, or a
    numbered name with nothing but its subtotals beside it."""
    span = slice(start, start + len(candidates))
    lines = {}
    for offset in np.flatnonzero(candidates & (grid.filled[span] == 1)):
        row = start + int(offset)
        if section := _section(grid, header, row, *grid.texts(row)[0]):
            lines[row] = section
    for row, col, text in _names_with_subtotals(grid, header, span, candidates):
        if section := _numbered_section(grid, header, row, col, text):
            lines[row] = section
    return lines


def spread_sections(
    lines: Mapping[int, tuple[str, str]], facts: np.ndarray
) -> dict[str, list[str | None]]:
    """Each section's text at the fact rows beneath it, up to the next section of its key."""
    spread: dict[str, list[str | None]] = {}
    for key in dict.fromkeys(key for key, _ in lines.values()):
        rows = [row for row, (k, _) in lines.items() if k == key]
        texts = [None, *(lines[row][1] for row in rows)]
        spread[key] = [texts[i] for i in np.searchsorted(rows, facts)]
    return spread


def with_figures(grid: Grid, sections: Mapping[int, object], span: slice) -> np.ndarray:
    """Section lines with figures beside them: subtotals that stand above what they add up."""
    lines = np.isin(np.arange(span.start, span.stop), list(sections))
    return lines & (grid.filled[span] > 1)


def _section(grid: Grid, header: Header, row: int, col: int, text: str) -> tuple[str, str] | None:
    if section := _numbered_section(grid, header, row, col, text):
        return section
    bare = [column for column in header.missing if column.kind == "text"]
    return (bare[0].key, text) if bare and parse_number(text) is None else None


def _names_with_subtotals(
    grid: Grid, header: Header, span: slice, candidates: np.ndarray
) -> Iterator[tuple[int, int, str]]:
    """(row, column, text) where one name that may head a section stands beside figures alone."""
    words = word_columns(grid, header)
    names = sum(grid.has_text(col)[span].astype(np.int32) for col in words)
    alone = candidates & (names == 1) & (grid.filled[span] > 1)
    if not alone.any():
        return
    pattern = _opening_words(header)
    for col in words:
        for offset in np.flatnonzero(alone & grid.where_matches(col, pattern)[span]):
            row = span.start + int(offset)
            yield row, col, grid.sheet.cell(row, col)


def _opening_words(header: Header) -> str:
    words = [
        re.escape(word)
        for column in header.form.columns
        if _heads_sections(column)
        for word in (column.header, *column.accepted)
        if len(word) > _SHORT_WORD
    ]
    return rf"^\s*(?:{'|'.join(words)})"


def _numbered_section(
    grid: Grid, header: Header, row: int, col: int, text: str
) -> tuple[str, str] | None:
    for column in header.form.columns:
        if _heads_sections(column):
            named = _names_section(column, text)
            if named is not None and not _is_own_value(grid, header, row, col, column):
                return column.key, named
    return None


def _heads_sections(column: Column) -> bool:
    return column.kind in ("text", "area", "province", "district") and column.repeat is None


def _is_own_value(grid: Grid, header: Header, row: int, col: int, column: Column) -> bool:
    """Whether the line is the only filled cell of an ordinary row of that very column."""
    hit = header.hits.get(col)
    wide = grid.wide_merges.get(row, 1) > 1
    return hit is not None and hit.key == column.key and not wide and not column.fill_down


def _names_section(column: Column, text: str) -> str | None:
    """The section's name when the line begins with the column's header: "แผนงานที่ 2 : …"."""
    plain = to_arabic(normalise(text))
    for word in sorted((column.header, *column.accepted), key=len, reverse=True):
        if len(word) > _SHORT_WORD and plain.startswith(word):
            if column.kind != "text":
                return text.strip() if _is_place(column, plain) else None
            rest = plain[len(word) :]
            name = _SECTION_NUMBER.sub("", rest).strip(" :-–—")
            numbered = name != rest.strip()
            return (name or text.strip()) if numbered or rest[:1] in " :" else None
    return None


def _is_place(column: Column, plain: str) -> bool:
    if column.kind == "district":
        return True
    return isinstance(find_area(plain, levels=("province", "group")), Found)
