"""What has been sent, what has not, and how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def submission_completeness(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Received of expected: one row per fiscal year, quarter, form and area.

    What is expected is what was sent for the same period a year earlier.
    """
    return run(con, "submission_completeness", scope)


def submission_slots(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Who has sent and who has not: one row per fiscal year, quarter, form, area and agency."""
    return run(con, "submission_slots", scope)


def data_age(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The newest of each form and its age in days: one row per form."""
    return run(con, "data_age", scope)
