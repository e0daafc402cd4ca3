"""The texts of one column of a found table → its values, by the kind of column."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.form import Column
from loaders.tables.cells import count_factor, money_factor, parser
from loaders.tables.columns import Parsed, parse_figures, parse_texts, type_of
from loaders.tables.found import Faults, Found
from loaders.tables.grid import marked
from loaders.tables.headers import NUMERIC_KINDS
from loaders.tables.names import clean_names
from loaders.tables.places import parse_districts, parse_places
from loaders.tables.words import Hit


def parse_single(
    found: Found,
    column: Column,
    texts: pa.Array,
    columns: Mapping[str, pa.Array],
    faults: Faults,
) -> Parsed:
    col = found.column_of.get(column.key)
    if column.kind in ("area", "province"):
        return parse_places(found, texts, column.kind, col, faults)
    if column.kind == "district":
        place = place_key(found)
        known = blanked(texts, faults.positions(place))
        return parse_districts(found, known, columns[place], col, faults)
    if column.kind == "text":
        return _parse_names(column, texts)
    return parse_values(found, column, found.header.hits.get(col), col, texts, faults)


def parse_values(
    found: Found,
    column: Column,
    hit: Hit | None,
    col: int | None,
    texts: pa.Array,
    faults: Faults | None = None,
) -> Parsed:
    """The figures of a column; `faults` takes down the rules that decided its unit."""
    unit = hit.unit if hit else None
    said = _answered_factor(found, column)
    if said and faults is not None:
        faults.use(found.rule("unit_factor", column.key), col, found.rows[_filled(texts)])
    if said and column.kind == "money":
        said *= money_factor(unit, found.context.unit_factor)
        unit, found = None, _with_factor(found, said)
    elif said:
        return parse_figures(texts, column, parser(column, unit, None), factor=said)
    parse = parser(column, unit, found.context.unit_factor)
    if column.kind not in NUMERIC_KINDS:
        return parse_texts(texts, type_of(column), parse)
    return parse_figures(
        texts,
        column,
        parse,
        factor=_factor(found, column, unit),
        shown_as_percent=_shown_as_percent(found, col),
    )


def blanked(texts: pa.Array, positions: Collection[int]) -> pa.Array:
    if not len(positions):
        return texts
    keep = np.ones(len(texts), dtype=bool)
    keep[list(positions)] = False
    return pc.if_else(pa.array(keep), texts, pa.scalar(None, pa.string()))


def place_key(found: Found) -> str:
    """The column in whose area a row's district lies."""
    return "province" if "province" in found.single else "area"


def _answered_factor(found: Found, column: Column) -> Decimal | None:
    """By how much somebody said a column of money or percents is too small; None for nothing."""
    if column.kind not in ("money", "percent"):
        return None
    rule = found.rule("unit_factor", column.key)
    return Decimal(rule.answer) if rule and rule.answer != "1" else None


def _with_factor(found: Found, factor: Decimal) -> Found:
    return replace(found, context=replace(found.context, unit_factor=factor))


def _filled(texts: pa.Array) -> np.ndarray:
    return np.flatnonzero(texts.is_valid().to_numpy(zero_copy_only=False))


def _factor(found: Found, column: Column, unit: str | None) -> Decimal | int:
    if column.kind == "money":
        return money_factor(unit, found.context.unit_factor)
    return count_factor(unit) if column.kind == "count" else 1


def _shown_as_percent(found: Found, col: int | None) -> np.ndarray | None:
    cells = found.grid.sheet.percent_cells
    if col is None or not len(cells):
        return None
    shown = marked(cells, col, found.rows)
    return shown if shown.any() else None


def _parse_names(column: Column, texts: pa.Array) -> Parsed:
    names = clean_names(texts, column)
    differs = pc.fill_null(pc.not_equal(names, texts), False).to_numpy(zero_copy_only=False)
    return Parsed(names, {}, pa.nulls(len(names), pa.string()), differs)
