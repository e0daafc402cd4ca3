"""The commands of `python -m metrics`. Data on stdout, messages on stderr.

    python -m metrics list
    python -m metrics show NAME
    python -m metrics NAME [options]
    python -m metrics trace NAME --row N --column C [options]

Exit status: 0 answered, 1 the database cannot be read, 2 wrong usage.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path

import duckdb

from i18n import LANGUAGES, t
from metrics import trace
from metrics.answer import answer
from metrics.catalogue import UnknownMetric, describe, names
from metrics.output import FORMATS, write
from metrics.scope import BY_PERIOD, Scope, ScopeError
from store import StoreError, open_store
from store.areas import Ambiguous, Found, find_area
from thai.text import match_key

DEFAULT_DB = Path("data") / "strategy.duckdb"
_UTC_OFFSET = timedelta(hours=7)
_NAMED = {
    "strategic_issue": "select issue_code, title from issue_name_at(?::timestamp)",
    "plan": "select plan_code, title from plan_name_at(?::timestamp)",
}


class UsageError(Exception):
    """The question cannot be asked like this; the message is for the person who asked."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Answers one question; returns the exit status."""
    sys.stdout.reconfigure(encoding="utf-8")
    asked = _parser().parse_args(arguments)
    try:
        _answer(asked)
    except (UsageError, UnknownMetric) as error:
        return _fail(str(error), 2)
    except ScopeError as error:
        return _fail(t(f"metrics.scope.{error.code}", asked.lang, **error.values), 2)
    except StoreError as error:
        return _fail(str(error), 1)
    return 0


def _answer(asked: argparse.Namespace) -> None:
    match asked.what:
        case ["list"]:
            rows = [(name, describe(name).title_th, describe(name).title_en) for name in names()]
            write(sys.stdout, ("name", "title_th", "title_en"), rows, asked.format)
        case ["show", name]:
            print(describe(name).sql)
        case ["trace", name]:
            _print_trace(asked, name)
        case [name]:
            _print_metric(asked, name)
        case _:
            raise UsageError(t("metrics.cli.usage", asked.lang))


def _print_metric(asked: argparse.Namespace, name: str) -> None:
    describe(name)
    with closing(_store(asked)) as con:
        cursor = answer(con, name, _scope(con, asked))
        columns = tuple(column[0] for column in cursor.description)
        write(sys.stdout, columns, cursor.fetchall(), asked.format)


def _print_trace(asked: argparse.Namespace, name: str) -> None:
    describe(name)
    if asked.row is None or asked.column is None:
        raise UsageError(t("metrics.cli.row_and_column", asked.lang))
    with closing(_store(asked)) as con:
        try:
            rows = trace.trace_rows(con, name, _scope(con, asked), asked.row, asked.column)
        except IndexError as error:
            raise UsageError(t("metrics.cli.no_row", asked.lang, row=asked.row)) from error
        except KeyError as error:
            raise UsageError(t("metrics.cli.no_column", asked.lang, column=asked.column)) from error
    write(sys.stdout, trace.COLUMNS, rows, asked.format)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m metrics",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("what", nargs="+", metavar="NAME", help="list | show NAME | NAME | trace NAME")
    database = Path(os.environ.get("PSD_DB") or DEFAULT_DB)
    add("--db", type=Path, default=database, help=f"default {database}")
    add("--group", help="province group: Thai name, English name or code")
    add("--province", help="Thai name, English name or code")
    add("--district", help="Thai name, English name or code")
    add("--fiscal-year", type=int, help="Buddhist era")
    add("--quarter", type=int, choices=(1, 2, 3, 4))
    add("--strategic-issue", help="code or title")
    add("--plan", help="code or title")
    add("--node", help="code of a node of a plan or set of policies")
    add("--words", help="what names are searched for")
    add("--as-of", type=_moment, help="what was published by then: a day or a moment, Thai time")
    add("--since", type=_moment, help="for what changed: the earlier day or moment, Thai time")
    add("--basket", type=_basket, help="fiscal year whose provinces make up the group, or period")
    add("--format", choices=FORMATS, default="table")
    add("--row", type=int, help="for trace: row of the result, from 0")
    add("--column", help="for trace: column of the result")
    add("--lang", choices=LANGUAGES, default=os.environ.get("PSD_LANG", LANGUAGES[0]))
    return parser


def _moment(text: str) -> datetime:
    """A moment in UTC: a day means its end in Thailand, a time without a zone is Thai time."""
    if len(text) == len("2026-11-21"):
        return datetime.combine(date.fromisoformat(text), time.max) - _UTC_OFFSET
    moment = datetime.fromisoformat(text)
    offset = _UTC_OFFSET if moment.tzinfo is None else moment.utcoffset()
    return moment.replace(tzinfo=None) - offset


def _basket(text: str) -> int | str:
    return text if text == BY_PERIOD else int(text)


def _store(asked: argparse.Namespace) -> duckdb.DuckDBPyConnection:
    if not asked.db.exists():
        raise UsageError(t("metrics.cli.database_missing", asked.lang, file=asked.db))
    return open_store(asked.db)


def _scope(con: duckdb.DuckDBPyConnection, asked: argparse.Namespace) -> Scope:
    group = _area(asked.group, "group", None, asked.lang)
    province = _area(asked.province, "province", None, asked.lang)
    return Scope(
        group=group,
        province=province,
        district=_area(asked.district, "district", province, asked.lang),
        fiscal_year=asked.fiscal_year,
        quarter=asked.quarter,
        strategic_issue=_code(con, asked, "strategic_issue"),
        plan=_code(con, asked, "plan"),
        node=asked.node,
        words=asked.words,
        as_of=asked.as_of,
        since=asked.since,
        basket_fy=asked.basket,
    )


def _area(text: str | None, level: str, within: str | None, lang: str) -> str | None:
    if text is None:
        return None
    match find_area(text, levels=(level,), within=within):
        case Found(area=area):
            return area.code
        case Ambiguous(candidates=areas):
            key = "metrics.cli.ambiguous_area"
        case unknown:
            key, areas = "metrics.cli.unknown_area", unknown.nearest
    offered = ", ".join(f"{area.name_th} ({area.code})" for area in areas)
    raise UsageError(t(key, lang, name=text, offered=offered or "-"))


def _code(con: duckdb.DuckDBPyConnection, asked: argparse.Namespace, option: str) -> str | None:
    """The code of a plan or issue given by code or title."""
    text = getattr(asked, option)
    if text is None:
        return None
    known = con.execute(_NAMED[option], [asked.as_of]).fetchall()
    for code, title in known:
        if text == code or match_key(text) == match_key(title):
            return code
    offered = ", ".join(f"{title} ({code})" for code, title in known[:10])
    raise UsageError(t(f"metrics.cli.unknown_{option}", asked.lang, name=text, offered=offered))


def _fail(message: str, status: int) -> int:
    print(message, file=sys.stderr)
    return status
