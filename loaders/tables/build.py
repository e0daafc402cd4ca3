"""A header and the rows under it → the FormTable, with every finding its cells give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.findings import Finding
from loaders.form import Column
from loaders.forms.common import FISCAL_YEAR, QUARTER
from loaders.table import Assertion, Context, FormTable
from loaders.tables import problems
from loaders.tables.body import NUMERIC_KINDS, Body
from loaders.tables.cells import Fault, count_factor, money_factor, parser
from loaders.tables.columns import Parsed, parse_figures, parse_texts, type_of
from loaders.tables.filling import figures, filled_down, sections_under, unmerged
from loaders.tables.grid import Grid, marked
from loaders.tables.headers import Header
from loaders.tables.names import clean_names
from loaders.tables.places import parse_districts, parse_places
from loaders.tables.series import unpivoted
from loaders.tables.words import Hit
from thai.numbers import is_nil

# What a title or the caller can say in place of a column: key → field of the context.
_CONTEXT_FIELDS = {
    "area": "area_code",
    "province": "area_code",
    "plan_owner": "area_code",
    "agency": "agency",
    "fiscal_year": "fiscal_year",
    "year": "fiscal_year",
    "quarter": "quarter",
}
_PERIOD_OF = {"year": ("year", "fiscal_year"), "quarter": ("quarter", "quarter")}


@dataclass(frozen=True)
class Found:
    """A table as found on a sheet: header, rows, and what is said of all of it.

    `district` is the name the title gives; `plain_layout` marks our own blank workbook, where an
    optional blank is a blank and never "same as above".
    """

    grid: Grid
    header: Header
    body: Body
    context: Context
    district: str | None = None
    plain_layout: bool = False

    @property
    def rows(self) -> np.ndarray:
        """The zero-based sheet rows of the facts."""
        return self.body.facts

    @cached_property
    def single(self) -> dict[str, Column]:
        """The form's columns that are not repeated, by key."""
        return {column.key: column for column in self.header.form.columns if not column.repeat}

    @cached_property
    def column_of(self) -> dict[str, int]:
        """Key → zero-based sheet column, repeated columns left out."""
        return {hit.key: col for col, hit in self.header.hits.items() if hit.key in self.single}

    def in_context(self, key: str) -> object:
        """What title or caller say for a key; None when nothing, or when the form wants a column."""
        if key not in self.header.form.from_context:
            return None
        return getattr(self.context, _CONTEXT_FIELDS[key]) if key in _CONTEXT_FIELDS else None


@dataclass
class _Faults:
    """The findings of cells: the first of a cell stands, what follows from it is not said again."""

    found: Found
    by_cell: dict[tuple[int, str, int | None], Finding] = field(default_factory=dict)

    def add(self, column: Column, col: int | None, faults: Mapping[int, Fault]) -> None:
        for position, fault in faults.items():
            row = int(self.found.rows[position])
            place = (row, column.key, col)
            if place not in self.by_cell:
                self.by_cell[place] = problems.at_cell(self.found.grid, row, col, fault, column)

    def in_reading_order(self) -> list[Finding]:
        """The findings row by row, each row from the left."""
        return sorted(self.by_cell.values(), key=lambda f: (f.row, -1 if f.col is None else f.col))

    def positions(self, key: str) -> list[int]:
        """Positions among the rows where the key's column has a fault."""
        rows = [row for row, faulty, _ in self.by_cell if faulty == key]
        return np.searchsorted(self.found.rows, rows).tolist()


def build_table(found: Found) -> FormTable:
    """The facts of a found table, typed, with every finding its cells and header give."""
    faults = _Faults(found)
    words = _word_columns(found)
    columns, texts = _read_columns(found, words, faults)
    series = _read_series(found, faults)
    _note_missing_values(found, columns, words, faults)
    numbers = {"src_row": pa.array(found.rows + 1, pa.int32())}
    return FormTable(
        form=found.header.form,
        sheet=found.grid.sheet.name,
        header_row=found.header.bottom,
        column_of=found.column_of,
        context=found.context,
        rows=pa.table(numbers | columns),
        series=series,
        assertions=tuple(_assertions(found)),
        texts=texts,
        findings=(*_findings_of_table(found, words), *faults.in_reading_order()),
    )


def _word_columns(found: Found) -> dict[str, pa.Array]:
    """The texts of all columns but figures: unmerged, under their sections, filled down."""
    placed = sorted(found.column_of.items(), key=lambda item: item[1])
    words = {
        key: unmerged(found.grid, col, found.rows)
        for key, col in placed
        if found.single[key].kind not in NUMERIC_KINDS
    }
    for key, lines in found.body.sections.items():
        words[key] = sections_under(words.get(key), lines)
    if found.district and "district" in found.single and "district" not in words:
        words["district"] = pa.array([found.district] * len(found.rows), pa.string())
    return words | filled_down(words, [key for key in words if _fills_down(found, key)])


def _fills_down(found: Found, key: str) -> bool:
    column = found.single[key]
    return column.fill_down and (column.required or not found.plain_layout)


def _read_columns(
    found: Found, words: Mapping[str, pa.Array], faults: _Faults
) -> tuple[dict[str, pa.Array], dict[tuple[int, str], str]]:
    """Every single column typed, and the texts that say more than their values."""
    columns: dict[str, pa.Array] = {}
    typed: dict[tuple[int, str], str] = {}
    units: dict[str, pa.Array] = {}
    for key, column in found.single.items():
        col = found.column_of.get(key)
        if key not in words and col is None:
            columns[key] = _in_every_row(found, column)
            continue
        raw = words[key] if key in words else figures(found.grid, col, found.rows)
        texts = _without_troubles(found, column, col, raw, faults)
        parsed = _parse(found, column, texts, columns, faults)
        faults.add(column, col, parsed.faults)
        columns[key] = _from_context_where_blank(found, column, parsed.values, texts)
        units[f"{key}_unit"] = parsed.units
        typed |= _texts_beside(found, key, texts, parsed.differs)
    for key in units.keys() & columns.keys():
        columns[key] = pc.coalesce(columns[key], units[key])
    return columns, typed


def _in_every_row(found: Found, column: Column) -> pa.Array:
    """A column the sheet does not have: what title or caller say, else unknown."""
    count, kind = len(found.rows), type_of(column)
    value = found.in_context(column.key)
    return pa.nulls(count, kind) if value is None else pa.repeat(pa.scalar(value, kind), count)


def _from_context_where_blank(
    found: Found, column: Column, values: pa.Array, texts: pa.Array
) -> pa.Array:
    """A blank quarter says "whole year"; any other blank means what the title says."""
    value = found.in_context(column.key)
    if value is None or column.kind == "quarter":
        return values
    return pc.if_else(texts.is_null(), pa.scalar(value, values.type), values)


def _without_troubles(
    found: Found, column: Column, col: int | None, texts: pa.Array, faults: _Faults
) -> pa.Array:
    """The texts with Excel errors blanked, each of them and each uncached formula a finding."""
    troubles = problems.troubles(found.grid, col, found.rows) if col is not None else {}
    faults.add(column, col, troubles)
    return _blanked(texts, troubles)


def _blanked(texts: pa.Array, positions) -> pa.Array:
    if not len(positions):
        return texts
    keep = np.ones(len(texts), dtype=bool)
    keep[list(positions)] = False
    return pc.if_else(pa.array(keep), texts, pa.scalar(None, pa.string()))


def _parse(
    found: Found,
    column: Column,
    texts: pa.Array,
    columns: Mapping[str, pa.Array],
    faults: _Faults,
) -> Parsed:
    if column.kind in ("area", "province"):
        return parse_places(texts, column.kind)
    if column.kind == "district":
        place = _place_key(found)
        known = _blanked(texts, faults.positions(place))
        return parse_districts(known, columns[place])
    if column.kind == "text":
        return _parse_names(column, texts)
    col = found.column_of.get(column.key)
    return _parse_values(found, column, found.header.hits.get(col), col, texts)


def _place_key(found: Found) -> str:
    """The column in whose area a row's district lies."""
    return "province" if "province" in found.single else "area"


def _parse_values(
    found: Found, column: Column, hit: Hit | None, col: int | None, texts: pa.Array
) -> Parsed:
    unit = hit.unit if hit else None
    parse = parser(column, unit, found.context.unit_factor)
    if column.kind not in NUMERIC_KINDS:
        return parse_texts(texts, type_of(column), parse)
    return parse_figures(
        texts,
        column,
        parse,
        factor=_factor(found, column, unit),
        shown_as_percent=_shown_as_percent(found.grid, col, found.rows),
    )


def _factor(found: Found, column: Column, unit: str | None):
    if column.kind == "money":
        return money_factor(unit, found.context.unit_factor)
    return count_factor(unit) if column.kind == "count" else 1


def _shown_as_percent(grid: Grid, col: int | None, rows: np.ndarray) -> np.ndarray | None:
    if col is None or not len(grid.sheet.percent_cells):
        return None
    shown = marked(grid.sheet.percent_cells, col, rows)
    return shown if shown.any() else None


def _parse_names(column: Column, texts: pa.Array) -> Parsed:
    names = clean_names(texts, column)
    differs = pc.fill_null(pc.not_equal(names, texts), False).to_numpy(zero_copy_only=False)
    return Parsed(names, {}, pa.nulls(len(names), pa.string()), differs)


def _texts_beside(
    found: Found, key: str, texts: pa.Array, differs: np.ndarray
) -> dict[tuple[int, str], str]:
    """(row, key) → text as typed, where the value does not say it all."""
    places = np.flatnonzero(differs)
    if not len(places):
        return {}
    typed = texts.take(pa.array(places)).to_pylist()
    rows = found.rows[places].tolist()
    return {(row, key): text for row, text in zip(rows, typed, strict=True) if text is not None}


def _read_series(found: Found, faults: _Faults) -> pa.Table:
    read = []
    for col, hit in found.header.hits.items():
        if hit.key in found.single:
            continue
        column = found.header.form.column(hit.key)
        raw = figures(found.grid, col, found.rows)
        texts = _without_troubles(found, column, col, raw, faults)
        parsed = _parse_values(found, column, hit, col, texts)
        if column.repeat != "year_range":
            faults.add(column, col, parsed.faults)
        read.append((col, _dated(found, column, hit), texts, parsed))
    return unpivoted(found.rows, read, lambda hit: _is_total(found, hit))


def _is_total(found: Found, hit: Hit) -> bool:
    """A total over years may be words, such as "รักษาระดับ", and is kept as written."""
    return found.header.form.column(hit.key).repeat == "year_range"


def _dated(found: Found, column: Column, hit: Hit) -> Hit:
    """The header's period, or where it has none the one the title gives."""
    if column.repeat not in _PERIOD_OF:
        return hit
    name, said = _PERIOD_OF[column.repeat]
    return hit if getattr(hit, name) else replace(hit, **{name: getattr(found.context, said)})


def _note_missing_values(
    found: Found, columns: Mapping[str, pa.Array], words: Mapping[str, pa.Array], faults: _Faults
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
            places = sorted({*places} - {*faults.positions(_place_key(found))})
        faults.add(column, col, dict.fromkeys(places, Fault("missing_value")))


def _findings_of_table(found: Found, words: Mapping[str, pa.Array]) -> Iterator[Finding]:
    """What is said of the table as a whole: columns and context it lacks, parts nobody sees."""
    grid, header = found.grid, found.header
    if not len(found.rows):
        return
    for column in header.missing:
        if column.key not in words:
            yield problems.missing_column(grid, header, column)
    for column in _unsaid(found, words):
        yield problems.missing_context(grid, header, column)
    yield from problems.unknown_columns(grid, header, found.rows)
    yield from problems.hidden_parts(grid, header, found.rows)
    yield from problems.shifted_headers(grid, header)


def _unsaid(found: Found, words: Mapping[str, pa.Array]) -> Iterator[Column]:
    """Required columns that only a title or the caller could supply, and neither does."""
    form, keys = found.header.form, found.header.keys
    excused = {key for present in keys for key in form.column(present).instead_of}
    for column in form.required:
        here = column.key in {*keys, *words, *excused} or column.key not in form.from_context
        if not here and found.in_context(column.key) is None:
            yield column
    if _lacks_period(found, "quarter"):
        yield QUARTER
    if _lacks_period(found, "year"):
        yield FISCAL_YEAR


def _lacks_period(found: Found, repeat: str) -> bool:
    """Whether a repeated column has no period in its header and none in the title."""
    hits = found.header.hits.values()
    columns = [(hit, found.header.form.column(hit.key)) for hit in hits]
    return any(
        column.repeat == repeat
        and getattr(_dated(found, column, hit), _PERIOD_OF[repeat][0]) is None
        for hit, column in columns
    )


def _assertions(found: Found) -> Iterator[Assertion]:
    """The printed totals, a figure each, as typed and as a value in the column's unit."""
    for total in found.body.totals:
        for col, hit in found.header.hits.items():
            column = found.header.form.column(hit.key)
            text = found.grid.sheet.cell(total.row, col)
            if column.kind in NUMERIC_KINDS and text is not None and not is_nil(text):
                value = _parse_at(found, column, hit, col, total.row)
                yield Assertion(total.row, col, total.label, hit.key, text, value)


def _parse_at(found: Found, column: Column, hit: Hit, col: int, row: int):
    texts = figures(found.grid, col, np.array([row]))
    here = replace(found, body=replace(found.body, facts=np.array([row])))
    value = _parse_values(here, column, hit, col, texts).values[0].as_py()
    return None if value is None else Decimal(value)
