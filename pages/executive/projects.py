"""Projects: what stands where, what is off in one project, and how projects came to be."""

from dataclasses import replace

import streamlit as st

from charts import projects
from charts.headlines import projects as sentences
from ui import data, drill, names
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel
from ui.text import safe_md

STEPS, PROGRESS = ("project_steps", "projects"), ("projects",)
LISTS = {
    "stuck": (
        "stuck_projects",
        sentences.stuck,
        ("stage", "standing_days", "median_days", "district", "project", "is_stuck"),
    ),
    "apart": (
        "project_gap",
        sentences.apart,
        ("gap_state", "gap_pp", "progress_pct", "disbursed_pct", "district", "project"),
    ),
    "behind": (
        "milestone_performance",
        sentences.schedules,
        ("schedule_state", "overdue_days", "overdue_count", "district", "project"),
    ),
}
MORE = {
    "days": (
        "project_days_by_district",
        sentences.districts,
        (
            *("district", "project_count", "dated_count", "unfinished_count", "approval_days"),
            *("approval_count", "payment_days", "payment_count"),
        ),
    ),
    "curve": ("priority_cost_curve", sentences.cut, ()),
    "screening": (
        "project_screening",
        sentences.screened,
        (
            *("project", "plan_check", "grade", "village", "screen_1", "screen_2", "screen_3"),
            *("screen_4", "screen_5", "district"),
        ),
    ),
    "readiness": (
        "project_eligibility",
        sentences.ready,
        ("readiness", "project_count", "total_count", "share_pct", "allocated_thb"),
    ),
    "complete": (
        "project_completeness",
        sentences.complete,
        (
            *("item", "before_filled_count", "before_count", "after_filled_count", "after_count"),
            "filled_pct",
        ),
    ),
    "kinds": (
        "project_kinds",
        sentences.kinds,
        ("kind", "project_count", "known_count", "share_pct", "allocated_thb"),
    ),
    "afp": (
        "project_afp",
        sentences.dimensions,
        ("afp", "project_count", "allocated_thb", "tagged_thb", "share_pct", "total_count"),
    ),
    "overlap": (
        "agency_overlap",
        sentences.overlap,
        ("strategic_issue", "agency_count", "project_count", "joint_count", "agencies"),
    ),
    "window": (
        "proposal_window",
        sentences.window,
        (
            *("area", "median_window_days", "shortest_window_days", "longest_window_days"),
            *("late_count", "told_count", "project_count"),
        ),
    ),
}
LIST_PX, LONG_ROWS, LONG_PX = 300, 8, 330


def of_one_area(asked):
    """Stages of several areas cannot be read at once: the one of which most days are known."""
    stages = data.get("project_stages", asked)
    areas = stages.drop_duplicates("area_code")
    if len(areas) < 2:
        return asked
    fullest = areas.sort_values(["dated_count", "known_count"], kind="stable").iloc[-1]
    st.info(safe_md(tr("projects.page.focus", area=names.area(fullest["area_code"]))))
    return replace(asked, province=fullest["area_code"])


def choose_from(choices, key, prefix="projects.page"):
    return st.segmented_control(
        tr(f"{prefix}.{key}"),
        list(choices),
        format_func=lambda name: tr(f"{prefix}.{name}"),
        default=next(iter(choices)),
        required=True,
        key=f"projects.{key}",
        label_visibility="collapsed",
    )


def draw_list():
    """The list asked for, its first project chosen until a row is clicked."""
    metric, headline, columns = LISTS[choose_from(LISTS, "list")]
    about = {"scope": scope, "columns": columns, "forms": STEPS, "key": f"list.{metric}"}
    listed = data.get(metric, scope)
    height = LIST_PX if len(listed) > LONG_ROWS else "auto"
    clicked = table_panel(metric, headline=headline, selectable=True, height=height, **about)
    st.caption(tr("projects.page.choose"))
    if clicked is not None:
        return clicked
    return None if listed.empty else listed.iloc[0]


def of_project(metric, project):
    rows = data.get(metric, scope)
    same = (
        (rows["project_code"] == project["project_code"])
        & (rows["area_code"] == project["area_code"])
        & (rows["fiscal_year"] == project["fiscal_year"])
    )
    return rows[same]


def draw_project(project):
    left, right = st.columns(2)
    with left:
        measured = of_project("project_gap", project)
        if measured.empty:
            st.info(safe_md(tr("projects.page.no_report", project=project["project"])))
        else:
            panel(
                "project_gap",
                projects.plan_people_money,
                headline=sentences.together,
                frame=measured,
                scope=scope,
                forms=PROGRESS,
                key="one_project",
            )
    with right:
        told = of_project("project_milestones", project)
        if told.empty:
            st.info(tr("projects.page.no_milestones"))
        else:
            panel(
                "project_milestones",
                projects.milestones,
                headline=sentences.schedule,
                frame=told,
                scope=scope,
                forms=STEPS,
            )


def draw_more():
    name = choose_from(MORE, "more")
    metric, headline, columns = MORE[name]
    about = {"headline": headline, "scope": scope, "forms": STEPS}
    if name == "curve":
        panel(metric, projects.cost_curve, **about)
        return
    clicked = table_panel(
        metric,
        columns=columns,
        selectable=name == "days",
        height=LONG_PX if len(data.get(metric, scope)) > LONG_ROWS else "auto",
        **about,
    )
    if clicked is not None:
        drill.narrow("projects", province=clicked["area_code"], district=clicked["district_code"])


scope = of_one_area(current_scope())
left, right = st.columns([5, 6])
with left:
    panel("project_stages", projects.funnel, headline=sentences.standing, scope=scope, forms=STEPS)
with right:
    chosen = draw_list()
if chosen is not None:
    draw_project(chosen)
draw_more()
