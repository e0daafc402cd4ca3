"""Districts: how they watch their risks, what happened per head, and all of one in one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def district_surveillance(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Level, plan and incidents of the newest quarter: one row per district and kind of risk.

    Districts that did not report have rows with None; they are in the coverage's denominator.
    """
    return run(con, "district_surveillance", scope)


def incident_rate(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Incidents per 10,000 people: one row per fiscal year, district and kind of risk.

    `rate_per_10k` is None, and `rate_reason` says why, where people or incidents are not known.
    """
    return run(con, "incident_rate", scope)


def incident_hotspots(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Incidents by subdistrict, counts of 1 to 4 hidden: one row per subdistrict, year and kind.

    Another count, or the district's total, is hidden too where a small one could be worked out.
    """
    return run(con, "incident_hotspots", scope)


def watch_period_change(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Incidents of New Year, Songkran and the rainy season against the year before.

    One row per fiscal year, province (or the district asked for), period and kind of risk; only
    districts that reported in both years are compared.
    """
    return run(con, "watch_period_change", scope)


def disaster_readiness(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Households registered against relieved, subdistricts drilled: one row per year and district."""
    return run(con, "disaster_readiness", scope)


def district_inequality(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How far the rates of a province's districts lie apart: one row per year, province and kind."""
    return run(con, "district_inequality", scope)


def district_overview(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Risks, projects, money, villages, indicators and orders: one row per district.

    What was not reported is None; a district of which nothing is known has no row.
    """
    return run(con, "district_overview", scope)
