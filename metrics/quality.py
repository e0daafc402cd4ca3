"""How well the workbooks were made, and what goes wrong in them most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def data_quality(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Correctness, completeness, consistency and timeliness in percent, each with its parts: one
    row per fiscal year, quarter, area and agency.

    `overall_pct` is their geometric mean, NaN when one of them is unknown.
    """
    return run(con, "data_quality", scope)


def data_quality_by_agency(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The same over a whole fiscal year: one row per fiscal year, area and agency."""
    return run(con, "data_quality_by_agency", scope)


def data_quality_over_time(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The same of all agencies together: one row per fiscal year and quarter."""
    return run(con, "data_quality_over_time", scope)


def frequent_mistakes(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What is found most, and in whose files: one row per kind of finding, the most frequent first.

    The code's sentence is "findings.<code>", and what prevents it "guidance.<code>".
    """
    return run(con, "frequent_mistakes", scope)


def finding_list(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Findings one by one, the newest first: file, sheet, cell, value, expectation; 2,000 at most."""
    return run(con, "finding_list", scope)


def findings_over_time(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """What was found, and per thousand cells checked: one row per quarter of receipt and severity."""
    return run(con, "findings_over_time", scope)
