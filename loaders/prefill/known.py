"""One form's blank workbook for one agency, filled with what the published data say."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import MappingProxyType

import duckdb

from loaders.form import Form
from loaders.table import Context
from loaders.template import write_template
from store import run_query
from thai.text import match_key

SQL = Path(__file__).parent / "sql"
_YEARS_AHEAD = 5

# What the sender is not to change: what a row is about, and what earlier reports said.
_PLACE = ("area", "province", "district")
LOCKED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "kpi_targets": ("kpi_code", "kpi"),
        "kpi_results": (
            *("kpi_code", "kpi", "unit", "fiscal_year", "quarter"),
            *("annual_target", "previous_actual"),
        ),
        "projects": (
            *("project_code", "project", "fiscal_year", "strategic_issue", "plan", "agency"),
            *("subdistrict", "village", "source", "spending_type"),
            *(f"disbursed_thb_{quarter}" for quarter in (1, 2, 3, 4)),
        ),
        "budget_by_plan": ("fiscal_year", "plan"),
        "community_plans": ("fiscal_year", "subdistrict", "village_code", "village_no", "village"),
        "community_plan_grades": ("fiscal_year", "grade"),
        "area_profile": ("year",),
        "risks": ("fiscal_year", "quarter", "project", "kpi", "risk"),
        "assessments": ("fiscal_year", "quarter", "agency", "kpi", "project"),
        "strategy": ("plan_owner", "plan_name", "year_from", "year_to", "node_code"),
        "plan_projects": ("strategic_issue", "plan", "project"),
        "project_brief": ("project",),
        "district_surveillance": ("fiscal_year", "quarter", "named_period", "risk_type"),
        "money_monthly": ("fiscal_year", "source", "spending_type", "spender"),
        "budget_requests": ("fiscal_year",),
        "evaluation_framework": ("fiscal_year",),
        "agreements": ("fiscal_year",),
        "reward_bands": ("fiscal_year",),
        "project_steps": ("project_code", "project", "fiscal_year", "agency", "milestone"),
        "joint_indicators": ("fiscal_year", "topic", "measured_in"),
        "problems": ("fiscal_year",),
        "surveys": ("fiscal_year", "quarter", "subject"),
        "datasets": ("dataset",),
        "cultural_assets": ("fiscal_year", "asset_kind", "asset"),
    }
)


@dataclass(frozen=True)
class Known:
    """What is known beforehand: rows by slot key, the years of columns repeated by year, and names
    to choose from by column."""

    rows: tuple[Mapping[str, object], ...] = ()
    years: tuple[int, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def write_prefilled(
    con: duckdb.DuckDBPyConnection, form: Form, given: Context, path: Path, *, lang: str = "th"
) -> None:
    """Writes the blank workbook of a form at `path`, filled for the area, agency and period given.

    Rows, targets and last results come from what is published; what identifies a row and what
    earlier reports said is locked. Without an area, or where nothing is known, the rows stay blank.
    """
    known = known_for(con, form, given)
    write_template(
        form,
        given,
        path,
        rows=known.rows,
        years=known.years,
        locked=(*_PLACE, *LOCKED[form.name]),
        names=known.names,
        due_on=_due_on(con, given),
        lang=lang,
    )


def known_for(con: duckdb.DuckDBPyConnection, form: Form, given: Context) -> Known:
    """What the published data say about a form of an area, agency and period.

    An agency gets what it reported or owns; without an agency everything of the area is given.
    """
    if given.area_code is None or given.fiscal_year is None:
        return Known()
    asked = {
        "area": given.area_code,
        "fiscal_year": given.fiscal_year,
        "quarter": given.quarter,
        "agencies": _spellings(con, given.agency),
    }
    found = _dicts(run_query(con, SQL / f"{form.name}.sql", asked))
    figures = {column.key for column in form.columns if column.kind == "number"}
    rows = tuple(_slot_values(row, figures) for row in found)
    return Known(rows, _years(form, found), _names(con, form, given.area_code))


def _dicts(cursor: duckdb.DuckDBPyConnection) -> list[dict[str, object]]:
    keys = [column[0] for column in cursor.description]
    return [dict(zip(keys, row, strict=True)) for row in cursor.fetchall()]


def _slot_values(row: Mapping[str, object], figures: Collection[str]) -> dict[str, object]:
    """A value for each period becomes one slot each: target {2569: 5} → target_2569."""
    values: dict[str, object] = {}
    for key, value in row.items():
        if isinstance(value, dict):
            values |= {f"{key}_{period}": each for period, each in value.items()}
        else:
            values[key] = _figure(value) if key in figures else value
    return values


def _figure(value: object) -> object:
    """Text that is nothing but a figure as the figure: Excel warns of numbers kept as text."""
    try:
        return Decimal(value) if isinstance(value, str) and value.isascii() else value
    except InvalidOperation:
        return value


def _years(form: Form, rows: Iterable[Mapping[str, object]]) -> tuple[int, ...]:
    """The years from the first to the last that a column repeated by year has a value of, five at
    least."""
    keys = [column.key for column in form.columns if column.repeat == "year"]
    years = {year for row in rows for key in keys for year in (row.get(key) or {})}
    if not years:
        return ()
    return tuple(range(min(years), max(max(years) + 1, min(years) + _YEARS_AHEAD)))


def _spellings(con: duckdb.DuckDBPyConnection, agency: str | None) -> list[str] | None:
    """How the agency's name is spelled in the data; None, meaning all agencies, without one."""
    if agency is None:
        return None
    spelled = [name for (name,) in run_query(con, SQL / "spellings.sql", {}).fetchall()]
    return [name for name in spelled if match_key(name) == match_key(agency)]


def _names(
    con: duckdb.DuckDBPyConnection, form: Form, area_code: str
) -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    columns = {column.key for column in form.columns}
    for key, name in run_query(con, SQL / "names.sql", {"area": area_code}).fetchall():
        if key in columns:
            names[key] = (*names.get(key, ()), name)
    return names


def _due_on(con: duckdb.DuckDBPyConnection, given: Context):
    """The last day of the round; None for a whole year, or a round nothing is known of."""
    if given.fiscal_year is None or given.quarter is None:
        return None
    period = {"fiscal_year": given.fiscal_year, "quarter": given.quarter}
    row = run_query(con, SQL / "due_date.sql", period).fetchone()
    return row and row[0]
