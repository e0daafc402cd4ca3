"""What has been sent, what has not, and how old it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def reporting_rate(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Received of expected: one row per fiscal year, quarter, form and area.

    Waived submissions are not expected; what came unexpectedly is counted apart, so that no rate
    passes 100. Only periods that have begun; of those, what is not due yet counts as expected.
    """
    return run(con, "reporting_rate", scope)


def reporting_rate_by_agency(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The same counts and rates: one row per fiscal year, area and agency."""
    return run(con, "reporting_rate_by_agency", scope)


def round_completeness(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Agencies that have sent everything, of those expected: one row per fiscal year and quarter."""
    return run(con, "round_completeness", scope)


def submission_matrix(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Who has sent and who has not: one row per fiscal year, quarter, form, area and agency."""
    return run(con, "submission_matrix", scope)


def data_age(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The newest of each form and its age in days: one row per form."""
    return run(con, "data_age", scope)
