"""Sentences about the end of the year: where it leads, how sure that is, how much faster it must go."""

from collections.abc import Callable, Mapping

import pandas as pd

from charts.labels import amount, is_missing
from i18n import t
from thai.format import number, percent, points


def disbursement(forecast: pd.DataFrame, lang: str) -> str:
    """The forecast of all money: method, interval, back-test and the gap to the year's target."""
    row = forecast[forecast["spending_type"] == "all"].iloc[-1].to_dict()

    def shown(value: object) -> str:
        return percent(value, 1, lang)

    error = points(row["backtest_error_pp"], 1, lang).removeprefix("+")
    said = _outlook(row, "", "forecast_pct", shown, error, lang)
    if is_missing(row["gap_pp"]):
        return said
    gap = points(abs(row["gap_pp"]), 1, lang).removeprefix("+")
    key = "above" if row["gap_pp"] >= 0 else "below"
    return said + t(
        "semantics.forecast.against",
        lang,
        target=shown(row["target_pct"]),
        gap=t(f"semantics.forecast.{key}", lang, gap=gap),
    )


def indicator(row: Mapping[str, object], lang: str) -> str:
    """The forecast of one indicator: method, interval, back-test and the target of the year."""

    def shown(value: object) -> str:
        return amount(value, row["unit"], row["unit_kind"], lang)

    error = percent(row["backtest_error_pct"], 1, lang)
    said = _outlook(row, "kpi_", "forecast", shown, error, lang)
    if is_missing(row["target"]):
        return said
    return said + t("semantics.forecast.kpi_target", lang, target=shown(row["target"]))


def pace(row: Mapping[str, object], lang: str) -> str:
    """How many times faster it has to go, with what is needed and what was done a month."""
    ratio = number(row["ratio"], 1, lang)
    said = t(f"semantics.pace.{row['pace']}", lang, ratio=ratio)
    if row["pace"] not in ("on_pace", "faster", "much_faster"):
        return said
    unit, kind = row["unit"], row["unit_kind"]
    detail = t(
        "semantics.pace.detail",
        lang,
        needed=amount(row["needed_per_month"], unit, kind, lang),
        recent=amount(row["recent_per_month"], unit, kind, lang),
        months=int(row["months_left"]),
    )
    return f"{said} · {detail}"


def _outlook(
    row: Mapping[str, object],
    prefix: str,
    key: str,
    shown: Callable[[object], str],
    error: str,
    lang: str,
) -> str:
    low, high = key.replace("forecast", "low"), key.replace("forecast", "high")
    tested = ""
    if row["method"] == "linear" and not is_missing(row["years"]):
        tested = t("semantics.forecast.tested", lang, years=row["years"], error=error)
    why = ""
    if row["method"] == "linear":
        why = t(f"semantics.forecast.{row['reason']}", lang, count=int(row["year_count"]))
    return t(
        f"semantics.forecast.{prefix}{row['method']}",
        lang,
        forecast=shown(row[key]),
        low=shown(row[low]),
        high=shown(row[high]),
        years=row["years"],
        error=error,
        why=why,
        tested=tested,
    )
