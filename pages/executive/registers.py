"""Registers beside the plan: satisfaction, the data the province plans by, local heritage."""

import streamlit as st

from charts import registers
from charts.headlines import registers as sentences
from ui.panel import panel, table_panel

CATALOGUE = (
    *("freshness", "dataset", "owner", "frequency", "updated_on", "age_days", "data_quality"),
    *("source_kind", "area"),
)
HERITAGE = (
    *(
        "risk_level",
        "asset",
        "asset_kind",
        "youth_count",
        "change",
        "custodian",
        "district",
        "area",
    ),
)

left, right = st.columns(2)
with left:
    panel(
        "survey_results",
        registers.satisfaction,
        headline=sentences.satisfaction,
        forms=("surveys",),
    )
with right:
    table_panel(
        "cultural_heritage",
        headline=sentences.heritage,
        columns=HERITAGE,
        forms=("cultural_assets",),
    )
table_panel(
    "dataset_catalogue",
    headline=sentences.freshness,
    columns=CATALOGUE,
    forms=("datasets",),
)
