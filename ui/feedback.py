"""What is said in the five minutes each area has, written down as it is said."""

from dataclasses import replace

import streamlit as st

from charts.headlines import meetings as sentences
from loaders import meetings as register
from loaders.meetings import TOPICS, Meeting, NotPossible
from metrics import catalogue
from metrics.scope import Scope
from ui import data, language, meetings, names, table
from ui.language import tr
from ui.meeting_head import areas
from ui.text import safe_md

COLUMNS = ("area", "topic", "feedback", "meeting", "held_on")


def draw(meeting: Meeting | None, scope: Scope) -> None:
    """The remarks of the area, newest first, and a form for another."""
    if meeting:
        known = areas()
        area = st.selectbox(
            tr("meeting.feedback.area"), list(known), format_func=known.get, key="feedback.area"
        )
        draw_form(meeting, area)
    else:
        st.caption(tr("meeting.decisions.choose_meeting"))
    _draw_list(replace(scope, as_of=None))


def draw_form(meeting: Meeting, area: str) -> None:
    """Topic, text and a button; what is saved is about `area`."""
    with st.form(f"feedback.{area}", border=False, clear_on_submit=True):
        left, middle, right = st.columns([2, 5, 1], vertical_alignment="bottom")
        topic = left.selectbox(
            tr("meeting.feedback.topic"),
            TOPICS,
            format_func=lambda code: tr(f"codes.topic.{code}"),
        )
        text = middle.text_input(tr("meeting.feedback.text"))
        asked = right.form_submit_button(tr("meeting.feedback.save"), width="stretch")
    if not asked:
        return
    try:
        meetings.write(register.say, meeting.meeting_id, area, topic, text)
    except NotPossible as refusal:
        st.warning(tr(f"meeting.no.{refusal.code}"))
        return
    meetings.tell(tr("meeting.feedback.saved"))
    st.rerun()


def _draw_list(scope: Scope) -> None:
    remarks = names.in_language(data.get("feedback_list", scope))
    if remarks.empty:
        st.info(tr("meeting.feedback.none"), icon=":material/forum:")
        return
    lang = language.current()
    with st.container(border=True):
        st.subheader(safe_md(sentences.remarks(remarks, lang)), anchor=False)
        docs = {column.name: column for column in catalogue.describe("feedback_list").columns}
        table.show(remarks, docs, lang, columns=COLUMNS, key="feedback.table")
