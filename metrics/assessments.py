"""Assessments: the independent score beside what the agency says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def assessment_agreement(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Score and claim of each assessment (1 to 5), the largest difference first.

    `claimed_score` is None, and `no_claim_reason` says why, where the agency's own claim cannot
    be compared.
    """
    return run(con, "assessment_agreement", scope)


def assessment_summary(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How often and how far the two differ: one row per area, fiscal year and quarter.

    `agreed_pct` and `mean_absolute_difference` are None where nothing can be compared.
    """
    return run(con, "assessment_summary", scope)
