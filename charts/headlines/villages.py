"""Sentences about the quality of community plans."""

import pandas as pd

from charts.criteria import criterion_name, failures
from charts.grades import added_by_year
from charts.labels import clipped
from i18n import t
from thai.format import number, percent, points

_OF_A = ["area_code", "fiscal_year", "village_count", "total_count", "change_pp"]


def share_of_a(trend: pd.DataFrame, lang: str) -> str:
    """Grade A of all areas in the newest year, and the change since the year before.

    Shares are recomputed from the villages of all areas, never averaged; the change only counts
    areas assessed in both years.
    """
    newest = int(trend["fiscal_year"].max())
    rows = trend[(trend["fiscal_year"] == newest) & (trend["grade"] == "A")]
    said = {
        "year": newest,
        "share": percent(_share(rows), 1, lang),
        "villages": number(rows["village_count"].sum(), 0, lang),
        "total": number(rows["total_count"].sum(), 0, lang),
    }
    change = change_of_a(trend)
    if change is None:
        return t("headlines.villages.share", lang, **said)
    key = "up" if change > 0 else "down" if change < 0 else "same"
    gap = points(abs(change), 1, lang).removeprefix("+")
    return t(f"headlines.villages.{key}", lang, change=gap, **said)


def change_of_a(trend: pd.DataFrame) -> float | None:
    """Points by which the share of A moved since the year before, over areas seen in both years."""
    newest = int(trend["fiscal_year"].max())
    rows = trend.loc[trend["grade"] == "A", _OF_A]
    seen = rows.loc[(rows["fiscal_year"] == newest) & rows["change_pp"].notna(), "area_code"]
    kept = rows[rows["area_code"].isin(seen)]
    now, before = (_share(kept[kept["fiscal_year"] == year]) for year in (newest, newest - 1))
    return None if now is None or before is None else now - before


def extremes(grades: pd.DataFrame, lang: str) -> str:
    """The area with the largest and the one with the smallest share of A; one area's own share."""
    label = "district" if "district" in grades else "area"
    rows = grades[grades["grade"] == "A"].dropna(subset=["share_pct"])
    rows = rows.sort_values("share_pct", kind="stable")
    if rows.empty:
        return t("headlines.villages.none", lang)
    low, high = rows.iloc[0], rows.iloc[-1]
    if len(rows) == 1:
        share = percent(low["share_pct"], 1, lang)
        return t("headlines.villages.only", lang, area=clipped(low[label], 24), share=share)
    return t(
        "headlines.villages.extremes",
        lang,
        high=clipped(high[label], 24),
        high_share=percent(high["share_pct"], 1, lang),
        low=clipped(low[label], 24),
        low_share=percent(low["share_pct"], 1, lang),
    )


def hardest_criterion(met: pd.DataFrame, lang: str) -> str:
    """The criterion that most villages fail."""
    row = failures(met)[0]
    if not row["failed_count"]:
        return t("headlines.villages.all_met", lang)
    return t(
        "headlines.villages.hardest",
        lang,
        criterion=criterion_name(row, lang),
        villages=number(row["failed_count"], 0, lang),
    )


def near_misses(villages: pd.DataFrame, lang: str) -> str:
    """How many villages lack one criterion, and which it is for most of them."""
    counts = villages["criterion_key"].value_counts()
    return t(
        "headlines.villages.near_miss",
        lang,
        villages=number(len(villages), 0, lang),
        criterion=criterion_name({"criterion_key": counts.index[0]}, lang),
        count=number(int(counts.iloc[0]), 0, lang),
    )


def over_years(trend: pd.DataFrame, lang: str) -> str:
    """The share of A in the first and in the newest year that can be compared."""
    rows = added_by_year(trend)
    rows = rows[rows["grade"] == "A"].sort_values("fiscal_year").to_dict("records")
    first, last = rows[0], rows[-1]
    if len(rows) == 1:
        return share_of_a(trend, lang)
    return t(
        "headlines.villages.years",
        lang,
        first=int(first["fiscal_year"]),
        first_share=percent(first["share_pct"], 1, lang),
        last=int(last["fiscal_year"]),
        last_share=percent(last["share_pct"], 1, lang),
    )


def coverage(grades: pd.DataFrame, lang: str) -> str:
    """Villages assessed of those registered, added over the areas whose number is known."""
    per_area = grades.drop_duplicates(["area_code", "fiscal_year"])
    known = per_area.dropna(subset=["registered_count"])
    if known.empty:
        assessed = number(per_area["total_count"].sum(), 0, lang)
        return t("headlines.villages.coverage_unknown", lang, assessed=assessed)
    assessed, registered = known["total_count"].sum(), known["registered_count"].sum()
    return t(
        "headlines.villages.coverage",
        lang,
        assessed=number(assessed, 0, lang),
        registered=number(registered, 0, lang),
        share=percent(100 * assessed / registered, 1, lang),
    )


def _share(rows: pd.DataFrame) -> float | None:
    total = rows["total_count"].sum()
    return 100 * float(rows["village_count"].sum()) / float(total) if total else None
