"""Finding things by their names, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def name_search(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Indicators, nodes of plans, policies, projects, risks, problems and datasets whose names hold
    every word of `scope.words`: one row per kind, area and name, forty a kind at most.

    No rows without words.
    """
    return run(con, "name_search", scope)
