"""Taking typed columns out of a form's table, whichever way the sheet was laid out."""

from collections.abc import Callable, Iterable

import pyarrow as pa
import pyarrow.compute as pc

from loaders.names import made_code, name_key
from loaders.table import FormTable
from loaders.tables.cells import choice_code

TEXT, WHOLE, NUMBER = pa.string(), pa.int32(), pa.decimal128(28, 6)
MONEY, FLAG, DAY = pa.decimal128(18, 2), pa.bool_(), pa.date32()
# Percentages are made as narrow as the store keeps them: it takes 1 µs to narrow one, Arrow 20 ns.
PERCENT = pa.decimal128(9, 4)


def column(table: FormTable, key: str, kind: pa.DataType) -> pa.Array:
    """The values of `key`, one a row: from its column, else from the context of the whole table.

    All null when neither says anything. A blank in a column of the sheet stays blank: what the
    title says counts only for what no column says.
    """
    rows = table.rows
    values = rows[key] if key in rows.column_names else pa.nulls(rows.num_rows, kind)
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    if values.type != kind:
        values = converted(values, kind)
    if key in table.column_of or values.null_count == 0:
        return values
    said = _context_value(table, key)
    return values if said is None else pc.fill_null(values, pa.scalar(said, kind))


def converted(values: pa.Array, kind: pa.DataType) -> pa.Array:
    """The values as another type; decimals are rounded half up to its places."""
    if pa.types.is_decimal(values.type) and pa.types.is_decimal(kind):
        if values.type.scale > kind.scale:
            values = pc.round(values, kind.scale, "half_towards_infinity")
        return values.cast(kind)
    return values.cast(kind)


def mapped(values: pa.Array, change: Callable[[str], str | None]) -> pa.Array:
    """`change` of every text, called once for each distinct one; null stays null."""
    encoded = values.dictionary_encode()
    changed = [None if text is None else change(text) for text in encoded.dictionary.to_pylist()]
    return pa.array(changed, TEXT).take(encoded.indices)


def keys_of(names: pa.Array) -> pa.Array:
    """The match keys (loaders.names.name_key) of names."""
    return mapped(names, name_key)


def canonical(table: FormTable, key: str, names: pa.Array) -> pa.Array:
    """The names as the strategy spells them, where somebody said which one is meant."""
    if not table.answers:
        return names
    return mapped(names, lambda name: table.canonical(key, name))


def choice_codes(table: FormTable, key: str) -> pa.Array:
    """The codes of a choice that is open, also of what somebody said a word means; a word that
    nobody knows as written."""
    declared = table.form.column(key)
    meant = canonical(table, key, column(table, key, TEXT))
    return mapped(meant, lambda word: choice_code(declared, word) or word)


def rows_of_series(table: FormTable, series: pa.Table) -> pa.Array:
    """For each cell of `series` the index of its row in `table.rows`."""
    return pc.index_in(series["src_row"], value_set=table.rows["src_row"]).combine_chunks()


def series_of(table: FormTable, keys: Iterable[str]) -> pa.Table:
    """The cells of the repeated columns named by `keys` that hold a value."""
    wanted = pc.is_in(table.series["key"], value_set=pa.array(list(keys), TEXT))
    return table.series.filter(pc.and_(wanted, pc.is_valid(table.series["value"])))


def codes_or_made(codes: pa.Array, areas: pa.Array, *names: pa.Array) -> pa.Array:
    """The given codes; where there is none, one made of the area and the names, always the same."""
    if codes.null_count == 0:
        return codes
    lists = [part.to_pylist() for part in (codes, areas, *names)]
    made = (
        code or made_code(area or "", *(name_key(name or "") for name in named))
        for code, area, *named in zip(*lists, strict=True)
    )
    return pa.array(made, TEXT)


def constant(value: object, kind: pa.DataType, length: int) -> pa.Array:
    """The same value `length` times."""
    return pa.repeat(pa.scalar(value, kind), length)


def _context_value(table: FormTable, key: str) -> object | None:
    context = table.context
    if key in ("area", "province", "plan_owner"):
        return context.area_code
    if key in ("fiscal_year", "year"):
        return context.fiscal_year
    return getattr(context, key) if key in ("quarter", "agency", "as_of") else None
