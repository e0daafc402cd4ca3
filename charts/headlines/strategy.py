"""Sentences about the plan and the policies: what is off, where, and what is missing."""

import pandas as pd

from charts.labels import clipped, money
from charts.plan_tree import kinds_beside
from i18n import t
from thai.format import number, percent

_NAME = 60
_OFF = ("critical_count", "at_risk_count")


def issues(nodes: pd.DataFrame, lang: str) -> str:
    """How many indicators are off and under which issue most of them are; gaps when none is."""
    found = nodes[nodes["node_type"] == "strategic_issue"]
    off = found[list(_OFF)].sum(axis=1)
    if not off.sum():
        lacking = int((found["indicator_count"] == 0).sum())
        key = "none_measured" if lacking == len(found) else "none_off"
        return t(f"strategy.headline.{key}", lang, total=len(found), lacking=lacking)
    return t(
        "strategy.headline.off",
        lang,
        count=int(off.sum()),
        total=int(found["indicator_count"].sum()),
        issue=clipped(found.loc[off.idxmax(), "title"], _NAME),
    )


def others(nodes: pd.DataFrame, lang: str) -> str:
    """How many themes, missions and objectives have no indicator; of groups and plans, no project."""
    kinds = kinds_beside(nodes)
    found = nodes[nodes["node_type"].isin(kinds)]
    statements = found["indicator_gap"] == "statement_without_indicator"
    tops = found[~_is_statement(found)]
    if "mission_group" in kinds:
        lacking = int((tops["project_count"] == 0).sum())
        return t("strategy.headline.without_project", lang, count=lacking, total=len(tops))
    lacking = int((tops["indicator_count"] == 0).sum())
    said = t(
        f"strategy.headline.{'lacking' if lacking else 'all_measured'}",
        lang,
        count=lacking,
        total=len(tops),
    )
    if not statements.any():
        return said
    return said + t("strategy.headline.statements", lang, count=int(statements.sum()))


def aligned(alignment: pd.DataFrame, lang: str) -> str:
    """The part of all money that falls under issues with indicators."""
    row = alignment.iloc[0]
    return t(
        "strategy.headline.aligned",
        lang,
        share=percent(row["aligned_pct"], 1, lang),
        part=money(row["aligned_allocated_thb"], lang),
        total=money(row["all_allocated_thb"], lang),
    )


def flow(rows: pd.DataFrame, lang: str) -> str:
    """Where the largest part of the money runs, or that no project says."""
    told = rows[(rows["told_by"] == "projects") & rows["allocated_thb"].notna()]
    if told.empty:
        return t("strategy.headline.no_money", lang)
    known = told.dropna(subset=["strategic_issue"])
    by_issue = known.groupby("strategic_issue")["allocated_thb"].sum()
    if by_issue.empty:
        return t("strategy.headline.no_issue", lang, total=money(told["allocated_thb"].sum(), lang))
    total = float(told["allocated_thb"].sum())
    return t(
        "strategy.headline.flow",
        lang,
        issue=clipped(by_issue.idxmax(), _NAME),
        share=percent(100 * float(by_issue.max()) / total, 1, lang),
        total=money(total, lang),
    )


def paths(rows: pd.DataFrame, lang: str) -> str:
    """How many ways the money of the rows takes, its projects and its sum."""
    return t(
        "strategy.headline.paths",
        lang,
        count=len(rows),
        projects=number(rows["project_count"].sum(), 0, lang),
        money=money(rows["allocated_thb"].sum(min_count=1), lang),
    )


def indicators(rows: pd.DataFrame, lang: str) -> str:
    """How many indicators a node has and how many are off."""
    off = int(rows["status"].isin(("critical", "at_risk")).sum())
    return t("strategy.headline.indicators", lang, total=len(rows), off=off)


def projects(rows: pd.DataFrame, lang: str) -> str:
    """How many projects a node has and their money."""
    return t(
        "strategy.headline.projects",
        lang,
        total=number(len(rows), 0, lang),
        money=money(rows["allocated_thb"].sum(min_count=1), lang),
    )


def versions(rows: pd.DataFrame, lang: str) -> str:
    """What a revision added, took out and changed."""
    counts = rows["difference"].value_counts()
    said = {kind: int(counts.get(kind, 0)) for kind in ("added", "removed", "changed", "moved")}
    return t("strategy.headline.versions", lang, **said)


def unmatched(rows: pd.DataFrame, lang: str) -> str:
    """How many names no strategy holds, and the first with the name it may mean."""
    row = rows.iloc[0]
    return t(
        "strategy.headline.unmatched",
        lang,
        count=len(rows),
        name=clipped(row["name"], 40),
        nearest=clipped(row["nearest"], 40),
    )


def policies(rows: pd.DataFrame, lang: str) -> str:
    """How many policies nothing serves, and the money that serves any, counted once."""
    tops = rows[~rows["is_point"]]
    empty = int((tops["policy_gap"] == "nothing").sum())
    key = "policies" if empty else "policies_served"
    return t(
        f"strategy.headline.{key}",
        lang,
        empty=empty,
        total=len(tops),
        money=money(tops["all_allocated_thb"].iloc[0], lang),
        projects=number(tops["all_project_count"].iloc[0], 0, lang),
    )


def coverage(rows: pd.DataFrame, lang: str) -> str:
    """How many cells of policy and issue are empty."""
    cells = rows.dropna(subset=["issue_key"])
    empty = int(((cells["indicator_count"] == 0) & (cells["project_count"] == 0)).sum())
    return t("strategy.headline.coverage", lang, empty=empty, total=len(cells))


def points(rows: pd.DataFrame, lang: str) -> str:
    """How many points of a policy have work of their own."""
    served = int(((rows["indicator_count"] > 0) | (rows["project_count"] > 0)).sum())
    return t("strategy.headline.points", lang, served=served, total=len(rows))


def _is_statement(found: pd.DataFrame) -> pd.Series:
    """Which definitions stand under another one."""
    themes = found.loc[found["node_type"] == "definition", "node_code"]
    return found["parent_code"].isin(set(themes))
