"""Running a named query from a .sql file with exactly the parameters it names."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import duckdb

from store.database import FATAL, StoreDown

_PARAMETER = re.compile(r"\$([a-z_]+)")


class QueryError(RuntimeError):
    """A query of ours failed: the message names the file and keeps the database's words."""

    def __init__(self, name: str, sql: str, cause: Exception) -> None:
        super().__init__(f"query {name} failed: {cause}\n{sql}")
        self.name, self.sql = name, sql


def run_query(
    con: duckdb.DuckDBPyConnection, path: Path, parameters: Mapping[str, object]
) -> duckdb.DuckDBPyConnection:
    """Executes the .sql file at `path`; returns the cursor, ready for .df(), .arrow() or .fetchall().

    Of `parameters` exactly those the query names are passed. Raises QueryError when the query
    names a parameter that is not given, or when the database refuses it; StoreDown when the
    database itself stopped working.
    """
    return _executed(con, path, query_text(path), parameters)


def count_rows(con: duckdb.DuckDBPyConnection, path: Path, parameters: Mapping[str, object]) -> int:
    """How many rows `run_query` would give, counted in the database; raises as it does."""
    counting = f"select count(*) from (\n{query_text(path)}\n)"
    (count,) = _executed(con, path, counting, parameters).fetchone()
    return count


@cache
def query_text(path: Path) -> str:
    """The text of a .sql file."""
    return path.read_text(encoding="utf-8")


@cache
def parameter_names(path: Path) -> frozenset[str]:
    """The $names a query uses."""
    return frozenset(_PARAMETER.findall(query_text(path)))


def _executed(
    con: duckdb.DuckDBPyConnection, path: Path, sql: str, parameters: Mapping[str, object]
) -> duckdb.DuckDBPyConnection:
    try:
        used = {name: parameters[name] for name in parameter_names(path)}
        return con.execute(sql, used)
    except FATAL as error:
        raise StoreDown(error) from error
    except (KeyError, duckdb.Error) as error:
        raise QueryError(path.stem, sql, error) from error
