"""What the figures answer to each of the four areas of problems, with the page that shows more."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from charts.headlines import registers as said
from metrics.scope import Scope, ScopeError
from ui import data, names, sitemap
from ui.language import current, tr
from ui.text import safe_md


@dataclass(frozen=True)
class Answer:
    """One measure: its metric, the sentence made of it, and the page where it is at home."""

    metric: str
    sentence: Callable[[pd.DataFrame, str], str | None]
    page: str


ANSWERS = {
    "information": (
        Answer("reporting_rate", said.participation, "rounds"),
        Answer("kpi_checks", said.grounded, "indicator_checklist"),
    ),
    "driving": (
        Answer("group_spending_by_province", said.across, "treasury"),
        Answer("implied_group_growth", said.implied, "indicator_checklist"),
    ),
    "integration": (Answer("agency_overlap", said.together, "projects"),),
    "budgeting": (
        Answer("strategy_alignment", said.aligned, "strategy"),
        Answer("money_per_head", said.per_head, "treasury"),
        Answer("time_to_disburse", said.first_payment, "projects"),
    ),
}


def draw(scope: Scope) -> None:
    """A card for each area of problems: what the figures say to it, each with a link."""
    for column, (area, answers) in zip(st.columns(len(ANSWERS)), ANSWERS.items(), strict=True):
        with column, st.container(border=True, height="stretch"):
            st.markdown(f"**{safe_md(tr(f'registers.problem_area.{area}'))}**")
            for answer in answers:
                _draw(answer, scope)


def _draw(answer: Answer, scope: Scope) -> None:
    try:
        frame = names.in_language(data.get(answer.metric, scope))
    except ScopeError:
        frame = pd.DataFrame()
    sentence = None if frame.empty else answer.sentence(frame, current())
    st.markdown(safe_md(sentence or tr(f"registers.no_answer.{answer.metric}")))
    sitemap.link(answer.page)
