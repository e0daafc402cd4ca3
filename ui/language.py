"""The reader's language, kept in the address as lang=th or lang=en."""

import streamlit as st

from i18n import LANGUAGES, t

_KEY = "view.lang"


def current() -> str:
    """The language chosen, else the one in the address a session began with, else "th"."""
    chosen = st.session_state.get(_KEY) or st.query_params.get("lang")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def tr(key: str, **values: object) -> str:
    """The sentence for `key` in the reader's language."""
    return t(key, current(), **values)


def draw_switch() -> None:
    """ไทย | EN, for the header."""
    st.segmented_control(
        tr("ui.app.language"),
        LANGUAGES,
        format_func={"th": "ไทย", "en": "EN"}.get,
        key=_KEY,
        required=True,
        label_visibility="collapsed",
    )
