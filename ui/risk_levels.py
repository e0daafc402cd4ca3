"""The level of risk that each score stands for, as the reference data divide them."""

import streamlit as st

from ui import data

_BANDS = "select risk_level, min_score, max_score from risk_band"


def bands() -> dict[int, str]:
    """Score (likelihood × impact) → level, for every score of the table risk_band."""
    return _bands(data.data_version())


@st.cache_data(show_spinner=False, max_entries=2)
def _bands(version: str) -> dict[int, str]:
    with data.reading() as con:
        rows = con.execute(_BANDS).fetchall()
    return {score: level for level, low, high in rows for score in range(low, high + 1)}
