"""The rules for choosing indicators: each indicator, the set, what it is about, what stands behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def kpi_checks(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What each indicator of a fiscal year has and lacks: one row per area and indicator.

    `has_budget` is None where no project of the area names any indicator, `is_outcome` where the
    level is not declared.
    """
    return run(con, "kpi_checks", scope)


def kpi_checklist(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The set of indicators against the principles of 2557: one row per area and rule.

    `verdict` is met, not_met or unknown. A checklist, not a score.
    """
    return run(con, "kpi_checklist", scope)


def kpi_topics(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What indicators are about: one row per area, scheme (of three) and node, empty ones too."""
    return run(con, "kpi_topics", scope)


def revenue_driver(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Mean product of named years, at current prices: one row per area and sector."""
    return run(con, "revenue_driver", scope)


def implied_group_growth(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """A group's growth target against its members': one row per group, indicator and fiscal year.

    `implied_pct` is None with its `reason` where fewer than two members have the indicator, a
    base in one unit and a target.
    """
    return run(con, "implied_group_growth", scope)


def joint_indicators(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Joint Function-Area indicators: one row per joint topic and province, those not concerned too."""
    return run(con, "joint_indicators", scope)


def status_indicators(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The three status indicators of form 7: one row per province, indicator and year."""
    return run(con, "status_indicators", scope)
