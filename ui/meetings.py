"""Meetings as pages show them, and what a reader may write down, each in the reader's name."""

from collections.abc import Callable
from datetime import datetime

import pandas as pd
import streamlit as st

import store
from loaders import meetings
from loaders.meetings import Meeting
from metrics.scope import Scope
from store.areas import COUNTRY
from store.database import utc_now
from ui import actor, data, urlstate

_TOLD = "meeting.told"


def chosen() -> Meeting | None:
    """The meeting whose snapshot the reader looks at; None when the figures are today's."""
    code = urlstate.settled().get("meeting")
    if not code:
        return None
    return next((one for one in everyone() if str(one.meeting_id) == code), None)


def everyone() -> tuple[Meeting, ...]:
    """Every meeting, the newest snapshot first."""
    return _meetings(data.data_version())


def newest_snapshot(scope: Scope) -> datetime | None:
    """The snapshot of the newest meeting of the scope's own area; None before the first."""
    area = scope.province or scope.group or COUNTRY
    return next((one.snapshot_at for one in everyone() if one.area_code == area), None)


def now() -> datetime:
    """This moment (UTC)."""
    return utc_now()


def projects(scope: Scope) -> dict[str, str]:
    """Code → name of the projects of the scope's province; empty without a province."""
    if scope.province is None:
        return {}
    asked = {
        "as_of": scope.as_of,
        "province": scope.province,
        "fiscal_year": scope.fiscal_year,
    }
    with data.reading() as con:
        path = data.SQL / "project_choice.sql"
        return dict(store.run_query(con, path, asked).fetchall())


def events(decision_id: int) -> pd.DataFrame:
    """What came of a decision: at_time (UTC), event, note, due_on, actor; first to last."""
    with data.reading() as con:
        path = data.SQL / "decision_events.sql"
        return store.run_query(con, path, {"decision_id": decision_id}).df()


def write(act: Callable, *arguments: object, **options: object) -> object:
    """Does one of the acts of loaders.meetings in the reader's name; returns what it returns."""
    with data.reading() as con:
        return act(con, *arguments, actor=actor.current(), **options)


def tell(sentence: str) -> None:
    """Keeps a sentence for the next run, which shows what has changed."""
    st.session_state[_TOLD] = sentence


def draw_told() -> None:
    """What was just done, once."""
    if sentence := st.session_state.pop(_TOLD, None):
        st.toast(sentence, icon=":material/check:")


@st.cache_data(show_spinner=False, max_entries=2)
def _meetings(version: str) -> tuple[Meeting, ...]:
    with data.reading() as con:
        return meetings.list_meetings(con)
