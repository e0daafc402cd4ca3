"""What every figure means, from the headers of the metrics."""

import pandas as pd
import streamlit as st

from metrics import catalogue
from metrics.catalogue import Metric
from ui import language, metric_groups, sitemap, table
from ui.language import tr
from ui.text import safe_md

_PARAMETER = "metric"
_LIST_PX = 700


def draw() -> None:
    """A search, the metrics by group on the left, the chosen one in full on the right."""
    left, right = st.columns([1, 2.4], gap="large")
    with left:
        text = st.text_input(
            tr("definitions.search"),
            placeholder=tr("definitions.search_how"),
            icon=":material/search:",
            key="definitions.search",
        )
        found = metric_groups.matching(text)
        names = [name for members in found.values() for name in members]
        asked = st.query_params.get(_PARAMETER)
        chosen = asked if asked in names else next(iter(names), None)
        # As tall as a metric usually is: the list scrolls beside it, not the page.
        with st.container(gap=None, height=_LIST_PX):
            for group, members in found.items():
                st.caption(tr(f"explore.group.{group}"))
                for name in members:
                    _draw_entry(name, chosen=name == chosen)
    with right:
        if chosen is None:
            st.info(tr("definitions.nothing", text=safe_md(text)))
        else:
            draw_metric(catalogue.describe(chosen))


def draw_metric(metric: Metric) -> None:
    """Grain, source, filters, columns, notes and SQL of one metric."""
    lang = language.current()
    english = lang == "en"
    st.subheader(safe_md(metric.title_en if english else metric.title_th), anchor=False)
    st.text(metric.grain_en if english else metric.grain_th)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{tr('definitions.source')}: {safe_md(metric.source)}", width="stretch")
        sitemap.link("explore", tr("definitions.explore"), metric=metric.name)
    st.dataframe(
        pd.DataFrame(
            [
                {
                    "title": column.title_en if english else column.title_th,
                    "unit": table.unit(column.unit, lang),
                    "text": column.text(lang),
                    "name": column.name,
                }
                for column in metric.columns
            ]
        ),
        hide_index=True,
        height="content",
        column_config={
            "title": st.column_config.TextColumn(tr("panel.meaning.column"), width=190),
            "unit": st.column_config.TextColumn(tr("definitions.unit"), width=80),
            "text": st.column_config.TextColumn(tr("panel.meaning.text"), width=400),
            "name": st.column_config.TextColumn(tr("definitions.name"), width=130),
        },
    )
    for note_th, note_en in metric.notes:
        st.text(f"• {note_en if english else note_th}")
    with st.expander(tr("panel.meaning.sql")):
        st.code(metric.sql, language="sql")


def _draw_entry(name: str, *, chosen: bool) -> None:
    st.button(
        safe_md(metric_groups.title(name, language.current())),
        key=f"definitions.{name}",
        type="primary" if chosen else "tertiary",
        on_click=_choose,
        args=(name,),
    )


def _choose(name: str) -> None:
    st.query_params[_PARAMETER] = name
