"""Rounds as pages show them, and what a reader may say about them, each in the reader's name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from loaders import rounds
from loaders.locks import Period, thai_day
from loaders.reminders import reminder_text
from loaders.rounds import Assignment, Dates, Expectation, Round, Rule
from metrics.scope import Scope
from store.database import utc_now
from ui import actor, data, language

_TOLD = "rounds.told"


def today() -> date:
    """The day in Thailand."""
    return thai_day(utc_now())


def of_year(fiscal_year: int | None) -> tuple[Round, ...]:
    """The rounds of a fiscal year (of the newest one with data when None), first quarter first."""
    found = _rounds(today(), data.data_version())
    year = fiscal_year or max((one.fiscal_year for one in found), default=None)
    return tuple(sorted((one for one in found if one.fiscal_year == year), key=_quarter))


def newest_begun(found: tuple[Round, ...]) -> Round:
    """The last round whose quarter has ended, else the first: the one an office is asking about."""
    ended = [one for one in found if one.ends_on < today()]
    return ended[-1] if ended else found[0]


def scope_of(scope: Scope, chosen: Round) -> Scope:
    """The reader's area in one round."""
    return replace(scope, fiscal_year=chosen.fiscal_year, quarter=chosen.quarter)


def assignments(period: Period, scope: Scope) -> list[Assignment]:
    """Who is expected in a round, within the reader's area."""
    with data.reading() as con:
        found = rounds.assignments(con, period, today())
    seen = set(data.get("submission_matrix", replace(scope, **vars(period)))["area_code"])
    everywhere = not (scope.group or scope.province or scope.district)
    return [one for one in found if everywhere or one.area_code in seen]


def rule() -> Rule:
    """The days that hold for rounds without announced dates."""
    with data.reading() as con:
        return rounds.current_rule(con)


def letter(period: Period, agency: str) -> str | None:
    """The letter to an agency in the reader's language; None when it owes nothing."""
    with data.reading() as con:
        return reminder_text(con, period, agency, language.current(), today=today())


def waive(period: Period, assignment: Assignment, reason: str, waived: bool) -> None:
    """Excuses an agency in one round, or no longer."""
    _act(rounds.waive, period, assignment, reason, waived=waived)


def expect(expectation: Expectation, reason: str | None = None) -> None:
    """Says that an agency is to send something, or no longer."""
    _act(rounds.expect, [expectation], reason=reason)


def announce(period: Period, dates: Dates, note: str | None) -> None:
    """Sets the dates of a round, which then closes by itself."""
    _act(rounds.announce, period, dates, note=note)


def lock(period: Period, reason: str) -> None:
    """Closes a round now."""
    _act(rounds.lock, period, reason)


def unlock(period: Period, reason: str) -> None:
    """Opens a closed round."""
    _act(rounds.unlock, period, reason)


def set_rule(new: Rule) -> None:
    """Other days from now on."""
    _act(rounds.set_rule, new)


def tell(sentence: str) -> None:
    """Keeps a sentence for the next run, which shows what has changed."""
    st.session_state[_TOLD] = sentence


def draw_told() -> None:
    """What was just done, once."""
    if sentence := st.session_state.pop(_TOLD, None):
        st.toast(sentence, icon=":material/check:")


def owed(matrix: pd.DataFrame) -> pd.DataFrame:
    """The rows of `submission_matrix` an agency still owes: missing, faulty, or not yet due."""
    return matrix[matrix["sending_status"].isin(["missing", "faulty", "not_due"])]


@st.cache_data(show_spinner=False, max_entries=4)
def _rounds(day: date, version: str) -> tuple[Round, ...]:
    with data.reading() as con:
        return rounds.list_rounds(con, day)


def _act(act: Callable, *arguments: object, **options: object) -> None:
    with data.reading() as con:
        act(con, *arguments, actor=actor.current(), **options)


def _quarter(one: Round) -> int:
    return one.quarter
