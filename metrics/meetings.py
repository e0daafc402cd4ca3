"""What meetings decided, what came of it, and what changed between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def decision_list(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Decisions with owner, due day and state, overdue ones first: one row per decision.

    `decision_state` is overdue, due_soon (within 7 days), open, done or cancelled.
    """
    return run(con, "decision_list", scope)


def feedback_list(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What was said about an area in a meeting, newest first: one row per remark."""
    return run(con, "feedback_list", scope)


def kpi_changes(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What changed from `scope.since` to `scope.as_of`: one row per area, indicator and year.

    Only indicators whose result, target or status differ; `cause` says why. No rows without
    `since`.
    """
    return run(con, "kpi_changes", scope)
