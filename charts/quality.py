"""How good the data are: four bars an agency, their course over time, and the commonest mistakes."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import MUTED, SERIES, TRACK
from i18n import t
from thai.calendar import quarter_label
from thai.format import number, percent

# Each measure with the columns of its numerator and denominator.
PARTS = {
    "correct_pct": ("correct_count", "checked_count"),
    "complete_pct": ("received_count", "due_count"),
    "consistent_pct": ("passed_count", "rule_count"),
    "timely_pct": ("on_time_count", "received_count"),
}
_COLOURS = dict(zip(PARTS, SERIES, strict=False))
_DASHES = dict(zip(PARTS, ("solid", "dash", "dot", "dashdot"), strict=True))
_ROW_PX, _HEAD_PX = 34, 44
_NAME_LETTERS = 46
_GAP = 0.02


def measure(name: str, lang: str) -> str:
    """What a measure is called: "ความถูกต้อง"."""
    return t(f"quality.measure.{name}", lang)


def four_bars(agencies: pd.DataFrame, lang: str) -> go.Figure:
    """Rows of `data_quality_by_agency` as four bars each, beside one another; the order is kept.

    Beside every bar stands its numerator and denominator; an unknown measure has words, no bar.
    The `customdata` of a bar is (agency, area_code).
    """
    rows = agencies.to_dict("records")
    traces, layout = [], {"height": _HEAD_PX + _ROW_PX * len(rows), "showlegend": False}
    width = (1 - _GAP * (len(PARTS) - 1)) / len(PARTS)
    for place, name in enumerate(PARTS):
        axis = "" if place == 0 else str(place + 1)
        start = place * (width + _GAP)
        traces += _bars(rows, name, axis, lang)
        layout[f"xaxis{axis}"] = {
            "domain": [start, start + width],
            "range": [0, 100],
            "visible": True,
            "showticklabels": False,
            "showgrid": False,
            "zeroline": False,
            "side": "top",
            "title": {"text": measure(name, lang), "standoff": 2},
        }
    layout["yaxis"] = _names(rows)
    return theme.figure(traces, layout | {"barmode": "overlay", "bargap": 0.2})


def trend(periods: pd.DataFrame, lang: str) -> go.Figure:
    """Rows of `data_quality_over_time` as a line a measure, broken where it is unknown."""
    rows = periods.to_dict("records")
    labels = [quarter_label(int(row["fiscal_year"]), int(row["quarter"])) for row in rows]
    short = [label.removeprefix("ไตรมาส ") for label in labels]
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": measure(name, lang),
            "x": short,
            "y": [None if is_missing(row[name]) else float(row[name]) for row in rows],
            "line": {"color": _COLOURS[name], "width": 2, "dash": _DASHES[name]},
            "marker": {"size": 7},
            "customdata": [_fraction(row, name) for row in rows],
            "hovertemplate": f"{measure(name, lang)} %{{x}}: %{{y:.1f}}% (%{{customdata}})"
            "<extra></extra>",
        }
        for name in PARTS
    ]
    layout = {
        "height": 300,
        "xaxis": theme.YEAR_AXIS | {"title": {"text": t("quality.axis.period", lang)}},
        "yaxis": {"range": [0, 104], "ticksuffix": "%"},
    }
    return theme.figure(traces, layout)


def mistakes(kinds: pd.DataFrame, lang: str) -> go.Figure:
    """Rows of `frequent_mistakes`, with a column `title`, as bars; the most frequent on top.

    The `customdata` of a bar is (code,).
    """
    rows = kinds.to_dict("records")
    counts = [int(row["finding_count"]) for row in rows]
    words = [
        t(
            "quality.mistakes.bar",
            lang,
            count=number(row["finding_count"]),
            files=number(row["file_count"]),
            agencies=number(row["agency_count"]),
        )
        for row in rows
    ]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": counts,
        "y": list(range(len(rows))),
        "marker": {"color": SERIES[0]},
        "text": words,
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [(row["code"],) for row in rows],
        "hoverinfo": "skip",
    }
    names = [shortened(row["title"], _NAME_LETTERS) for row in rows]
    layout = {
        "height": 24 + _ROW_PX * len(rows),
        # The words to the right of the longest bar need as much room as the bar.
        "xaxis": {"visible": False, "range": [0, 1.7 * max(counts, default=1)]},
        "yaxis": _ticks(names),
    }
    return theme.figure([bars], layout)


def _bars(rows: list[dict], name: str, axis: str, lang: str) -> list[dict]:
    places = list(range(len(rows)))
    shared = {
        "type": "bar",
        "orientation": "h",
        "y": places,
        "xaxis": f"x{axis}",
        "customdata": [(row["agency"], row["area_code"]) for row in rows],
        "hoverinfo": "skip",
    }
    known = [0 if is_missing(row[name]) else float(row[name]) for row in rows]
    track = shared | {"x": [100] * len(rows), "marker": {"color": TRACK}}
    track |= {
        "text": [_words(row, name, lang) for row in rows],
        "textposition": "inside",
        "insidetextanchor": "end",
        "constraintext": "none",
    }
    thin = shared | {"x": known, "marker": {"color": _COLOURS[name]}, "width": 0.16}
    thin["y"] = [place + 0.34 for place in places]
    return [track, thin]


def _words(row: dict, name: str, lang: str) -> str:
    if is_missing(row[name]):
        return t("quality.unknown", lang)
    return f"{percent(row[name], 1, lang)} ({_fraction(row, name)})"


def _fraction(row: dict, name: str) -> str:
    part, whole = PARTS[name]
    return "–" if is_missing(row[part]) else f"{number(row[part])}/{number(row[whole])}"


def _names(rows: list[dict]) -> dict:
    return _ticks([shortened(row["agency"], _NAME_LETTERS) for row in rows])


def _ticks(names: list[str]) -> dict:
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "range": [len(names) - 0.4, -0.6],
        "showgrid": False,
        "zeroline": False,
        "linecolor": MUTED,
    }
