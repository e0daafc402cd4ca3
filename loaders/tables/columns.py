"""A column of texts → a typed Arrow column and the cells that are wrong.

Each distinct text is read once, and plain figures not at all in Python, so that a sheet of 75,000
rows costs milliseconds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.form import Column
from loaders.tables.cells import Cell, Fault, Parser, range_fault

MONEY = pa.decimal128(18, 2)
NUMBER = pa.decimal128(28, 6)
TYPES: Mapping[str, pa.DataType] = {
    "money": MONEY,
    "number": NUMBER,
    "percent": NUMBER,
    "count": pa.int64(),
    "year": pa.int32(),
    "quarter": pa.int32(),
    "date": pa.date32(),
    "yes_no": pa.bool_(),
}

# As many digits as can be multiplied by the largest factor within 38.
_PLAIN_FIGURE = r"^-?[0-9]{1,12}(?:\.[0-9]{1,10})?$"
_PLAIN_COUNT = r"^[0-9]{1,15}$"
_EXACT = pa.decimal128(22, 10)
_FACTOR = pa.decimal128(10, 0)
_LARGEST_FACTOR = 10**9


@dataclass(frozen=True)
class Parsed:
    """A column read: `values` typed, one a row; `faults` by position; `units` the units written in
    the cells; `differs` marks the cells whose text is more than the value."""

    values: pa.Array
    faults: Mapping[int, Fault]
    units: pa.Array
    differs: np.ndarray


def type_of(column: Column) -> pa.DataType:
    """The Arrow type of a column's values; text, choices and area codes are strings."""
    return TYPES.get(column.kind, pa.string())


def parse_texts(texts: pa.Array, kind: pa.DataType, parse: Parser) -> Parsed:
    """Every distinct text read by `parse`, the answers spread over the rows."""
    encoded = texts.dictionary_encode()
    cells = [parse(text) for text in encoded.dictionary.to_pylist()]
    return _spread(encoded, _typed([cell.value for cell in cells], kind), cells)


def parse_figures(
    texts: pa.Array,
    column: Column,
    parse: Parser,
    *,
    factor: Decimal | int = 1,
    shown_as_percent: np.ndarray | None = None,
) -> Parsed:
    """As parse_texts for figures, of which plain ones are cast and multiplied by `factor` at once.

    Where `shown_as_percent`, the stored 0.05 that a person sees as 5 % becomes 5.
    """
    kind = type_of(column)
    if shown_as_percent is not None:
        texts = _as_shown(texts, shown_as_percent)
    encoded = texts.dictionary_encode()
    words = _shortened(encoded.dictionary)
    plain = _plain(words, column, factor)
    rest = np.flatnonzero(~plain)
    cells = [parse(text) for text in words.take(pa.array(rest, pa.int64())).to_pylist()]
    values = _cast_plain(words, plain, kind, factor)
    if cells:
        values = pc.replace_with_mask(
            values, pa.array(~plain), _typed([cell.value for cell in cells], kind)
        )
    every: list[Cell | None] = [None] * len(words)
    for index, cell in zip(rest, cells, strict=True):
        every[index] = cell
    for index in _out_of_range(values, plain, column):
        every[index] = Cell(fault=range_fault(column, values[int(index)].as_py()))
    return _spread(encoded, values, every, plain_differs=factor != 1)


def _as_shown(texts: pa.Array, shown: np.ndarray) -> pa.Array:
    """The texts with those of % cells turned into what a person sees: "0.05" into "5"."""
    encoded = texts.dictionary_encode()
    stored = _shortened(encoded.dictionary)
    plain = pc.match_substring_regex(stored, _PLAIN_FIGURE)
    figures = pc.if_else(plain, stored, pa.scalar(None, pa.string())).cast(_EXACT)
    hundredfold = pc.multiply(figures, pa.scalar(Decimal(100), _FACTOR)).cast(pa.string())
    seen = pc.coalesce(hundredfold, encoded.dictionary)
    return pc.if_else(pa.array(shown), seen.take(encoded.indices), texts)


def _shortened(figures: pa.Array) -> pa.Array:
    """Without the noise of binary fractions, 0.30000000000000004: ten decimals are kept."""
    return pc.replace_substring_regex(figures, r"^(-?[0-9]+\.[0-9]{10})[0-9]+$", r"\1")


def _plain(words: pa.Array, column: Column, factor: Decimal | int) -> np.ndarray:
    """Which texts are nothing but a figure, of a size that can be multiplied exactly."""
    if factor > _LARGEST_FACTOR or (column.kind == "count" and factor != 1):
        return np.zeros(len(words), dtype=bool)
    pattern = _PLAIN_COUNT if column.kind == "count" else _PLAIN_FIGURE
    return pc.match_substring_regex(words, pattern).to_numpy(zero_copy_only=False)


def _cast_plain(
    words: pa.Array, plain: np.ndarray, kind: pa.DataType, factor: Decimal | int
) -> pa.Array:
    figures = pc.if_else(pa.array(plain), words, pa.scalar(None, pa.string()))
    if pa.types.is_integer(kind):
        return figures.cast(kind)
    exact = figures.cast(_EXACT)
    if factor != 1:
        exact = pc.multiply(exact, pa.scalar(Decimal(factor), _FACTOR))
    return pc.round(exact, kind.scale, "half_towards_infinity").cast(kind)


def _out_of_range(values: pa.Array, plain: np.ndarray, column: Column) -> np.ndarray:
    if column.minimum is None and column.maximum is None:
        return np.array([], dtype=int)
    figures = values.cast(pa.float64()).to_numpy(zero_copy_only=False)
    low = -np.inf if column.minimum is None else column.minimum
    high = np.inf if column.maximum is None else column.maximum
    return np.flatnonzero(plain & ((figures < low) | (figures > high)))


def _typed(values: Sequence[object], kind: pa.DataType) -> pa.Array:
    if pa.types.is_decimal(kind):
        values = [None if value is None else _rounded(value, kind.scale) for value in values]
    return pa.array(values, kind)


def _rounded(value: Decimal, scale: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)


def _spread(
    encoded: pa.DictionaryArray,
    values: pa.Array,
    cells: Sequence[Cell | None],
    *,
    plain_differs: bool = False,
) -> Parsed:
    """The distinct answers over the rows; a cell None stands for a plain figure without remark."""
    indices = encoded.indices.fill_null(len(cells)).to_numpy(zero_copy_only=False)
    faulty = {i: cell.fault for i, cell in enumerate(cells) if cell and cell.fault}
    faults = {}
    if faulty:
        values = _without_wrong(values, [i for i in faulty if cells[i].value is None])
        rows = np.flatnonzero(np.isin(indices, list(faulty)))
        faults = {int(row): faulty[int(indices[row])] for row in rows}
    differs = np.array([*(cell.differs if cell else plain_differs for cell in cells), False])
    units = pa.array([cell.unit if cell else None for cell in cells], pa.string())
    return Parsed(
        values.take(encoded.indices), faults, units.take(encoded.indices), differs[indices]
    )


def _without_wrong(values: pa.Array, wrong: Sequence[int]) -> pa.Array:
    keep = np.ones(len(values), dtype=bool)
    keep[list(wrong)] = False
    return pc.if_else(pa.array(keep), values, pa.scalar(None, values.type))
