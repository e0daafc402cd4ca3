"""What each row under a header is: a fact, a printed total, a section line, a note, nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from loaders.tables.grid import Grid
from loaders.tables.headers import Header
from loaders.tables.sections import section_lines, spread_sections, with_figures
from loaders.tables.subrows import SubRows, sub_rows
from loaders.tables.totals import Total, labelled_totals, totals_at, unlabelled_totals
from thai.digits import to_arabic

_NOTE_PREFILTER = r"^\s*(?:หมายเหตุ|ที่มา|แหล่งที่มา|แหล่งข้อมูล|ลงชื่อ|ผู้รายงาน|ผู้จัดทำ|\*)"
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?")


@dataclass(frozen=True)
class Body:
    """The rows of a table sorted by what they are; row numbers are zero-based sheet rows.

    `sections` gives, for each key that section lines supply, the section's text at each fact row;
    `parts` are rows that only take apart the fact above them.
    """

    facts: np.ndarray
    totals: tuple[Total, ...]
    sections: Mapping[str, list[str | None]]
    end: int
    parts: tuple[SubRows, ...] = ()


def read_body(grid: Grid, header: Header, start: int, stop: int) -> Body:
    """Sorts the rows from `start` up to `stop` (exclusive), or up to the notes under the table."""
    stop = _end(grid, start, stop)
    span = slice(start, stop)
    filled = grid.filled[span] > 0
    labelled = labelled_totals(grid, header, span)
    sections = section_lines(grid, header, start, filled & ~labelled)
    facts = filled & ~labelled
    facts[[row - start for row in sections]] = False
    _drop_column_numbers(grid, start, facts)
    unlabelled = unlabelled_totals(grid, header, start, facts)
    facts &= ~unlabelled
    parts = sub_rows(grid, header, start, facts)
    facts[[row - start for part in parts for row in part.rows]] = False
    fact_rows = np.flatnonzero(facts) + start
    return Body(
        facts=fact_rows,
        totals=totals_at(grid, start, labelled | with_figures(grid, sections, span), unlabelled),
        sections=spread_sections(sections, fact_rows),
        end=stop,
        parts=parts,
    )


def _end(grid: Grid, start: int, stop: int) -> int:
    """The row of the first note under the table, else `stop`."""
    few = grid.filled[start:stop] <= 2
    noted = np.zeros(stop - start, dtype=bool)
    for col in range(min(grid.sheet.column_count, 3)):
        noted |= grid.where_matches(col, _NOTE_PREFILTER)[start:stop]
    rows = np.flatnonzero(few & noted)
    return start + int(rows[0]) if len(rows) else stop


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
