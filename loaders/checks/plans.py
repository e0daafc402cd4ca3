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
from store import run_query

_SQL = Path(__file__).parent / "sql"
_CANDIDATES = 3

Names = Mapping[str, str]


@dataclass(frozen=True)
class _Named:
    """A column of names, and what is asked where one is not declared."""

    key: str
    code: str
    query: str


_PLANS = _Named("plan", "plan_not_in_strategy", "declared_plans")
_ISSUES = _Named("strategic_issue", "issue_not_in_strategy", "declared_issues")
_KPIS = _Named("kpi", "kpi_not_declared", "declared_kpis")


def check_plans(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """One question for each plan name without a counterpart, at the first row that uses it.

    Silent where no published strategy with plans exists for the area and year. However much a name
    resembles a declared one ("พัฒนาและสร้างโอกาสให้ชุมชน", "พัฒนาและสร้างโอกาส"), a person says that it
    is the same: figures are joined by names, and would fall out of the plan silently.
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
    """The same for the indicators of results that bring no code, against those with targets."""
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
        if meant not in declared:
            yield _unknown(table, named, name, rows, declared)


def _by_likeness(name: str, declared: Names) -> list[tuple[str, float]]:
    """The declared names with how alike each is (0 to 100), the likeliest first."""
    found = process.extract(name_key(name), list(declared), scorer=fuzz.ratio, limit=None)
    return [(declared[key], likeness) for key, likeness, _ in found]


def _unknown(
    table: FormTable, named: _Named, name: str, rows: list[int], declared: Names
) -> Finding:
    near = _by_likeness(name, declared)
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
