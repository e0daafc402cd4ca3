"""Sentences about who has sent, and about how good it is."""

import pandas as pd

from charts.labels import shortened
from charts.quality import PARTS, measure
from charts.sending import counted
from i18n import t
from thai.calendar import quarter_label
from thai.format import number, percent

_NAME = 60


def completeness(round_row: dict, lang: str) -> str:
    """Agencies that have sent everything, of those expected, from a row of `round_completeness`."""
    period = quarter_label(int(round_row["fiscal_year"]), int(round_row["quarter"]), lang)
    agencies = int(round_row["agencies_count"])
    if not agencies:
        return t("rounds.headline.nobody_expected", lang, period=period)
    said = {
        "period": period,
        "complete": number(round_row["complete_agencies_count"]),
        "agencies": number(agencies),
        "received": number(round_row["received_count"]),
        "expected": number(round_row["expected_count"]),
        "share": percent(round_row["received_pct"], 1, lang),
        "on_time": number(round_row["on_time_count"]),
    }
    told = t("rounds.headline.completeness", lang, **said)
    open_count = int(round_row["not_due_count"])
    if not open_count:
        return told
    return f"{told} {t('rounds.headline.not_due', lang, count=number(open_count))}"


def states(matrix: pd.DataFrame, lang: str) -> str:
    """How many submissions are in each state: "▲ ส่งทัน 27 · ▼ ยังไม่ส่ง 1"."""
    parts = [f"{one.label(lang)} {count}" for one, count in counted(matrix["sending_status"])]
    return " · ".join(parts)


def weakest(agencies: pd.DataFrame, lang: str) -> str:
    """The agency with the lowest quality, and its weakest measure."""
    known = agencies.dropna(subset=["overall_pct"])
    if known.empty:
        return t("quality.headline.unknown", lang, total=len(agencies))
    row = known.sort_values("overall_pct", kind="stable").iloc[0].to_dict()
    if float(row["overall_pct"]) >= 100:
        return t("quality.headline.faultless", lang, known=len(known), total=len(agencies))
    worst = min(PARTS, key=lambda name: float(row[name]))
    return t(
        "quality.headline.weakest",
        lang,
        agency=shortened(row["agency"], _NAME),
        overall=percent(row["overall_pct"], 1, lang),
        measure=measure(worst, lang),
        share=percent(row[worst], 1, lang),
        known=len(known),
        total=len(agencies),
    )


def latest(periods: pd.DataFrame, lang: str) -> str:
    """The newest period in which all four measures are known."""
    known = periods.dropna(subset=["overall_pct"])
    if known.empty:
        return t("quality.headline.never_known", lang)
    row = known.iloc[-1]
    parts = [f"{measure(name, lang)} {percent(row[name], 1, lang)}" for name in PARTS]
    period = quarter_label(int(row["fiscal_year"]), int(row["quarter"]), lang)
    return t("quality.headline.latest", lang, period=period, parts=" · ".join(parts))


def commonest(kinds: pd.DataFrame, lang: str) -> str:
    """What is found most, from `frequent_mistakes` with a column `title`."""
    row = kinds.iloc[0]
    return t(
        "quality.headline.commonest",
        lang,
        title=row["title"],
        count=number(row["finding_count"]),
        total=number(row["total_count"]),
        share=percent(row["share_pct"], 0, lang),
        agencies=number(row["agency_count"]),
    )
