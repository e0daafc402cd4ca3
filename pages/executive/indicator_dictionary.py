"""Indicator dictionary: what each indicator counts, how, and what it has yet to declare."""

from dataclasses import replace

import streamlit as st

from charts.headlines import definitions
from ui import data, indicator_card, names
from ui.filters import current_scope
from ui.language import current, tr
from ui.panel import custom_panel, table_panel
from ui.text import safe_md

LIST = (
    "completeness",
    "measurability",
    "kpi",
    "area",
    "missing_count",
    "last_value",
    "unit",
    "owner",
)
SEARCHED = ("kpi", "kpi_code", "owner", "definition", "formula", "data_source", "definition_id")
AGENCIES = ("owner", "indicator_count", "complete_count", "measurable_count", "untargeted_count")
VERSIONS = ("stated_at", "definition_version", "definition_from", "changed_attributes")
FORM = ("kpi_targets",)

scope = replace(current_scope(), fiscal_year=None, quarter=None)


def matching(frame, text):
    """The rows in whose texts every word of the search stands."""
    words = text.casefold().split()
    texts = frame[[*SEARCHED]].astype("string").fillna("").agg(" ".join, axis=1).str.casefold()
    return frame[[all(word in one for word in words) for one in texts]]


def attributes_in_words(frame, column):
    lang = current()
    words = [indicator_card.attribute_words(one, lang) for one in frame[column]]
    return frame.assign(**{column: words})


def of_one(metric, one):
    frame = data.get(metric, scope)
    same = (frame["kpi_code"] == one["kpi_code"]) & (frame["area_code"] == one["area_code"])
    return frame[same]


everything = data.get("kpi_dictionary", scope)
text = st.text_input(
    tr("semantics.dictionary.search"),
    placeholder=tr("semantics.dictionary.search_hint"),
    icon=":material/search:",
    key="indicator_dictionary.search",
    label_visibility="collapsed",
)
found = matching(everything, text) if text and not everything.empty else everything
if found.empty and text:
    st.info(safe_md(tr("semantics.dictionary.nothing", text=text)))
    found = everything

clicked = table_panel(
    "kpi_dictionary",
    headline=definitions.completeness,
    scope=scope,
    frame=found,
    columns=LIST,
    forms=FORM,
    selectable=True,
    height=280,
)
if clicked is not None:
    st.query_params["kpi"] = clicked["kpi_code"]

if not found.empty:
    listed = names.in_language(found)
    asked = listed[listed["kpi_code"] == st.query_params.get("kpi")]
    one = (listed if asked.empty else asked).iloc[0]
    custom_panel(
        "kpi_dictionary",
        lambda subject: indicator_card.draw(one),
        headline=lambda frame, lang: f"{one['kpi']} · {one['area']}",
        scope=scope,
        frame=found[found.index == one.name],
        forms=FORM,
        key="indicator_card",
    )
    left, right = st.columns(2)
    with left:
        table_panel(
            "kpi_definition_versions",
            headline=definitions.versions,
            scope=scope,
            frame=attributes_in_words(of_one("kpi_definition_versions", one), "changed_attributes"),
            columns=VERSIONS,
            forms=FORM,
        )
    with right:
        table_panel(
            "definitions_by_agency",
            headline=definitions.agencies,
            scope=scope,
            columns=AGENCIES,
            forms=FORM,
        )
