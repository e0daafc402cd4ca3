"""The launcher: `streamlit run app.py` serves ui/main.py behind our routes and headers."""

import streamlit as st

from ui import server
from ui.settings import load

settings = load()
server.check_binding(settings)

app = st.App(
    "ui/main.py",
    lifespan=server.lifespan,
    routes=server.routes(),
    middleware=server.middleware(settings),
    on_script_error=server.show_error,
)
