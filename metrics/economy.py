"""The economy and well-being of provinces, from the national statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def gross_provincial_product(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Product by sector and price: one row per calendar year, area, sector and price.

    A group is the sum of its provinces at current prices; its chain volume is None with the
    reason "chain_volume_not_additive".
    """
    return run(con, "gross_provincial_product", scope)


def gpp_per_head(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Product over population: one row per calendar year and area."""
    return run(con, "gpp_per_head", scope)


def tourism(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Receipts and visitors with their growth: one row per calendar year and area."""
    return run(con, "tourism", scope)


def human_achievement_index(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The index and its rank; of a group only range and median: one row per year and area."""
    return run(con, "human_achievement_index", scope)


def province_ranking(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Every measure of every province with its rank and place on the tile map.

    One row per measure and province, in the newest year with data up to the year asked for.
    """
    return run(con, "province_ranking", scope)
