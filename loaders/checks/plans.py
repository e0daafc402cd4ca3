"""Plans, issues and indicators that a sheet names and the strategy of its area does not hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
from rapidfuzz import fuzz, process

from loaders.asks import Choice, first_cells
from loaders.checks.cells import asks, at_row, source_rows, values
from loaders.findings import Finding
from loaders.names import name_key
from loaders.table import FormTable
from loaders.tolerances import SAME_PLAN_LIKENESS
from store import run_query

_SQL = Path(__file__).parent / "sql"
_CANDIDATES = 3
# More alike than any two names can be: only the very name, or what somebody said it means, counts.
_NOT_BY_LIKENESS = 101

Names = Mapping[str, str]


@dataclass(frozen=True)
class _Named:
    """A column of names, what is asked where one is not declared, and how alike is the same."""

    key: str
    code: str
    query: str
    least_likeness: float


_PLANS = _Named("plan", "plan_not_in_strategy", "declared_plans", SAME_PLAN_LIKENESS)
_ISSUES = _Named("strategic_issue", "issue_not_in_strategy", "declared_issues", SAME_PLAN_LIKENESS)
_KPIS = _Named("kpi", "kpi_not_declared", "declared_kpis", _NOT_BY_LIKENESS)


def check_plans(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """One question for each plan name without a counterpart, at the first row that uses it.

    Silent where no published strategy with plans exists for the area and year. A name that plainly
    resembles a declared one ("พัฒนาและสร้างโอกาสให้ชุมชน") is a way of writing it and is not asked.
    """
    for (area, fiscal_year), names in _names_by(table, "plan", "fiscal_year").items():
        if area and fiscal_year:
            declared = _declared(con, _PLANS, {"area": area, "fiscal_year": fiscal_year})
            yield from _undeclared(table, _PLANS, names, declared)


def check_issues(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """The same for strategic issues, of any year of the area's published strategies."""
    for (area,), names in _names_by(table, "strategic_issue").items():
        if area:
            declared = _declared(con, _ISSUES, {"area": area})
            yield from _undeclared(table, _ISSUES, names, declared)


def check_declared_kpis(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """The same for the indicators of results that bring no code, against those with targets.

    Names of indicators differ in a word and mean something else, so likeness settles nothing.
    """
    for (area,), names in _names_by(table, "kpi", but_not="kpi_code").items():
        if area:
            declared = _declared(con, _KPIS, {"area": area})
            yield from _undeclared(table, _KPIS, names, declared)


def _names_by(
    table: FormTable, key: str, *keys: str, but_not: str | None = None
) -> dict[tuple, dict[str, list[int]]]:
    """(area, values of the keys) → name → one-based rows that use it."""
    area_key = "area" if "area" in table.rows.column_names else "province"
    columns = [values(table, name) for name in (area_key, *keys)]
    known = values(table, but_not) if but_not else [None] * table.rows.num_rows
    found: dict[tuple, dict[str, list[int]]] = {}
    for src_row, name, code, *of in zip(
        source_rows(table), values(table, key), known, *columns, strict=True
    ):
        if name and not code:
            found.setdefault(tuple(of), {}).setdefault(name, []).append(src_row)
    return found


def _declared(con: duckdb.DuckDBPyConnection, named: _Named, of: Mapping[str, object]) -> Names:
    return dict(run_query(con, _SQL / f"{named.query}.sql", of).fetchall())


def _undeclared(
    table: FormTable, named: _Named, rows_of: Mapping[str, list[int]], declared: Names
) -> Iterator[Finding]:
    for name, rows in rows_of.items() if declared else ():
        meant = name_key(table.canonical(named.key, name))
        if meant not in declared and not _nearest(name, declared, named.least_likeness, 1):
            yield _unknown(table, named, name, rows, declared)


def _nearest(name: str, declared: Names, least: float, most: int) -> list[tuple[str, float]]:
    if least > 100:
        return []
    found = process.extract(
        name_key(name), list(declared), scorer=fuzz.ratio, score_cutoff=least, limit=most
    )
    return [(declared[key], likeness) for key, likeness, _ in found]


def _unknown(
    table: FormTable, named: _Named, name: str, rows: list[int], declared: Names
) -> Finding:
    near = _nearest(name, declared, 0, len(declared))
    choices = [Choice(title, f"{likeness:.0f} %") for title, likeness in near]
    col = table.column_of.get(named.key)
    cells = () if col is None else first_cells((row - 1 for row in rows), col)
    return at_row(
        table,
        named.code,
        rows[0],
        named.key,
        value=name,
        expected=", ".join(title for title, _ in near[:_CANDIDATES]),
        params={"row_count": str(len(rows))},
        asks=asks(
            table, "name_alias", name, choices, within=named.key, cells=cells, cell_count=len(rows)
        ),
    )
