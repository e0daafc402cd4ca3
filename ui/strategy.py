"""What the pages about the plan and the policies share: whose plan, which version, which node."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from metrics.scope import Scope
from ui import data, names
from ui.language import tr
from ui.text import safe_md

_CLICKED = "strategy.clicked."


def of_one_area(frame: pd.DataFrame, scope: Scope, notice: str) -> pd.DataFrame:
    """The rows of one area, for a tree of several cannot be read: the group's own plan when a
    group is chosen, else the fullest; `notice` says whose it is. Row labels stay."""
    areas = frame["area_code"].value_counts()
    if len(areas) < 2:
        return frame
    chosen = scope.group if scope.group in areas.index else areas.sort_index().idxmax()
    st.info(safe_md(tr(notice, area=names.area(chosen))))
    return frame[frame["area_code"] == chosen]


def of_chosen_version(tree: pd.DataFrame) -> pd.DataFrame:
    """The rows of the version the reader chose; the one in force at first."""
    versions = tree.drop_duplicates("version_code")
    versions = versions.assign(decided_be=versions["revision_be"].fillna(versions["year_from_be"]))
    versions = versions.sort_values("decided_be")
    labels = {row["version_code"]: _version_label(row) for row in versions.to_dict("records")}
    shown = tree[tree["is_shown"]]["version_code"]
    first = shown.value_counts().idxmax() if len(shown) else list(labels)[-1]
    chosen = first
    if len(labels) > 1:
        chosen = st.selectbox(
            tr("strategy.page.version"),
            list(labels),
            format_func=labels.get,
            index=list(labels).index(first),
            key=f"strategy.version.{first}",
            label_visibility="collapsed",
        )
    return tree[tree["version_code"] == chosen]


def newest_click(clicks: Mapping[str, tuple | None]) -> tuple | None:
    """The `customdata` of the chart clicked in this run; None when none was.

    Every chart keeps its click over reruns, so only one that differs from the last run's counts.
    """
    newest = None
    for name, clicked in clicks.items():
        if clicked != st.session_state.get(_CLICKED + name):
            st.session_state[_CLICKED + name] = clicked
            newest = clicked or newest
    return newest


def of_node(scope: Scope, node: pd.Series) -> Scope:
    """The view narrowed to one node of a plan, and to its province when no area was chosen."""
    chosen = scope.group or scope.province or scope.district
    of_province = None if chosen or not node["area_code"].isdigit() else node["area_code"]
    return replace(scope, node=node["node_code"], province=of_province or scope.province)


def draw_name(node: pd.Series) -> None:
    """The name of a node, and under it the words of the document where they were corrected."""
    st.subheader(safe_md(node["title"]), anchor=False)
    if not pd.isna(node["original_title"]):
        st.caption(safe_md(tr("strategy.page.corrected", words=node["original_title"])))


def corrected_in(nodes: pd.DataFrame) -> tuple[str, ...]:
    """The column of the documents' words where any of the nodes was corrected, else none."""
    return ("original_title",) if nodes["original_title"].notna().any() else ()


def behind(metric: str, scope: Scope, node: pd.Series) -> pd.DataFrame:
    """The rows of `strategy_indicators` or `strategy_projects` of one node; `scope` is that of
    `of_node`, whose row labels stay."""
    frame = data.get(metric, scope)
    return frame[frame["version_code"] == node["version_code"]]


def _version_label(row: Mapping) -> str:
    years = {"from": int(row["year_from_be"]), "to": int(row["year_to_be"])}
    if pd.isna(row["revision_be"]):
        label = tr("strategy.page.original", **years)
    else:
        label = tr("strategy.page.revised", revision=int(row["revision_be"]), **years)
    return f"{label} {tr('strategy.page.in_force')}" if row["is_in_force"] else label
