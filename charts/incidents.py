"""Incidents: rates beside the province's, watch periods beside the year before."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.districts import KINDS
from charts.labels import is_missing, shortened
from charts.palette import EARLIER, INK, SERIES
from charts.pieces import bars, named_rows
from i18n import t
from thai.format import number

_BAR_PX, _PAIRS_PX = 24, 226


def rates(incidents: pd.DataFrame, lang: str) -> go.Figure:
    """Incidents per 10,000 people of one kind by district, the province's as a line.

    Rows of `incident_rate` of one kind; the `customdata` is (district_code,).
    """
    rows = incidents.dropna(subset=["rate_per_10k"]).sort_values("rate_per_10k", ascending=False)
    rows = rows.to_dict("records")
    province = next((row["province_rate_per_10k"] for row in rows), None)
    lying = bars(
        range(len(rows)),
        [row["rate_per_10k"] for row in rows],
        SERIES[0],
        text=[number(row["rate_per_10k"], 1, lang) for row in rows],
        textposition="outside",
        cliponaxis=False,
        customdata=[[row["district_code"]] for row in rows],
        hovertext=[_rate_hover(row, lang) for row in rows],
        hoverinfo="text",
    )
    layout = {
        "height": _BAR_PX * len(rows) + 46,
        "showlegend": False,
        "margin": {"l": 8, "r": 44, "t": 24, "b": 4},
        "shapes": [_province_line(province)] if province is not None else [],
        "annotations": [_province_note(province, lang)] if province is not None else [],
        "xaxis": {"rangemode": "tozero", "showticklabels": False, "showgrid": False},
        "yaxis": named_rows([shortened(row["district"], 18) for row in rows]),
    }
    return theme.figure([lying], layout)


def against_province(incidents: pd.DataFrame, lang: str) -> go.Figure:
    """One district's rate of each kind beside that of its province; why where there is none."""
    found = {row["risk_type"]: row for row in incidents.to_dict("records")}
    rows = [found[kind] for kind in KINDS if kind in found]
    names = [t(f"codes.risk_type.{row['risk_type']}", lang) for row in rows]
    traces = [
        _columns(names, rows, key, [_rate_text(row, key, lang) for row in rows], name, colour)
        for key, name, colour in (
            ("rate_per_10k", t("districts.chart.district", lang), SERIES[0]),
            ("province_rate_per_10k", t("districts.chart.province", lang), EARLIER),
        )
    ]
    return theme.figure(traces, _grouped(_PAIRS_PX))


def periods(changes: pd.DataFrame, lang: str) -> go.Figure:
    """Incidents a day of each watch period, this year beside the year before.

    Rows of `watch_period_change` of one area; a day, because periods differ in length.
    """
    rows = changes.to_dict("records")
    names = [_period_name(row, lang) for row in rows]
    traces = [
        _columns(
            names, rows, rate, [_per_day(row, rate, count, lang) for row in rows], name, colour
        )
        for rate, count, name, colour in (
            ("per_day_before", "incident_count_before", t("districts.chart.before", lang), EARLIER),
            ("per_day", "incident_count", t("districts.chart.now", lang), SERIES[0]),
        )
    ]
    return theme.figure(traces, _grouped(_PAIRS_PX + 24))


def _columns(
    names: list[str], rows: list[dict], key: str, texts: list[str], name: str, colour: str
) -> dict:
    return {
        "type": "bar",
        "name": name,
        "x": names,
        "y": [None if is_missing(row[key]) else row[key] for row in rows],
        "text": texts,
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": colour},
        "hoverinfo": "skip",
    }


def _grouped(height: int) -> dict:
    """The layout of pairs of bars."""
    return {
        "height": height,
        "barmode": "group",
        "bargap": 0.25,
        "margin": {"t": 44},
        "xaxis": {"showgrid": False},
        "yaxis": {"visible": False},
    }


def _rate_hover(row: dict, lang: str) -> str:
    return t(
        "districts.chart.rate_hover",
        lang,
        district=shortened(row["district"], 30),
        count=number(row["incident_count"], 0, lang),
        population=number(row["population"], 0, lang),
        rate=number(row["rate_per_10k"], 1, lang),
    )


def _province_line(rate: float) -> dict:
    return {
        "type": "line",
        "x0": rate,
        "x1": rate,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": INK, "width": 2, "dash": "dot"},
    }


def _province_note(rate: float, lang: str) -> dict:
    text = f"{t('districts.chart.province', lang)} {number(rate, 1, lang)}"
    where = {"x": rate, "y": 1, "yref": "paper", "yanchor": "bottom"}
    return {**where, "text": text, "showarrow": False, "font": {"size": 12}}


def _rate_text(row: dict, key: str, lang: str) -> str:
    if not is_missing(row[key]):
        return number(row[key], 1, lang)
    reason = row["rate_reason"]
    return "" if is_missing(reason) else f"○ {t(f'codes.rate_reason.{reason}', lang)}"


def _period_name(row: dict, lang: str) -> str:
    kind = t(f"codes.risk_type.{row['risk_type']}", lang)
    period = t(f"codes.named_period.{row['named_period']}", lang)
    return f"{period}<br>{kind}"


def _per_day(row: dict, rate: str, count: str, lang: str) -> str:
    if is_missing(row[rate]):
        return ""
    said = {"rate": number(row[rate], 2, lang), "count": number(row[count], 0, lang)}
    return t("districts.chart.per_day", lang, **said)
