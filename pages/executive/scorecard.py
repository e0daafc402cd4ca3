"""Scorecard: the score of each dimension against last year's, and what would raise the total."""

from dataclasses import replace
from functools import partial

import streamlit as st

from charts import scorecard
from charts.headlines import evaluation as sentences
from charts.scores import MODES
from ui import data, drill, sitemap
from ui.evaluation import chosen_mode, reasons_told
from ui.filters import current_scope
from ui.language import current, tr
from ui.panel import panel, table_panel
from ui.strategy import of_one_area
from ui.text import safe_md

FORMS = ("evaluation_framework", "agreements", "kpi_results")
ITEMS = (
    *("item_no", "item", "kpi", "weight_pct", "score_band", "score", "actual", "unit"),
    *("thresholds", "unscored_reason", "result_source"),
)
CHANGES = ("comparison", "number", "item", "last_item", "score", "last_score", "change")
WHAT_IF = ("kpi", "weight_pct", "score", "score_if_reached", "target_basis")

scope = current_scope()


def draw_areas(totals):
    clicked = panel(
        "evaluation_totals",
        partial(scorecard.areas, mode=mode),
        headline=partial(sentences.areas, mode=mode),
        frame=totals,
        forms=FORMS,
        key="areas",
        selectable=True,
    )
    if clicked:
        drill.narrow("scorecard", **sitemap.area_codes(clicked[0]))


def draw_scorecard(totals):
    whole = totals.iloc[0]
    if whole["is_whole"] is False:
        weight = f"{whole['weight_total_pct']:g}"
        st.warning(safe_md(tr("evaluation.page.not_whole", weight=weight)))
    last_year = data.get("evaluation_totals", earlier)
    last_year = last_year[last_year["area_code"] == whole["area_code"]]
    clicked = panel(
        "evaluation_totals",
        lambda frame, lang: scorecard.scorecard(frame, last_year, lang, mode=mode),
        headline=partial(sentences.total, mode=mode),
        frame=totals,
        columns=(
            *("rollup_level", "number", "title", f"band_{mode}", f"score_{mode}"),
            *("weight_total_pct", "scored_weight_pct", "coverage_pct", "scored_count"),
            *("line_count", "unscored_reason"),
        ),
        forms=FORMS,
        selectable=True,
    )
    st.caption(tr("evaluation.page.how"))
    st.caption(safe_md(sentences.reward(totals, current())))
    return clicked and clicked[0]


def draw_what_if(area):
    rows = data.get("evaluation_what_if", scope)
    rows = rows[rows["area_code"] == area]
    if rows.empty:
        st.info(tr("evaluation.page.no_what_if"))
        return
    chosen = st.session_state.get("evaluation.what_if")
    clicked = panel(
        "evaluation_what_if",
        partial(scorecard.gains, mode=mode, chosen=chosen),
        headline=partial(sentences.gains, mode=mode, chosen=chosen),
        frame=rows,
        columns=(*WHAT_IF, f"total_{mode}", f"total_{mode}_if", f"gain_{mode}"),
        forms=FORMS,
        selectable=True,
    )
    if clicked and clicked[0] != chosen:
        st.session_state["evaluation.what_if"] = clicked[0]
        st.rerun()


def draw_items(area, dimension_key):
    rows = data.get("evaluation_items", scope)
    rows = rows[rows["area_code"] == area]
    if dimension_key:
        rows = rows[rows["dimension_key"] == dimension_key]
    quarters = rows["quarter"].dropna()
    if not quarters.empty:
        st.info(tr("evaluation.page.in_year", quarter=int(quarters.min())))
    left_out = "item" if rows["kpi"].notna().all() else "kpi"
    table_panel(
        "evaluation_items",
        headline=sentences.items,
        frame=reasons_told(rows),
        columns=[column for column in ITEMS if column != left_out],
        forms=FORMS,
    )


def draw_change(area):
    rows = data.get("evaluation_change", scope)
    rows = rows[rows["area_code"] == area]
    if rows.empty:
        st.caption(tr("evaluation.page.no_last_year"))
        return
    table_panel(
        "evaluation_change", headline=sentences.change, frame=rows, columns=CHANGES, forms=FORMS
    )


totals = data.get("evaluation_totals", scope)
earlier = replace(scope, fiscal_year=scope.fiscal_year and scope.fiscal_year - 1)
if totals.empty:
    first = partial(sentences.total, mode=MODES[0])
    panel("evaluation_totals", scorecard.areas, headline=first, forms=("evaluation_framework",))
else:
    mode = chosen_mode()
    if totals["area_code"].nunique() > 1:
        draw_areas(totals)
    one = of_one_area(totals, scope, "evaluation.page.focus")
    area = one["area_code"].iloc[0]
    left, right = st.columns([5, 3])
    with left:
        dimension = draw_scorecard(one)
    with right:
        draw_what_if(area)
    draw_items(area, dimension)
    draw_change(area)
