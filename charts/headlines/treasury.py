"""Sentences about money as the treasury sees it: gaps in points, ranks with n, requests, shares."""

import pandas as pd

from charts.labels import clipped, is_missing, money
from charts.treasury import gap_words
from i18n import t
from thai.calendar import format_date, quarter_label
from thai.format import million_baht, number, percent

_NAME = 40


def by_source(funds: pd.DataFrame, lang: str) -> str:
    """Disbursed and spent of the year's own money, each with its gap to the official target."""
    own = funds[(funds["fund"] == "year") & (funds["spending_type"] == "all")]
    if own.empty:
        return t("treasury.headline.no_own_money", lang)
    row = own.iloc[0]
    return t(
        "treasury.headline.by_source",
        lang,
        disbursed=_with_gap(row, "disbursed", lang),
        spent=_with_gap(row, "spent", lang),
        allocated=million_baht(row["allocated_thb"], lang, decimals=0),
        day=format_date(row["as_of_on"], lang),
    )


def over_months(course: pd.DataFrame, lang: str) -> str:
    """How far what is disbursed lies from the target of the quarter, and how long is left."""
    paid = course[course["measure"] == "disbursed"].sort_values("month_no")
    row = paid.iloc[-1]
    period = quarter_label(int(row["fiscal_year"]), int(row["quarter"]), lang)
    if is_missing(row["target_pct"]):
        return t("treasury.headline.no_target", lang, period=period)
    key = "course_due" if row["months_to_target"] == 0 else "course"
    return t(
        f"treasury.headline.{key}",
        lang,
        period=period,
        target=percent(row["target_pct"], 0, lang),
        gap=gap_words(row["gap_pp"], row["target_pct"], row["target_state"], lang),
        months=int(row["months_to_target"]),
    )


def rank(ranks: pd.DataFrame, lang: str, *, chosen: frozenset[str] = frozenset()) -> str:
    """Where the chosen province stands among those that report; else who is first and last."""
    paid = ranks[ranks["measure"] == "disbursed"].sort_values("rank", kind="stable")
    if paid.empty:
        return t("treasury.headline.rank_unknown", lang)
    own = paid[paid["area_code"].isin(chosen)]
    if len(own) == 1:
        return t(
            "treasury.headline.rank", lang, **_place(own.iloc[0]), spent=_spent(ranks, own, lang)
        )
    first, last = paid.iloc[0], paid.iloc[-1]
    if len(chosen) == 1:
        return t("treasury.headline.rank_absent", lang, count=int(first["ranked_count"]))
    return t(
        "treasury.headline.rank_spread",
        lang,
        first=clipped(first["area"], _NAME),
        first_share=percent(first["value_pct"], 1, lang),
        last=clipped(last["area"], _NAME),
        last_share=percent(last["value_pct"], 1, lang),
        count=int(first["ranked_count"]),
    )


def requests(asked: pd.DataFrame, lang: str) -> str:
    """What was asked for and what of it was allocated; of undecided requests only how many."""
    decided = asked["decided_requested_thb"].sum()
    said = {
        "year": int(asked["fiscal_year"].iloc[0]),
        "requested": million_baht(asked["requested_thb"].sum(), lang, decimals=0),
        "count": int(asked["request_count"].sum()),
        "undecided": int(asked["request_count"].sum() - asked["decided_count"].sum()),
    }
    if not decided:
        return t("treasury.headline.requests_undecided", lang, **said)
    got = asked["allocated_thb"].sum()
    said["allocated"] = million_baht(got, lang, decimals=0)
    said["share"] = percent(100 * float(got) / float(decided), 0, lang)
    return t("treasury.headline.requests", lang, **said)


def cuts(asked: pd.DataFrame, lang: str) -> str:
    """The project that lost most, and how many lost anything."""
    cut = asked[asked["cut_thb"].fillna(0) > 0]
    if cut.empty:
        return t("treasury.headline.no_cuts", lang, count=len(asked))
    worst = cut.sort_values("cut_thb", ascending=False, kind="stable").iloc[0]
    return t(
        "treasury.headline.cuts",
        lang,
        count=len(cut),
        total=len(asked),
        project=clipped(worst["project"], _NAME),
        cut=money(worst["cut_thb"], lang),
    )


def per_head(amounts: pd.DataFrame, lang: str) -> str:
    """Money per person with the year of the population, and which denominators nobody sent."""
    row = amounts[amounts["denominator"] == "population"].iloc[0]
    lacking = amounts[amounts["denominator_count"].isna()]["denominator"].drop_duplicates()
    missing = ", ".join(t(f"codes.denominator.{code}", lang) for code in lacking)
    if is_missing(row["allocated_per_unit_thb"]):
        return t("treasury.headline.per_head_unknown", lang, missing=missing)
    said = t(
        "treasury.headline.per_head",
        lang,
        amount=number(row["allocated_per_unit_thb"], 0, lang),
        year=int(row["denominator_year_be"]),
    )
    return said + (t("treasury.headline.also_missing", lang, missing=missing) if missing else "")


def concentration(parts: pd.DataFrame, lang: str) -> str:
    """The plan with the largest share, and among how many equal plans that would be."""
    row = parts.iloc[0]
    return t(
        f"treasury.headline.concentration_{row['divided_by']}",
        lang,
        name=clipped(row["top_name"], _NAME),
        share=percent(row["top_share_pct"], 1, lang),
        parts=number(row["effective_count"], 1, lang),
        count=int(row["part_count"]),
    )


def days(waits: pd.DataFrame, lang: str) -> str:
    """The median of days from approval to payment, and how many projects still wait."""
    row = waits.iloc[0]
    counts = {"paid": int(row["paid_count"]), "waiting": int(row["waiting_count"])}
    if is_missing(row["median_days"]):
        return t("treasury.headline.days_unknown", lang, **counts)
    median = number(row["median_days"], 0, lang)
    return t("treasury.headline.days", lang, days=median, **counts)


def aligned(alignment: pd.DataFrame, lang: str) -> str:
    """The share of all money that lies under an issue with an indicator."""
    row = alignment.iloc[0]
    return t(
        "treasury.headline.aligned",
        lang,
        share=percent(row["aligned_pct"], 1, lang),
        aligned=million_baht(row["aligned_allocated_thb"], lang, decimals=0),
        total=million_baht(row["all_allocated_thb"], lang, decimals=0),
    )


def across_group(spending: pd.DataFrame, lang: str) -> str:
    """Which province spends most of the group's budget, and how much crosses provinces."""
    row = spending.sort_values("allocated_thb", ascending=False, kind="stable").iloc[0]
    return t(
        "treasury.headline.across_group",
        lang,
        area=clipped(row["area"], _NAME),
        share=percent(row["share_pct"], 1, lang),
        crossing=int(spending["cross_province_count"].sum()),
        count=int(spending["project_count"].sum()),
    )


def _with_gap(row: pd.Series, measure: str, lang: str) -> str:
    gap = gap_words(
        row[f"{measure}_gap_pp"], row[f"{measure}_target_pct"], row["target_state"], lang
    )
    return f"{percent(row[f'{measure}_pct'], 1, lang)} ({gap})"


def _place(row: pd.Series) -> dict:
    return {"rank": int(row["rank"]), "count": int(row["ranked_count"])}


def _spent(ranks: pd.DataFrame, own: pd.DataFrame, lang: str) -> str:
    area = own["area_code"].iloc[0]
    spent = ranks[(ranks["measure"] == "spent") & (ranks["area_code"] == area)]
    if spent.empty:
        return t("treasury.headline.spent_unknown", lang)
    return t("treasury.headline.spent_rank", lang, **_place(spent.iloc[0]))
