"""The banner over figures that are frozen at a meeting's snapshot, with the way back to today's."""

import streamlit as st

from ui import meetings, urlstate, wording
from ui.language import tr
from ui.text import safe_md


def draw_banner() -> None:
    """Says at which moment every figure stands, and lets the reader return; else nothing."""
    if meetings.chosen() is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        draw_mark()
        st.button(
            tr("meeting.frozen.back"),
            key="frozen.back",
            icon=":material/update:",
            type="tertiary",
            on_click=urlstate.choose,
            kwargs={"meeting": ""},
        )


def draw_mark() -> None:
    """The moment the figures are frozen at and the meeting's title; nothing for today's figures."""
    if meeting := meetings.chosen():
        moment = wording.moment(meeting.snapshot_at)
        sentence = tr("meeting.frozen.banner", moment=moment, title=safe_md(meeting.title))
        text = f":blue-background[:material/lock_clock: **{sentence}**]"
        st.markdown(text, width="content")
