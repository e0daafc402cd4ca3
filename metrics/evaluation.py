"""Scores by the framework of a year and by the agreements under it, and what would raise them.

A total stands in two ways side by side: missing results left out (`_exclude`), and missing results
as the lowest score (`_strict`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def evaluation_items(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The score of every item, or indicator of an item: one row per area and row of its framework.

    `score` is None where nothing can be scored; `unscored_reason` says why.
    """
    return run(con, "evaluation_items", scope)


def evaluation_totals(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Weighted scores of the framework, its groups, dimensions and items, with the weight covered.

    Without weights there is no total, only the count of rows that have a score.
    """
    return run(con, "evaluation_totals", scope)


def evaluation_what_if(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The total if one indicator reached its target: one row per indicator, largest gain first."""
    return run(con, "evaluation_what_if", scope)


def evaluation_change(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Items against the year before: one row per item of either year.

    `change` only where it is the same item on the same scale, told by identity, never by number.
    """
    return run(con, "evaluation_change", scope)


def agreement_scores(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The score of every agreement, superiors first: one row per area and position."""
    return run(con, "agreement_scores", scope)


def agreement_items(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The indicators of every agreement: one row per position and indicator."""
    return run(con, "agreement_items", scope)
