"""Rounds of sending: their dates, who is expected to send what, who is excused, and their closing.

Everything is added, nothing is changed: what was said last counts, and what was said before stays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import duckdb

from loaders.locks import Period
from loaders.quality import agency_key
from store import transaction
from store.database import utc_now
from thai.calendar import quarter_bounds

_NEXT = "select coalesce(max({id}), 0) + 1 from {table}"
_ROUNDS = """
    select
        fiscal_year, quarter, begins_on, ends_on, opens_on, due_on, locks_on, grace_days,
        is_announced, is_locked, note, handled_at, handled_by, handled_reason
    from round_at(null, $today::date)
    order by fiscal_year desc, quarter desc
"""
_RULE = """
    select opens_after_days, due_after_days, grace_days, locks_after_days
    from round_rule
    order by rule_id desc
    limit 1
"""
_ASSIGNMENTS = """
    select agency, form, area_code, is_proposed
    from expected_at(null, $today::date)
    where fiscal_year = $fiscal_year and quarter = $quarter
    order by area_code, agency, form
"""


@dataclass(frozen=True)
class Rule:
    """Days after the end of a quarter on which its round opens, is due and closes.

    A file that comes at most `grace_days` after the due day is not late.
    """

    opens_after_days: int = 1
    due_after_days: int = 15
    grace_days: int = 0
    locks_after_days: int = 45


@dataclass(frozen=True)
class Dates:
    """When a round opens, is due (that day is in time) and takes its last files."""

    opens_on: date
    due_on: date
    locks_on: date

    @property
    def in_order(self) -> bool:
        """Whether it opens before it is due and is due before it closes."""
        return self.opens_on <= self.due_on <= self.locks_on


@dataclass(frozen=True)
class Round:
    """One round as it stands. Dates are of the rule until announced; only an announced round closes
    by itself. `handled_*` tell of the last closing or opening by hand (UTC), None without one."""

    fiscal_year: int
    quarter: int
    begins_on: date
    ends_on: date
    opens_on: date
    due_on: date
    locks_on: date
    grace_days: int
    is_announced: bool
    is_locked: bool
    note: str | None
    handled_at: datetime | None
    handled_by: str | None
    handled_reason: str | None

    @property
    def period(self) -> Period:
        return Period(self.fiscal_year, self.quarter)


@dataclass(frozen=True)
class Assignment:
    """An agency that is to send a form about an area; proposed while nobody has said so."""

    agency: str
    form: str
    area_code: str
    is_proposed: bool = False


@dataclass(frozen=True)
class Expectation:
    """That an assignment holds, or (`expected` false) does not, from one round on.

    `until` is the last round it holds for, None when it still does; `due_quarter` limits it to the
    rounds of that quarter.
    """

    assignment: Assignment
    start: Period
    until: Period | None = None
    due_quarter: int | None = None
    expected: bool = True


class ReasonNeeded(ValueError):
    """An act that people must be able to understand later came without a reason."""


def list_rounds(con: duckdb.DuckDBPyConnection, today: date) -> tuple[Round, ...]:
    """Every round of the fiscal years with data or announced dates, the newest first."""
    return tuple(Round(*row) for row in con.execute(_ROUNDS, {"today": today}).fetchall())


def current_rule(con: duckdb.DuckDBPyConnection) -> Rule:
    """The days that hold where no dates are announced."""
    return Rule(*con.execute(_RULE).fetchone())


def set_rule(con: duckdb.DuckDBPyConnection, rule: Rule, *, actor: str = "") -> None:
    """Other days from now on, for every round without announced dates."""
    days = (rule.opens_after_days, rule.due_after_days, rule.grace_days, rule.locks_after_days)
    _add(con, "round_rule", "rule_id", [(*days, utc_now(), actor or None)])


def proposed_dates(period: Period, rule: Rule) -> Dates:
    """The dates of a round by the rule."""
    end = quarter_bounds(period.fiscal_year, period.quarter)[1]
    days = (rule.opens_after_days, rule.due_after_days, rule.locks_after_days)
    return Dates(*(end + timedelta(days=number) for number in days))


def announce(
    con: duckdb.DuckDBPyConnection,
    period: Period,
    dates: Dates,
    *,
    note: str | None = None,
    actor: str = "",
) -> None:
    """Sets the dates of a round; from then on it closes by itself. Raises ValueError when the dates
    are not in order."""
    if not dates.in_order:
        raise ValueError(f"a round opens, is due, and closes, in this order: {dates}")
    days = (dates.opens_on, dates.due_on, dates.locks_on)
    key = (period.fiscal_year, period.quarter)
    row = (*key, *days, note, utc_now(), actor or None)
    _add(con, "submission_round", "round_id", [row])


def announce_year(con: duckdb.DuckDBPyConnection, fiscal_year: int, *, actor: str = "") -> None:
    """Sets the dates of the rule for all four rounds of a fiscal year."""
    rule = current_rule(con)
    for quarter in (1, 2, 3, 4):
        period = Period(fiscal_year, quarter)
        announce(con, period, proposed_dates(period, rule), actor=actor)


def lock(con: duckdb.DuckDBPyConnection, period: Period, reason: str, *, actor: str = "") -> None:
    """Closes a round now, whatever its dates. Raises ReasonNeeded."""
    _handle(con, period, "locked", reason, actor)


def unlock(con: duckdb.DuckDBPyConnection, period: Period, reason: str, *, actor: str = "") -> None:
    """Opens a closed round until it is closed again or dates are announced anew. Raises
    ReasonNeeded."""
    _handle(con, period, "unlocked", reason, actor)


def assignments(
    con: duckdb.DuckDBPyConnection, period: Period, today: date
) -> tuple[Assignment, ...]:
    """Who is expected to send what in a round, those excused included."""
    asked = {"fiscal_year": period.fiscal_year, "quarter": period.quarter, "today": today}
    return tuple(Assignment(*row) for row in con.execute(_ASSIGNMENTS, asked).fetchall())


def expect(
    con: duckdb.DuckDBPyConnection,
    expectations: Iterable[Expectation],
    *,
    reason: str | None = None,
    actor: str = "",
    demo: bool = False,
) -> None:
    """Says who is to send what, or no longer. Of several sayings about the same agency, form and
    area the last that covers a round holds; `demo` ones hold while demonstration data are shown."""
    said = (demo, utc_now(), actor or None, reason)
    rows = [(*_columns(one), *said) for one in expectations]
    _add(con, "expected_submission", "expectation_id", rows)


def waive(
    con: duckdb.DuckDBPyConnection,
    period: Period,
    assignment: Assignment,
    reason: str,
    *,
    waived: bool = True,
    actor: str = "",
) -> None:
    """Excuses an agency from sending a form in one round, or (`waived` false) no longer. Raises
    ReasonNeeded."""
    key = (agency_key(assignment.agency), assignment.form, assignment.area_code)
    said = (waived, _required(reason), utc_now(), actor or None)
    row = (period.fiscal_year, period.quarter, *key, *said)
    _add(con, "waiver", "waiver_id", [row])


def _handle(
    con: duckdb.DuckDBPyConnection, period: Period, event: str, reason: str, actor: str
) -> None:
    said = (event, utc_now(), actor or None, _required(reason))
    row = (period.fiscal_year, period.quarter, *said)
    _add(con, "round_event", "event_id", [row])


def _required(reason: str) -> str:
    if not reason.strip():
        raise ReasonNeeded("say why, so that it can be understood later")
    return reason.strip()


def _columns(expectation: Expectation) -> tuple:
    assignment, start, until = expectation.assignment, expectation.start, expectation.until
    return (
        assignment.agency,
        agency_key(assignment.agency),
        assignment.form,
        assignment.area_code,
        expectation.due_quarter,
        expectation.expected,
        start.fiscal_year,
        start.quarter,
        until.fiscal_year if until else None,
        until.quarter if until else None,
    )


def _add(con: duckdb.DuckDBPyConnection, table: str, id_column: str, rows: Sequence[tuple]) -> None:
    """Appends rows to a table of this module, numbered on from the last."""
    with transaction(con):
        (first,) = con.execute(_NEXT.format(id=id_column, table=table)).fetchone()
        for number, row in enumerate(rows, first):
            marks = ", ".join("?" * (len(row) + 1))
            con.execute(f"insert into {table} values ({marks})", [number, *row])
