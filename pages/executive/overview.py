"""Overview: what is off, worst first; money, villages, and how complete the figures are."""

from dataclasses import replace

import streamlit as st

from charts import overview
from charts.headlines import indicators, money, villages
from ui import completeness, sitemap
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel

scope = current_scope()
year_before = replace(scope, fiscal_year=scope.fiscal_year and scope.fiscal_year - 1, quarter=None)

completeness.draw(scope)
left, right = st.columns([3, 2])
with left:
    clicked = panel(
        "kpi_overview",
        overview.wall,
        headline=indicators.counts,
        beside=year_before,
        selectable=True,
        forms=("kpi_results",),
    )
    if clicked:
        sitemap.open_page("indicators", kpi=clicked[0])
    with st.container(horizontal=True):
        sitemap.link("indicators", tr("executive.overview.all_indicators"))
        sitemap.link("search", tr("executive.overview.search"))
with right:
    clicked = panel(
        "disbursement_total",
        overview.slowest,
        headline=money.spent,
        selectable=True,
        forms=("projects",),
    )
    if clicked:
        sitemap.open_page("budget", **sitemap.area_codes(clicked[0]))
    clicked = panel(
        "grade_trend",
        overview.weakest,
        headline=villages.share_of_a,
        selectable=True,
        forms=("community_plans", "community_plan_grades"),
    )
    if clicked:
        sitemap.open_page("community_plans", **sitemap.area_codes(clicked[0]))
