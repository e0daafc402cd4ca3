"""Sentences about risks."""

import pandas as pd

from charts.labels import clipped
from i18n import t


def unanswered(red: pd.DataFrame, lang: str) -> str:
    """How many of the red indicators have neither an open risk nor an open decision."""
    left = red[red["answered_by"] == "nothing"]
    if left.empty:
        return t("risks.headline.all_answered", lang, total=len(red))
    said = {"count": len(left), "total": len(red), "kpi": clipped(left["kpi"].iloc[0], 44)}
    return t("risks.headline.unanswered", lang, **said)


def standing(risks: pd.DataFrame, lang: str) -> str:
    """How many open risks there are, how many of them high, in the newest quarter."""
    total = int(risks["risk_count"].sum())
    high = int(risks.loc[risks["risk_level"].isin(["high", "very_high"]), "risk_count"].sum())
    newest = risks.sort_values(["fiscal_year", "quarter"]).iloc[-1]
    period = {"year": int(newest["fiscal_year"])}
    if pd.isna(newest["quarter"]):
        return t("risks.headline.standing_year", lang, total=total, high=high, **period)
    quarter = int(newest["quarter"])
    return t("risks.headline.standing", lang, total=total, high=high, quarter=quarter, **period)


def movement(risks: pd.DataFrame, lang: str) -> str:
    """How many rose, fell, came and went since the quarter before, and reviews overdue."""
    moved = risks["risk_movement"].value_counts()
    counts = {key: int(moved.get(key, 0)) for key in ("up", "down", "new", "closed")}
    overdue = int(risks["review_overdue_days"].notna().sum())
    if risks["risk_movement"].notna().sum() == 0:
        return t("risks.headline.no_quarter_before", lang, total=len(risks), overdue=overdue)
    return t("risks.headline.movement", lang, overdue=overdue, **counts)
