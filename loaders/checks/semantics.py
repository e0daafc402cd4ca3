"""What an indicator has to declare before its quarters can be added: asked for, never assumed."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import duckdb

from loaders.asks import Choice
from loaders.checks.cells import asks, at_entry, at_row, shown, source_rows, values
from loaders.checks.results import result_periods
from loaders.findings import Finding
from loaders.names import name_key
from loaders.semantics import infer_submission_style, infer_unit_kind, named_years
from loaders.table import FormTable
from store import run_query

STYLES = ("period", "cumulative", "stock")
# Years that each rule needs to be named: one that stays, or several to take the mean of.
_YEARS_OF_RULE = {"fixed": range(1, 2), "mean": range(2, 100)}
_SQL = Path(__file__).parent / "sql"


def check_semantics(table: FormTable) -> Iterator[Finding]:
    """Undeclared styles of counts and money, rules that contradict each other, unread base years."""
    keys = ("kpi", "unit", "submission_style", "time_agg", "frequency", "base_rule", "base_years")
    columns = [values(table, key) for key in keys]
    for src_row, kpi, unit, style, over_time, frequency, rule, years in zip(
        source_rows(table), *columns, strict=True
    ):
        kind = infer_unit_kind(kpi or "", unit)
        if kind in ("count", "money") and not style and frequency != "yearly":
            yield _style_question(table, src_row, kpi, kind)
        if _contradicts(kind, style, over_time):
            yield at_row(table, "aggregation_conflict", src_row, "time_agg", value=over_time)
        if rule in _YEARS_OF_RULE and len(named_years(years or "")) not in _YEARS_OF_RULE[rule]:
            yield at_row(table, "base_years_unclear", src_row, "base_years", value=years)


def check_falling_totals(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """A finding at each quarter whose running total, declared as one, is below the quarter before."""
    styles = declared_styles(con, table)
    kpis = _kpis(table) if "cumulative" in styles.values() else {}
    for found in result_periods(table):
        running = [entry for entry in found if entry.quarter and entry.value is not None]
        for before, entry in pairwise(running):
            falls = before.year == entry.year and entry.value < before.value
            if falls and styles.get(kpis.get(entry.src_row)) == "cumulative":
                yield at_entry(
                    table,
                    "running_total_fell",
                    entry,
                    value=shown(entry.value),
                    expected=shown(before.value),
                )


def not_settled(
    con: duckdb.DuckDBPyConnection, tables: Iterable[FormTable], findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """The findings without questions that the published definitions answer: whether results run on."""
    findings = tuple(findings)
    if not any(finding.code == "looks_cumulative" for finding in findings):
        return findings
    settled = {
        (table.sheet, src_row - 1)
        for table in tables
        if table.form.name == "kpi_results" and (styles := declared_styles(con, table))
        for src_row, place in _kpis(table).items()
        if place in styles
    }
    return tuple(
        finding
        for finding in findings
        if finding.code != "looks_cumulative" or (finding.sheet, finding.row) not in settled
    )


def declared_styles(
    con: duckdb.DuckDBPyConnection, table: FormTable
) -> Mapping[tuple[str, str], str]:
    """(area, name key) → the style of submission that published target sheets declare."""
    areas = sorted({area for area in values(table, "area") if area})
    rows = run_query(con, _SQL / "declared_styles.sql", {"areas": areas}).fetchall()
    return {(area, key): style for area, key, style in rows}


def _kpis(table: FormTable) -> dict[int, tuple[str, str]]:
    """One-based row → area and name key of its indicator."""
    columns = zip(source_rows(table), values(table, "area"), values(table, "kpi"), strict=True)
    return {row: (area, name_key(table.canonical("kpi", kpi or ""))) for row, area, kpi in columns}


def _style_question(table: FormTable, src_row: int, kpi: str, kind: str) -> Finding:
    proposed = infer_submission_style(kpi, kind)
    likeliest_first = sorted(STYLES, key=lambda style: style != proposed)
    key = "submission_style" if "submission_style" in table.column_of else "kpi"
    col = table.column_of.get(key)
    return at_row(
        table,
        "style_undeclared",
        src_row,
        key,
        value=kpi,
        asks=asks(
            table,
            "style",
            kpi,
            map(Choice, likeliest_first),
            cells=() if col is None else ((src_row - 1, col),),
            cell_count=1,
        ),
    )


def _contradicts(kind: str | None, style: str | None, over_time: str | None) -> bool:
    """Stocks and running totals are not added; percentages are neither added nor averaged."""
    if over_time == "sum" and style in ("stock", "cumulative"):
        return True
    return over_time in ("sum", "mean") and kind in ("percent", "growth")
