"""Overview: what is off, worst first; money, villages, and how complete the figures are."""

from dataclasses import replace

import streamlit as st

from charts import grades, kpi_wall, spending
from charts.headlines import indicators, money, villages
from ui import completeness, data, decisions, sitemap
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel

INDICATORS, AREAS = 7, 3

scope = current_scope()
year_before = replace(scope, fiscal_year=scope.fiscal_year and scope.fiscal_year - 1, quarter=None)


def draw_wall(frame, lang):
    one_area = frame["area_code"].nunique() == 1
    before = data.get("kpi_overview", year_before)
    return kpi_wall.wall(frame.head(INDICATORS), before, lang, one_area=one_area)


def draw_money(frame, lang):
    slowest = money.newest_quarter(frame).sort_values("disbursed_pct").head(AREAS)
    return spending.against_target(slowest, lang)


def draw_villages(frame, lang):
    newest = frame[frame["fiscal_year"] == frame["fiscal_year"].max()]
    return grades.by_area(newest, grades.change_of_a(newest), lang, key="area_code", least=AREAS)


completeness.draw(scope)
decisions.draw_line(scope)
left, right = st.columns([3, 2])
with left:
    clicked = panel(
        "kpi_overview",
        draw_wall,
        headline=indicators.counts,
        selectable=True,
        forms=("kpi_results",),
    )
    if clicked:
        sitemap.open_page("indicators", kpi=clicked[0])
    sitemap.link("indicators", tr("executive.overview.all_indicators"))
with right:
    clicked = panel(
        "disbursement_total", draw_money, headline=money.spent, selectable=True, forms=("projects",)
    )
    if clicked:
        sitemap.open_page("budget", **sitemap.area_codes(clicked[0]))
    clicked = panel(
        "grade_trend",
        draw_villages,
        headline=villages.share_of_a,
        selectable=True,
        forms=("community_plans", "community_plan_grades"),
    )
    if clicked:
        sitemap.open_page("community_plans", **sitemap.area_codes(clicked[0]))
