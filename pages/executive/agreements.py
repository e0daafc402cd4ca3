"""Agreements: who answers to whom, with what score, and which indicators are behind it."""

from functools import partial

import streamlit as st

from charts import agreements
from charts.headlines import evaluation as sentences
from charts.scores import MODES
from ui import data
from ui.evaluation import chosen_mode, reasons_told
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel
from ui.strategy import of_one_area

FORMS = ("agreements", "kpi_results")
ITEMS = (
    *("kpi", "weight_pct", "score_band", "score", "self_score", "score_difference", "actual"),
    *("unit", "thresholds", "unscored_reason", "result_source"),
)

scope = current_scope()


def draw_cascade(scores, chosen):
    clicked = panel(
        "agreement_scores",
        partial(agreements.cascade, mode=mode, chosen=chosen),
        headline=partial(sentences.cascade, mode=mode),
        frame=scores,
        columns=(
            *("role", "signer", "superior", f"band_{mode}", f"score_{mode}", "self_score"),
            *("weight_total_pct", "coverage_pct", "kpi_count", "scored_count", "low_count"),
            *("is_whole", "superior_state", "unscored_reason"),
        ),
        forms=FORMS,
        selectable=True,
    )
    st.caption(tr("evaluation.page.whose"))
    return clicked and clicked[0]


def draw_items(area, signer_key):
    rows = data.get("agreement_items", scope)
    rows = rows[(rows["area_code"] == area) & (rows["signer_key"] == signer_key)]
    shown = {"frame": reasons_told(rows), "columns": ITEMS, "forms": FORMS}
    table_panel("agreement_items", headline=sentences.agreed, **shown)


scores = data.get("agreement_scores", scope)
if scores.empty:
    first = partial(sentences.cascade, mode=MODES[0])
    panel("agreement_scores", agreements.cascade, headline=first, forms=("agreements",))
else:
    mode = chosen_mode()
    scores = of_one_area(scores, scope, "evaluation.page.focus")
    keys = list(scores["signer_key"])
    asked = st.session_state.get("evaluation.signer")
    chosen = asked if asked in keys else keys[0]
    clicked = draw_cascade(scores, chosen)
    if clicked and clicked != chosen:
        st.session_state["evaluation.signer"] = clicked
        st.rerun()
    draw_items(scores["area_code"].iloc[0], chosen)
