"""The four groups of problems that provinces named, each beside the figures that answer it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.headlines import meetings as sentences
from charts.headlines import money
from metrics.scope import Scope, ScopeError
from ui import data, language, names
from ui.language import tr
from ui.text import safe_md

# Base data and participation, driving the group, integration of agencies, the budget system.
AREAS = ("information", "driving", "integration", "budgeting")
_ANSWERS = {
    "information": (("reporting_rate", sentences.participation),),
    "driving": (("disbursement_total", money.spending_spread),),
    "integration": (("reporting_rate_by_agency", sentences.complete_agencies),),
    "budgeting": (
        ("strategy_alignment", sentences.alignment),
        ("disbursement_total", money.spent),
    ),
}


def draw(scope: Scope) -> None:
    """Four columns: what the figures say, then what was said about it in meetings."""
    st.caption(tr("meeting.problems.how"))
    remarks = names.in_language(data.get("feedback_list", replace(scope, as_of=None)))
    for column, area in zip(st.columns(len(AREAS), gap="small"), AREAS, strict=True):
        with column, st.container(border=True):
            st.subheader(tr(f"codes.topic.{area}"), anchor=False)
            for sentence in _answers(area, scope):
                st.markdown(f"**{safe_md(sentence)}**")
            _draw_remarks(remarks[remarks["topic"] == area])


def _answers(area: str, scope: Scope) -> Iterator[str]:
    for metric, sentence in _ANSWERS[area]:
        try:
            frame = _asked(metric, scope, sentence)
        except ScopeError as refusal:
            yield tr(f"metrics.scope.{refusal.code}", **refusal.values)
            continue
        if not frame.empty:
            yield sentence(frame, language.current())


def _asked(metric: str, scope: Scope, sentence: Callable) -> pd.DataFrame:
    """The frame a sentence speaks of: of a spread, the provinces of the group one by one."""
    if sentence is money.spending_spread and scope.group and not scope.province:
        frame = data.get(metric, replace(scope, group=None))
        frame = frame[frame["area_code"].isin(names.members(scope.group))]
    else:
        frame = data.get(metric, scope)
    if "disbursed_pct" in frame:
        frame = frame.dropna(subset=["disbursed_pct"])
    return names.in_language(frame)


def _draw_remarks(remarks: pd.DataFrame) -> None:
    if remarks.empty:
        st.caption(tr("meeting.problems.none"))
    for row in remarks.to_dict("records"):
        st.markdown(f"- {safe_md(row['feedback'])} — {safe_md(row['area'])}")
