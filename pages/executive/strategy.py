"""The plan as a tree: what is off and what is missing at every node, and where the money runs."""

from dataclasses import replace

import streamlit as st

from charts import plan_flow, plan_tree
from charts.headlines import strategy as sentences
from ui import data, poster
from ui.filters import current_scope
from ui.language import current, tr
from ui.panel import custom_panel, panel, table_panel
from ui.strategy import (
    behind,
    draw_name,
    newest_click,
    of_chosen_version,
    of_node,
    of_one_area,
)
from ui.text import safe_md

FORMS = ("strategy", "kpi_targets", "kpi_results", "projects")
NODES = (
    *("node_type", "title", "indicator_count", "critical_count", "at_risk_count", "near_count"),
    *("met_count", "no_data_count", "project_count", "allocated_thb", "disbursed_pct"),
    *("indicator_gap", "project_gap", "link_gap"),
)
INDICATORS = ("status", "kpi", "attainment_to_date_pct", "actual", "target", "unit", "owner")
PROJECTS = ("project", "agency", "district", "allocated_thb", "disbursed_pct", "progress_pct")
FLOW = (
    *("mission_group", "strategic_issue", "plan", "project_count", "allocated_thb", "share_pct"),
    *("disbursed_pct",),
)
VERSIONS = ("difference", "node_type", "old_title", "new_title")
UNMATCHED = (
    "name_kind",
    "name",
    "nearest",
    "likeness_pct",
    "found_in",
    "row_count",
    "allocated_thb",
)

LONG_TABLE_ROWS, LONG_TABLE_PX = 6, 248

scope = current_scope()


def choose_version(tree):
    """The vision above everything, and beside it which version of the plan is looked at."""
    left, right = st.columns([3, 1], vertical_alignment="center")
    with right:
        tree = of_chosen_version(tree)
    with left:
        for kind in ("vision", "positioning"):
            for title in tree.loc[tree["node_type"] == kind, "title"]:
                st.markdown(f"**{tr(f'strategy.page.{kind}')}** {safe_md(title)}")
        alignment = data.get("strategy_alignment", scope)
        alignment = alignment[alignment["version_code"] == tree["version_code"].iloc[0]]
        if not alignment.empty:
            st.caption(safe_md(sentences.aligned(alignment, current())))
    first = tree.iloc[0]
    if not first["covers_year"] and scope.fiscal_year:
        years = {"from": int(first["year_from_be"]), "to": int(first["year_to_be"])}
        st.info(tr("strategy.page.not_covering", year=scope.fiscal_year, **years))
    return tree


def draw_tree(tree, chosen):
    about = {"frame": tree, "columns": NODES, "forms": FORMS, "selectable": True}
    clicks, has_issues = {}, (tree["node_type"] == "strategic_issue").any()
    # A positioning with its targets has no issues: the others have the whole width then.
    left, right = st.columns([3, 2]) if has_issues else (None, st.container())
    if has_issues:
        with left:
            clicks["issue"] = panel(
                "strategy_tree",
                lambda frame, lang: plan_tree.issues(frame, lang, chosen=chosen),
                headline=sentences.issues,
                **about,
            )
    with right:
        clicks["other"] = panel(
            "strategy_tree",
            lambda frame, lang: plan_tree.others(frame, lang, chosen=chosen),
            headline=sentences.others,
            key="other_nodes",
            **about,
        )
    return clicks


def draw_node(node):
    left, right = st.columns([5, 1], vertical_alignment="center")
    with left:
        draw_name(node)
    with right:
        of_it = of_node(scope, node)
        rows = (behind(name, of_it, node) for name in ("strategy_indicators", "strategy_projects"))
        poster.draw(poster.of_node(node, *rows, of_it))
    left, right = st.columns(2)
    with left:
        draw_behind("strategy_indicators", node, sentences.indicators, INDICATORS, "no_indicators")
    with right:
        draw_behind("strategy_projects", node, sentences.projects, PROJECTS, "no_projects")


def draw_behind(metric, node, headline, columns, none):
    of_it = of_node(scope, node)
    rows = behind(metric, of_it, node)
    if rows.empty:
        st.info(tr(f"strategy.page.{none}"))
        return
    height = LONG_TABLE_PX if len(rows) > LONG_TABLE_ROWS else "auto"
    about = {"frame": rows, "columns": columns, "forms": FORMS, "scope": of_it}
    table_panel(metric, headline=headline, height=height, **about)


def draw_flow(area, version):
    flow = data.get("strategy_flow", scope)
    flow = flow[(flow["area_code"] == area) & (flow["version_code"] == version)]

    def draw(subject):
        dark = st.context.theme.type == "dark"
        spec = plan_flow.sankey(subject.frame, current(), dark=dark)
        if not spec:
            st.caption(tr("strategy.flow.document_only"))
            return ()
        event = st.echarts_chart(
            spec,
            height=plan_flow.height_px(spec),
            theme="streamlit",
            key="strategy.flow",
            on_select="rerun",
            renderer="svg",
            alt=tr("strategy.flow.alt", said=sentences.flow(subject.frame, current())),
        )
        st.caption(tr("strategy.flow.how"))
        return plan_flow.clicked(spec, event.selection["selected"])

    about = {"frame": flow, "columns": FLOW, "forms": FORMS}
    boxes = custom_panel("strategy_flow", draw, headline=sentences.flow, **about)
    shown = plan_flow.narrowed(flow, boxes or ())
    if not shown.empty:
        shown = {**about, "frame": shown}
        table_panel("strategy_flow", headline=sentences.paths, key="flow_table", **shown)


def draw_questions(area):
    asked = data.get("unmatched_names", scope)
    asked = asked[asked["area_code"] == area]
    if asked.empty:
        st.caption(tr("strategy.page.all_matched"))
        return
    about = {"frame": asked, "columns": UNMATCHED, "forms": ("projects", "budget_by_plan")}
    table_panel("unmatched_names", headline=sentences.unmatched, **about)
    st.caption(tr("strategy.page.answer"))


def draw_versions(area):
    of_all_years = replace(scope, fiscal_year=None, quarter=None, district=None)
    changes = data.get("strategy_versions", of_all_years)
    changes = changes[changes["area_code"] == area]
    if changes.empty:
        st.caption(tr("strategy.page.no_difference"))
        return
    about = {"frame": changes, "columns": VERSIONS, "forms": ("strategy",), "scope": of_all_years}
    table_panel("strategy_versions", headline=sentences.versions, **about)


nodes = data.get("strategy_tree", scope)
if nodes.empty:
    panel("strategy_tree", plan_tree.issues, headline=sentences.issues, forms=("strategy",))
else:
    nodes = choose_version(of_one_area(nodes, scope, "strategy.page.focus"))
    issues = nodes[nodes["node_type"] == "strategic_issue"]
    worst = (issues if len(issues) else nodes).sort_values(
        ["critical_count", "at_risk_count"], ascending=False, kind="stable"
    )
    asked = nodes[nodes["node_code"] == st.query_params.get("node")]
    one = (worst if asked.empty else asked).iloc[0]
    clicked = newest_click(draw_tree(nodes, one["node_code"]))
    if clicked:
        st.query_params["node"] = clicked[0]
        st.rerun()
    draw_node(one)
    draw_flow(nodes["area_code"].iloc[0], nodes["version_code"].iloc[0])
    left, right = st.columns(2)
    with left:
        draw_questions(nodes["area_code"].iloc[0])
    with right:
        draw_versions(nodes["area_code"].iloc[0])
