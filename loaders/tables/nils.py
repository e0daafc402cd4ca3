"""What a dash means in a column of figures: zero, or nothing reported. People are asked, once."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.asks import Choice, first_cells
from loaders.findings import Finding
from loaders.form import Column
from loaders.tables.found import Faults, Found

ZERO, NOT_REPORTED = "zero", "not_reported"

_DASH = r"^[\s\x{00A0}]*[-–—]+[\s\x{00A0}]*$"
# Figures of indicators, in which a dash is as likely "none" as "not yet known".
_RESULTS = {"actual", "actual_by_quarter", "actual_by_year", "actual_by_district"}


def with_nil_rule(
    found: Found, column: Column, texts: pa.Array, col: int | None, faults: Faults
) -> Column:
    """The column with what was answered about its dashes; notes the cells that this decides."""
    rule = found.rule("nil_meaning", column.key)
    if rule is None:
        return column
    faults.use(rule, col, found.rows[_dashes(texts)])
    return replace(column, nil_is_zero=rule.answer == ZERO)


def ask_about_nils(found: Found, column: Column, texts: pa.Array, col: int) -> Iterator[Finding]:
    """One question a column with dashes of which neither form nor rule says what they mean."""
    if not _is_unclear(found, column):
        return
    rows = found.rows[_dashes(texts)]
    if not len(rows):
        return
    choices = (Choice(NOT_REPORTED), Choice(ZERO))
    asks = found.asks(
        "nil_meaning", column.key, choices, cells=first_cells(rows, col), cell_count=len(rows)
    )
    params = {
        "expected_th": column.header,
        "expected_en": column.header_en,
        "cell_count": str(len(rows)),
    }
    sheet = found.grid.sheet
    typed = sheet.cell(int(rows[0]), col)
    yield Finding(
        "nil_unclear", sheet.name, int(rows[0]), col, typed, column.header, params, asks=asks
    )


def _is_unclear(found: Found, column: Column) -> bool:
    """Our own blank workbook says in its notes what a dash means; so may the form."""
    if found.plain_layout or column.nil_is_zero or found.rule("nil_meaning", column.key):
        return False
    return column.kind == "money" or column.key in _RESULTS


def _dashes(texts: pa.Array) -> np.ndarray:
    found = pc.fill_null(pc.match_substring_regex(texts, _DASH), False)
    return np.flatnonzero(found.to_numpy(zero_copy_only=False))
