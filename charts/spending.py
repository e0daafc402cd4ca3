"""How much of the money is spent, against the official target of the same moment."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import INK, SERIES, STATUS, TRACK
from charts.pieces import bars, row_note
from i18n import t
from thai.format import million_baht, number, percent

_ROW_PX = 46
_PERCENTS = ["0%", "25%", "50%", "75%", "100%"]


def against_target(spending: pd.DataFrame, lang: str) -> go.Figure:
    """A bar of disbursed_pct per row, a tick at target_pct, and the gap in points at the right.

    Rows need area, area_code, allocated_thb, disbursed_thb, disbursed_pct, target_pct, gap_pp;
    the `customdata` of a bar is (area_code,).
    """
    rows = spending.to_dict("records")
    places = list(range(len(rows)))
    traces = [
        _bars(places, [100] * len(rows), [TRACK] * len(rows), "skip"),
        {
            **_bars(places, [row["disbursed_pct"] for row in rows], [_colour(r) for r in rows]),
            "customdata": [[row["area_code"]] for row in rows],
            "hovertext": [_hover(row, lang) for row in rows],
        },
    ]
    layout = {
        "height": _ROW_PX * len(rows) + 8,
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
        "xaxis": {"domain": [0, 0.66], "range": [0, 101], "visible": False},
    }
    return theme.figure(traces, layout)


def by_quarter(spending: pd.DataFrame, lang: str) -> go.Figure:
    """Disbursed percent to the end of each quarter, the official target beside it, gap in words.

    `spending` has one row per quarter (1 to 4) of one area and year.
    """
    rows = spending.sort_values("quarter").to_dict("records")
    x = [t("figures.quarter", lang, quarter=int(row["quarter"])) for row in rows]
    known = [(q, row) for q, row in zip(x, rows, strict=True) if not is_missing(row["target_pct"])]
    traces = [
        {
            "type": "bar",
            "name": t("figures.spending.disbursed", lang),
            "x": x,
            "y": [row["disbursed_pct"] for row in rows],
            "marker": {"color": SERIES[0]},
            "hovertext": [_hover(row, lang) for row in rows],
            "hoverinfo": "text",
            "width": 0.5,
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": t("figures.spending.target", lang),
            "x": [quarter for quarter, _ in known],
            "y": [row["target_pct"] for _, row in known],
            "marker": {"symbol": "line-ew", "size": 74, "line": {"color": INK, "width": 4}},
            "hoverinfo": "skip",
        },
        *_projections(x, rows, lang),
    ]
    layout = {
        "height": 300,
        "annotations": [
            _quarter_note(quarter, row, lang) for quarter, row in zip(x, rows, strict=True)
        ],
        "xaxis": {**theme.YEAR_AXIS, "categoryarray": _quarters(lang), "range": [-0.5, 3.5]},
        "yaxis": {"range": [0, 134], "tickvals": [0, 25, 50, 75, 100], "ticktext": _PERCENTS},
    }
    return theme.figure(traces, layout)


def gap_words(row: dict, lang: str) -> str:
    """Sign, words and points: "▼ ต่ำกว่าเป้า 6.8 จุด"; says so when there is no target."""
    if is_missing(row["disbursed_pct"]):
        return t("figures.spending.not_reported", lang)
    if is_missing(row["gap_pp"]):
        return t("figures.spending.no_target", lang)
    direction = "ahead" if row["gap_pp"] >= 0 else "behind"
    gap = number(abs(row["gap_pp"]), 1, lang)
    return t(f"figures.spending.{direction}", lang, gap=gap)


def _projections(x: list[str], rows: list[dict], lang: str) -> list[dict]:
    """Projections that are nobody's target, drawn so that nobody takes them for one."""
    known = [
        (quarter, row["projection_pct"])
        for quarter, row in zip(x, rows, strict=True)
        if not is_missing(row["projection_pct"])
    ]
    if not known:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": t("figures.spending.projection", lang),
            "x": [quarter for quarter, _ in known],
            "y": [pct for _, pct in known],
            "marker": {"symbol": "diamond-open", "size": 16, "color": INK, "line": {"width": 3}},
            "hovertemplate": "%{y:.1f}%<extra>%{fullData.name}</extra>",
        }
    ]


def _bars(places: list[int], lengths: list, colours: list[str], hover: str = "text") -> dict:
    below_name = [place + 0.2 for place in places]
    return bars(below_name, lengths, colours, width=0.32, hoverinfo=hover)


def _notes(place: int, row: dict, lang: str) -> list[dict]:
    money = million_baht(row["allocated_thb"], lang, decimals=0)
    name = f"<b>{shortened(row['area'], 24)}</b> · {money}"
    shown = f"<b>{percent(row['disbursed_pct'], 1, lang)}</b>"
    return [
        row_note(0, place - 0.2, name),
        row_note(0.68, place, f"{shown}<br>{gap_words(row, lang)}"),
    ]


def _tick(place: int, target_pct: float) -> dict:
    line = {"color": INK, "width": 4}
    y = {"y0": place, "y1": place + 0.4}
    return {"type": "line", "x0": target_pct, "x1": target_pct, **y, "line": line}


def _quarter_note(quarter: str, row: dict, lang: str) -> dict:
    marks = (row["disbursed_pct"], row["target_pct"], row["projection_pct"])
    sign, words = gap_words(row, lang).split(" ", 1)
    words = words.replace(" ", "<br>", 1)
    return {
        "x": quarter,
        "y": max((mark for mark in marks if not is_missing(mark)), default=0),
        "yanchor": "bottom",
        "yshift": 8,
        "text": f"<b>{percent(row['disbursed_pct'], 1, lang)}</b><br>{sign} {words}",
        "showarrow": False,
    }


def _quarters(lang: str) -> list[str]:
    return [t("figures.quarter", lang, quarter=quarter) for quarter in (1, 2, 3, 4)]


def _colour(row: dict) -> str:
    if is_missing(row["gap_pp"]):
        return SERIES[0]
    return STATUS[0] if row["gap_pp"] >= 0 else STATUS[2]


def _hover(row: dict, lang: str) -> str:
    return t(
        "figures.spending.hover",
        lang,
        disbursed=million_baht(row["disbursed_thb"], lang),
        allocated=million_baht(row["allocated_thb"], lang),
        target=percent(row["target_pct"], 1, lang),
    )
