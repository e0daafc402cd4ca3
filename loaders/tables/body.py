"""What each row under a header is: a fact, a printed total, a section line, a note, nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from loaders.form import Column
from loaders.tables.grid import Grid
from loaders.tables.headers import Header
from store.areas import Found, find_area
from thai.digits import to_arabic
from thai.numbers import is_nil, parse_number
from thai.text import match_key, normalise

NUMERIC_KINDS = frozenset({"number", "count", "percent", "money"})

_TOTAL = re.compile(
    r"^(?:รวม|ยอดรวม|ผลรวม|เฉลี่ย|ค่าเฉลี่ย|ทั้งสิ้น|total|grandtotal|subtotal|average|sum|mean)"
    r"(?:ทั้งสิ้น|ทั้งหมด|ทั้งจังหวัด|ทั้งปี|ทั้งประเทศ|ย่อย|สุทธิ|ทุก.*|เป็นเงิน.*|งบประมาณ.*|จังหวัด.*"
    r"|อำเภอ.*|ตำบล.*|แผนงาน.*|ประเด็น.*|ภาค.*|กลุ่ม.*|ประเทศ|เฉลี่ย|รวม|\d.*)?$"
)
_TOTAL_PREFILTER = "(?i)รวม|เฉลี่ย|ทั้งสิ้น|total|average|sum|mean"
_WHOLE_REGION = re.compile(
    r"^(?:ทั่วราชอาณาจักร|ทั้งประเทศ|ทั่วประเทศ|ประเทศไทย|ทั้งราชอาณาจักร|wholekingdom"
    r"|ภาค(?:เหนือ|กลาง|ใต้|ตะวันออก|ตะวันตก|ตะวันออกเฉียงเหนือ)|กรุงเทพมหานครและปริมณฑล)$"
)
_WHOLE_REGION_PREFILTER = "ราชอาณาจักร|ประเทศ|^ *ภาค|ปริมณฑล|(?i)kingdom"
_NOTE_PREFILTER = r"^\s*(?:หมายเหตุ|ที่มา|แหล่งที่มา|แหล่งข้อมูล|ลงชื่อ|ผู้รายงาน|ผู้จัดทำ|\*)"
_SHORT_WORD = 3  # a header word no longer than this opens too many ordinary names
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?")
_SECTION_NUMBER = re.compile(r"^\s*(?:(?:ข้อ)?ที่)?\s*\(?\d+(?:\.\d+)*\)?[\s.):–—-]*")


@dataclass(frozen=True)
class Total:
    """A printed total: its row and label (None when unlabelled)."""

    row: int
    label: str | None


@dataclass(frozen=True)
class Body:
    """The rows of a table sorted by what they are; row numbers are zero-based sheet rows.

    `sections` gives, for each key that section lines supply, the section's text at each fact row.
    """

    facts: np.ndarray
    totals: tuple[Total, ...]
    sections: Mapping[str, list[str | None]]
    end: int


def read_body(grid: Grid, header: Header, start: int, stop: int) -> Body:
    """Sorts the rows from `start` up to `stop` (exclusive), or up to the notes under the table."""
    stop = _end(grid, start, stop)
    span = slice(start, stop)
    filled = grid.filled[span] > 0
    labelled = _labelled_totals(grid, header, span)
    sections = _section_lines(grid, header, start, filled & ~labelled)
    facts = filled & ~labelled
    facts[[row - start for row in sections]] = False
    _drop_column_numbers(grid, start, facts)
    unlabelled = _unlabelled_totals(grid, header, start, facts)
    facts &= ~unlabelled
    fact_rows = np.flatnonzero(facts) + start
    return Body(
        facts=fact_rows,
        totals=_totals(grid, start, labelled | _with_figures(grid, sections, span), unlabelled),
        sections=_spread_sections(sections, fact_rows),
        end=stop,
    )


def is_total_label(text: str) -> bool:
    """Whether a cell labels a total: รวม, รวมทั้งสิ้น, รวมอำเภอ…, เฉลี่ย …"""
    return bool(_TOTAL.match(match_key(text)))


def _end(grid: Grid, start: int, stop: int) -> int:
    """The row of the first note under the table, else `stop`."""
    few = grid.filled[start:stop] <= 2
    noted = np.zeros(stop - start, dtype=bool)
    for col in range(min(grid.sheet.column_count, 3)):
        noted |= grid.where_matches(col, _NOTE_PREFILTER)[start:stop]
    rows = np.flatnonzero(few & noted)
    return start + int(rows[0]) if len(rows) else stop


def _labelled_totals(grid: Grid, header: Header, span: slice) -> np.ndarray:
    """Rows with a total's label in a column of words; a longer label only where it stands alone."""
    found = np.zeros(span.stop - span.start, dtype=bool)
    words = _word_columns(grid, header)
    places = {col for col in words if _kind(header, col) in ("area", "province", "district")}
    for col in words:
        found |= grid.where(col, _TOTAL_PREFILTER, is_total_label)[span]
        if col in places:
            found |= grid.where(col, _WHOLE_REGION_PREFILTER, _is_whole_region)[span]
    if found.any():
        for row in np.flatnonzero(found):
            found[row] = not _says_more(grid, header, span.start + int(row))
    return found


def _is_whole_region(text: str) -> bool:
    """Whether a cell names the country or one of its regions, which stand over the provinces."""
    return bool(_WHOLE_REGION.match(match_key(text)))


def _says_more(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row that looks like a total has names beside its label, as a fact has."""
    names = [text for col, text in grid.texts(row) if _is_name(header, col)]
    extended = [text for text in names if not is_total_label(text)]
    return len(extended) > 1


def _is_name(header: Header, col: int) -> bool:
    return col in header.hits and _kind(header, col) == "text"


def _word_columns(grid: Grid, header: Header) -> list[int]:
    """Columns that hold words: those of the form that are not figures, and serial numbers."""
    return [
        col for col in range(grid.sheet.column_count) if _kind(header, col) not in NUMERIC_KINDS
    ]


def _kind(header: Header, col: int) -> str | None:
    hit = header.hits.get(col)
    return header.form.column(hit.key).kind if hit else None


def _section_lines(
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


def _section(grid: Grid, header: Header, row: int, col: int, text: str) -> tuple[str, str] | None:
    if section := _numbered_section(grid, header, row, col, text):
        return section
    bare = [column for column in header.missing if column.kind == "text"]
    return (bare[0].key, text) if bare and parse_number(text) is None else None


def _names_with_subtotals(
    grid: Grid, header: Header, span: slice, candidates: np.ndarray
) -> Iterator[tuple[int, int, str]]:
    """(row, column, text) where one name that may head a section stands beside figures alone."""
    words = _word_columns(grid, header)
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


def _drop_column_numbers(grid: Grid, start: int, facts: np.ndarray) -> None:
    """A first row that only numbers the columns, (1) (2) (3) …, is no fact."""
    first = np.flatnonzero(facts)[:1]
    if not len(first):
        return
    texts = [to_arabic(text.strip()) for _, text in grid.texts(start + int(first[0]))]
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    if len(texts) >= 3 and all(found):
        numbers = [int(match[1]) for match in found]
        facts[first[0]] = numbers != list(range(numbers[0], numbers[0] + len(numbers)))


def _unlabelled_totals(grid: Grid, header: Header, start: int, facts: np.ndarray) -> np.ndarray:
    """The last row of a block, when it has figures but none of the names that make up a fact."""
    stop = start + len(facts)
    named = np.zeros(len(facts), dtype=bool)
    figures = np.zeros(len(facts), dtype=bool)
    for col, hit in header.hits.items():
        column = header.form.column(hit.key)
        if column.kind in NUMERIC_KINDS:
            figures |= grid.has_text(col)[start:stop]
        else:
            named |= grid.has_text(col)[start:stop]
    _name_merged_rows(grid, header, start, named)
    bare = facts & figures & ~named
    last_of_block = facts & ~np.append(facts[1:], False)
    others = facts.sum() > 1
    return bare & last_of_block & others


def _name_merged_rows(grid: Grid, header: Header, start: int, named: np.ndarray) -> None:
    """Rows inside a merged name have that name, though their own cell is blank."""
    for col in header.hits:
        if _kind(header, col) in NUMERIC_KINDS:
            continue
        for merge in grid.tall_merges.get(col, ()):
            first, last = max(merge.row0 - start, 0), merge.row1 - start + 1
            if last > 0 and grid.sheet.cell(merge.row0, merge.col0) is not None:
                named[first:last] = True


def _with_figures(grid: Grid, sections: Mapping[int, object], span: slice) -> np.ndarray:
    """Section lines with figures beside them: subtotals that stand above what they add up."""
    lines = np.isin(np.arange(span.start, span.stop), list(sections))
    return lines & (grid.filled[span] > 1)


def _totals(
    grid: Grid, start: int, labelled: np.ndarray, unlabelled: np.ndarray
) -> tuple[Total, ...]:
    rows = np.flatnonzero(labelled | unlabelled)
    return tuple(
        Total(start + int(row), _label(grid, start + int(row)) if labelled[row] else None)
        for row in rows
    )


def _label(grid: Grid, row: int) -> str | None:
    words = [text for _, text in grid.texts(row) if parse_number(text) is None and not is_nil(text)]
    return words[0].strip() if words else None


def _spread_sections(
    lines: Mapping[int, tuple[str, str]], facts: np.ndarray
) -> dict[str, list[str | None]]:
    """Each section's text at the fact rows beneath it, up to the next section of its key."""
    spread: dict[str, list[str | None]] = {}
    for key in dict.fromkeys(key for key, _ in lines.values()):
        rows = [row for row, (k, _) in lines.items() if k == key]
        texts = [None, *(lines[row][1] for row in rows)]
        spread[key] = [texts[i] for i in np.searchsorted(rows, facts)]
    return spread
