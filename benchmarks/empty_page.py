"""The least a page of figures can be: what such pages import, a choice, and four lines showing it."""

import duckdb  # noqa: F401
import pandas as pd  # noqa: F401
import plotly.graph_objects as go  # noqa: F401
import streamlit as st

year = st.selectbox("Year", ["2566", "2567", "2568", "2569"])
for line in range(4):
    st.write(f"{line}: {year}")
