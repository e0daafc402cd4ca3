"""Districts: a tile each, rates beside the province's, watch periods beside the year before."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, money, shortened
from charts.palette import EARLIER, INK, NO_DATA, NOT_DUE, SERIES
from charts.risks import COLOURS, level_label
from i18n import t
from thai.format import number, percent

KINDS = ("crime", "drugs", "accident", "disaster")
_TILE_PX = 92
_BAR_PX = 24
_PAIRS_PX, _BOX_PX = 226, 104


def tiles(districts: pd.DataFrame, lang: str) -> go.Figure:
    """A tile for each district of `district_overview`, the highest risk first.

    The frame is the colour of the highest level; level, plans, money and orders stand in it. The
    `customdata` is (district_code,).
    """
    rows = districts.sort_values("level_order", ascending=False, kind="stable").to_dict("records")
    columns = 6 if len(rows) <= 12 else 8
    placed = [(at // columns, at % columns, row) for at, row in enumerate(rows)]
    trace = {
        "type": "bar",
        "x": [column + 0.5 for _, column, _ in placed],
        "base": [line + 0.04 for line, _, _ in placed],
        "y": [0.9] * len(placed),
        "width": 0.95,
        "marker": {
            "color": "rgba(0,0,0,0)",
            "line": {
                "color": [COLOURS.get(row["worst_level"], NO_DATA) for _, _, row in placed],
                "width": 3,
            },
        },
        "customdata": [[row["district_code"]] for _, _, row in placed],
        "hovertext": [_tile_hover(row, lang) for _, _, row in placed],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
    }
    lines = placed[-1][0] + 1
    layout = {
        "height": lines * _TILE_PX + 8,
        "showlegend": False,
        "annotations": [_tile_note(*place, lang) for place in placed],
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "font": {"size": 12},
        "xaxis": {"range": [0, columns], "visible": False},
        "yaxis": {"range": [lines, 0], "visible": False},
    }
    return theme.figure([trace], layout)


def rates(incidents: pd.DataFrame, lang: str) -> go.Figure:
    """Incidents per 10,000 people of one kind by district, the province's as a line.

    Rows of `incident_rate` of one kind; the `customdata` is (district_code,).
    """
    rows = incidents.dropna(subset=["rate_per_10k"]).sort_values("rate_per_10k", ascending=False)
    rows = rows.to_dict("records")
    province = next((row["province_rate_per_10k"] for row in rows), None)
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [row["rate_per_10k"] for row in rows],
        "y": list(range(len(rows))),
        "marker": {"color": SERIES[0]},
        "text": [number(row["rate_per_10k"], 1, lang) for row in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [[row["district_code"]] for row in rows],
        "hovertext": [_rate_hover(row, lang) for row in rows],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
    }
    layout = {
        "height": _BAR_PX * len(rows) + 46,
        "showlegend": False,
        "margin": {"l": 8, "r": 44, "t": 24, "b": 4},
        "shapes": [_province_line(province)] if province is not None else [],
        "annotations": [_province_note(province, lang)] if province is not None else [],
        "xaxis": {"rangemode": "tozero", "showticklabels": False, "showgrid": False},
        "yaxis": {
            "tickvals": list(range(len(rows))),
            "ticktext": [shortened(row["district"], 18) for row in rows],
            "range": [len(rows) - 0.5, -0.5],
            "showgrid": False,
            "zeroline": False,
        },
    }
    return theme.figure([trace], layout)


def against_province(incidents: pd.DataFrame, lang: str) -> go.Figure:
    """One district's rate of each kind beside that of its province; why where there is none."""
    rows = {row["risk_type"]: row for row in incidents.to_dict("records")}
    kinds = [kind for kind in KINDS if kind in rows]
    names = [t(f"codes.risk_type.{kind}", lang) for kind in kinds]
    parts = (
        ("rate_per_10k", t("districts.chart.district", lang), SERIES[0]),
        ("province_rate_per_10k", t("districts.chart.province", lang), EARLIER),
    )
    traces = [
        {
            "type": "bar",
            "name": name,
            "x": names,
            "y": [None if is_missing(rows[kind][key]) else rows[kind][key] for kind in kinds],
            "text": [_rate_text(rows[kind], key, lang) for kind in kinds],
            "textposition": "outside",
            "cliponaxis": False,
            "marker": {"color": colour},
            "hoverinfo": "skip",
        }
        for key, name, colour in parts
    ]
    return theme.figure(traces, _grouped(_PAIRS_PX))


def periods(changes: pd.DataFrame, lang: str) -> go.Figure:
    """Incidents a day of each watch period, this year beside the year before.

    Rows of `watch_period_change` of one area; a day, because periods differ in length.
    """
    rows = changes.to_dict("records")
    names = [_period_name(row, lang) for row in rows]
    parts = (
        ("per_day_before", "incident_count_before", t("districts.chart.before", lang), EARLIER),
        ("per_day", "incident_count", t("districts.chart.now", lang), SERIES[0]),
    )
    traces = [
        {
            "type": "bar",
            "name": name,
            "x": names,
            "y": [None if is_missing(row[rate]) else row[rate] for row in rows],
            "text": [_per_day(row, rate, count, lang) for row in rows],
            "textposition": "outside",
            "cliponaxis": False,
            "marker": {"color": colour},
            "hoverinfo": "skip",
        }
        for rate, count, name, colour in parts
    ]
    return theme.figure(traces, _grouped(_PAIRS_PX + 24))


def one_district(row: dict, lang: str) -> go.Figure:
    """All of one district in tiles: its four risks, then projects, villages, indicators, orders."""
    boxes = [*_risk_boxes(row, lang), *_work_boxes(row, lang)]
    placed = [(at // 4, at % 4, box) for at, box in enumerate(boxes)]
    trace = {
        "type": "bar",
        "x": [column + 0.5 for _, column, _ in placed],
        "base": [line + 0.05 for line, _, _ in placed],
        "y": [0.88] * len(placed),
        "width": 0.96,
        "marker": {
            "color": "rgba(0,0,0,0)",
            "line": {"color": [colour for _, _, (_, _, colour) in placed], "width": 3},
        },
        "hoverinfo": "skip",
    }
    notes = [
        _box_note(line, column, f"{head}<br><b>{said}</b>")
        for line, column, (head, said, _) in placed
    ]
    layout = {
        "height": 2 * _BOX_PX + 8,
        "font": {"size": 13},
        "showlegend": False,
        "annotations": notes,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "xaxis": {"range": [0, 4], "visible": False},
        "yaxis": {"range": [2, 0], "visible": False},
    }
    return theme.figure([trace], layout)


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


def _tile_note(line: int, column: int, row: dict, lang: str) -> dict:
    parts = [f"<b>{shortened(row['district'], 15)}</b>", level_label(row["worst_level"], lang)]
    if not is_missing(row["allocated_thb"]):
        parts.append(money(row["allocated_thb"], lang))
    if not is_missing(row["overdue_count"]) and row["overdue_count"]:
        parts.append(t("districts.tile.overdue", lang, count=int(row["overdue_count"])))
    elif not is_missing(row["plan_count"]):
        parts.append(t("districts.tile.plans", lang, count=int(row["plan_count"])))
    return _box_note(line, column, "<br>".join(parts))


def _box_note(line: int, column: int, text: str) -> dict:
    return {
        "x": column + 0.07,
        "xanchor": "left",
        "y": line + 0.09,
        "yanchor": "top",
        "text": text,
        "align": "left",
        "showarrow": False,
    }


def _tile_hover(row: dict, lang: str) -> str:
    levels = [
        f"{t(f'codes.risk_type.{kind}', lang)}: {level_label(row[f'{kind}_level'], lang)}"
        for kind in KINDS
    ]
    return "<br>".join([f"<b>{shortened(row['district'], 40)}</b>", *levels])


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


def _risk_boxes(row: dict, lang: str) -> list[tuple[str, str, str]]:
    return [
        (
            t(f"codes.risk_type.{kind}", lang),
            level_label(row[f"{kind}_level"], lang),
            COLOURS.get(row[f"{kind}_level"], NO_DATA),
        )
        for kind in KINDS
    ]


def _work_boxes(row: dict, lang: str) -> list[tuple[str, str, str]]:
    return [
        (t("districts.box.projects", lang), _projects(row, lang), NOT_DUE),
        (t("districts.box.villages", lang), _villages(row, lang), NOT_DUE),
        (t("districts.box.indicators", lang), _counted(row["indicator_count"], lang), NOT_DUE),
        (t("districts.box.orders", lang), _orders(row, lang), _order_colour(row)),
    ]


def _projects(row: dict, lang: str) -> str:
    if is_missing(row["project_count"]):
        return f"○ {t('panel.empty.missing', lang)}"
    counted = number(row["project_count"], 0, lang)
    said = {"count": counted, "money": money(row["allocated_thb"], lang)}
    if is_missing(row["disbursed_pct"]):
        return t("districts.box.projects_of", lang, **said)
    spent = percent(row["disbursed_pct"], 0, lang)
    return t("districts.box.projects_spent", lang, spent=spent, **said)


def _villages(row: dict, lang: str) -> str:
    if is_missing(row["village_count"]):
        return f"○ {t('panel.empty.missing', lang)}"
    counts = {key: number(row[f"{key}_count"], 0, lang) for key in ("grade_a", "village")}
    return t(
        "districts.box.villages_of", lang, share=percent(row["grade_a_pct"], 0, lang), **counts
    )


def _orders(row: dict, lang: str) -> str:
    if is_missing(row["order_count"]) or not row["order_count"]:
        return t("districts.box.no_orders", lang)
    counts = {"open": int(row["order_count"]), "overdue": int(row["overdue_count"] or 0)}
    return t("districts.box.orders_of", lang, **counts)


def _order_colour(row: dict) -> str:
    late = not is_missing(row["overdue_count"]) and row["overdue_count"]
    return COLOURS["very_high"] if late else NOT_DUE


def _counted(count: object, lang: str) -> str:
    if is_missing(count) or not count:
        return f"○ {t('panel.empty.missing', lang)}"
    return t("districts.box.indicators_of", lang, count=int(count))
