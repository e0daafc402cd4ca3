"""Every metric on a country's worth of data: in time for a page, and no dearer than its own SQL."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import duckdb
import pandas as pd

import metrics
from benchmarks import national
from benchmarks.bar import Result, parse_bar
from benchmarks.harness import Pair, Size, as_ms, paired, ratio_result, seconds
from metrics.catalogue import sql_path
from metrics.params import query_parameters
from metrics.scope import Scope
from store import open_store
from store.query import parameter_names, query_text

NAME = "queries"
FLOOR = "the same SQL executed by hand, its parameters ready"

SCOPES: Mapping[str, Scope] = {
    "every province, one year": Scope(fiscal_year=2568),
    "one province, all years": Scope(province="50"),
    "a group, one year": Scope(group="upper-north-1", fiscal_year=2568),
    "a group, all years": Scope(group="upper-north-1"),
    "a district, one year": Scope(province="50", district="5014", fiscal_year=2568),
    "an issue, one year": Scope(province="50", fiscal_year=2568, strategic_issue="50-1"),
}


@dataclass(frozen=True)
class Question:
    """A metric in a scope, and the parameters that its SQL takes there."""

    metric: str
    scope: str
    parameters: Mapping[str, object]


def measure(size: Size) -> Iterator[Result]:
    """A line a metric and scope with its time, and one line for what asking through us adds."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        path = national.write_store(Path(folder, "national.duckdb"), size)
        with closing(open_store(path)) as con:
            timed = [(asked, _timed(con, asked, size.rounds)) for asked in questions(con)]
    for asked, pair in timed:
        time = median(pair.subject)
        what = f"{asked.metric}: {asked.scope}"
        yield Result(NAME, what, time * 1000, parse_bar("≤ 150 ms"), as_ms(time))
    what = f"all {len(timed)} questions one after another, to their SQL"
    yield ratio_result(NAME, what, _one_after_another(pair for _, pair in timed), "≤ 1.2 ×", as_ms)


def questions(con: duckdb.DuckDBPyConnection) -> list[Question]:
    """Every metric in every scope."""
    return [
        Question(metric, name, _parameters(con, metric, scope))
        for metric in metrics.names()
        for name, scope in SCOPES.items()
    ]


def floor(con: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """The metric's SQL as an analyst would execute it."""
    return con.execute(query_text(sql_path(question.metric)), question.parameters).df()


def subject(con: duckdb.DuckDBPyConnection, question: Question) -> pd.DataFrame:
    """The metric as a page asks it, from scope to frame."""
    return metrics.run(con, question.metric, SCOPES[question.scope])


def _parameters(con: duckdb.DuckDBPyConnection, metric: str, scope: Scope) -> Mapping[str, object]:
    used = parameter_names(sql_path(metric))
    known = query_parameters(con, scope, used)
    return {name: known[name] for name in used}


def _timed(con: duckdb.DuckDBPyConnection, question: Question, rounds: int) -> Pair:
    """Both once unmeasured, then in turn: a page asks a running server, not a cold file."""
    by_hand, by_us = (partial(ask, con, question) for ask in (floor, subject))
    by_hand()
    by_us()
    return paired(partial(seconds, by_hand), partial(seconds, by_us), rounds)


def _one_after_another(pairs: Iterable[Pair]) -> Pair:
    """The times of all questions added up, round by round."""
    pairs = list(pairs)
    floors = [sum(times) for times in zip(*(pair.floor for pair in pairs), strict=True)]
    subjects = [sum(times) for times in zip(*(pair.subject for pair in pairs), strict=True)]
    return Pair(floors, subjects)
