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
