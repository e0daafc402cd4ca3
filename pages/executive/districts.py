"""Districts: one district on one screen, or all districts of a province with the worst first."""

from dataclasses import replace

import streamlit as st

from charts import districts, incidents
from charts.headlines import districts as sentences
from charts.headlines import meetings as decisions
from ui import data, drill, names
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel
from ui.settings import load
from ui.text import safe_md

WATCH = ("district_surveillance",)
ALL = ("district_surveillance", "projects", "community_plans", "kpi_results")
RATES = ("district_surveillance", "area_profile")
RELIEF = (
    *("relief_gap_count", "registered_count", "relieved_count", "relieved_pct"),
    *("drilled_count", "subdistrict_count", "drill_coverage_pct"),
)
SPREAD = (
    *("risk_type", "max_min_ratio", "variation_pct", "highest_district", "highest_rate_per_10k"),
    *("lowest_district", "lowest_rate_per_10k", "rated_count", "district_count"),
)
SPOTS = ("subdistrict", "district", "risk_type", "shown_text", "shown_total_count")
KINDS = ("risk_type", "risk_level", "has_plan", "incident_count")
LONG_ROWS, LONG_PX = 7, 300
ORDERS = ("decision_state", "decision", "owner", "due_on", "overdue_days", "newest_note")

scope = current_scope()


def focused():
    """The view of one province: the one chosen, else the first of those that report."""
    if scope.province or scope.district:
        return scope
    found = data.get("district_overview", scope)
    if found["area_code"].nunique() < 2:
        return scope
    watched = found.dropna(subset=["worst_level"])
    first = (found if watched.empty else watched)["area_code"].iloc[0]
    st.info(safe_md(tr("districts.page.focus", area=names.area(first))))
    return replace(scope, province=first)


def draw_province(of_province):
    clicked = panel(
        "district_overview",
        districts.tiles,
        headline=sentences.standing,
        scope=of_province,
        forms=ALL,
        selectable=True,
    )
    if clicked:
        drill.narrow("districts", province=clicked[0][:2], district=clicked[0])
    left, right = st.columns(2)
    with left:
        draw_rates(of_province)
        table_panel(
            "district_surveillance",
            headline=sentences.plans,
            scope=of_province,
            columns=("district", *KINDS),
            forms=WATCH,
            height=LONG_PX,
        )
    with right:
        draw_periods(of_province)
        table_panel(
            "district_inequality",
            headline=sentences.inequality,
            scope=of_province,
            columns=SPREAD,
            forms=RATES,
        )
    left, right = st.columns(2)
    with left:
        draw_relief(of_province)
    with right:
        draw_spots(of_province)


def draw_rates(of_province):
    kind = st.segmented_control(
        tr("districts.page.kind"),
        districts.KINDS,
        format_func=lambda code: tr(f"codes.risk_type.{code}"),
        default="accident",
        required=True,
        key="districts.kind",
        label_visibility="collapsed",
    )
    every = data.get("incident_rate", of_province)
    clicked = panel(
        "incident_rate",
        incidents.rates,
        headline=sentences.rates,
        scope=of_province,
        frame=every[every["risk_type"] == kind],
        forms=RATES,
        selectable=True,
    )
    if clicked:
        drill.narrow("districts", province=clicked[0][:2], district=clicked[0])


def draw_periods(of_area):
    if data.get("watch_period_change", of_area).empty:
        st.info(tr("districts.page.no_periods"))
        return
    about = {"headline": sentences.periods, "scope": of_area, "forms": WATCH}
    panel("watch_period_change", incidents.periods, **about)


def draw_relief(of_area):
    table_panel(
        "disaster_readiness",
        headline=sentences.relief_and_drills,
        scope=of_area,
        columns=RELIEF if of_area.district else ("district", *RELIEF),
        forms=WATCH,
    )


def draw_spots(of_area):
    spots = data.get("incident_hotspots", of_area)
    if spots.empty:
        st.info(tr("districts.page.no_hotspots"))
        return
    table_panel(
        "incident_hotspots",
        headline=sentences.hotspots,
        scope=of_area,
        frame=spots,
        columns=SPOTS,
        forms=WATCH,
        height=LONG_PX if len(spots) > LONG_ROWS else "auto",
    )
    st.caption(tr("districts.page.hidden"))


def draw_district():
    left, right = st.columns(2)
    with left:
        panel(
            "district_overview",
            lambda frame, lang: districts.one_district(frame.iloc[0].to_dict(), lang),
            headline=sentences.one,
            forms=ALL,
        )
        draw_periods(scope)
        draw_relief(scope)
        table_panel(
            "district_surveillance", headline=sentences.own_plans, columns=KINDS, forms=WATCH
        )
    with right:
        panel(
            "incident_rate",
            incidents.against_province,
            headline=sentences.against_province,
            forms=RATES,
        )
        if not load().public:
            draw_orders()
        draw_spots(scope)


def draw_orders():
    if data.get("decision_list", scope).empty:
        st.caption(tr("districts.page.no_orders"))
        return
    table_panel("decision_list", headline=decisions.open_decisions, columns=ORDERS)


if scope.district:
    draw_district()
else:
    draw_province(focused())
