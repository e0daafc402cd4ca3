"""Registers as pictures: problems by area and state, satisfaction with its number of answers."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import DARK_TEXT, LIGHT_TEXT, MUTED, SERIES, STATUS, TRACK
from i18n import t
from thai.format import number, percent, points

_STATES = (
    ("open_count", "open", "○", STATUS[3], LIGHT_TEXT),
    ("in_progress_count", "in_progress", "▶", STATUS[1], DARK_TEXT),
    ("solved_count", "solved", "●", STATUS[0], LIGHT_TEXT),
)
_ROW_PX = 46
_MOST_SUBJECTS = 10


def problems(summary: pd.DataFrame, lang: str) -> go.Figure:
    """`problem_summary` as a bar an area of problems, split by state; `customdata` (problem_area,)."""
    rows = summary.sort_values("area_order").to_dict("records")
    names = [
        shortened(t(f"registers.problem_area.{row['problem_area']}", lang), 34) for row in rows
    ]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": f"{sign} {t(f'registers.state.{state}', lang)}",
            "x": [row[column] for row in rows],
            "y": names,
            "text": [f"{sign} {row[column]}" if row[column] else "" for row in rows],
            "textfont": {"color": ink},
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "marker": {"color": colour},
            "customdata": [[row["problem_area"]] for row in rows],
            "hovertemplate": "%{y}: %{text}<extra></extra>",
            "unselected": {"marker": {"opacity": 1}},
        }
        for column, state, sign, colour, ink in _STATES
    ]
    layout = {
        "height": len(rows) * _ROW_PX + 56,
        "barmode": "stack",
        "uniformtext": {"minsize": 11, "mode": "hide"},
        "legend": {"traceorder": "normal", "y": 1.02},
        "xaxis": {"visible": False},
        "yaxis": {"autorange": "reversed", "showgrid": False, "ticksuffix": " "},
    }
    return theme.figure(traces, layout)


def satisfaction(results: pd.DataFrame, lang: str) -> go.Figure:
    """`survey_results`, the least satisfied first: the share, its change and how many answered."""
    rows = results.sort_values("satisfied_pct").head(_MOST_SUBJECTS).to_dict("records")
    several = results["area_code"].nunique() > 1
    names = [_subject(row, several=several) for row in rows]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [row["satisfied_pct"] for row in rows],
        "y": names,
        "marker": {"color": SERIES[0]},
        "text": [_answered(row, lang) for row in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    track = {**bars, "x": [100] * len(rows), "text": None, "marker": {"color": TRACK}}
    layout = {
        "height": len(rows) * 36 + 16,
        "barmode": "overlay",
        "showlegend": False,
        "margin": {"l": 8, "r": 8, "t": 4, "b": 4},
        "font": {"size": 13},
        "xaxis": {"visible": False, "range": [0, 175]},
        "yaxis": {"autorange": "reversed", "showgrid": False, "ticksuffix": " "},
    }
    notes = [_note(place, text) for place, text in enumerate(bars["text"])]
    del bars["text"], bars["textposition"], track["text"], track["textposition"]
    return theme.figure([track, bars], {**layout, "annotations": notes})


def _subject(row: dict, *, several: bool) -> str:
    name = shortened(row["subject"], 30)
    return f"{name} · {shortened(row['area'], 14)}" if several else name


def _answered(row: dict, lang: str) -> str:
    said = t(
        "registers.answered",
        lang,
        share=percent(row["satisfied_pct"], 1, lang),
        count=number(row["respondent_count"], 0, lang),
    )
    if is_missing(row["change_pp"]):
        return said
    return f"{said} · {points(row['change_pp'], 1, lang)}"


def _note(place: int, text: str) -> dict:
    return {
        "x": 103,
        "y": place,
        "xanchor": "left",
        "text": text,
        "showarrow": False,
        "font": {"size": 12, "color": MUTED},
    }
