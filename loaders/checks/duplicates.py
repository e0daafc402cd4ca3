"""Rows that say the same thing twice."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from loaders.checks.cells import at_row
from loaders.findings import Finding
from loaders.table import FormTable
from store.areas import area

_PLACES = ("area", "province", "district", "plan_owner")


def check_duplicates(table: FormTable) -> Iterator[Finding]:
    """A finding for each row that repeats the key of a row above it, at the last part of the key."""
    keys = [key for key in table.form.row_key if key in table.rows.column_names]
    if not keys or not table.rows.num_rows:
        return
    repeated = _repeated(table.rows, keys)
    shown_key = next((key for key in reversed(keys) if key in table.column_of), keys[-1])
    for row in repeated.to_pylist():
        named = [_named(key, row[key]) for key in keys if row[key] is not None]
        yield at_row(
            table,
            "duplicate_row",
            row["src_row"],
            shown_key,
            value=" · ".join(named),
            params={"first_row": str(row["first_row"])},
        )


def _named(key: str, value: object) -> str:
    return area(value).name_th if key in _PLACES else str(value)


def _repeated(rows: pa.Table, keys: list[str]) -> pa.Table:
    """The rows whose key stood in an earlier row, with that row's number as first_row."""
    code = _combined_codes(rows, keys)
    if code is None:
        return rows.slice(0, 0)
    coded = pa.table({"code": code, "src_row": rows.column("src_row")})
    firsts = coded.group_by("code").aggregate([("src_row", "min")])
    place = pc.index_in(code, firsts.column("code").combine_chunks())
    first_row = pc.take(firsts.column("src_row_min"), place)
    later = pc.greater(rows.column("src_row"), first_row)
    return rows.append_column("first_row", first_row).filter(later)


def _combined_codes(rows: pa.Table, keys: list[str]) -> pa.Array | None:
    """One number a row, equal exactly for equal keys (a blank equals a blank); None if all differ.

    From the last key back, which is the most telling: most sheets are settled after one or two.
    """
    combined = None
    for key in reversed(keys):
        encoded = _encoded(rows.column(key).combine_chunks())
        if combined is not None:
            # Encoded again after every key, so that the product of two sizes always fits 64 bits.
            widened = pc.multiply(combined.indices.cast(pa.int64()), len(encoded.dictionary))
            encoded = _encoded(pc.add(widened, encoded.indices.cast(pa.int64())))
        if len(encoded.dictionary) == rows.num_rows:
            return None
        combined = encoded
    return combined.indices


def _encoded(values: pa.Array) -> pa.DictionaryArray:
    return pc.dictionary_encode(values, null_encoding="encode")
