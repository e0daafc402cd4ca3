"""Printed totals against the sums of the rows they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from loaders.checks.cells import (
    at_assertion,
    entries,
    last_place,
    numbers,
    shown,
    source_rows,
    values,
)
from loaders.findings import Finding
from loaders.table import Assertion, FormTable
from loaders.tolerances import decimals_of, total_tolerance, unit_slip
from thai.numbers import parse_number
from thai.text import match_key

_AVERAGE_WORDS = tuple(match_key(word) for word in ("เฉลี่ย", "average", "mean", "มัธยฐาน", "ร้อยละ"))
# Percentages add up to nothing but 100, which the check of shares looks after; plain numbers are
# results, scores and rates.
_ADDED_UP = ("money", "count")
_RATES = ("gpp_per_head_thb",)


@dataclass(frozen=True)
class _Part:
    row: int
    value: Decimal | None
    unit: Decimal | None


def check_totals(table: FormTable) -> Iterator[Finding]:
    """A finding for each printed total that no sum of its rows gives.

    A total stands for the rows between it and the next total, above or below, or for all of them.
    Rows left blank leave it unchecked, for what is missing is not zero. Averages are not totals,
    and chain-volume measures do not add up.
    """
    for printed in table.assertions:
        if printed.value is not None and _adds_up(table, printed):
            yield from _check_total(table, printed)


def _adds_up(table: FormTable, printed: Assertion) -> bool:
    if any(word in match_key(printed.label or "") for word in _AVERAGE_WORDS):
        return False
    if "chain_volume" in values(table, "price"):
        return False
    declared = {column.key: column.kind for column in table.form.columns}
    return declared.get(printed.key) in _ADDED_UP and printed.key not in _RATES


def _check_total(table: FormTable, printed: Assertion) -> Iterator[Finding]:
    parts = _parts(table, printed)
    readings = _readings(table, printed, parts)
    if any(part.value is None for rows in readings for part in rows):
        return
    if not readings or any(_agrees(table, printed, rows) for rows in readings):
        return
    rows = min(readings, key=lambda rows: abs(_sum(rows) - printed.value))
    yield _slipped(table, printed, rows) or _differs(table, printed, rows)


def _parts(table: FormTable, printed: Assertion) -> list[_Part]:
    """The rows' values in the total's column, with the worth of their last printed place."""
    if table.form.column(printed.key).repeat:
        by_row = {
            row: entry.value
            for row, found in entries(table, printed.key).items()
            for entry in found
            if entry.src_col - 1 == printed.col
        }
        pairs = [(row, by_row.get(row)) for row in source_rows(table)]
    else:
        pairs = list(zip(source_rows(table), numbers(table, printed.key), strict=True))
    return [_part(table, row - 1, printed.key, value) for row, value in pairs]


def _part(table: FormTable, row: int, key: str, value: Decimal | None) -> _Part:
    if not value:  # a zero does not tell in what unit it was typed
        return _Part(row, value, None)
    return _Part(row, value, last_place(table.texts.get((row, key)), value))


def _readings(table: FormTable, printed: Assertion, parts: list[_Part]) -> list[list[_Part]]:
    """What the total may stand for: its section above or below, all rows above, or all of them."""
    same = [a.row for a in table.assertions if a.key == printed.key and a.col == printed.col]
    before = max((row for row in same if row < printed.row), default=-1)
    after = min((row for row in same if row > printed.row), default=None)
    above = [part for part in parts if part.row < printed.row]
    section = [part for part in above if part.row > before]
    below = [
        part for part in parts if part.row > printed.row and (after is None or part.row < after)
    ]
    return [rows for rows in (section, above, below, parts) if rows]


def _agrees(table: FormTable, printed: Assertion, rows: list[_Part]) -> bool:
    return abs(_sum(rows) - printed.value) <= _tolerance(table, printed, rows)


def _tolerance(table: FormTable, printed: Assertion, rows: list[_Part]) -> Decimal:
    own = last_place(printed.text, printed.value)
    finest = min((part.unit for part in rows if part.unit), default=own)
    if table.form.column(printed.key).kind == "count" and finest <= 1:
        return Decimal(0)
    written = parse_number(printed.text)
    # A bare "93" in Excel may be a 93.00 that lost its noughts: then only the rows tell the place.
    if written is None or not decimals_of(written.value):
        return total_tolerance(len(rows), finest)
    return total_tolerance(len(rows), max(finest, own))


def _sum(rows: list[_Part]) -> Decimal:
    return sum((part.value for part in rows), Decimal(0))


def _slipped(table: FormTable, printed: Assertion, rows: list[_Part]) -> Finding | None:
    """A total in another unit than its rows, off by a hundred, thousand or million."""
    added = _sum(rows)
    factor = unit_slip(printed.value, added)
    if factor is None:
        return None
    return at_assertion(
        table,
        "unit_suspected",
        printed,
        value=printed.text,
        expected=shown(added),
        params={"factor": shown(factor)},
    )


def _differs(table: FormTable, printed: Assertion, rows: list[_Part]) -> Finding:
    added = _sum(rows)
    return at_assertion(
        table,
        "total_differs",
        printed,
        value=shown(printed.value),
        expected=shown(added),
        params={"row_count": str(len(rows)), "difference": shown(abs(added - printed.value))},
    )
