"""Plans named by a sheet that the strategy of its area and year does not hold."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
from rapidfuzz import fuzz, process

from loaders.checks.cells import at_row, source_rows, values
from loaders.findings import Finding
from loaders.names import name_key
from loaders.table import FormTable
from loaders.tolerances import SAME_PLAN_LIKENESS
from store import run_query

_DECLARED_PLANS = Path(__file__).parent / "sql" / "declared_plans.sql"
_CANDIDATES = 3


def check_plans(con: duckdb.DuckDBPyConnection, table: FormTable) -> Iterator[Finding]:
    """One question for each plan name without a counterpart, at the first row that uses it.

    Silent where no published strategy with plans exists for the area and year. A name that plainly
    resembles a declared one ("พัฒนาและสร้างโอกาสให้ชุมชน") is a way of writing it and is not asked.
    """
    for (area, fiscal_year), rows_of in _plans_by_area(table).items():
        declared = _declared(con, area, fiscal_year)
        for name, rows in rows_of.items() if declared else ():
            if not _resembles(name, declared):
                yield _unknown_plan(table, name, rows, declared)


def _plans_by_area(table: FormTable) -> dict[tuple, dict[str, list[int]]]:
    area_key = "area" if "area" in table.rows.column_names else "province"
    columns = [values(table, key) for key in (area_key, "fiscal_year", "plan")]
    found: dict[tuple, dict[str, list[int]]] = {}
    for src_row, area, year, plan in zip(source_rows(table), *columns, strict=True):
        if area and year and plan:
            found.setdefault((area, year), {}).setdefault(plan, []).append(src_row)
    return found


def _declared(con: duckdb.DuckDBPyConnection, area: str, fiscal_year: int) -> dict[str, str]:
    rows = run_query(con, _DECLARED_PLANS, {"area": area, "fiscal_year": fiscal_year}).fetchall()
    return dict(rows)


def _resembles(name: str, declared: Mapping[str, str]) -> bool:
    return bool(_nearest(name, declared, least=SAME_PLAN_LIKENESS, most=1))


def _nearest(name: str, declared: Mapping[str, str], *, least: float, most: int) -> list[str]:
    found = process.extract(
        name_key(name), list(declared), scorer=fuzz.ratio, score_cutoff=least, limit=most
    )
    return [declared[key] for key, _, _ in found]


def _unknown_plan(
    table: FormTable, name: str, rows: list[int], declared: Mapping[str, str]
) -> Finding:
    return at_row(
        table,
        "plan_not_in_strategy",
        rows[0],
        "plan",
        value=name,
        expected=", ".join(_nearest(name, declared, least=0, most=_CANDIDATES)),
        params={"row_count": str(len(rows))},
    )
