"""Sentences about money: which plan gets most, what is spent, how far from the official target."""

import pandas as pd

from charts.labels import clipped, is_missing
from i18n import t
from thai.calendar import quarter_label
from thai.format import million_baht, percent, points

_NAME = 46


def largest_plan(budget: pd.DataFrame, lang: str) -> str:
    """The plan with the largest share of the whole budget."""
    row = budget.sort_values("budget_thb", ascending=False, kind="stable").iloc[0]
    return t(
        "headlines.budget.largest",
        lang,
        plan=clipped(row["plan"], _NAME),
        share=percent(row["share_pct_display"], 2, lang),
        total=million_baht(row["total_thb"], lang),
    )


def money_against_projects(budget: pd.DataFrame, lang: str) -> str:
    """The plan whose share of the money lies farthest from its share of the projects."""
    known = budget.dropna(subset=["share_pct", "share_of_projects_pct"])
    if known.empty:
        return t("headlines.budget.no_projects", lang)
    distance = (known["share_pct"] - known["share_of_projects_pct"]).abs()
    row = known.loc[distance.idxmax()]
    return t(
        "headlines.budget.money_projects",
        lang,
        plan=clipped(row["plan"], _NAME),
        money=percent(row["share_pct"], 1, lang),
        projects=percent(row["share_of_projects_pct"], 1, lang),
    )


def spent(spending: pd.DataFrame, lang: str) -> str:
    """Disbursed of all areas by the newest quarter and its gap to the official target."""
    rows = newest_quarter(spending)
    allocated, disbursed = rows["allocated_thb"].sum(), rows["disbursed_thb"].sum()
    first = rows.iloc[0]
    period = quarter_label(int(first["fiscal_year"]), int(first["quarter"]), lang)
    share = 100 * float(disbursed) / float(allocated) if allocated else None
    said = {"period": period, "share": percent(share, 1, lang), "gap": ""}
    if is_missing(first["target_pct"]) or share is None:
        return t("headlines.spending.no_target", lang, **said)
    gap = share - float(first["target_pct"])
    said["gap"] = points(abs(gap), 1, lang).removeprefix("+")
    key = "ahead" if gap >= 0 else "behind"
    return t(f"headlines.spending.{key}", lang, **said)


def slowest_plan(spending: pd.DataFrame, lang: str) -> str:
    """The plan that has spent the smallest part of its money by the newest quarter."""
    rows = newest_quarter(spending).dropna(subset=["disbursed_pct"])
    row = rows.sort_values("disbursed_pct", kind="stable").iloc[0]
    return t(
        "headlines.spending.slowest",
        lang,
        plan=clipped(row["plan"], _NAME),
        share=percent(row["disbursed_pct"], 1, lang),
    )


def spending_spread(spending: pd.DataFrame, lang: str) -> str:
    """Which area has spent most of its money and which least."""
    rows = newest_quarter(spending).dropna(subset=["disbursed_pct"])
    rows = rows.sort_values("disbursed_pct", kind="stable")
    low, high = rows.iloc[0], rows.iloc[-1]
    return t(
        "headlines.spending.spread",
        lang,
        high=clipped(high["area"], 30),
        high_share=percent(high["disbursed_pct"], 1, lang),
        low=clipped(low["area"], 30),
        low_share=percent(low["disbursed_pct"], 1, lang),
    )


def projection(spending: pd.DataFrame, lang: str) -> str | None:
    """What the projection of the newest quarter is and is not; None when there is none."""
    known = spending.dropna(subset=["projection_pct"])
    if known.empty:
        return None
    row = known.sort_values(["fiscal_year", "quarter"]).iloc[-1]
    shown = percent(row["projection_pct"], 1, lang)
    return t("headlines.spending.projection", lang, value=shown, source=row["target_source"])


def newest_quarter(spending: pd.DataFrame) -> pd.DataFrame:
    """The rows of the newest quarter that any area reported; the row labels stay."""
    reported = spending.dropna(subset=["disbursed_pct"])
    rows = spending if reported.empty else reported
    newest = rows.sort_values(["fiscal_year", "quarter"]).iloc[-1]
    same = (rows["fiscal_year"] == newest["fiscal_year"]) & (rows["quarter"] == newest["quarter"])
    return rows[same]
