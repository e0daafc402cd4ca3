"""What the theme in .streamlit/config.toml cannot say about how pages look."""

import streamlit as st

# Streamlit first lets plotly take its width from the page, then names that width. At 683.59375
# pixels the page says "683.594px", plotly sees another width, and every chart is drawn twice.
_STYLE = """<style>
[data-testid="stFullScreenFrame"] { width: round(down, 100%, 1px) !important; }
</style>"""


def draw() -> None:
    """Lay our style over the page; takes no room on it."""
    st.html(_STYLE)
