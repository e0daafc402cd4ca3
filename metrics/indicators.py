"""Indicators: their targets, their growth and how far they have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def kpi_targets(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Yearly targets with their sum and compound: one row per area, indicator and fiscal year.

    Sum and compound cover the whole period declared, and are None when a year of it is missing.
    """
    return run(con, "kpi_targets", scope)


def kpi_growth(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Growth over the same period a year earlier: one row per area, indicator and period.

    `growth_pct` is None for a zero, negative or missing base and for percentages, whose change is
    in `change_pp`; `status` and `reason` say why.
    """
    return run(con, "kpi_growth", scope)


def kpi_attainment(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Result to date against the target: one row per area, indicator and fiscal year.

    `status` is met, near, at_risk or critical against the target to date, no_data or not_due.
    """
    return run(con, "kpi_attainment", scope)


def kpi_overview(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Where every indicator stands, worst first: one row per area and indicator."""
    return run(con, "kpi_overview", scope)
