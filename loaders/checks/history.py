"""Figures a thousand or a million times what was published before: a unit was lost or doubled."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb

from loaders.asks import Choice
from loaders.checks.cells import (
    Entry,
    asks,
    at_entry,
    at_row,
    indicator_codes,
    numbers,
    shown,
    source_rows,
    typed,
    values,
)
from loaders.checks.plausibility import AS_WRITTEN
from loaders.checks.results import (
    about_results,
    check_period_units,
    kpi_at,
    meant_value,
    result_periods,
)
from loaders.findings import Finding
from loaders.names import name_key
from loaders.table import FormTable
from loaders.tolerances import period_unit_slip
from store import run_query

_SQL = Path(__file__).parent / "sql"


def check_result_history(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """A question for each result far off the indicator's published ones, unless the sheet's own
    other periods already raised it."""
    usual_of = _usual(con, "result_history", table)
    told = {(finding.row, finding.col) for finding in check_period_units(table)}
    codes = indicator_codes(table) if usual_of else {}
    for entry in (entry for found in result_periods(table) for entry in found):
        usual = usual_of.get(codes.get(entry.src_row))
        if usual and entry.value and (entry.src_row - 1, entry.src_col - 1) not in told:
            yield from _slipped_result(table, entry, usual)


def check_plan_history(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """A question for each plan's budget far off its published ones."""
    usual_of = _usual(con, "plan_budget_history", table)
    columns = [values(table, "area"), values(table, "plan"), numbers(table, "budget_thb")]
    for src_row, area, plan, budget in zip(source_rows(table), *columns, strict=True):
        usual = usual_of.get((area, name_key(table.canonical("plan", plan or ""))))
        factor = period_unit_slip(budget, usual) if usual and budget else None
        if factor:
            yield at_row(
                table,
                "unit_suspected",
                src_row,
                "budget_thb",
                value=typed(table, src_row, "budget_thb", budget),
                expected=shown(meant_value(budget, usual, factor)),
                params={"factor": shown(factor)},
                asks=asks(
                    table,
                    "unit_factor",
                    plan,
                    (Choice(AS_WRITTEN),),
                    within="budget_thb",
                    cells=((src_row - 1, table.column_of["budget_thb"]),),
                    cell_count=1,
                ),
            )


def _usual(
    con: duckdb.DuckDBPyConnection, query: str, table: FormTable
) -> dict[tuple[str, str], Decimal]:
    areas = sorted({area for area in values(table, "area") if area})
    rows = run_query(con, _SQL / f"{query}.sql", {"areas": areas}).fetchall()
    return {(area, key): Decimal(str(usual)) for area, key, usual in rows}


def _slipped_result(table: FormTable, entry: Entry, usual: Decimal) -> Iterator[Finding]:
    factor = period_unit_slip(entry.value, usual)
    if factor:
        yield at_entry(
            table,
            "unit_suspected",
            entry,
            value=entry.text or shown(entry.value),
            expected=shown(meant_value(entry.value, usual, factor)),
            params={"factor": shown(factor)},
            asks=about_results(table, kpi_at(table, entry.src_row), entry.src_row, (AS_WRITTEN,)),
        )
