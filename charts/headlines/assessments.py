"""Sentences about how far assessors and agencies agree."""

import pandas as pd

from i18n import t
from thai.format import number, percent


def agreement(assessed: pd.DataFrame, lang: str) -> str:
    """Agreed of comparable over all rows, the mean difference, and how many cannot be compared."""
    compared = assessed.dropna(subset=["score_difference"])
    total = len(assessed)
    if compared.empty:
        return t("assessments.headline.none_comparable", lang, total=total)
    gaps = compared["score_difference"].astype(float).abs()
    agreed = int((gaps <= 0.5).sum())
    return t(
        "assessments.headline.agreement",
        lang,
        agreed=agreed,
        comparable=len(compared),
        share=percent(100 * agreed / len(compared), 0, lang),
        mean=number(gaps.mean(), 2, lang),
        total=total,
    )


def evidence(assessed: pd.DataFrame, lang: str) -> str:
    """How many assessments found the evidence complete, of those that say."""
    known = assessed["evidence_ok"].dropna()
    complete = int(known.astype(bool).sum())
    return t("assessments.headline.evidence", lang, complete=complete, known=len(known))


def by_area(summary: pd.DataFrame, lang: str) -> str:
    """Assessments, areas and agencies behind the rates."""
    return t(
        "assessments.headline.by_area",
        lang,
        count=int(summary["assessment_count"].sum()),
        areas=summary["area_code"].nunique(),
        higher=int(summary["claimed_higher_count"].sum()),
    )
