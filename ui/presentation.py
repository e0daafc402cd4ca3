"""The view for a projector: no menu, no filters, larger type; `present=1` in the address."""

import plotly.graph_objects as go
import streamlit as st

from charts import theme
from ui import data, demo, frozen, urlstate
from ui.filters import current_scope
from ui.language import tr
from ui.options import PRESENTING

_LARGER = 1.15
_LETTERS_PX = 15
_STYLE = """<style>
html { font-size: 18px; }
[data-testid="stHeader"], [data-testid="stToolbar"] { display: none; }
[data-testid="stMainBlockContainer"] { padding: 0.6rem 2rem 0; }
[data-testid="stMainBlockContainer"] [data-testid="stVerticalBlock"] { gap: 0.5rem; }
</style>"""


def is_on() -> bool:
    """Whether the reader presents."""
    return urlstate.settled().get("present") == PRESENTING


def draw_strip() -> None:
    """What stands over every slide: when the figures are of, whether made up, and the way out."""
    st.html(_STYLE)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            frozen.draw_mark()
            if data.standing(current_scope()).demo:
                demo.draw_badge()
        st.button(
            tr("meeting.five.leave"),
            key="present.leave",
            type="tertiary",
            shortcut="Escape",
            on_click=urlstate.choose,
            kwargs={"present": ""},
        )


def enlarged(drawn: go.Figure) -> go.Figure:
    """`drawn` itself, larger and in the page's colours: its letters do not follow the page's."""
    drawn.layout.height = round(drawn.layout.height * _LARGER)
    drawn.layout.font.size = _LETTERS_PX
    return theme.on_dark(drawn) if st.context.theme.type == "dark" else drawn
