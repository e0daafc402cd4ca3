"""Decisions on the meeting page: what is open, its history, what came of it, and new ones."""

from dataclasses import replace
from datetime import timedelta

import pandas as pd
import streamlit as st

from charts.headlines import meetings as sentences
from loaders import meetings as register
from loaders.meetings import FOLLOW_UPS, TIES, Decision, Meeting, NotPossible, Tie
from metrics.scope import Scope
from thai.calendar import format_date
from ui import data, language, meetings, panel, panel_details, rounds, sitemap, table, wording
from ui.data import Standing
from ui.export import inert
from ui.language import tr
from ui.meeting_head import areas, day_input
from ui.shelf import Shelf
from ui.text import safe_md

COLUMNS = (
    *("decision_state", "decision", "area", "owner", "due_on", "overdue_days", "age_days"),
    *("newest_note", "tied_kind", "tied_name", "meeting"),
)
_USUAL_DAYS = 14
_ROWS_SHOWN = 9
# Decisions speak of no submission: neither age nor coverage of figures says anything of them.
_OF_NO_FIGURES = Standing(None, 0, 0, False)
_OVERDUE: Shelf[tuple[int, int]] = Shelf(256)


def live(scope: Scope) -> Scope:
    """The scope with what was recorded up to now: the meeting itself comes after its snapshot."""
    return replace(scope, as_of=None)


def draw_overdue(scope: Scope) -> None:
    """How many decisions are overdue, as the way to them; nothing when there are none."""
    count, days = _OVERDUE.get((scope, data.data_version()), lambda: _overdue(scope))
    if count:
        sitemap.link("meeting", tr("meeting.decisions.line", count=count, days=days))


def _overdue(scope: Scope) -> tuple[int, int]:
    """How many, and for how many days the longest."""
    decisions = data.get("decision_list", scope)
    days = decisions.loc[decisions["decision_state"] == "overdue", "overdue_days"]
    return len(days), 0 if days.empty else int(days.max())


def draw(meeting: Meeting | None, scope: Scope) -> None:
    """The decisions of the area, overdue ones first; below them the clicked one, and a new one."""
    everything = data.get("decision_list", live(scope))
    if everything.empty:
        st.info(tr("meeting.decisions.none"), icon=":material/task_alt:")
    else:
        clicked = _draw_list(everything, scope)
        if clicked is not None:
            draw_one(clicked)
    if meeting is None:
        st.caption(tr("meeting.decisions.choose_meeting"))
        return
    with st.expander(tr("meeting.add.open"), icon=":material/add_task:"):
        _draw_adding(meeting, scope)


def _draw_list(everything: pd.DataFrame, scope: Scope) -> dict | None:
    with st.container(border=True):
        lang = language.current()
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.subheader(safe_md(sentences.open_decisions(everything, lang)), anchor=False)
        with_closed = right.toggle(tr("meeting.decisions.closed"), key="meeting.closed")
        rows = everything if with_closed else everything[~everything["is_closed"]]
        subject = panel.subject_of("decision_list", scope=live(scope), frame=rows, columns=COLUMNS)
        subject = replace(subject, standing=_OF_NO_FIGURES)
        clicked = table.show(
            subject.frame,
            subject.columns_by_name,
            lang,
            columns=COLUMNS,
            key="meeting.decisions",
            selection="single-row",
            height="content" if len(rows) <= _ROWS_SHOWN else 360,
            missing="–",
        )
        st.caption(tr("meeting.decisions.click"))
        panel_details.draw(subject)
    return None if clicked is None else rows.loc[clicked[0]].to_dict()


def draw_one(decision: dict) -> None:
    """One row of `decision_list`: its history, and a form for what happened next."""
    number = int(decision["decision_id"])
    with st.container(border=True):
        st.subheader(safe_md(decision["decision"]), anchor=False)
        history, form = st.columns([3, 2], gap="medium")
        with history:
            _draw_history(number)
        with form:
            _draw_follow_up(number, bool(decision["is_closed"]))


def _draw_history(number: int) -> None:
    lang = language.current()
    rows = [
        {
            tr("meeting.follow.at_time"): wording.moment(event["at_time"].to_pydatetime()),
            tr("meeting.follow.event"): tr(f"codes.decision_event.{event['event']}"),
            tr("meeting.follow.note"): _text(event["note"]),
            tr("meeting.add.due_on"): _day(event["due_on"], lang),
            tr("meeting.follow.actor"): _text(event["actor"]),
        }
        for event in meetings.events(number).to_dict("records")
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True)


def _text(value: object) -> str:
    return "" if pd.isna(value) else inert(value)


def _day(value: object, lang: str) -> str:
    return "" if pd.isna(value) else format_date(value.date(), lang)


def _draw_follow_up(number: int, closed: bool) -> None:
    possible = [event for event in FOLLOW_UPS if (event == "reopened") == closed]
    event = st.segmented_control(
        tr("meeting.follow.event"),
        possible,
        format_func=lambda code: tr(f"codes.decision_event.{code}"),
        default=possible[0],
        required=True,
        key=f"meeting.event.{number}.{closed}",
    )
    note = st.text_input(tr("meeting.follow.note"), key=f"meeting.note.{number}.{closed}")
    due_on = None
    if event == "postponed":
        usual = rounds.today() + timedelta(days=_USUAL_DAYS)
        due_on = day_input(tr("meeting.follow.due_on"), usual, f"meeting.new_due.{number}")
    if not st.button(tr("meeting.follow.save"), type="primary"):
        return
    try:
        meetings.write(register.follow_up, number, event, note, due_on=due_on)
    except NotPossible as refusal:
        st.warning(tr(f"meeting.no.{refusal.code}"))
        return
    meetings.tell(tr("meeting.follow.saved"))
    st.rerun()


def _draw_adding(meeting: Meeting, scope: Scope) -> None:
    # Other keys after each decision written down: the next one starts from an empty form.
    made = st.session_state.setdefault("meeting.made", 0)
    known = areas()
    text = st.text_area(
        tr("meeting.add.text"),
        placeholder=tr("meeting.add.text_example"),
        height=80,
        key=f"meeting.text.{made}",
    )
    left, middle, right = st.columns([2, 2, 4])
    area = left.selectbox(
        tr("meeting.add.area"), list(known), format_func=known.get, key=f"meeting.about.{made}"
    )
    kind = middle.selectbox(
        tr("meeting.add.tie"),
        TIES,
        format_func=lambda code: tr(f"codes.tied_kind.{code}"),
        key=f"meeting.kind.{made}",
    )
    with right:
        tie = _draw_tie(kind, area, scope, made)
    left, middle, right = st.columns([4, 2, 2], vertical_alignment="bottom")
    owner = left.text_input(
        tr("meeting.add.owner"),
        placeholder=tr("meeting.add.owner_example"),
        key=f"meeting.owner.{made}",
    )
    with middle:
        usual = rounds.today() + timedelta(days=_USUAL_DAYS)
        due_on = day_input(tr("meeting.add.due_on"), usual, f"meeting.due.{made}")
    asked = right.button(
        tr("meeting.add.save"), type="primary", width="stretch", disabled=due_on is None
    )
    if asked:
        _decide(Decision(meeting.meeting_id, area, text, owner, due_on, tie))


def _draw_tie(kind: str, area: str, scope: Scope, made: int) -> Tie:
    if kind == "none":
        return Tie()
    things = _things(kind, area, scope)
    code = st.selectbox(
        tr("meeting.add.thing"),
        list(things),
        format_func=things.get,
        index=None,
        disabled=not things,
        placeholder=None if things else tr("meeting.add.thing_needed"),
        key=f"meeting.thing.{made}.{kind}.{area}",
    )
    return Tie(kind, code, things.get(code))


def _things(kind: str, area: str, scope: Scope) -> dict[str, str]:
    """Code → name of what a decision about an area may be tied to."""
    if not area.isdigit() and kind != "indicator":
        return {}
    narrowed = replace(scope, group=None, province=area, district=None)
    if not area.isdigit():
        narrowed = replace(narrowed, province=None, group=area)
    if kind == "indicator":
        found = data.get("kpi_overview", narrowed)
        return dict(zip(found["kpi_code"], found["kpi"], strict=True))
    if kind == "project":
        return meetings.projects(narrowed)
    districts = (one for one in data.options().districts if area in one.parents)
    return {one.code: one.name(language.current()) for one in districts}


def _decide(decision: Decision) -> None:
    try:
        meetings.write(register.decide, decision)
    except NotPossible as refusal:
        st.warning(tr(f"meeting.no.{refusal.code}"))
        return
    st.session_state["meeting.made"] += 1
    meetings.tell(tr("meeting.add.saved"))
    st.rerun()
