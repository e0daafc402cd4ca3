"""Policies laid over the strategy: what serves each, which have nothing, and under which issue."""

import streamlit as st

from charts import policies, policy_matrix
from charts.headlines import strategy as sentences
from ui import data
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel
from ui.strategy import behind, corrected_in, draw_name, newest_click, of_node, of_one_area

FORMS = ("strategy", "kpi_targets", "kpi_results", "projects")
POLICIES = (
    *("title", "point_count", "covered_point_count", "indicator_count", "project_count"),
    *("allocated_thb", "disbursed_pct", "policy_gap", "work_stream", "afp"),
)
COVERAGE = ("policy", "strategic_issue", "indicator_count", "project_count", "allocated_thb")
POINTS = ("ordinal", "title", "indicator_count", "project_count", "allocated_thb", "policy_gap")
INDICATORS = ("status", "kpi", "attainment_to_date_pct", "actual", "target", "unit", "owner")
PROJECTS = ("project", "agency", "strategic_issue", "allocated_thb", "disbursed_pct", "policy")

scope = current_scope()


def draw_note(overview):
    first = overview.iloc[0]
    if scope.fiscal_year and not first["covers_year"]:
        years = {"from": int(first["year_from_be"]), "to": int(first["year_to_be"])}
        st.info(tr("strategy.page.policies_not_covering", year=scope.fiscal_year, **years))


def draw_all(overview, chosen):
    clicks = {
        "tile": panel(
            "policy_overview",
            lambda frame, lang: policies.tiles(frame, lang, chosen=chosen),
            headline=sentences.policies,
            frame=overview[~overview["is_point"]],
            columns=POLICIES,
            forms=FORMS,
            selectable=True,
        )
    }
    coverage = data.get("policy_coverage", scope)
    coverage = coverage[coverage["area_code"] == overview["area_code"].iloc[0]]
    if not coverage.empty:
        clicks["cell"] = panel(
            "policy_coverage",
            policy_matrix.matrix,
            headline=sentences.coverage,
            frame=coverage,
            columns=COVERAGE,
            forms=FORMS,
            selectable=True,
        )
        st.caption(tr("strategy.matrix.legend"))
    return clicks


def draw_one(policy, overview, issue_key):
    draw_name(policy)
    left, right = st.columns(2)
    points = overview[overview["parent_code"] == policy["node_code"]]
    with left:
        if not points.empty:
            table_panel(
                "policy_overview",
                headline=sentences.points,
                frame=points.sort_values("node_order"),
                columns=(*POINTS, *corrected_in(points)),
                forms=FORMS,
                key="points",
            )
        draw_behind("strategy_indicators", policy, issue_key, sentences.indicators, INDICATORS)
    with right:
        draw_behind("strategy_projects", policy, issue_key, sentences.projects, PROJECTS)


def draw_behind(metric, policy, issue_key, headline, columns):
    of_it = of_node(scope, policy)
    rows = behind(metric, of_it, policy)
    if issue_key:
        rows = rows[rows["issue_key"] == issue_key]
    if rows.empty:
        none = "no_indicators" if metric == "strategy_indicators" else "no_projects"
        st.info(tr(f"strategy.page.{none}"))
        return
    about = {"frame": rows, "columns": columns, "forms": FORMS, "scope": of_it}
    table_panel(metric, headline=headline, **about)


overview = data.get("policy_overview", scope)
if overview.empty:
    panel("policy_overview", policies.tiles, headline=sentences.policies, forms=("strategy",))
else:
    overview = of_one_area(overview, scope, "strategy.page.focus_policies")
    draw_note(overview)
    tops = overview[~overview["is_point"]]
    asked = tops[tops["node_code"] == st.query_params.get("policy")]
    one = (tops if asked.empty else asked).iloc[0]
    clicked = newest_click(draw_all(overview, one["node_code"]))
    if clicked:
        st.query_params["policy"] = clicked[0]
        st.query_params["of_issue"] = (clicked[1] if len(clicked) > 1 else None) or ""
        st.rerun()
    draw_one(one, overview, st.query_params.get("of_issue"))
