"""Where the year's spending leads: to date, the forecast with its range, and the year's target."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing
from charts.palette import INK, SERIES, TRACK
from charts.pieces import row_note
from i18n import t
from thai.format import percent

_ROW_PX = 62
_TYPES = ("all", "current", "capital")
# Method → plotly's sign, so that a straight line is not taken for experience.
_SIGN = {"profile": "diamond", "linear": "diamond-open", "final": "circle"}


def of_the_year(forecast: pd.DataFrame, lang: str) -> go.Figure:
    """A bar to date a spending type, the forecast as a sign with its range, a tick at the target.

    `forecast` are rows of `disbursement_forecast` of one area and year.
    """
    known = {row["spending_type"]: row for row in forecast.to_dict("records")}
    rows = [known[kind] for kind in _TYPES if kind in known]
    places = list(range(len(rows)))
    traces = [
        _bars(places, [100] * len(rows), TRACK),
        _bars(places, [row["disbursed_pct"] for row in rows], SERIES[0]),
        *(
            _sign(place, row, lang)
            for place, row in enumerate(rows)
            if not is_missing(row["forecast_pct"])
        ),
    ]
    layout = {
        "height": _ROW_PX * len(rows) + 12,
        "barmode": "overlay",
        "showlegend": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "annotations": [
            note for place, row in enumerate(rows) for note in _notes(place, row, lang)
        ],
        "shapes": [
            _tick(place, row["target_pct"])
            for place, row in enumerate(rows)
            if not is_missing(row["target_pct"])
        ],
        "yaxis": {"range": [len(rows) - 0.5, -0.5], "visible": False},
        "xaxis": {"domain": [0, 0.6], "range": [0, 112], "visible": False},
    }
    return theme.figure(traces, layout)


def _bars(places: list[int], lengths: list, colour: str) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": [place + 0.2 for place in places],
        "width": 0.3,
        "marker": {"color": colour},
        "hoverinfo": "skip",
    }


def _sign(place: int, row: dict, lang: str) -> dict:
    value, spread = float(row["forecast_pct"]), {}
    if not is_missing(row["low_pct"]):
        spread = {
            "error_x": {
                "type": "data",
                "array": [float(row["high_pct"]) - value],
                "arrayminus": [value - float(row["low_pct"])],
                "thickness": 4,
                "width": 9,
                "color": INK,
            }
        }
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [value],
        "y": [place + 0.2],
        "marker": {"symbol": _SIGN[row["method"]], "size": 16, "color": INK, "line": {"width": 3}},
        "hovertemplate": f"%{{x:.1f}}%<extra>{t('codes.method.' + row['method'], lang)}</extra>",
        **spread,
    }


def _notes(place: int, row: dict, lang: str) -> list[dict]:
    to_date = t("semantics.chart.to_date", lang, quarter=int(row["quarter"]))
    name = t(f"codes.spending_type.{row['spending_type']}", lang)
    shown = percent(row["disbursed_pct"], 1, lang)
    outlook = t(f"codes.method.{row['method']}", lang)
    if not is_missing(row["forecast_pct"]):
        outlook = f"<b>{percent(row['forecast_pct'], 1, lang)}</b> {outlook}"
    target = f"{t('semantics.chart.target', lang)} {percent(row['target_pct'], 0, lang)}"
    return [
        row_note(0, place - 0.2, f"<b>{name}</b> · {to_date} {shown}"),
        row_note(0.62, place + 0.08, f"{outlook}<br>{target}"),
    ]


def _tick(place: int, target_pct: float) -> dict:
    line = {"color": INK, "width": 4}
    y = {"y0": place + 0.02, "y1": place + 0.38}
    return {"type": "line", "x0": target_pct, "x1": target_pct, **y, "line": line}
