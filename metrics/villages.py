"""Community plans: the grades of villages and what keeps them from a better one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def grade_distribution(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Villages of each grade among those assessed: one row per area, fiscal year and grade.

    Grades without a village have a row of 0; `coverage_pct` is None where the number of villages
    is not known.
    """
    return run(con, "grade_distribution", scope)


def grade_by_district(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The same for each district: one row per district, fiscal year and grade."""
    return run(con, "grade_by_district", scope)


def grade_trend(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Shares of the grades over the years up to the one asked for, with the change in points.

    The change is None where the year before is missing or was graded by another rule version.
    """
    return run(con, "grade_trend", scope)


def near_miss_villages(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Villages that meet every criterion but one, and which one: one row per village and year."""
    return run(con, "near_miss_villages", scope)


def criteria_met(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How many villages meet each criterion: one row per district, fiscal year and criterion."""
    return run(con, "criteria_met", scope)
