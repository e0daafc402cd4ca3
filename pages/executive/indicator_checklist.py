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
STATUS = ("slot", "year", "value", "change", "rank_from_top", "reporting_count", "trend_next")

scope = current_scope()


def of_area(metric, area_code):
    frame = data.get(metric, scope)
    return frame[frame["area_code"] == area_code]


def draw_set(rules, area_code):
    left, right = st.columns([5, 6])
    with left:
        panel(
            "kpi_checklist",
            checklist.rules,
            headline=sentences.rules,
            frame=rules,
            columns=RULES,
            forms=PROJECTS,
        )
    with right:
        panel(
            "kpi_topics",
            checklist.topics,
            headline=sentences.topics,
            frame=of_area("kpi_topics", area_code),
            forms=TARGETS,
        )
    clicked = panel(
        "kpi_checks",
        checklist.matrix,
        headline=sentences.checks,
        frame=of_area("kpi_checks", area_code),
        forms=PROJECTS,
        selectable=True,
    )
    st.caption(safe_md(tr("checklist.legend")))
    if clicked:
        sitemap.open_page("indicators", kpi=clicked[0], **sitemap.area_codes(area_code))


def draw_behind(area_code):
    left, right = st.columns(2)
    focus = replace(scope, group=None, province=area_code) if area_code.isdigit() else scope
    with left:
        panel(
            "revenue_driver",
            checklist.drivers,
            headline=sentences.driver,
            scope=focus,
            forms=("area_profile",),
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
    draw_set(rules, area_code)
    draw_behind(area_code)
