"""Indicators: every one with its status, and one of them in full."""

from dataclasses import replace

import streamlit as st

from charts import kpi_paths, kpi_quarters
from charts.headlines import definitions, forecasts, indicators
from charts.labels import is_missing
from ui import data, names
from ui.filters import current_scope
from ui.language import current, tr
from ui.panel import panel, table_panel
from ui.text import safe_md

LIST = ("status", "kpi", "area", "attainment_to_date_pct", "actual", "target", "unit", "trend")
TARGETS = (
    *("kpi", "area", "fiscal_year", "target", "target_total_text", "sum_of_targets"),
    *("compound_of_targets", "target_rule", "unit"),
)
RESULTS = (
    "fiscal_year",
    "target",
    "actual",
    "attainment_pct",
    "status",
    "is_provisional",
    "reason",
)
GROWTH = ("fiscal_year", "quarter", "value", "base_value", "growth_pct", "change_pp", "status")
HISTORY = ("fiscal_year", "quarter", "value_state", "value", "change", "published_at", "file")
ACROSS = (
    *("kpi", "value", "reason", "low", "median", "high", "unit"),
    *("reporting_count", "applicable_count"),
)

scope = current_scope()
all_years = replace(scope, fiscal_year=None, quarter=None)

clicked = table_panel(
    "kpi_overview",
    headline=indicators.counts,
    columns=LIST,
    forms=("kpi_results",),
    selectable=True,
    height=320,
)
listed = names.in_language(data.get("kpi_overview", scope))
if clicked is not None:
    st.query_params["kpi"] = clicked["kpi_code"]
asked = listed[listed["kpi_code"] == st.query_params.get("kpi")]
if not listed.empty:
    one = (listed if asked.empty else asked).iloc[0]
    st.subheader(safe_md(f"{one['kpi']} · {one['area']}"), anchor=False)
    if not is_missing(one["reason"]):
        reason = tr(f"codes.reason.{one['reason']}")
        st.caption(safe_md(tr("executive.indicators.why", reason=reason)))

    # Its province's figures hold it too: the whole country's of all years would be fetched for one.
    of_province = scope.group is None and scope.district is None and len(one["area_code"]) == 2
    if of_province and one["area_code"].isdigit():
        all_years = replace(all_years, province=one["area_code"])

    def of_one(metric, of_scope):
        frame = data.get(metric, of_scope)
        return frame[frame["kpi_code"] == one["kpi_code"]]

    targets = of_one("kpi_targets", all_years)
    results, growth = of_one("kpi_attainment", all_years), of_one("kpi_growth", scope)
    results = results[results["fiscal_year"] <= one["fiscal_year"]]
    history = of_one("kpi_value_history", all_years)
    history = history[history["version_count"] > 1]
    restated = history.loc[history["value_state"] == "restated", "fiscal_year"].unique().tolist()
    for outlook, metric in (
        (forecasts.indicator, "kpi_forecast"),
        (forecasts.pace, "required_run_rate"),
    ):
        rows = of_one(metric, scope)
        rows = rows[rows["fiscal_year"] == one["fiscal_year"]]
        if not rows.empty:
            st.caption(safe_md(outlook(rows.iloc[-1], current())))
    adds_up = not targets.empty and targets["unit_kind"].iloc[0] == "growth"
    columns = st.columns(3 if adds_up else 2)
    with columns[0]:
        panel(
            "kpi_attainment",
            lambda frame, lang: kpi_paths.target_path(targets, frame, lang, restated),
            headline=indicators.standing_of_one,
            scope=all_years,
            frame=results,
            columns=RESULTS,
            forms=("kpi_results",),
        )
    with columns[1]:
        panel(
            "kpi_growth",
            lambda frame, lang: kpi_quarters.quarters(frame.dropna(subset=["quarter"]), lang),
            headline=indicators.growth,
            frame=growth,
            columns=GROWTH,
            forms=("kpi_results",),
        )
    if adds_up:
        with columns[2]:
            panel(
                "kpi_targets",
                kpi_paths.cumulative_path,
                headline=indicators.total_target,
                scope=all_years,
                frame=targets,
                columns=TARGETS,
                forms=("kpi_targets",),
                key="one_target",
            )

    if not history.empty:
        table_panel(
            "kpi_value_history",
            headline=definitions.history,
            scope=all_years,
            frame=history,
            columns=HISTORY,
            forms=("kpi_results",),
            height=200,
        )

if scope.group and not scope.province:
    shared = data.get("kpi_across_areas", scope)
    if not shared.empty:
        table_panel(
            "kpi_across_areas",
            headline=definitions.across_areas,
            columns=ACROSS,
            forms=("kpi_results",),
        )

declared = data.get("kpi_targets", replace(scope, quarter=None))
for row in indicators.disputed(declared).to_dict("records"):
    last = declared[declared["kpi_code"] == row["kpi_code"]].sort_values("fiscal_year").iloc[-1]
    st.warning(safe_md(indicators.dispute(row, last["target"], current())))
panel_scope = replace(scope, quarter=None)
table_panel(
    "kpi_targets",
    headline=indicators.targets,
    scope=panel_scope,
    columns=TARGETS,
    forms=("kpi_targets",),
)
