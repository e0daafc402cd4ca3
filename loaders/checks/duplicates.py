"""Rows that say the same thing twice."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from loaders.checks.cells import at_row
from loaders.findings import Finding
from loaders.table import FormTable


def check_duplicates(table: FormTable) -> Iterator[Finding]:
    """A finding for each row that repeats the key of a row above it, at the last part of the key."""
    keys = [key for key in table.form.row_key if key in table.rows.column_names]
    if not keys or not table.rows.num_rows:
        return
    repeated = _repeated(table.rows, keys)
    shown_key = next((key for key in reversed(keys) if key in table.column_of), keys[-1])
    for row in repeated.to_pylist():
        named = [str(row[key]) for key in keys if row[key] is not None]
        yield at_row(
            table,
            "duplicate_row",
            row["src_row"],
            shown_key,
            value=" · ".join(named),
            params={"first_row": str(row["first_row"])},
        )


def _repeated(rows: pa.Table, keys: list[str]) -> pa.Table:
    """The rows whose key stood in an earlier row, with that row's number as first_row.

    Dictionary codes make one integer of a key of many texts, which groups several times as fast.
    """
    code = _combined_codes(rows, keys)
    coded = pa.table({"code": code, "src_row": rows.column("src_row")})
    firsts = coded.group_by("code").aggregate([("src_row", "min"), ("src_row", "count")])
    if firsts.num_rows == rows.num_rows:
        return rows.slice(0, 0)
    several = firsts.filter(pc.greater(firsts.column("src_row_count"), 1))
    place = pc.index_in(code, several.column("code").combine_chunks())
    first_row = pc.take(several.column("src_row_min"), place)
    later = pc.fill_null(pc.greater(rows.column("src_row"), first_row), False)
    return rows.append_column("first_row", first_row).filter(later)


def _combined_codes(rows: pa.Table, keys: list[str]) -> pa.Array:
    """One number a row, equal exactly for equal keys; a blank equals a blank."""
    combined = pa.array([0]).take(pa.nulls(rows.num_rows, pa.int64()).fill_null(0))
    for key in keys:
        encoded = pc.dictionary_encode(rows.column(key).combine_chunks(), null_encoding="encode")
        # Encoded again after every key, so that the product of two sizes always fits in 64 bits.
        widened = pc.multiply(combined, max(len(encoded.dictionary), 1))
        merged = pc.add(widened, encoded.indices.cast(pa.int64()))
        combined = pc.dictionary_encode(merged).indices.cast(pa.int64())
    return combined
