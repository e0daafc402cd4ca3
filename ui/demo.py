"""The mark on every view that shows figures made up for demonstration."""

import streamlit as st

from ui import data
from ui.filters import current_scope
from ui.language import tr


def draw_banner() -> None:
    """A badge and a sentence when the view holds demonstration data; nothing otherwise."""
    if data.standing(current_scope()).demo:
        draw_badge()
        st.caption(tr("ui.demo.banner"), width="content")


def draw_badge() -> None:
    """The short mark, for beside a single figure."""
    st.badge(tr("ui.demo.mark"), color="orange", width="content")
