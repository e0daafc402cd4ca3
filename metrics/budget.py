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
