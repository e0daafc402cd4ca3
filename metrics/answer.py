"""Asking a metric: its .sql file run with the parameters of a Scope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import duckdb

from metrics.catalogue import sql_path
from metrics.params import query_parameters
from metrics.scope import Scope
from store.query import count_rows, parameter_names, run_query

if TYPE_CHECKING:
    import pandas as pd


def run(con: duckdb.DuckDBPyConnection, name: str, scope: Scope) -> pd.DataFrame:
    """The frame of metric `name` in `scope`; columns and grain are those of its SQL header.

    Decimals come as float64 and a missing number as NaN. Raises UnknownMetric, ScopeError.
    """
    return answer(con, name, scope).df()


def answer(con: duckdb.DuckDBPyConnection, name: str, scope: Scope) -> duckdb.DuckDBPyConnection:
    """The same, as a cursor whose rows can be fetched exactly (Decimal, None) and without pandas."""
    return run_query(con, sql_path(name), _parameters(con, name, scope))


def row_count(con: duckdb.DuckDBPyConnection, name: str, scope: Scope) -> int:
    """How many rows the answer has, without making them. Raises UnknownMetric, ScopeError."""
    return count_rows(con, sql_path(name), _parameters(con, name, scope))


def _parameters(con: duckdb.DuckDBPyConnection, name: str, scope: Scope) -> Mapping[str, object]:
    return query_parameters(con, scope, parameter_names(sql_path(name)))
