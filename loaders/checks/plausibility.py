"""Columns that are possible but hardly meant: money in a lost unit, ratios where percents belong."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median

import pyarrow.compute as pc

from loaders.asks import Asks, Choice, first_cells
from loaders.checks.cells import (
    asks,
    at_row,
    columns_of_kind,
    numbers,
    shown,
    source_rows,
    typed,
)
from loaders.findings import Finding
from loaders.table import FormTable
from loaders.tolerances import (
    ENOUGH_RATIOS,
    LARGEST_PROJECT_THB,
    SMALLEST_TYPICAL_PROJECT_THB,
)

AS_WRITTEN, HUNDREDFOLD = "1", "100"
RATIO_FACTORS = (HUNDREDFOLD, AS_WRITTEN)
_MILLION, _THOUSAND = Decimal(1_000_000), Decimal(1000)


def check_project_money(
    table: FormTable, money_key: str, count_key: str | None
) -> Iterator[Finding]:
    """Money no project costs: single cells far too large, or a whole column far too small.

    `count_key` names the column of how many projects share the money, None when a row is one.
    """
    money, rows = numbers(table, money_key), source_rows(table)
    counts = numbers(table, count_key) if count_key else [Decimal(1)] * len(rows)
    each = [m / (c or 1) if m else None for m, c in zip(money, counts, strict=True)]
    known = [value for value in each if value]
    if len(known) > 1 and max(known) < SMALLEST_TYPICAL_PROJECT_THB:
        yield _column_lost_unit(table, money_key, median(known))
    for src_row, value, per_project in zip(rows, money, each, strict=True):
        if per_project and per_project > LARGEST_PROJECT_THB:
            yield _too_large(table, src_row, money_key, value, per_project)


def check_ratio_columns(table: FormTable) -> Iterator[Finding]:
    """One question for each column of percents that holds nothing but 0 to 1."""
    for key in columns_of_kind(table, "percent"):
        # Of a long column of true percents the largest value tells at once.
        if (pc.max(table.rows.column(key)).as_py() or 0) > 1:
            continue
        found = numbers(table, key)
        if not look_like_ratios(found):
            continue
        first = next(i for i, value in enumerate(found) if value and value != 1)
        src_row = source_rows(table)[first]
        yield at_row(
            table,
            "ratio_as_percent",
            src_row,
            key,
            value=typed(table, src_row, key, found[first]),
            expected=shown(found[first] * 100),
            params={"cell_count": str(sum(value is not None for value in found))},
            asks=_about_column(table, key, found, RATIO_FACTORS),
        )


def look_like_ratios(percents: Sequence[Decimal | None]) -> bool:
    """Whether a column meant for percents holds ratios: enough of them, none over 1, some between.

    >>> look_like_ratios([Decimal("0.4"), Decimal("0.35"), Decimal("0.25"), None])
    True
    >>> look_like_ratios([Decimal("0.4"), Decimal("39.6"), Decimal("60")])
    False
    """
    known = [value for value in percents if value is not None]
    if len(known) < ENOUGH_RATIOS or any(value < 0 or value > 1 for value in known):
        return False
    return sum(0 < value < 1 for value in known) >= ENOUGH_RATIOS


def _column_lost_unit(table: FormTable, key: str, typical: Decimal) -> Finding:
    factor = _THOUSAND if typical * _THOUSAND >= SMALLEST_TYPICAL_PROJECT_THB * 10 else _MILLION
    found = numbers(table, key)
    first = next(i for i, value in enumerate(found) if value)
    src_row = source_rows(table)[first]
    return at_row(
        table,
        "unit_suspected",
        src_row,
        key,
        value=typed(table, src_row, key, found[first]),
        expected=shown(found[first] * factor),
        params={"factor": shown(factor)},
        asks=_about_column(table, key, found, (str(factor), AS_WRITTEN)),
    )


def _about_column(
    table: FormTable, key: str, found: Sequence[Decimal | None], factors: Iterable[str]
) -> Asks:
    """Whether the figures of a column are to be multiplied, and all cells that this would change."""
    rows = [row for row, value in zip(source_rows(table), found, strict=True) if value is not None]
    cells = first_cells((row - 1 for row in rows), table.column_of[key])
    choices = map(Choice, factors)
    return asks(table, "unit_factor", key, choices, cells=cells, cell_count=len(rows))


def _too_large(
    table: FormTable, src_row: int, key: str, value: Decimal, per_project: Decimal
) -> Finding:
    factor = _MILLION if per_project / _THOUSAND > LARGEST_PROJECT_THB / 100 else _THOUSAND
    return at_row(
        table,
        "unit_suspected",
        src_row,
        key,
        value=typed(table, src_row, key, value),
        expected=shown(value / factor),
        params={"factor": shown(factor)},
        asks=_about_column(table, key, numbers(table, key), (AS_WRITTEN,)),
    )
