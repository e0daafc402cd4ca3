"""Sentences about districts."""

import pandas as pd

from charts.labels import clipped, is_missing
from charts.risks import level_label
from i18n import t
from thai.format import number, percent


def standing(districts: pd.DataFrame, lang: str) -> str:
    """How many districts are at high risk in anything, and how many have all plans."""
    known = districts.dropna(subset=["worst_level"])
    if known.empty:
        return t("districts.headline.no_levels", lang, total=len(districts))
    high = int(known["worst_level"].isin(["high", "very_high"]).sum())
    planned = int((known["plan_count"] == 4).sum())
    return t("districts.headline.standing", lang, high=high, total=len(districts), planned=planned)


def plans(watch: pd.DataFrame, lang: str) -> str:
    """Districts with a current plan of all districts, the kind with fewest first."""
    kinds = watch.drop_duplicates(["area_code", "risk_type"])
    sums = kinds.groupby("risk_type", sort=False)[["plan_count", "district_count"]].sum()
    parts = [
        f"{t(f'codes.risk_type.{kind}', lang)} {int(row.plan_count)}/{int(row.district_count)}"
        for kind, row in sums.sort_values("plan_count", kind="stable").iterrows()
    ]
    return t("districts.headline.plans", lang, parts=" · ".join(parts))


def own_plans(watch: pd.DataFrame, lang: str) -> str:
    """Of one district: kinds of risk with a current plan, of those it reported on."""
    known = watch["has_plan"].dropna()
    if known.empty:
        return t("districts.headline.own_plans_unknown", lang)
    count = int(known.astype(bool).sum())
    return t("districts.headline.own_plans", lang, count=count, known=len(known))


def rates(incidents: pd.DataFrame, lang: str) -> str:
    """The district with most incidents per head, against the province."""
    rated = incidents.dropna(subset=["rate_per_10k"])
    if rated.empty:
        return t("districts.headline.no_rates", lang)
    top = rated.sort_values("rate_per_10k", ascending=False).iloc[0]
    return t(
        "districts.headline.rates",
        lang,
        district=clipped(top["district"], 24),
        kind=t(f"codes.risk_type.{top['risk_type']}", lang),
        rate=number(top["rate_per_10k"], 1, lang),
        province=number(top["province_rate_per_10k"], 1, lang),
    )


def against_province(incidents: pd.DataFrame, lang: str) -> str:
    """Of one district: in how many kinds its rate is above the province's, and where most."""
    rated = incidents.dropna(subset=["rate_per_10k", "province_rate_per_10k"])
    if rated.empty:
        return t("districts.headline.no_rates", lang)
    ratio = rated["rate_per_10k"] / rated["province_rate_per_10k"]
    above = int((ratio > 1).sum())
    if not above:
        return t("districts.headline.below", lang, known=len(rated))
    top = rated.loc[ratio.idxmax()]
    return t(
        "districts.headline.above",
        lang,
        above=above,
        known=len(rated),
        kind=t(f"codes.risk_type.{top['risk_type']}", lang),
        rate=number(top["rate_per_10k"], 1, lang),
        province=number(top["province_rate_per_10k"], 1, lang),
    )


def inequality(spread: pd.DataFrame, lang: str) -> str:
    """The kind of risk in which districts lie furthest apart."""
    known = spread.dropna(subset=["variation_pct"])
    if known.empty:
        return t("districts.headline.no_spread", lang)
    top = known.sort_values("variation_pct", ascending=False).iloc[0]
    said = {
        "kind": t(f"codes.risk_type.{top['risk_type']}", lang),
        "high": clipped(top["highest_district"], 20),
        "low": clipped(top["lowest_district"], 20),
    }
    if is_missing(top["max_min_ratio"]):
        variation = percent(top["variation_pct"], 0, lang)
        return t("districts.headline.spread_from_zero", lang, variation=variation, **said)
    times = number(top["max_min_ratio"], 1, lang)
    return t("districts.headline.spread", lang, times=times, **said)


def periods(changes: pd.DataFrame, lang: str) -> str:
    """Each watch period's incidents and their change since the year before."""
    parts = [_period(row, lang) for row in changes.to_dict("records")]
    return " · ".join(parts)


def relief(readiness: pd.DataFrame, lang: str) -> str:
    """Households not yet relieved, of those registered, and in how many districts."""
    known = readiness.dropna(subset=["relief_gap_count"])
    if known.empty:
        return t("districts.headline.no_relief", lang)
    missed = known[known["relief_gap_count"] > 0]
    registered = number(known["registered_count"].sum(), 0, lang)
    if missed.empty:
        return t("districts.headline.all_relieved", lang, registered=registered)
    return t(
        "districts.headline.relief",
        lang,
        missed=number(missed["relief_gap_count"].sum(), 0, lang),
        registered=registered,
        districts=len(missed),
    )


def drills(readiness: pd.DataFrame, lang: str) -> str:
    """Subdistricts drilled of all, added over the districts where both are known."""
    known = readiness.dropna(subset=["drilled_count", "subdistrict_count"])
    drilled, total = int(known["drilled_count"].sum()), int(known["subdistrict_count"].sum())
    if not total:
        return t("districts.headline.no_drills", lang)
    share = percent(100 * drilled / total, 0, lang)
    return t("districts.headline.drills", lang, drilled=drilled, total=total, share=share)


def relief_and_drills(readiness: pd.DataFrame, lang: str) -> str:
    """Both in one line, for the one table that shows both."""
    return f"{relief(readiness, lang)} · {drills(readiness, lang)}"


def hotspots(spots: pd.DataFrame, lang: str) -> str:
    """The subdistrict with most incidents that may be shown, and how many are hidden."""
    hidden = int(spots["suppressed"].notna().sum())
    shown = spots.dropna(subset=["incident_count"])
    if shown.empty:
        return t("districts.headline.all_hidden", lang, hidden=hidden)
    top = shown.sort_values("incident_count", ascending=False).iloc[0]
    return t(
        "districts.headline.hotspots",
        lang,
        subdistrict=clipped(top["subdistrict"], 24),
        district=clipped(top["district"], 20),
        kind=t(f"codes.risk_type.{top['risk_type']}", lang),
        count=number(top["incident_count"], 0, lang),
        hidden=hidden,
    )


def one(districts: pd.DataFrame, lang: str) -> str:
    """The district's name, its highest risk, and its overdue orders."""
    row = districts.iloc[0]
    said = {
        "district": clipped(row["district"], 24),
        "level": level_label(row["worst_level"], lang),
    }
    overdue = 0 if is_missing(row["overdue_count"]) else int(row["overdue_count"])
    if overdue:
        return t("districts.headline.one_overdue", lang, overdue=overdue, **said)
    return t("districts.headline.one", lang, **said)


def _period(row: dict, lang: str) -> str:
    said = {
        "period": t(f"codes.named_period.{row['named_period']}", lang),
        "count": number(row["incident_count"], 0, lang),
    }
    if is_missing(row["change_count"]):
        return t("districts.headline.period_only", lang, **said)
    change = int(row["change_count"])
    key = "up" if change > 0 else "down" if change < 0 else "same"
    return t(f"districts.headline.period_{key}", lang, change=abs(change), **said)
