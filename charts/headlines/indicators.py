"""Sentences about indicators: how many are off, how far one has come, how it grew."""

import pandas as pd

from charts.kpi_wall import WORST_FIRST
from charts.labels import amount, is_missing
from charts.status import status_of
from i18n import t
from thai.calendar import quarter_label
from thai.format import number, percent, points

DISPUTE_SLACK = 0.005
"""Totals are printed with two decimals at most; nearer than half of the last one is the same."""


def counts(standing: pd.DataFrame, lang: str) -> str:
    """Indicators per status, worst first: "▼ วิกฤต 3 · ◆ เสี่ยง 5 · ▲ บรรลุ 12 จาก 20 ตัวชี้วัด"."""
    found = [status_of(code).code for code in standing["status"]]
    parts = [
        f"{status_of(code).label(lang)} {found.count(code)}"
        for code in WORST_FIRST
        if code in found
    ]
    return t("headlines.kpi.counts", lang, counts=" · ".join(parts), total=len(found))


def standing_of_one(standing: pd.DataFrame, lang: str) -> str:
    """The newest year of one indicator: result, target, status."""
    row = _newest(standing)
    if is_missing(row["actual"]):
        return t("headlines.kpi.no_result", lang, year=int(row["fiscal_year"]))
    return t(
        "headlines.kpi.result",
        lang,
        year=int(row["fiscal_year"]),
        result=amount(row["actual"], row["unit"], row["unit_kind"], lang),
        target=amount(row["target"], row["unit"], row["unit_kind"], lang),
        status=status_of(row["status"]).label(lang),
        certainty=_certainty(row["is_provisional"], lang),
    )


def growth(results: pd.DataFrame, lang: str) -> str:
    """Growth of the newest period with a result, its base named, or why there is none."""
    rows = results.sort_values(["fiscal_year", "quarter"], na_position="last")
    known = rows[~rows["value"].isna()]
    row = (rows if known.empty else known).iloc[-1].to_dict()
    quarter = None if is_missing(row["quarter"]) else int(row["quarter"])
    period = quarter_label(int(row["fiscal_year"]), quarter, lang)
    change = _change(row, lang)
    if change is None:
        reason = t(f"headlines.reason.{row['reason']}", lang)
        return t("headlines.growth.none", lang, period=period, reason=reason)
    base = t(
        "headlines.growth.base",
        lang,
        value=amount(row["base_value"], row["unit"], row["unit_kind"], lang),
        period=_base_period(row, quarter, lang),
    )
    if row.get("is_small_base") is True:
        base += t("semantics.base.small", lang)
    certainty = _certainty(row["status"] == "provisional", lang)
    meaning = row["trend"]
    return t(
        "headlines.growth.change",
        lang,
        period=period,
        change=change,
        trend="" if is_missing(meaning) else f" ({t(f'codes.trend.{meaning}', lang)})",
        base=base,
        certainty=certainty,
    )


def targets(declared: pd.DataFrame, lang: str) -> str:
    """How many total targets can be read in one way only, and how many are disputed."""
    per_kpi = declared.drop_duplicates("kpi_code")
    disputes = disputed(per_kpi)
    if disputes.empty:
        return t("headlines.targets.clear", lang, total=len(per_kpi))
    return t("headlines.targets.disputed", lang, count=len(disputes), total=len(per_kpi))


def total_target(declared: pd.DataFrame, lang: str) -> str:
    """The total target of one indicator: added up, compounded, and as printed."""
    row = declared.iloc[0]
    unit, kind = row["unit"], row["unit_kind"]
    return t(
        "headlines.targets.total",
        lang,
        sum=amount(row["sum_of_targets"], unit, kind, lang),
        compound=amount(row["compound_of_targets"], unit, "percent", lang),
        printed=amount(row["target_total"], unit, kind, lang),
    )


def disputed(declared: pd.DataFrame) -> pd.DataFrame:
    """Indicators of `kpi_targets` whose printed total is neither the sum nor the compound."""
    rows = declared.drop_duplicates("kpi_code").dropna(subset=["target_total", "sum_of_targets"])
    fits = [
        _near(row["target_total"], row["sum_of_targets"])
        or _near(row["target_total"], row["compound_of_targets"])
        or row["target_rule"] in ("final", "maintain", "overall")
        for row in rows.to_dict("records")
    ]
    return rows[[not fit for fit in fits]]


def dispute(row: dict, last_target: object, lang: str) -> str:
    """One disputed total in words, with every way it may be read."""
    kind = row["unit_kind"]
    return t(
        "headlines.targets.candidates",
        lang,
        kpi=row["kpi"],
        area=row["area"],
        printed=amount(row["target_total"], row["unit"], kind, lang),
        sum=amount(row["sum_of_targets"], row["unit"], kind, lang),
        compound=amount(row["compound_of_targets"], row["unit"], "percent", lang),
        last=amount(last_target, row["unit"], kind, lang),
    )


def _base_period(row: dict, quarter: int | None, lang: str) -> str:
    if not is_missing(row["base_fiscal_year"]):
        return quarter_label(int(row["base_fiscal_year"]), quarter, lang)
    if is_missing(row["base_years"]):
        return t("codes.base_rule.declared_baseline", lang)
    return t(
        "semantics.base.mean_of",
        lang,
        years=row["base_years"],
        count=int(row["base_year_count"]),
        named=int(row["named_year_count"]),
    )


def _change(row: dict, lang: str) -> str | None:
    if not is_missing(row["growth_pct"]):
        pct = float(row["growth_pct"])
        key = "up" if pct > 0 else "down" if pct < 0 else "same"
        return t(f"headlines.growth.{key}", lang, change=percent(abs(pct), 1, lang))
    if not is_missing(row["change_pp"]):
        pp = float(row["change_pp"])
        key = "up" if pp > 0 else "down" if pp < 0 else "same"
        shown = points(abs(pp), 2, lang).removeprefix("+")
        return t(f"headlines.growth.{key}", lang, change=shown)
    if row["reason"] in ("zero_base", "negative_base", "absolute_change") and not is_missing(
        row["change"]
    ):
        reason = t(f"headlines.reason.{row['reason']}", lang)
        return t("headlines.growth.absolute", lang, change=number(row["change"], 2), reason=reason)
    return None


def _certainty(provisional: object, lang: str) -> str:
    said = not is_missing(provisional) and bool(provisional)
    return t("headlines.kpi.provisional", lang) if said else ""


def _near(one: object, other: object) -> bool:
    return not is_missing(other) and abs(float(one) - float(other)) <= DISPUTE_SLACK


def _newest(frame: pd.DataFrame) -> dict:
    return frame.sort_values("fiscal_year").iloc[-1].to_dict()
