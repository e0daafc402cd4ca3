"""Sentences that set provinces beside each other."""

import pandas as pd

from charts.labels import clipped, is_missing
from charts.status import status_of
from charts.tiles import measured
from i18n import t
from thai.format import number, percent

_OFF = ("critical", "at_risk")
_NAMES_AT_MOST = 3


def most_off(standing: pd.DataFrame, lang: str) -> str:
    """The area with the most indicators critical or at risk."""
    off = standing[[status_of(code).code in _OFF for code in standing["status"]]]
    if off.empty:
        return t("headlines.areas.none_off", lang, total=standing["area"].nunique())
    counts = off["area"].value_counts()
    return t(
        "headlines.areas.most_off",
        lang,
        area=clipped(counts.index[0], 30),
        count=int(counts.iloc[0]),
        total=int((standing["area"] == counts.index[0]).sum()),
    )


def ranked(ranking: pd.DataFrame, lang: str, *, chosen: frozenset[str] = frozenset()) -> str:
    """Who leads one measure of `province_ranking`, and where the chosen provinces stand."""
    rows = ranking.dropna(subset=["rank"]).sort_values("rank", kind="stable")
    if rows.empty:
        return t("headlines.areas.unranked", lang)
    first = rows.iloc[0]
    said = {
        "measure": t(f"figures.measure.{first['measure']}", lang),
        "year": int(first["year"]),
        "area": clipped(first["area"], 30),
        "value": measured(first["value"], first["unit"], lang),
    }
    own = rows[rows["area_code"].isin(chosen)].head(_NAMES_AT_MOST)
    if own.empty:
        return t("headlines.areas.leads", lang, **said)
    places = " · ".join(
        t("headlines.areas.place", lang, area=clipped(row["area"], 24), rank=int(row["rank"]))
        for row in own.to_dict("records")
    )
    total = int(first["ranked_count"])
    return t("headlines.areas.leads_and", lang, places=places, total=total, **said)


def totals(product_rows: pd.DataFrame, price: str) -> pd.DataFrame:
    """Rows of `gross_provincial_product` for all sectors together at one price."""
    return product_rows[(product_rows["sector"] == "total") & (product_rows["price"] == price)]


def product(own: pd.DataFrame, each: pd.DataFrame, lang: str) -> str:
    """Provincial product of the newest year of the area asked for: size, growth and coverage.

    `own` is one area, whose sum the metric vouches for. Where it is none (the whole country, or a
    sum that is refused) only the number of provinces shown (`each`) is said, nothing added up.
    """
    known = own.dropna(subset=["value_thb"])
    if known.empty or known["area_code"].nunique() > 1:
        newest = int(each.dropna(subset=["value_thb"])["year"].max())
        return t("headlines.areas.product_each", lang, areas=each["area"].nunique(), year=newest)
    row = known.sort_values("year").iloc[-1]
    said = {
        "area": clipped(row["area"], 34),
        "year": int(row["year"]),
        "value": number(float(row["value_thb"]) / 1e9, 1, lang),
        "coverage": "",
    }
    if row["members_total"] > 1:
        counts = {"reporting": int(row["members_reporting"]), "total": int(row["members_total"])}
        said["coverage"] = t("headlines.areas.coverage", lang, **counts)
    if is_missing(row["growth_pct"]):
        return t("headlines.areas.product", lang, **said)
    key = "up" if row["growth_pct"] >= 0 else "down"
    growth = percent(abs(row["growth_pct"]), 1, lang)
    return t(f"headlines.areas.product_{key}", lang, growth=growth, **said)
