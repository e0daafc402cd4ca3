"""Sentences about problems, satisfaction, the catalogue of data and local heritage."""

import pandas as pd

from charts.labels import clipped, is_missing
from i18n import t
from thai.format import number, percent


def problems(summary: pd.DataFrame, lang: str) -> str:
    """How many problems are not solved, and in which area most of them are."""
    unsolved = summary["open_count"] + summary["in_progress_count"]
    total = int(summary["problem_count"].sum())
    said = {"count": int(unsolved.sum()), "total": total}
    if not unsolved.sum():
        return t("registers.headline.all_solved", lang, **said)
    worst = summary.loc[unsolved.idxmax(), "problem_area"]
    return t(
        "registers.headline.unsolved",
        lang,
        area=t(f"registers.problem_area.{worst}", lang),
        **said,
    )


def board(problems: pd.DataFrame, lang: str) -> str:
    """The problem open longest, and how many have nothing proposed."""
    unsolved = problems[problems["problem_state"] != "solved"]
    bare = int(unsolved["proposal"].isna().sum())
    timed = unsolved.dropna(subset=["days_open"])
    if timed.empty:
        return t("registers.headline.bare", lang, bare=bare, total=len(unsolved))
    first = timed.sort_values("days_open", ascending=False).iloc[0]
    return t(
        "registers.headline.longest",
        lang,
        bare=bare,
        days=number(first["days_open"], 0, lang),
        problem=clipped(first["problem"], 60),
    )


def satisfaction(results: pd.DataFrame, lang: str) -> str:
    """All satisfied of all who answered, and the subject with the smallest share."""
    share = 100 * results["satisfied_count"].sum() / results["respondent_count"].sum()
    lowest = results.loc[results["satisfied_pct"].idxmin()]
    return t(
        "registers.headline.satisfied",
        lang,
        share=percent(share, 1, lang),
        count=number(results["respondent_count"].sum(), 0, lang),
        subject=clipped(lowest["subject"], 40),
        lowest=percent(lowest["satisfied_pct"], 1, lang),
    )


def freshness(catalogue: pd.DataFrame, lang: str) -> str:
    """How many datasets are overdue by their own frequency."""
    counts = catalogue["freshness"].value_counts()
    return t(
        "registers.headline.freshness",
        lang,
        overdue=int(counts.get("overdue", 0)),
        total=len(catalogue),
        unknown=int(counts.get("unknown", 0)),
    )


def heritage(rows: pd.DataFrame, lang: str) -> str:
    """How much is at high risk of loss, and to how many youths anything was passed on."""
    known = rows["youth_count"].dropna()
    return t(
        "registers.headline.heritage",
        lang,
        risky=int(rows["risk_level"].isin(["high", "very_high"]).sum()),
        total=len(rows),
        youths=number(known.sum(), 0, lang),
        known=len(known),
    )


def participation(rates: pd.DataFrame, lang: str) -> str | None:
    """Submissions received of those due."""
    expected = rates["expected_count"].sum()
    if not expected:
        return None
    received = rates["received_count"].sum()
    share = percent(100 * received / expected, 1, lang)
    counts = {"received": int(received), "expected": int(expected)}
    return t("registers.answer.participation", lang, share=share, **counts)


def grounded(checks: pd.DataFrame, lang: str) -> str | None:
    """Indicators with a baseline and a source of data, of all."""
    if checks.empty:
        return None
    count = int((checks["has_baseline"] & checks["has_source"]).sum())
    return t("registers.answer.grounded", lang, count=count, total=len(checks))


def across(spending: pd.DataFrame, lang: str) -> str | None:
    """Projects of the group's budget that reach over several provinces, and who spends most."""
    if spending.empty:
        return None
    newest = spending[spending["fiscal_year"] == spending["fiscal_year"].max()]
    most = newest.loc[newest["share_pct"].idxmax()]
    return t(
        "registers.answer.across",
        lang,
        count=int(newest["cross_province_count"].sum()),
        area=clipped(most["area"], 24),
        share=percent(most["share_pct"], 1, lang),
    )


def implied(targets: pd.DataFrame, lang: str) -> str | None:
    """Targets of the group above what its provinces add up to."""
    if targets.empty:
        return None
    above = int((targets["verdict"] == "above").sum())
    return t("registers.answer.implied", lang, above=above, total=len(targets))


def together(overlap: pd.DataFrame, lang: str) -> str | None:
    """Joint projects of all projects."""
    total = overlap["project_count"].sum()
    if not total:
        return None
    joint = int(overlap["joint_count"].sum())
    return t("registers.answer.together", lang, joint=joint, total=int(total))


def aligned(alignment: pd.DataFrame, lang: str) -> str | None:
    """Money under an issue with an indicator, of all money."""
    total = alignment["all_allocated_thb"].sum()
    if not total:
        return None
    part = alignment["aligned_allocated_thb"].sum()
    return t("registers.answer.aligned", lang, share=percent(100 * part / total, 1, lang))


def per_head(money: pd.DataFrame, lang: str) -> str | None:
    """Budget per person where it is smallest and where it is largest."""
    rows = money[money["denominator"] == "population"].dropna(subset=["allocated_per_unit_thb"])
    if rows.empty:
        return None
    rows = rows[rows["fiscal_year"] == rows["fiscal_year"].max()]
    low, high = (
        rows.loc[rows["allocated_per_unit_thb"].idxmin()],
        rows.loc[rows["allocated_per_unit_thb"].idxmax()],
    )
    key = "per_head" if len(rows) > 1 else "per_head_one"
    return t(
        f"registers.answer.{key}",
        lang,
        low=number(low["allocated_per_unit_thb"], 0, lang),
        low_area=low["area"],
        high=number(high["allocated_per_unit_thb"], 0, lang),
        high_area=high["area"],
    )


def first_payment(times: pd.DataFrame, lang: str) -> str | None:
    """Days from approval to the first payment, and how many projects still wait."""
    rows = times.dropna(subset=["median_days"])
    if rows.empty:
        return None
    row = rows.sort_values("fiscal_year").iloc[-1]
    if is_missing(row["median_days"]):
        return None
    return t(
        "registers.answer.first_payment",
        lang,
        days=number(row["median_days"], 0, lang),
        measured=int(row["paid_count"]),
        waiting=int(row["waiting_count"]),
    )
