"""What indicators declare about themselves, what that makes of their values, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from metrics.answer import run

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

    from metrics.scope import Scope


def kpi_dictionary(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """The standing definition of every indicator: one row per area and indicator.

    `missing_attributes` names what is not declared; `is_measurable` needs unit, target and source.
    """
    return run(con, "kpi_dictionary", scope)


def definitions_by_agency(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How many definitions are complete and how many indicators measurable: one row per owner."""
    return run(con, "definitions_by_agency", scope)


def kpi_definition_versions(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Each time a definition was stated differently, and what changed: one row per such time."""
    return run(con, "kpi_definition_versions", scope)


def kpi_value_history(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Values once published for a period: one row per area, indicator, period and value.

    Only periods published more than once or still provisional; `change` is to the value before.
    """
    return run(con, "kpi_value_history", scope)


def kpi_across_areas(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Indicators that several provinces share by name: one row per indicator and fiscal year.

    `value` follows the declared geo_agg and is None where adding says nothing (`reason` tells
    why); range and median are there in any case.
    """
    return run(con, "kpi_across_areas", scope)


def kpi_forecast(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Year-end forecasts of counts and money that add up: one row per area, indicator and year.

    `method` is profile (with `low` and `high`), linear, final or none; the back-test error is in
    percent of what came.
    """
    return run(con, "kpi_forecast", scope)


def disbursement_forecast(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """Year-end forecasts of disbursement in percent: one row per year, area and spending type.

    `method` as in kpi_forecast; the back-test error is in points.
    """
    return run(con, "disbursement_forecast", scope)


def required_run_rate(con: duckdb.DuckDBPyConnection, scope: Scope) -> pd.DataFrame:
    """How many times faster it has to go to reach the year's target: one row per year, area, subject.

    `ratio` is what is needed a month over what was done a month in the newest quarter; None where
    nothing was done or nothing is left to do.
    """
    return run(con, "required_run_rate", scope)
