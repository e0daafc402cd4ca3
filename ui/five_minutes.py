"""One screen per province, for the five minutes it has: indicators, money, villages, decisions."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts import grades, kpi_wall, spending, theme
from charts.headlines import indicators, money, villages
from loaders.meetings import Meeting
from metrics.scope import Scope, ScopeError
from store.areas import COUNTRY
from thai.calendar import format_date
from ui import data, feedback, language, names, presentation, urlstate, wording
from ui.language import tr
from ui.text import safe_md

INDICATORS, AREAS, DECISIONS = 3, 1, 3


def draw(meeting: Meeting | None, scope: Scope) -> None:
    """The area in view on one screen; ← and → go through the provinces of the group."""
    _draw_head(scope)
    left, right = st.columns([13, 8], gap="small")
    with left:
        _draw_card("kpi_overview", scope, indicators.counts, lambda *about: _wall(scope, *about))
        _draw_decisions(meeting, scope)
    with right:
        _draw_card("disbursement_total", scope, money.spent, _money)
        _draw_card("grade_trend", scope, villages.share_of_a, _villages)


def places(scope: Scope) -> list[str]:
    """Where the arrows lead: "" for the whole area, then its provinces in Thai order."""
    provinces = [choice.code for choice in data.options().provinces]
    if scope.group:
        return ["", *(code for code in provinces if code in names.members(scope.group))]
    whole = replace(scope, province=None, district=None)
    known = set(data.get("kpi_overview", whole)["area_code"])
    return ["", *(code for code in provinces if code in known or code == scope.province)]


def _draw_head(scope: Scope) -> None:
    order = places(scope)
    here = order.index(scope.province or "")
    area = wording.area(scope.province or scope.group or COUNTRY)
    with st.container(horizontal=True, vertical_alignment="center"):
        title = tr("meeting.five.title", area=area, year=scope.fiscal_year)
        st.header(safe_md(title), anchor=False, width="stretch")
        _draw_arrow("Left", ":material/arrow_back:", order[here - 1] if here else None)
        st.text(tr("meeting.five.place", place=here + 1, total=len(order)), width="content")
        last = here + 1 == len(order)
        _draw_arrow("Right", ":material/arrow_forward:", None if last else order[here + 1])


def _draw_arrow(key: str, icon: str, province: str | None) -> None:
    st.button(
        "",
        key=f"five.{key}",
        icon=icon,
        shortcut=key,
        disabled=province is None,
        on_click=urlstate.choose,
        kwargs={"province": province or "", "district": ""},
    )


def _draw_card(
    metric: str,
    scope: Scope,
    headline: Callable[[pd.DataFrame, str], str],
    figure: Callable[[pd.DataFrame, str], go.Figure],
) -> None:
    lang = language.current()
    with st.container(border=True):
        try:
            frame = names.in_language(data.get(metric, scope))
        except ScopeError as refusal:
            st.text(tr(f"metrics.scope.{refusal.code}", **refusal.values))
            return
        if frame.empty:
            st.text(tr("meeting.five.nothing"))
            return
        st.subheader(safe_md(headline(frame, lang)), anchor=False)
        st.plotly_chart(
            presentation.enlarged(figure(frame, lang)),
            key=f"five.{metric}",
            theme=None,
            config={**theme.config(metric), "displayModeBar": False},
            alt=headline(frame, lang),
        )


def _wall(scope: Scope, frame: pd.DataFrame, lang: str) -> go.Figure:
    year = scope.fiscal_year and scope.fiscal_year - 1
    before = data.get("kpi_overview", replace(scope, fiscal_year=year, quarter=None))
    one_area = frame["area_code"].nunique() == 1
    return kpi_wall.wall(frame.head(INDICATORS), before, lang, one_area=one_area)


def _money(frame: pd.DataFrame, lang: str) -> go.Figure:
    slowest = money.newest_quarter(frame).sort_values("disbursed_pct").head(AREAS)
    return spending.against_target(slowest, lang)


def _villages(frame: pd.DataFrame, lang: str) -> go.Figure:
    newest = frame[frame["fiscal_year"] == frame["fiscal_year"].max()]
    return grades.by_area(newest, grades.change_of_a(newest), lang, key="area_code", least=AREAS)


def _draw_decisions(meeting: Meeting | None, scope: Scope) -> None:
    lang = language.current()
    decisions = data.get("decision_list", replace(scope, as_of=None))
    still_open = decisions[~decisions["is_closed"]].head(DECISIONS)
    with st.container(border=True):
        st.subheader(tr("meeting.five.decisions"), anchor=False)
        if still_open.empty:
            st.text(tr("meeting.five.no_decisions"))
        for row in still_open.to_dict("records"):
            said = {name: row[name] for name in ("decision", "owner")}
            state = tr(f"codes.decision_state.{row['decision_state']}")
            due = format_date(row["due_on"].date(), lang)
            st.text(tr("meeting.five.decision", state=state, due=due, **said))
        if meeting:
            with st.popover(tr("meeting.feedback.open"), icon=":material/add_comment:"):
                feedback.draw_form(meeting, scope.province or scope.group or meeting.area_code)
