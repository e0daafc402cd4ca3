"""Treasury: each fund and the year's course against official targets, ranks, requests and shares."""

from dataclasses import replace

import streamlit as st

from charts import treasury, treasury_course
from charts.headlines import treasury as sentences
from thai.format import percent
from ui import data, drill, names, sitemap
from ui.filters import current_scope
from ui.language import current, tr
from ui.panel import panel, table_panel
from ui.text import safe_md

MONEY, REQUESTS = ("money_monthly", "projects"), ("budget_requests",)
PROJECTS = ("projects",)
FUNDS = (
    *("fund", "spending_type", "allocated_thb", "disbursed_thb", "committed_thb"),
    *("disbursed_pct", "disbursed_target_pct", "disbursed_gap_pp"),
    *("spent_pct", "spent_target_pct", "spent_gap_pp", "target_state", "target_source", "basis"),
)
COURSE = (
    *("month_no", "measure", "actual_thb", "allocated_thb", "actual_pct", "target_pct", "gap_pp"),
    *("target_state", "year_target_pct", "target_source", "as_of_on"),
)
RANKS = ("area", "measure", "value_pct", "rank", "ranked_count", "allocated_thb", "basis")
CUTS = (
    *("project", "requested_thb", "allocated_thb", "allocated_pct", "cut_reason", "priority"),
    *("area", "plan"),
)
PER_HEAD = (
    *("denominator", "allocated_per_unit_thb", "disbursed_per_unit_thb"),
    *("denominator_count", "denominator_year_be", "allocated_thb", "members_counted"),
)
PARTS = ("divided_by", "top_name", "top_share_pct", "effective_count", "herfindahl", "part_count")
ACROSS = (
    *("area", "allocated_thb", "share_pct", "disbursed_pct", "project_count"),
    *("cross_province_count", "cross_province_thb"),
)
DAYS = (
    *("area", "median_days", "longest_days", "paid_count", "approved_count"),
    *("waiting_count", "waiting_median_days", "out_of_order_count"),
)
ALIGNED = (
    *("area", "aligned_pct", "aligned_allocated_thb", "all_allocated_thb"),
    *("issue_allocated_thb", "all_project_count"),
)
TYPES = ("all", "current", "capital")

scope = current_scope()
funds = data.get("disbursement_by_source", scope)
own = funds[(funds["fund"] == "year") & (funds["spending_type"] == "all")]
areas = own.sort_values("allocated_thb", ascending=False)["area_code"].drop_duplicates()
# Funds are compared within one area; of several, the one with the largest budget is shown.
focus = scope if len(areas) < 2 else replace(scope, province=areas.iloc[0])
each = replace(scope, group=None, province=None, district=None, strategic_issue=None, plan=None)
chosen = frozenset({focus.province}) if focus.province else names.members(scope.group or "")


def of_newest_year(frame):
    return frame if frame.empty else frame[frame["fiscal_year"] == frame["fiscal_year"].max()]


def draw_notes(frame):
    if focus != scope:
        st.info(tr("treasury.page.focus", area=names.area(focus.province)))
    if not frame.empty and frame["delayed_budget"].any():
        st.warning(tr("treasury.page.delayed", year=int(frame["fiscal_year"].iloc[0])))


def draw_funds(frame):
    # Types are told apart for the year's own money; of each fund its whole is enough.
    shown = frame[(frame["spending_type"] == "all") | (frame["fund"] == "year")]
    clicked = panel(
        "disbursement_by_source",
        treasury.by_source,
        headline=sentences.by_source,
        forms=MONEY,
        scope=focus,
        frame=shown,
        columns=FUNDS,
        selectable=True,
    )
    st.caption(tr("treasury.page.carry_over"))
    if clicked:
        sitemap.open_page("budget", **({"province": focus.province} if focus.province else {}))


def draw_course():
    kind = st.segmented_control(
        tr("treasury.page.spending_type"),
        TYPES,
        format_func=lambda code: tr(f"codes.spending_type.{code}"),
        default=TYPES[0],
        required=True,
        label_visibility="collapsed",
    )
    course = of_newest_year(data.get("spent_against_target", replace(focus, quarter=None)))
    course = course[course["spending_type"] == kind]
    panel(
        "spent_against_target",
        treasury_course.over_months,
        headline=sentences.over_months,
        forms=MONEY,
        scope=replace(focus, quarter=None),
        frame=course,
        columns=COURSE,
    )
    draw_projection(course)


def draw_projection(course):
    known = course.dropna(subset=["projection_pct"])
    if len(known):
        row = known.iloc[-1]
        value = percent(row["projection_pct"], 1, current())
        said = tr("treasury.page.projection", value=value, source=row["target_source"])
        st.caption(safe_md(said))


def draw_ranks():
    ranks = data.get("disbursement_rank", each)
    overall = ranks[(ranks["fund"] == "year") & (ranks["spending_type"] == "all")]
    clicked = panel(
        "disbursement_rank",
        lambda frame, lang: treasury_course.rank_strip(frame, lang, chosen=chosen),
        headline=lambda frame, lang: sentences.rank(frame, lang, chosen=chosen),
        forms=MONEY,
        scope=each,
        frame=overall,
        columns=RANKS,
        selectable=True,
    )
    printed = ranks[(ranks["fund"] == "province") & ranks["area_code"].isin(chosen)]
    printed = printed[printed["measure"] == "disbursed"]["printed_rank"].dropna()
    if len(chosen) == 1 and len(printed):
        st.caption(tr("treasury.headline.printed", rank=int(printed.iloc[0])))
    if clicked:
        drill.narrow("treasury", **sitemap.area_codes(clicked[0]))


def request_year():
    """The year asked for, else the newest one with requests: they run ahead of the money."""
    years = data.get("budget_request_vs_allocation", replace(focus, fiscal_year=None))
    known = years[years["decided_count"] > 0]["fiscal_year"]
    if scope.fiscal_year in set(years["fiscal_year"]) or known.empty:
        return scope.fiscal_year
    return int(known.max())


def draw_requests():
    asked_of = replace(focus, fiscal_year=request_year())
    asked = data.get("budget_request_vs_allocation", asked_of)
    by = "plan" if asked["area_code"].nunique() < 2 else "area"
    left, right = st.columns(2)
    with left:
        panel(
            "budget_request_vs_allocation",
            lambda frame, lang: treasury.requests(summed_by(frame, by), lang),
            headline=sentences.requests,
            forms=REQUESTS,
            scope=asked_of,
        )
    with right:
        table("budget_request_cuts", sentences.cuts, CUTS, REQUESTS, asked_of)


def summed_by(frame, by):
    amounts = ["requested_thb", "decided_requested_thb", "allocated_thb", "decided_count"]
    summed = frame.groupby(by, sort=False, dropna=False)[amounts].sum().reset_index()
    share = 100 * summed["allocated_thb"] / summed["decided_requested_thb"].replace(0, float("nan"))
    return summed.assign(name=summed[by], allocated_pct=share)


def draw_spread():
    # The group's other provinces belong to the answer, so the province alone is not asked for.
    group = scope.group or names.group_of(focus.province)
    across = replace(focus, group=group, province=None, district=None)
    left, right = st.columns(2)
    with left:
        table("budget_concentration", sentences.concentration, PARTS, PROJECTS, focus)
    with right:
        table("group_spending_by_province", sentences.across_group, ACROSS, PROJECTS, across)


def draw_flow():
    left, right = st.columns(2)
    with left:
        forms = ("strategy", "kpi_targets", "projects")
        table("strategy_alignment", sentences.aligned, ALIGNED, forms, focus)
    with right:
        table("time_to_disburse", sentences.days, DAYS, ("project_steps",), focus)


def table(metric, headline, columns, forms, of_scope):
    newest = data.get(metric, of_scope)
    newest = of_newest_year(newest) if "fiscal_year" in newest else newest
    about = {"headline": headline, "columns": columns, "forms": forms, "scope": of_scope}
    table_panel(metric, frame=newest, **about)


SECTIONS = {"requests": draw_requests, "spread": draw_spread, "flow": draw_flow}

shown = of_newest_year(data.get("disbursement_by_source", focus))
draw_notes(shown)
left, right = st.columns(2)
with left:
    draw_funds(shown)
    draw_ranks()
with right:
    draw_course()
    table("money_per_head", sentences.per_head, PER_HEAD, (*MONEY, "area_profile"), focus)
section = st.segmented_control(
    tr("treasury.page.sections"),
    list(SECTIONS),
    format_func=lambda code: tr(f"treasury.section.{code}"),
    default="requests",
    required=True,
    label_visibility="collapsed",
)
SECTIONS[section]()
