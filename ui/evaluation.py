"""What the pages about scores share: how missing results count, and why a score is missing."""

import pandas as pd
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


def reasons_told(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a dash for the reason where there is a score: it is not unknown, there is none."""
    return rows.assign(unscored_reason=rows["unscored_reason"].fillna("none"))
