"""Risks: red indicators nobody has an answer to first, then where the risks stand and how they move."""

import streamlit as st

from charts import risks
from charts.headlines import risks as sentences
from ui import data, risk_levels
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel

REGISTER = ("risks",)
RED = ("attainment_to_date_pct", "owner", "risk_count", "decision_count")
LIST = (
    *("risk_movement", "risk", "risk_level", "score", "score_before", "review_overdue_days"),
    *("area", "owner", "control", "next_review_on", "strategic_issue"),
)

LONG_ROWS, LONG_PX = 8, 340

scope = current_scope()


def draw_red():
    red = data.get("red_without_risk", scope)
    if red.empty and not data.get("kpi_overview", scope).empty:
        st.success(tr("risks.page.none_red"), icon=":material/check_circle:")
        return
    table_panel(
        "red_without_risk",
        headline=sentences.unanswered,
        columns=("answered_by", "status", *(() if scope.province else ("area",)), "kpi", *RED),
        forms=("kpi_results", "risks"),
        height=LONG_PX if len(red) > LONG_ROWS else "auto",
    )


def draw_map():
    bands = risk_levels.bands()
    clicked = panel(
        "risk_map",
        lambda frame, lang: risks.heat_map(frame, bands, lang),
        headline=sentences.standing,
        forms=REGISTER,
        selectable=True,
    )
    st.caption(tr("risks.page.how"))
    return clicked


def draw_list(cell):
    moved = data.get("risk_movement", scope)
    if cell:
        moved = moved[(moved["likelihood"] == cell[0]) & (moved["impact"] == cell[1])]
        st.caption(tr("risks.page.cell", likelihood=cell[0], impact=cell[1]))
    table_panel(
        "risk_movement",
        headline=sentences.movement,
        frame=moved,
        columns=LIST,
        forms=REGISTER,
    )


left, right = st.columns([3, 2])
with left:
    draw_red()
with right:
    chosen = draw_map()
draw_list(chosen)
