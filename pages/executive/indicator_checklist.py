"""Whether a set of indicators keeps the rules for choosing them, and what it lacks."""

from dataclasses import replace

import streamlit as st

from charts import checklist
from charts.headlines import checklist as sentences
from ui import data, sitemap
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel
from ui.strategy import of_one_area
from ui.text import safe_md

TARGETS, PROJECTS = ("kpi_targets",), ("kpi_targets", "projects", "strategy")
RULES = ("rule", "verdict", "found_count", "needed_count", "unknown_count", "lacking")
IMPLIED = (
    *("fiscal_year", "verdict", "target_pct", "implied_pct", "reason"),
    *("members_counted", "members_total", "kpi"),
)
JOINT = (
    "topic",
    "joint_status",
    "kpi",
    "actual",
    "share_pct",
    "reporting_count",
    "concerned_count",
)
STATUS_MEASURES = ("status_indicator_1", "status_indicator_2", "status_indicator_3")
STATUS = ("slot", "year", "value", "change", "rank_from_top", "reporting_count", "trend_next")

scope = current_scope()


def of_area(metric, focus, area_code):
    frame = data.get(metric, focus)
    return frame[frame["area_code"] == area_code]


def focused(area_code):
    """The view of the one area shown: the others' age and coverage are not its own."""
    return replace(scope, group=None, province=area_code) if area_code.isdigit() else scope


def draw_set(focus, area_code):
    left, right = st.columns([5, 6])
    with left:
        panel(
            "kpi_checklist",
            checklist.rules,
            headline=sentences.rules,
            scope=focus,
            frame=of_area("kpi_checklist", focus, area_code),
            columns=RULES,
            forms=PROJECTS,
        )
    with right:
        panel(
            "kpi_topics",
            checklist.topics,
            headline=sentences.topics,
            scope=focus,
            frame=of_area("kpi_topics", focus, area_code),
            forms=TARGETS,
        )
    clicked = panel(
        "kpi_checks",
        checklist.matrix,
        headline=sentences.checks,
        scope=focus,
        frame=of_area("kpi_checks", focus, area_code),
        forms=PROJECTS,
        selectable=True,
    )
    st.caption(safe_md(tr("checklist.legend")))
    if clicked:
        sitemap.open_page("indicators", kpi=clicked[0], **sitemap.area_codes(area_code))


def draw_behind(focus, area_code):
    left, right = st.columns(2)
    with left:
        panel(
            "revenue_driver",
            checklist.drivers,
            headline=sentences.driver,
            scope=focus,
            forms=("area_profile",),
            measures=("gpp",),
        )
    with right:
        if area_code.isdigit():
            table_panel(
                "joint_indicators",
                headline=sentences.joint,
                scope=focus,
                columns=JOINT,
                forms=("joint_indicators",),
            )
            table_panel(
                "status_indicators",
                headline=sentences.status,
                scope=focus,
                columns=STATUS,
                forms=("area_profile",),
                measures=STATUS_MEASURES,
            )
        else:
            table_panel(
                "implied_group_growth",
                headline=sentences.implied,
                columns=IMPLIED,
                forms=TARGETS,
            )


rules = data.get("kpi_checklist", scope)
if rules.empty:
    panel("kpi_checklist", checklist.rules, headline=sentences.rules, forms=TARGETS)
else:
    rules = of_one_area(rules, scope, "checklist.focus")
    area_code = rules["area_code"].iloc[0]
    focus = focused(area_code)
    draw_set(focus, area_code)
    draw_behind(focus, area_code)
