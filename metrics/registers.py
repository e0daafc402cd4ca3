"""Registers beside the plan: problems, satisfaction, the data planned by, local heritage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def problem_board(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Problems and where they stand: one row per problem, the one open longest first.

    A year shows its own and earlier ones not solved; `days_open` is None without a day.
    """
    return run(con, "problem_board", scope)


def problem_summary(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How many problems are open and solved: one row per area of problems."""
    return run(con, "problem_summary", scope)


def survey_results(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Satisfied people of those asked: one row per area, fiscal year and subject."""
    return run(con, "survey_results", scope)


def dataset_catalogue(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Which data there are and whether they are fresh: one row per area and dataset."""
    return run(con, "dataset_catalogue", scope)


def cultural_heritage(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Heritage and to how many youths it was passed on: one row per piece and fiscal year."""
    return run(con, "cultural_heritage", scope)
