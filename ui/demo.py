"""The mark on every view that shows figures made up for demonstration."""

import streamlit as st

from ui import changes, data, register
from ui.filters import current_scope
from ui.language import tr
from ui.settings import load


def draw_banner() -> None:
    """Badge, sentence and the way out when the view holds demonstration data; else nothing."""
    if data.standing(current_scope()).demo:
        draw_badge()
        st.caption(tr("ui.demo.banner"), width="content")
        if not load().public and st.button(
            tr("ui.demo.remove"), type="tertiary", key="demo.remove"
        ):
            _ask()


def _ask() -> None:
    @st.dialog(tr("ui.demo.remove_title"))
    def ask() -> None:
        st.text(tr("ui.demo.remove_what"))
        if st.button(tr("ui.demo.remove_yes"), type="primary", key="demo.remove.yes"):
            changes.remove_demonstration()
            st.rerun()

    ask()


def draw_restore() -> None:
    """The way back, where demonstration data was taken off the pages; nothing otherwise."""
    rows = register.submissions()
    states = set(rows.loc[rows["demo"], "state"])
    if "withdrawn" in states and "published" not in states:
        st.caption(tr("ui.demo.restore_what"))
        if st.button(tr("ui.demo.restore"), type="tertiary", key="demo.restore"):
            with st.spinner(tr("ui.demo.restoring")):
                changes.restore_demonstration()
            st.rerun()


def draw_badge() -> None:
    """The short mark, for beside a single figure."""
    st.badge(tr("ui.demo.mark"), color="orange", width="content")
