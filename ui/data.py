"""The figures for the pages: one cached connection, one cursor per question, answers by version."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import count
from pathlib import Path

import duckdb
import pandas as pd
import streamlit as st

import metrics
import store
from metrics import trace
from metrics.scope import Scope, ScopeError
from ui.options import Choice, Options
from ui.settings import load
from ui.shelf import Shelf

SQL = Path(__file__).parent / "sql"
# These leave every cursor of the connection dead, for reading too.
_FATAL = (duckdb.FatalException, duckdb.InternalException, store.StoreDown)

# What was answered, by question and data_version: shared by all readers, never to be changed.
_FRAMES: Shelf[pd.DataFrame] = Shelf(256)
_ROW_COUNTS: Shelf[int] = Shelf(512)
_YEARS: Shelf[tuple[int, ...]] = Shelf(256)
_STANDINGS: Shelf["Standing"] = Shelf(256)
_OPTIONS: Shelf[Options] = Shelf(2)
_openings = count(1)


@dataclass(frozen=True)
class Standing:
    """How old and how complete the figures of a scope are.

    `as_of` is the newest day they speak of, or were published on (None when there are none),
    `reporting` of `total` provinces have sent something, `demo`: some of it is made up. Of
    `agencies` from which something is due, `complete_agencies` have sent all of it.
    `earlier_year_be` is the fiscal year of all this where it is not the one asked for.
    """

    as_of: date | None
    reporting: int
    total: int
    demo: bool
    complete_agencies: int = 0
    agencies: int = 0
    earlier_year_be: int | None = None


@contextmanager
def reading() -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of its own for one question, as threads must not share a connection."""
    try:
        with _connection().cursor() as cursor:
            yield cursor
    except _FATAL:
        _connection.clear()
        raise


def data_version() -> str:
    """Changes whenever a published figure may have changed; part of every key of what is kept.

    Asked a dozen times by every page, so the database is asked only when it was written since.
    """
    return _version_after(store.transactions_ended(), _connection())


def get(name: str, scope: Scope) -> pd.DataFrame:
    """The frame of metric `name` in `scope`; columns and grain are those of its SQL header.

    The caller's own: writing into it leaves what is kept for others as it is.
    """
    # Shares the values until one side writes; unpickling them would cost a hundred times as much.
    return _get(name, scope).copy(deep=False)


def fiscal_years(name: str, scope: Scope) -> tuple[int, ...]:
    """The fiscal years that the frame of `get` speaks of; none without such a column."""
    key = (name, scope, data_version())
    return _YEARS.get(key, lambda: years_in(_get(name, scope)))


def years_in(frame: pd.DataFrame) -> tuple[int, ...]:
    """The same of any frame."""
    if "fiscal_year" not in frame:
        return ()
    return tuple(sorted(int(year) for year in frame["fiscal_year"].dropna().unique()))


def row_count(name: str, scope: Scope) -> int:
    """How many rows `get` would return, without making them."""
    return _ROW_COUNTS.get((name, scope, data_version()), lambda: _count_rows(name, scope))


def source_cells(name: str, scope: Scope, row: int, column: str) -> pd.DataFrame:
    """The cells behind one figure: those of metrics.trace.

    `row` is the row's label in the frame of `get`.
    """
    with reading() as con:
        return trace.trace(con, name, scope, row, column)


def options() -> Options:
    """Every choice of the filter bar."""
    return _OPTIONS.get(data_version(), _read_options)


def swapped_shares(scope: Scope) -> list[dict[str, str]]:
    """Printed shares found in each other's rows: names, printed and computed of each pair."""
    parameters = {
        "group": scope.group,
        "province": scope.province,
        "fiscal_year": scope.fiscal_year,
        "as_of": scope.as_of,
    }
    with reading() as con:
        rows = _rows(con, "swapped_shares", parameters)
    return [
        {"names": names, "printed": printed, "computed": computed}
        for names, printed, computed in rows
    ]


def standing(
    scope: Scope,
    forms: tuple[str, ...] = (),
    years: tuple[int, ...] = (),
    measures: tuple[str, ...] = (),
) -> Standing:
    """Age, coverage and demo mark of what `forms` (none named: all) published in `scope`.

    `years` are those the figures show, where they are not the one asked for: age and coverage
    are of the newest, the mark is of them all. `measures` are those of an area profile that the
    figures are made of (none named: all).
    """
    asked = scope.fiscal_year
    if not asked:
        return _standing(scope, forms, (), measures)
    if not years or asked in years:
        return _standing(scope, forms, years or (asked,), measures)
    scope = replace(scope, fiscal_year=max(years), quarter=None)
    found = _standing(scope, forms, years, measures)
    return replace(found, earlier_year_be=scope.fiscal_year)


@st.cache_resource(on_release=lambda con: con.close(), show_spinner=False)
def _connection() -> duckdb.DuckDBPyConnection:
    return store.open_store(load().db)


@lru_cache(maxsize=1)
def _version_after(transactions: int, connection: duckdb.DuckDBPyConnection) -> str:
    with reading() as con:
        return f"{store.data_version(con)} of {_opening(connection)}"


@lru_cache(maxsize=1)
def _opening(connection: duckdb.DuckDBPyConnection) -> int:
    """A number of its own for every connection: what one answered is not kept for another."""
    return next(_openings)


def _get(name: str, scope: Scope) -> pd.DataFrame:
    return _FRAMES.get((name, scope, data_version()), lambda: _run(name, scope))


def _run(name: str, scope: Scope) -> pd.DataFrame:
    with reading() as con:
        return metrics.run(con, name, scope)


def _count_rows(name: str, scope: Scope) -> int:
    with reading() as con:
        return metrics.row_count(con, name, scope)


def _read_options() -> Options:
    with reading() as con:
        return Options(
            groups=_choices(con, "group"),
            provinces=_choices(con, "province"),
            districts=_choices(con, "district"),
            issues=_choices(con, "issue"),
            plans=_choices(con, "plan"),
            years=tuple(year for (year,) in _rows(con, "fiscal_year", {})),
            meetings=_choices(con, "meeting"),
        )


def _standing(
    scope: Scope, forms: tuple[str, ...], years: tuple[int, ...], measures: tuple[str, ...]
) -> Standing:
    key = (scope, forms, years, measures, data_version())
    return _STANDINGS.get(key, lambda: _find_standing(scope, forms, years, measures))


def _find_standing(
    scope: Scope, forms: tuple[str, ...], years: tuple[int, ...], measures: tuple[str, ...]
) -> Standing:
    parameters = {
        "forms": list(forms),
        "measures": list(measures),
        "group": scope.group,
        "province": scope.province,
        "years": list(years),
        "as_of": scope.as_of,
    }
    with reading() as con:
        ((as_of, reporting, total, demo),) = _rows(con, "standing", parameters)
    return Standing(as_of, reporting, total, demo, *_agencies(scope, forms))


def _agencies(scope: Scope, forms: tuple[str, ...]) -> tuple[int, int]:
    """Agencies that have sent all that is due, and agencies from which something is."""
    try:
        # Who has to send does not depend on the plan or issue looked at.
        sent = _get("submission_matrix", replace(scope, strategic_issue=None, plan=None))
    except ScopeError:
        return 0, 0
    due = sent[sent["sending_status"].isin(["sent", "late", "faulty", "missing"])]
    due = due[due["form"].isin(forms)] if forms else due
    received = due["sending_status"].isin(["sent", "late"])
    complete = received.groupby([due["area_code"], due["agency"]]).all()
    return int(complete.sum()), len(complete)


def _choices(con: duckdb.DuckDBPyConnection, filter_name: str) -> tuple[Choice, ...]:
    rows = _rows(con, f"{filter_name}_choice", {})
    return tuple(Choice(code, th, en, frozenset(parents)) for code, th, en, parents in rows)


def _rows(con: duckdb.DuckDBPyConnection, query: str, parameters: dict) -> list[tuple]:
    return store.run_query(con, SQL / f"{query}.sql", parameters).fetchall()
