"""Sentences about scores and agreements: the total, where it is low, and what would raise it."""

import pandas as pd

from charts.labels import clipped, is_missing
from charts.scorecard import raising
from charts.scores import band_of, shown
from i18n import t
from thai.format import number, percent

_NAME = 60


def total(totals: pd.DataFrame, lang: str, *, mode: str) -> str:
    """The total with its weight covered and the lowest dimension; why, where there is no total."""
    whole = totals[totals["rollup_level"] == "framework"].iloc[0]
    year = int(whole["fiscal_year"])
    if not is_missing(whole["unscored_reason"]):
        counts = {"scored": int(whole["scored_count"]), "total": int(whole["line_count"])}
        return t(f"evaluation.headline.{whole['unscored_reason']}", lang, year=year, **counts)
    dimensions = totals[totals["rollup_level"] == "dimension"].dropna(subset=[f"score_{mode}"])
    lowest = dimensions.loc[dimensions[f"score_{mode}"].idxmin()]
    return t(
        "evaluation.headline.total",
        lang,
        year=year,
        score=shown(whole[f"score_{mode}"], lang),
        band=band_of(whole[f"band_{mode}"]).word(lang),
        covered=percent(whole["coverage_pct"], 0, lang),
        dimension=clipped(lowest["title"], _NAME),
        lowest=shown(lowest[f"score_{mode}"], lang),
    )


def areas(totals: pd.DataFrame, lang: str, *, mode: str) -> str:
    """How many areas have a total, and which have the highest and the lowest."""
    frameworks = totals[totals["rollup_level"] == "framework"]
    scored = frameworks.dropna(subset=[f"score_{mode}"])
    if scored.empty:
        return t("evaluation.headline.no_area", lang, total=len(frameworks))
    best, worst = (
        scored.loc[getattr(scored[f"score_{mode}"], which)()] for which in ("idxmax", "idxmin")
    )
    return t(
        "evaluation.headline.areas",
        lang,
        count=len(scored),
        total=len(frameworks),
        best=best["area"],
        best_score=shown(best[f"score_{mode}"], lang),
        worst=worst["area"],
        worst_score=shown(worst[f"score_{mode}"], lang),
    )


def reward(totals: pd.DataFrame, lang: str) -> str:
    """The band of reward by the strict total, or why none is shown."""
    whole = totals[totals["rollup_level"] == "framework"].iloc[0]
    if is_missing(whole["reward_band_count"]) or not whole["reward_band_count"]:
        return t("evaluation.headline.no_bands", lang, year=int(whole["fiscal_year"]))
    score = shown(whole["score_strict"], lang)
    if is_missing(whole["reward_band"]):
        return t("evaluation.headline.below_bands", lang, score=score)
    reward = "" if is_missing(whole["reward"]) else f" ({whole['reward']})"
    return t(
        "evaluation.headline.band", lang, score=score, band=whole["reward_band"], reward=reward
    )


def gains(what_if: pd.DataFrame, lang: str, *, mode: str, chosen: int | None = None) -> str:
    """What the total would be if the chosen indicator, else the one that adds most, met its target."""
    found = raising(what_if, mode)
    if found.empty:
        return t("evaluation.headline.no_gain", lang)
    picked = found[found["framework_row"] == chosen]
    row = (found if picked.empty else picked).iloc[0]
    return t(
        "evaluation.headline.gain"
        if row["target_basis"] == "declared"
        else "evaluation.headline.top",
        lang,
        kpi=clipped(row["item"] if is_missing(row["kpi"]) else row["kpi"], _NAME),
        total=shown(row[f"total_{mode}_if"], lang),
        now=shown(row[f"total_{mode}"], lang),
        gain=number(row[f"gain_{mode}"], 2, lang),
    )


def items(rows: pd.DataFrame, lang: str) -> str:
    """How many rows have a score, how many are low, and how many have none."""
    return t(
        "evaluation.headline.items",
        lang,
        total=len(rows),
        low=int((rows["score_band"] == "low").sum()),
        unscored=int(rows["score"].isna().sum()),
    )


def change(rows: pd.DataFrame, lang: str) -> str:
    """How many items rose and fell of those that are the same, how many are new or ended."""
    counts = rows["comparison"].value_counts()
    return t(
        "evaluation.headline.change",
        lang,
        last=int(rows["last_fiscal_year"].iloc[0]),
        same=int(counts.get("same", 0)),
        up=int((rows["change"] > 0).sum()),
        down=int((rows["change"] < 0).sum()),
        new=int(counts.get("new", 0)),
        ended=int(counts.get("ended", 0)),
    )


def cascade(scores: pd.DataFrame, lang: str, *, mode: str) -> str:
    """How many agreements there are, how many score low, and which is the lowest."""
    scored = scores.dropna(subset=[f"score_{mode}"])
    if scored.empty:
        return t("evaluation.headline.no_agreement_scores", lang, total=len(scores))
    lowest = scored.loc[scored[f"score_{mode}"].idxmin()]
    return t(
        "evaluation.headline.cascade",
        lang,
        total=len(scores),
        low=int((scores[f"band_{mode}"] == "low").sum()),
        signer=clipped(lowest["signer"], _NAME),
        score=shown(lowest[f"score_{mode}"], lang),
    )


def agreed(rows: pd.DataFrame, lang: str) -> str:
    """Whose agreement it is, its low indicators, and how far the own claim lies above."""
    said = t(
        "evaluation.headline.agreed",
        lang,
        signer=clipped(rows["signer"].iloc[0], _NAME),
        total=len(rows),
        low=int((rows["score_band"] == "low").sum()),
    )
    claimed = rows["score_difference"].dropna()
    if claimed.empty:
        return said
    counts = {"above": int((claimed > 0).sum()), "claimed": len(claimed)}
    return said + t("evaluation.headline.claimed", lang, **counts)
