"""A header and the rows under it → the FormTable, with every finding its cells give."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.form import Column
from loaders.table import Assertion, FormTable
from loaders.tables import problems
from loaders.tables.answered import Cells, answers_for, with_answers
from loaders.tables.columns import type_of
from loaders.tables.filling import figures, filled_down, sections_under, unmerged
from loaders.tables.found import Faults, Found
from loaders.tables.headers import NUMERIC_KINDS
from loaders.tables.lacks import findings_of_table, note_missing_values
from loaders.tables.nils import ask_about_nils, with_nil_rule
from loaders.tables.parse import blanked, parse_single, parse_values
from loaders.tables.personal import personal_cells
from loaders.tables.series import unpivoted
from loaders.tables.used import findings_of_rules
from loaders.tables.words import Hit
from thai.numbers import is_nil


def build_table(found: Found) -> FormTable:
    """The facts of a found table, typed, with every finding its cells and header give.

    Of a table that must not hold persons and does nothing is read but where they stand.
    """
    table = _read(found)
    if persons := personal_cells(found):
        rows, series = table.rows.slice(0, 0), table.series.slice(0, 0)
        return replace(
            table, rows=rows, series=series, assertions=(), texts={}, findings=persons, answers={}
        )
    return table


def _read(found: Found) -> FormTable:
    faults = Faults(found)
    words = _word_columns(found)
    columns, texts = _read_columns(found, words, faults)
    series = _read_series(found, faults)
    note_missing_values(found, columns, words, faults)
    answers = answers_for(found, Cells(columns, series), faults)
    cells = with_answers(found, Cells(columns, series), faults)
    about_table = (*found.remarks, *findings_of_table(found, words))
    numbers = {"src_row": pa.array(found.rows + 1, pa.int32())}
    return FormTable(
        form=found.header.form,
        sheet=found.grid.sheet.name,
        header_row=found.header.bottom,
        column_of=found.column_of,
        context=found.context,
        rows=pa.table(numbers | cells.columns),
        series=cells.series,
        assertions=tuple(_assertions(found)),
        texts=texts,
        findings=(*about_table, *faults.in_reading_order(), *findings_of_rules(found, faults)),
        answers=answers,
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
    found: Found, words: Mapping[str, pa.Array], faults: Faults
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
        if col is not None and column.kind in NUMERIC_KINDS:
            faults.ask(ask_about_nils(found, column, texts, col))
            column = with_nil_rule(found, column, texts, col, faults)
        parsed = parse_single(found, column, texts, columns, faults)
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
    found: Found, column: Column, col: int | None, texts: pa.Array, faults: Faults
) -> pa.Array:
    """The texts with Excel errors blanked, each of them and each uncached formula a finding."""
    troubles = problems.troubles(found.grid, col, found.rows) if col is not None else {}
    faults.add(column, col, troubles)
    return blanked(texts, troubles)


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


def _read_series(found: Found, faults: Faults) -> pa.Table:
    read = []
    for col, hit in found.header.hits.items():
        if hit.key in found.single:
            continue
        column = found.header.form.column(hit.key)
        raw = figures(found.grid, col, found.rows)
        texts = _without_troubles(found, column, col, raw, faults)
        faults.ask(ask_about_nils(found, column, texts, col))
        column = with_nil_rule(found, column, texts, col, faults)
        parsed = parse_values(found, column, hit, col, texts, faults)
        if column.repeat != "year_range":
            faults.add(column, col, parsed.faults)
        read.append((col, found.dated(hit), texts, parsed))
    return unpivoted(found.rows, read, lambda hit: _is_total(found, hit))


def _is_total(found: Found, hit: Hit) -> bool:
    """A total over years may be words, such as "รักษาระดับ", and is kept as written."""
    return found.header.form.column(hit.key).repeat == "year_range"


def _assertions(found: Found) -> Iterator[Assertion]:
    """The printed totals, a figure each, as typed and as a value in the column's unit."""
    for total in found.body.totals:
        for col, hit in found.header.hits.items():
            column = found.header.form.column(hit.key)
            text = found.grid.sheet.cell(total.row, col)
            if column.kind in NUMERIC_KINDS and text is not None and not is_nil(text):
                value = _parse_at(found, column, hit, col, total.row)
                yield Assertion(total.row, col, total.label, hit.key, text, value)


def _parse_at(found: Found, column: Column, hit: Hit, col: int, row: int) -> Decimal | None:
    texts = figures(found.grid, col, np.array([row]))
    here = replace(found, body=replace(found.body, facts=np.array([row])))
    value = parse_values(here, column, hit, col, texts).values[0].as_py()
    return None if value is None else Decimal(value)
