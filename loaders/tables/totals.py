"""Printed totals among the rows of a table: labelled รวม, เฉลี่ย …, or without any label."""

import re
from dataclasses import dataclass

import numpy as np

from loaders.tables.grid import Grid
from loaders.tables.headers import NUMERIC_KINDS, Header
from thai.numbers import is_nil, parse_number
from thai.text import match_key

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


@dataclass(frozen=True)
class Total:
    """A printed total: its row and label (None when unlabelled)."""

    row: int
    label: str | None


def labelled_totals(grid: Grid, header: Header, span: slice) -> np.ndarray:
    """Rows with a total's label in a column of words; a longer label only where it stands alone."""
    found = np.zeros(span.stop - span.start, dtype=bool)
    words = word_columns(grid, header)
    places = {col for col in words if header.kind_of(col) in ("area", "province", "district")}
    for col in words:
        found |= grid.where(col, _TOTAL_PREFILTER, is_total_label)[span]
        if col in places:
            found |= grid.where(col, _WHOLE_REGION_PREFILTER, _is_whole_region)[span]
    if found.any():
        for row in np.flatnonzero(found):
            found[row] = not _says_more(grid, header, span.start + int(row))
    return found


def unlabelled_totals(grid: Grid, header: Header, start: int, facts: np.ndarray) -> np.ndarray:
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


def totals_at(
    grid: Grid, start: int, labelled: np.ndarray, unlabelled: np.ndarray
) -> tuple[Total, ...]:
    rows = np.flatnonzero(labelled | unlabelled)
    return tuple(
        Total(start + int(row), _label(grid, start + int(row)) if labelled[row] else None)
        for row in rows
    )


def is_total_label(text: str) -> bool:
    """Whether a cell labels a total: รวม, รวมทั้งสิ้น, รวมอำเภอ…, เฉลี่ย …"""
    return bool(_TOTAL.match(match_key(text)))


def word_columns(grid: Grid, header: Header) -> list[int]:
    """Columns that hold words: those of the form that are not figures, and serial numbers."""
    return [
        col for col in range(grid.sheet.column_count) if header.kind_of(col) not in NUMERIC_KINDS
    ]


def _is_whole_region(text: str) -> bool:
    """Whether a cell names the country or one of its regions, which stand over the provinces."""
    return bool(_WHOLE_REGION.match(match_key(text)))


def _says_more(grid: Grid, header: Header, row: int) -> bool:
    """Whether a row that looks like a total has names beside its label, as a fact has."""
    names = [text for col, text in grid.texts(row) if _is_name(header, col)]
    extended = [text for text in names if not is_total_label(text)]
    return len(extended) > 1


def _is_name(header: Header, col: int) -> bool:
    return col in header.hits and header.kind_of(col) == "text"


def _name_merged_rows(grid: Grid, header: Header, start: int, named: np.ndarray) -> None:
    """Rows inside a merged name have that name, though their own cell is blank."""
    for col in header.hits:
        if header.kind_of(col) in NUMERIC_KINDS:
            continue
        for merge in grid.tall_merges.get(col, ()):
            first, last = max(merge.row0 - start, 0), merge.row1 - start + 1
            if last > 0 and grid.sheet.cell(merge.row0, merge.col0) is not None:
                named[first:last] = True


def _label(grid: Grid, row: int) -> str | None:
    words = [text for _, text in grid.texts(row) if parse_number(text) is None and not is_nil(text)]
    return words[0].strip() if words else None
