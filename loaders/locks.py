"""Closed rounds: what is published into one changes figures that were reported, and needs a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import duckdb

from loaders.findings import Finding

_THAI_TIME = timedelta(hours=7)

_LOCKED = """
    select count(*) > 0
    from round_lock_at($on::date)
    where fiscal_year = $fiscal_year and quarter = $quarter and is_locked
"""
_CLOSED_ROUNDS = """
    select submission_id, closed.fiscal_year, closed.quarter
    from submission
    inner join round_lock_at($on::date) as closed
        on closed.fiscal_year = submission.fiscal_year
        and closed.quarter = round_quarter(submission.form, submission.quarter)
        and closed.is_locked
    where submission_id in $ids and is_due_every_year(submission.form)
    order by submission_id
"""


@dataclass(frozen=True)
class Period:
    """The quarter of a Buddhist-era fiscal year that a round is about."""

    fiscal_year: int
    quarter: int


class RoundClosed(RuntimeError):
    """An act that would change the figures of a closed round came without a reason."""

    def __init__(self, submission_id: int, period: Period) -> None:
        super().__init__(
            f"submission {submission_id} is of round {period.quarter}/{period.fiscal_year}, "
            "which is closed: say why"
        )
        self.submission_id, self.period = submission_id, period


def is_locked(con: duckdb.DuckDBPyConnection, fiscal_year: int, quarter: int, on: date) -> bool:
    """Whether the round is closed on a day (in Thailand): by hand, or by its announced date."""
    asked = {"fiscal_year": fiscal_year, "quarter": quarter, "on": on}
    return con.execute(_LOCKED, asked).fetchone()[0]


def closed_rounds_of(
    con: duckdb.DuckDBPyConnection, ids: Sequence[int], on: date
) -> dict[int, Period]:
    """Those of the submissions whose round is closed on a day, with the round."""
    if not ids:
        return {}
    rows = con.execute(_CLOSED_ROUNDS, {"ids": list(ids), "on": on}).fetchall()
    return {submission_id: Period(year, quarter) for submission_id, year, quarter in rows}


def require_reason(
    con: duckdb.DuckDBPyConnection, submission_id: int, reason: str | None, now: datetime
) -> None:
    """Raises RoundClosed when the submission's round is closed and no reason is given."""
    if reason and reason.strip():
        return
    for one, period in closed_rounds_of(con, [submission_id], thai_day(now)).items():
        raise RoundClosed(one, period)


def closed_round(period: Period) -> Finding:
    """What the sender is told when facts of a closed round are held back."""
    said = {"fiscal_year": str(period.fiscal_year), "quarter": str(period.quarter)}
    return Finding("round_closed", params=said)


def thai_day(moment: datetime) -> date:
    """The calendar day in Thailand at a UTC moment."""
    return (moment + _THAI_TIME).date()
