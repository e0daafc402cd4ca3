"""Provinces beside each other: last year to this year, and every indicator at a glance."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import attained, is_missing, shortened, year
from charts.palette import EARLIER, MUTED, SERIES
from charts.status import STATUSES, Status, status_of
from i18n import t
from thai.format import percent, points

_ROW_PX, _CELL_PX = 44, 36
_AREA_LETTERS = 20


def dumbbell(now: pd.DataFrame, before: pd.DataFrame, lang: str) -> go.Figure:
    """Per area disbursed_pct of last year (○) and this year (●), most on top.

    `now` are rows of `disbursement_total` of one quarter, `before` those of the year before: only
    the same quarter is compared, for spending adds up over a year. The change stands at the right
    in points; `customdata` is (area_code,).
    """
    earlier = {
        (row["area_code"], row["quarter"]): row["disbursed_pct"]
        for row in before.to_dict("records")
    }
    rows = now.dropna(subset=["disbursed_pct"]).sort_values("disbursed_pct", ascending=False)
    rows = rows.to_dict("records")
    places = list(range(len(rows)))
    olds = [earlier.get((row["area_code"], row["quarter"])) for row in rows]
    line_x, line_y = [], []
    for place, row, old in zip(places, rows, olds, strict=True):
        line_x += [old, row["disbursed_pct"], None]
        line_y += [place, place, None]
    fiscal_year = rows[0]["fiscal_year"] if rows else 0
    custom = [[row["area_code"]] for row in rows]
    traces = [
        {"type": "scatter", "mode": "lines", "x": line_x, "y": line_y, "hoverinfo": "skip",
         "line": {"color": EARLIER, "width": 5}, "showlegend": False},
        _dots(olds, places, "circle-open", MUTED, year(fiscal_year - 1), custom),
        _dots([r["disbursed_pct"] for r in rows], places, "circle", SERIES[0], year(fiscal_year), custom),
    ]  # fmt: skip
    layout = {
        "height": _ROW_PX * len(rows) + 70,
        "margin": {"l": 4, "r": 165, "t": 34, "b": 4},
        "annotations": [
            _change(place, row, old, lang)
            for place, row, old in zip(places, rows, olds, strict=True)
        ],
        "yaxis": {
            "tickvals": places,
            "ticktext": [shortened(row["area"], 20) for row in rows],
            "zeroline": False,
            "range": [len(rows) - 0.5, -0.5],
        },
        "xaxis": {"ticksuffix": "%", "nticks": 6},
    }
    return theme.figure(traces, layout)


def heat(standing: pd.DataFrame, lang: str) -> go.Figure:
    """Indicator by province: a cell in the status's colour with its sign and percent.

    `standing` are rows of `kpi_overview` of several areas; provinces share a row where their
    indicators have the same name. Cells are bars, because a heat map reports no clicks;
    `customdata` is (kpi_code, area_code).
    """
    areas, names = _in_order(standing, "area"), _in_order(standing, "kpi")
    rows = standing.to_dict("records")
    traces = [
        _cells(
            [row for row in rows if status_of(row["status"]) == status], status, areas, names, lang
        )
        for status in STATUSES
        if any(status_of(row["status"]) == status for row in rows)
    ]
    layout = {
        "height": _CELL_PX * len(names) + 80,
        "barmode": "overlay",
        "margin": {"l": 4, "r": 4, "t": 44, "b": 40},
        "legend": {"y": 0, "yanchor": "top", "yref": "paper"},
        "showlegend": True,
        "xaxis": {
            "side": "top",
            "tickvals": [at + 0.5 for at in range(len(areas))],
            # A name of several words stands on two lines: side by side they run into each other.
            "ticktext": [shortened(area, _AREA_LETTERS).replace(" ", "<br>", 1) for area in areas],
            "tickangle": 0,
            "range": [0, len(areas)],
            "showgrid": False,
            "zeroline": False,
        },
        "yaxis": {
            "tickvals": list(range(len(names))),
            "ticktext": [shortened(name, 44) for name in names],
            "range": [len(names) - 0.5, -0.5],
            "showgrid": False,
            "zeroline": False,
        },
    }
    return theme.figure(traces, layout)


def _cells(rows: list[dict], status: Status, areas: list, names: list, lang: str) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "name": status.label(lang),
        "base": [areas.index(row["area"]) + 0.02 for row in rows],
        "x": [0.96] * len(rows),
        "y": [names.index(row["kpi"]) for row in rows],
        "width": 0.92,
        "marker": {"color": status.colour},
        "text": [_cell_text(row, status, lang) for row in rows],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "constraintext": "none",
        "textangle": 0,
        "insidetextfont": {"color": status.text_colour, "size": 14},
        "customdata": [[row["kpi_code"], row["area_code"]] for row in rows],
        "hovertext": [
            f"{shortened(row['kpi'], 80)}<br>{shortened(row['area'], 30)}: {status.label(lang)}"
            for row in rows
        ],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
    }


def _cell_text(row: dict, status: Status, lang: str) -> str:
    pct = row["attainment_to_date_pct"]
    if is_missing(pct) or pct < 0:
        return status.symbol
    return f"{status.symbol} {attained(pct, lang)}"


def _dots(x: list, y: list, symbol: str, colour: str, name: str, custom: list) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": x,
        "y": y,
        "customdata": custom,
        "marker": {"symbol": symbol, "size": 17, "color": colour, "line": {"width": 3}},
        "hovertemplate": "%{x:.1f}%<extra>%{fullData.name}</extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _change(place: int, row: dict, old: float | None, lang: str) -> dict:
    change = None if is_missing(old) else row["disbursed_pct"] - old
    words = t("figures.compare.no_last_year", lang) if change is None else points(change, 1, lang)
    return {
        "x": 1.01,
        "xref": "paper",
        "xanchor": "left",
        "y": place,
        "text": f"<b>{percent(row['disbursed_pct'], 1, lang)}</b><br>{words}",
        "align": "left",
        "showarrow": False,
    }


def _in_order(frame: pd.DataFrame, column: str) -> list:
    return list(dict.fromkeys(frame[column]))
