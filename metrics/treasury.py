"""Money as the treasury sees it: where it comes from, against official targets, and who got what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def disbursement_by_source(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Disbursed and spent of each fund and spending type, each against its own official target.

    One row per fiscal year, area, fund and spending type at the newest month. Fund "year" is the
    year's own budget, without carry-over, loans, local and private money.
    """
    return run(con, "disbursement_by_source", scope)


def spent_against_target(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Percent disbursed and spent of the year's budget over its months, with gaps in points.

    `target_pct` is None and `target_state` "not_loaded" where no target was decided for that year
    and quarter: another year's is never borrowed.
    """
    return run(con, "spent_against_target", scope)


def disbursement_rank(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Rank among the provinces (Bangkok left out) that report the same month; ties share a rank."""
    return run(con, "disbursement_rank", scope)


def budget_request_vs_allocation(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Requested and allocated money: one row per fiscal year, requester and plan."""
    return run(con, "budget_request_vs_allocation", scope)


def budget_request_cuts(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Every project asked for, with what it got and why less: the largest cuts first."""
    return run(con, "budget_request_cuts", scope)


def money_per_head(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Budget and disbursement per person, household and village, with the denominator's year.

    Where an area sent no denominator the amounts are None.
    """
    return run(con, "money_per_head", scope)


def budget_concentration(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How far the budget lies in few plans, districts or agencies: Herfindahl index, largest part."""
    return run(con, "budget_concentration", scope)


def group_spending_by_province(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The budget of province groups by the province that spends it, with cross-province projects."""
    return run(con, "group_spending_by_province", scope)


def time_to_disburse(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Days from approval to the first payment, of projects that state both days."""
    return run(con, "time_to_disburse", scope)
