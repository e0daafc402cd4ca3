"""Projects' money and time: running totals, budgets, progress, dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from loaders.asks import Choice
from loaders.checks.cells import (
    Entry,
    asks,
    at_entry,
    at_row,
    entries,
    numbers,
    shown,
    source_rows,
    values,
)
from loaders.findings import Finding
from loaders.table import FormTable
from loaders.tolerances import OVERSPENT_IS_UNIT, PROGRESS_GAP_PCT, UNIT_SLIPS
from thai.calendar import format_date

CUMULATIVE = "disbursed_thb"
IN_QUARTER = "disbursed_in_quarter_thb"


@dataclass(frozen=True)
class _Spent:
    """Money paid out by the end of a quarter, and the cell that says so (or adds to it)."""

    total: Decimal
    entry: Entry


def check_spending(table: FormTable) -> Iterator[Finding]:
    """Running totals that fall, spending beyond the budget, and work and money far apart.

    One finding a project and cause: who spent beyond the budget is not also told about progress.
    """
    running, added = entries(table, CUMULATIVE), entries(table, IN_QUARTER)
    yield from _too_early(
        table, [e for rows in (running, added) for es in rows.values() for e in es]
    )
    columns = (numbers(table, "allocated_thb"), numbers(table, "progress_pct"))
    for src_row, allocated, progress in zip(source_rows(table), *columns, strict=True):
        spent = _spent(src_row, running, added)
        over = _first_over(spent, allocated)
        if over:
            yield _over(table, over, allocated)
            continue
        yield from _falls(table, running.get(src_row, ()))
        if spent and allocated and progress is not None:
            yield from _gap(table, src_row, progress, 100 * spent[-1].total / allocated)


def check_dates(table: FormTable) -> Iterator[Finding]:
    """A finding for each project that ends before it starts."""
    columns = (source_rows(table), values(table, "start_date"), values(table, "end_date"))
    for src_row, start, end in zip(*columns, strict=True):
        if start and end and end < start:
            yield at_row(
                table,
                "date_order",
                src_row,
                "end_date",
                value=format_date(end),
                expected=format_date(start),
            )


def _spent(
    src_row: int, running: Mapping[int, list[Entry]], added: Mapping[int, list[Entry]]
) -> list[_Spent]:
    if src_row in running:
        return [_Spent(e.value, e) for e in running[src_row] if e.value is not None]
    known = [entry for entry in added.get(src_row, ()) if entry.value is not None]
    totals: list[_Spent] = []
    for entry in known:
        before = totals[-1].total if totals else Decimal(0)
        totals.append(_Spent(before + entry.value, entry))
    return totals


def _first_over(spent: list[_Spent], allocated: Decimal | None) -> _Spent | None:
    if allocated is None:
        return None
    return next((one for one in spent if one.total > allocated), None)


def _over(table: FormTable, over: _Spent, allocated: Decimal) -> Finding:
    if allocated > 0 and over.total > allocated * OVERSPENT_IS_UNIT:
        factor = next(
            s for s in UNIT_SLIPS[1:] if over.total / s <= allocated or s == UNIT_SLIPS[-1]
        )
        return at_entry(
            table,
            "unit_suspected",
            over.entry,
            value=over.entry.text or shown(over.entry.value),
            expected=shown(over.total / factor),
            params={"factor": shown(factor)},
        )
    return at_entry(
        table,
        "disbursed_over_allocated",
        over.entry,
        value=shown(over.total),
        expected=shown(allocated),
    )


def _too_early(table: FormTable, paid: list[Entry]) -> Iterator[Finding]:
    """One finding for money in the columns of quarters after the one that is reported."""
    reported = table.context.quarter
    later = [e for e in paid if reported and e.value and e.quarter and e.quarter > reported]
    if later:
        first = min(later, key=lambda entry: (entry.src_row, entry.src_col))
        yield at_entry(
            table,
            "future_quarter",
            first,
            value=shown(first.value),
            expected=str(reported),
            params={"quarter": str(first.quarter), "cell_count": str(len(later))},
        )


def _falls(table: FormTable, running: list[Entry]) -> Iterator[Finding]:
    known = [entry for entry in running if entry.value is not None]
    for before, after in pairwise(known):
        if after.value < before.value:
            yield at_entry(
                table,
                "decreasing_cumulative",
                after,
                value=shown(after.value),
                expected=shown(before.value),
                asks=asks(
                    table,
                    "style",
                    CUMULATIVE,
                    (Choice("period"), Choice("cumulative")),
                    cells=tuple((entry.src_row - 1, entry.src_col - 1) for entry in known),
                    cell_count=len(known),
                ),
            )


def _gap(
    table: FormTable, src_row: int, progress: Decimal, disbursed_pct: Decimal
) -> Iterator[Finding]:
    gap = abs(progress - disbursed_pct)
    if gap > PROGRESS_GAP_PCT:
        yield at_row(
            table,
            "progress_spending_gap",
            src_row,
            "progress_pct",
            value=shown(progress),
            expected=shown(disbursed_pct, 2),
            params={"difference": shown(gap, 2)},
        )
