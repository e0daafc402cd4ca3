"""What a table lacks as a whole, and the blanks where its form needs a value."""

from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.findings import Finding
from loaders.form import Column
from loaders.forms.common import FISCAL_YEAR, QUARTER
from loaders.tables import problems
from loaders.tables.cells import Fault
from loaders.tables.filling import figures
from loaders.tables.found import Faults, Found
from loaders.tables.header_questions import ask_about_resembling, ask_for_missing
from loaders.tables.headers import NUMERIC_KINDS
from loaders.tables.parse import place_key


def findings_of_table(found: Found, words: Mapping[str, pa.Array]) -> Iterator[Finding]:
    """What is said of the table as a whole: columns and context it lacks, parts nobody sees."""
    grid, header = found.grid, found.header
    if not len(found.rows):
        return
    for column in header.missing:
        if column.key not in words:
            asks = ask_for_missing(found, column)
            yield problems.missing_column(grid, header, column, asks)
    for column in _unsaid(found, words):
        yield problems.missing_context(grid, header, column)
    resembling = dict(ask_about_resembling(found))
    yield from resembling.values()
    yield from problems.unknown_columns(grid, header, found.rows, resembling.keys())
    yield from problems.hidden_parts(grid, header, found.rows)
    yield from problems.sub_rows(grid, found.body.parts)
    yield from problems.shifted_headers(grid, header)


def note_missing_values(
    found: Found, columns: Mapping[str, pa.Array], words: Mapping[str, pa.Array], faults: Faults
) -> None:
    """A blank where the form needs a value; a typed dash says "none" and is one."""
    for column in found.header.form.required:
        col = found.column_of.get(column.key)
        if col is None and column.key not in words:
            continue
        blank = columns[column.key].is_null()
        if column.kind in NUMERIC_KINDS:
            blank = pc.and_(blank, figures(found.grid, col, found.rows).is_null())
        places = np.flatnonzero(blank.to_numpy(zero_copy_only=False)).tolist()
        if column.kind == "district":
            places = sorted({*places} - {*faults.positions(place_key(found))})
        faults.add(column, col, dict.fromkeys(places, Fault("missing_value")))


def _unsaid(found: Found, words: Mapping[str, pa.Array]) -> Iterator[Column]:
    """Required columns that only a title or the caller could supply, and neither does."""
    form, keys = found.header.form, found.header.keys
    excused = {key for present in keys for key in form.column(present).instead_of}
    for column in form.required:
        here = column.key in {*keys, *words, *excused} or column.key not in form.from_context
        if not here and found.in_context(column.key) is None:
            yield column
    if found.lacks_period("quarter"):
        yield QUARTER
    if found.lacks_period("year"):
        yield FISCAL_YEAR
