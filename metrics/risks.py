"""Risks: where they stand, how they moved, and which red indicators nobody has an answer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def risk_map(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Open risks by likelihood and impact: one row per area, issue and cell that holds any."""
    return run(con, "risk_map", scope)


def risk_movement(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Every risk of the newest register against the quarter before: one row per risk.

    `risk_movement` is None where the quarter before has no register; `score` is None for a risk
    that is no longer in the register, which counts as closed.
    """
    return run(con, "risk_movement", scope)


def red_without_risk(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Indicators that are critical or at risk: one row each, those nothing answers first.

    `answered_by` says whether an open risk, an open decision, both or nothing stands against it.
    """
    return run(con, "red_without_risk", scope)
