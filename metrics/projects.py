"""Projects through their life cycle: where they stand, what is off, and what is worth copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def project_stages(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Projects, money and median days: one row per area, fiscal year and stage of the life cycle.

    Every stage has a row, also one where no project stands. Areas of whose projects no stage is
    known have no rows.
    """
    return run(con, "project_stages", scope)


def project_days_by_district(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Median days to approval and to the first payment: one row per area, year and district."""
    return run(con, "project_days_by_district", scope)


def stuck_projects(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Unfinished projects with the days they have stood at their stage, longest first.

    `is_stuck` is True beyond twice the median of the stage in the same province and year, and None
    where fewer than three projects have left the stage.
    """
    return run(con, "stuck_projects", scope)


def project_gap(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Progress of work, staff in place and money spent of each project, widest gap first.

    `gap_state` is "work_ahead" or "money_ahead" beyond 20 points, else "balanced", and "unknown"
    where spending was not reported.
    """
    return run(con, "project_gap", scope)


def project_screening(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The five screening scores of each project, criterion 2 held against the village's grade."""
    return run(con, "project_screening", scope)


def project_eligibility(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Village projects by readiness of the plan: one row per area, fiscal year and readiness."""
    return run(con, "project_eligibility", scope)


def milestone_performance(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How each project stands to its milestones; one without any is never "on_track"."""
    return run(con, "milestone_performance", scope)


def project_milestones(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The milestones of projects with planned and actual days: one row per milestone."""
    return run(con, "project_milestones", scope)


def project_kinds(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Hired, self-reliant and other work: one row per area, fiscal year and kind."""
    return run(con, "project_kinds", scope)


def project_afp(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Projects and money by area, function and participation: one row per dimension."""
    return run(con, "project_afp", scope)


def priority_cost_curve(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Requests added up by rank against the allocation: one row per ranked project."""
    return run(con, "priority_cost_curve", scope)


def agency_overlap(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Agencies and partners on each strategic issue: one row per area, fiscal year and issue."""
    return run(con, "agency_overlap", scope)


def proposal_window(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Days from announcement to deadline: one row per area and fiscal year."""
    return run(con, "proposal_window", scope)


def project_completeness(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Details that projects have before and after approval: one row per area, year and item."""
    return run(con, "project_completeness", scope)


def best_practices(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Projects that their agencies call best practices, newest year first."""
    return run(con, "best_practices", scope)


def similar_villages(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Villages of the same province and grade as a best practice's, nearest in size: at most five."""
    return run(con, "similar_villages", scope)
