"""Money: how it is divided between plans, and how much of it has been spent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def budget_share_by_plan(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Budget, projects and share of each plan: one row per area, fiscal year and plan.

    `share_pct_display` adds up to exactly 100.00 over the plans of an area and year;
    `share_pct` is the exact ratio budget_thb / total_thb in percent.
    """
    return run(con, "budget_share_by_plan", scope)


def budget_totals(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Projects, money allocated and disbursed: one row per area and fiscal year."""
    return run(con, "budget_totals", scope)


def disbursement(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Cumulative disbursement by plan against the official target of the quarter.

    `target_pct` is None and `target_state` "not_loaded" where no target was decided for that
    year and quarter; a projection stands in `projection_pct` and is never the target.
    """
    return run(con, "disbursement", scope)


def disbursement_total(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Cumulative disbursement of all plans: one row per fiscal year, quarter and area."""
    return run(con, "disbursement_total", scope)


def disbursement_by_district(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Cumulative disbursement: one row per fiscal year, quarter, area and district."""
    return run(con, "disbursement_by_district", scope)


def disbursement_by_issue(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Cumulative disbursement: one row per fiscal year, quarter, area and strategic issue."""
    return run(con, "disbursement_by_issue", scope)


def disbursement_by_type(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Cumulative disbursement of current and capital money, each against its own target."""
    return run(con, "disbursement_by_type", scope)
