"""Repeated columns (years, ranges of years, quarters, districts) → one row a cell that holds a value."""

from collections.abc import Callable, Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.tables.columns import NUMBER, Parsed
from loaders.tables.words import Hit

SCHEMA = pa.schema(
    [
        ("src_row", pa.int32()),
        ("src_col", pa.int32()),
        ("key", pa.string()),
        ("year_from", pa.int32()),
        ("year", pa.int32()),
        ("quarter", pa.int32()),
        ("district", pa.string()),
        ("value", NUMBER),
        ("text", pa.string()),
    ]
)


def unpivoted(
    rows: np.ndarray, read: Iterable[tuple[int, Hit, pa.Array, Parsed]], keeps_text: Callable
) -> pa.Table:
    """The cells of repeated columns by sheet row, then column. `read` gives each column's place,
    header, texts and values; `keeps_text(hit)` tells whether words without a value are kept."""
    parts = [
        _cells(rows, col, hit, texts, parsed, keep_text=keeps_text(hit))
        for col, hit, texts, parsed in read
    ]
    table = pa.concat_tables(parts) if parts else SCHEMA.empty_table()
    return table.sort_by([("src_row", "ascending"), ("src_col", "ascending")])


def _cells(
    rows: np.ndarray, col: int, hit: Hit, texts: pa.Array, parsed: Parsed, *, keep_text: bool
) -> pa.Table:
    holds = parsed.values.is_valid()
    if keep_text:
        nothing = pc.match_substring_regex(texts, r"^[\s.\-–—…]*$")
        holds = pc.or_(holds, pc.fill_null(pc.invert(nothing), False))
    count = len(rows)
    table = pa.table(
        {
            "src_row": pa.array(rows + 1, pa.int32()),
            "src_col": _constant(col + 1, count, pa.int32()),
            "key": _constant(hit.key, count, pa.string()),
            "year_from": _constant(hit.year_from, count, pa.int32()),
            "year": _constant(hit.year, count, pa.int32()),
            "quarter": _constant(hit.quarter, count, pa.int32()),
            "district": _constant(hit.district, count, pa.string()),
            "value": parsed.values.cast(NUMBER),
            "text": texts,
        },
        schema=SCHEMA,
    )
    return table.filter(holds)


def _constant(value: object, count: int, kind: pa.DataType) -> pa.Array:
    return pa.nulls(count, kind) if value is None else pa.repeat(pa.scalar(value, kind), count)
