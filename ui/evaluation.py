"""What the pages about scores share: how missing results count in a total."""

import streamlit as st

from charts.scores import MODES
from ui.language import tr


def chosen_mode() -> str:
    """The reader's choice: missing results left out at first, or as the lowest score."""
    return st.segmented_control(
        tr("evaluation.page.mode"),
        MODES,
        default=MODES[0],
        required=True,
        format_func=lambda code: tr(f"evaluation.page.{code}"),
        key="evaluation.mode",
    )
