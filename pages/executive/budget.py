"""Budget: which plan gets how much, and how much of it is spent against the official target."""

from dataclasses import replace

import streamlit as st

from charts import budget_shares, forecast, spending
from charts.headlines import forecasts, money
from ui import data, drill, names, sitemap
from ui.filters import current_scope
from ui.language import current, tr
from ui.panel import panel, table_panel
from ui.text import safe_md

BUDGETS, PROJECTS = ("budget_by_plan", "projects"), ("projects",)
PLANS = (
    *("plan", "project_count", "allocated_thb", "disbursed_thb", "disbursed_pct"),
    *("target_pct", "gap_pp", "committed_thb"),
)

scope = current_scope()
budgets = data.get("budget_share_by_plan", scope)
areas = budgets.drop_duplicates("area_code").sort_values("total_thb", ascending=False)
# Plans are compared within one area; of several, the one with the largest budget is shown.
focus = scope if len(areas) < 2 else replace(scope, province=areas["area_code"].iloc[0])
last_year = replace(focus, fiscal_year=focus.fiscal_year and focus.fiscal_year - 1)


def draw_areas(frame, lang):
    newest = money.newest_quarter(frame).sort_values("disbursed_pct")
    return spending.against_target(newest, lang)


def draw_shares(frame, lang):
    return budget_shares.shares(frame, data.get("budget_share_by_plan", last_year), lang)


def draw_quarters():
    of_year = replace(focus, quarter=None)
    panel(
        "disbursement_total",
        spending.by_quarter,
        headline=money.spent,
        scope=of_year,
        forms=PROJECTS,
    )
    note = money.projection(data.get("disbursement_total", of_year), current())
    if note:
        st.caption(safe_md(note))


def draw_year_end():
    frame = data.get("disbursement_forecast", focus)
    newest = frame[frame["fiscal_year"] == frame["fiscal_year"].max()]
    panel(
        "disbursement_forecast",
        forecast.of_the_year,
        headline=forecasts.disbursement,
        scope=focus,
        frame=newest,
        forms=PROJECTS,
    )
    paces = data.get("required_run_rate", focus)
    of_money = paces[paces["subject"] == "disbursement"]
    if not of_money.empty:
        latest = of_money.sort_values("fiscal_year").iloc[-1]
        # Of a year that is over the panel itself says so.
        if latest["pace"] != "final":
            st.caption(safe_md(forecasts.pace(latest, current())))


for pair in data.swapped_shares(focus):
    st.warning(safe_md(tr("headlines.budget.swapped", **pair)))
left, right = st.columns(2)
with left:
    if focus != scope:
        st.info(tr("executive.budget.focus", area=names.area(focus.province)))
    clicked = panel(
        "budget_share_by_plan",
        draw_shares,
        headline=money.largest_plan,
        forms=BUDGETS,
        scope=focus,
        selectable=True,
    )
    if clicked:
        drill.narrow("budget", plan=clicked[0])
    panel(
        "budget_share_by_plan",
        budget_shares.money_and_projects,
        headline=money.money_against_projects,
        forms=BUDGETS,
        scope=focus,
        key="projects",
    )
with right:
    if focus != scope:
        clicked = panel(
            "disbursement_total",
            draw_areas,
            headline=money.spending_spread,
            forms=PROJECTS,
            key="areas",
            selectable=True,
        )
        if clicked:
            drill.narrow("budget", **sitemap.area_codes(clicked[0]))
    draw_quarters()
    draw_year_end()

plans = data.get("disbursement", focus)
clicked = table_panel(
    "disbursement",
    headline=money.slowest_plan,
    forms=PROJECTS,
    scope=focus,
    frame=plans if plans.empty else money.newest_quarter(plans),
    columns=PLANS,
    selectable=True,
)
if clicked is not None:
    drill.narrow("budget", plan=clicked["plan_code"])
