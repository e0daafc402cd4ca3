"""Data quality: how good each agency's data are, their course, and the commonest mistakes."""

from dataclasses import replace

import streamlit as st

from charts import quality as figures
from charts.headlines import sending as sentences
from ui import data, quality, sitemap
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel


def draw_mistakes(scope):
    kinds = data.get("frequent_mistakes", scope)
    if kinds.empty:
        # Where nothing was sent, nothing was found either; the panel above says so.
        if not agencies.empty:
            st.success(tr("quality.empty_mistakes"), icon=":material/check_circle:")
        return
    kinds = quality.titled(kinds)
    clicked = panel(
        "frequent_mistakes",
        figures.mistakes,
        headline=sentences.commonest,
        scope=scope,
        frame=kinds,
        columns=("title", "severity", "finding_count", "share_pct", "file_count", "agencies"),
        selectable=True,
    )
    code = quality.draw_guidance(kinds) or (clicked and clicked[0])
    if code:
        quality.draw_cells(scope, code)


scope = current_scope()
st.caption(tr("quality.how"))
agencies = quality.worst_first(data.get("data_quality_by_agency", scope))
panel(
    "data_quality_by_agency",
    lambda frame, lang: figures.four_bars(frame.head(quality.MOST_AGENCIES), lang),
    headline=sentences.weakest,
    scope=scope,
    frame=agencies,
)
if len(agencies) > quality.MOST_AGENCIES:
    st.caption(tr("quality.shown", count=quality.MOST_AGENCIES, total=len(agencies)))
ever = replace(scope, fiscal_year=None, quarter=None)
periods = data.get("data_quality_over_time", ever)
panel(
    "data_quality_over_time",
    figures.trend,
    headline=sentences.latest,
    scope=ever,
    frame=periods[periods["due_count"] > 0],
)
draw_mistakes(scope)
sitemap.link("rounds")
