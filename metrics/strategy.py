"""The plan as a tree, the flow of money through it, its versions, and policies laid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def strategy_tree(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What serves each node and what it lacks: one row per version of a plan and node.

    A node counts what is under it or linked with it, so rows never add up. `is_shown` marks the
    version in force in the year, else the nearest earlier one.
    """
    return run(con, "strategy_tree", scope)


def strategy_indicators(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The indicators behind each node, policies included: one row per node and indicator."""
    return run(con, "strategy_indicators", scope)


def strategy_projects(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The projects behind each node, policies included: one row per node and project."""
    return run(con, "strategy_projects", scope)


def strategy_flow(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Money from mission group through issue to plan; every project stands in exactly one row.

    Rows told by the document only have no money: it links issues and plans through the group.
    """
    return run(con, "strategy_flow", scope)


def strategy_versions(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What differs between two versions of a plan: one row per pair of versions and node."""
    return run(con, "strategy_versions", scope)


def strategy_alignment(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How much of all money falls under issues that have indicators: one row per owner."""
    return run(con, "strategy_alignment", scope)


def policy_overview(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What serves each policy and each of its points: one row each, empty ones first."""
    return run(con, "policy_overview", scope)


def policy_coverage(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Policies against strategic issues; a project that serves two policies counts once in `all_`."""
    return run(con, "policy_coverage", scope)


def unmatched_names(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Names of issues, plans and policies that no strategy of their area and year holds."""
    return run(con, "unmatched_names", scope)
