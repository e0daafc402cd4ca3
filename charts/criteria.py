"""What keeps villages from a better grade: how many fail each criterion."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import shortened
from charts.palette import EARLIER, SERIES
from charts.pieces import row_note, rows_axis
from i18n import t
from thai.format import number, percent


def criteria(met: pd.DataFrame, lang: str) -> go.Figure:
    """Villages failing each criterion of `criteria_met`, added over its districts, most on top."""
    rows = failures(met)
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [row["failed_count"] for row in rows],
        "y": [place + 0.2 for place in range(len(rows))],
        "width": 0.36,
        "marker": {"color": [SERIES[5]] + [EARLIER] * (len(rows) - 1)},
        "text": [_failed_text(row, lang) for row in rows],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    names = [shortened(criterion_name(row, lang), 60) for row in rows]
    longest = max((row["failed_count"] for row in rows), default=0)
    layout = {
        "height": 58 * len(rows) + 10,
        "margin": {"l": 4, "r": 8, "t": 4, "b": 4},
        "showlegend": False,
        "annotations": [row_note(0, place - 0.2, name) for place, name in enumerate(names)],
        "yaxis": rows_axis(len(rows)),
        "xaxis": {"range": [0, longest * 1.9 or 1], "visible": False},
    }
    return theme.figure([bars], layout)


def failures(met: pd.DataFrame) -> list[dict]:
    """Rows of `criteria_met` added up per criterion: failed_count of known_count, most first."""
    sums = (
        met.groupby(["criterion_key", "criterion"], sort=False)[["failed_count", "known_count"]]
        .sum()
        .reset_index()
        .sort_values("failed_count", ascending=False, kind="stable")
    )
    return sums.to_dict("records")


def criterion_name(row: dict, lang: str) -> str:
    """The criterion of a row in the reader's language."""
    return t(f"figures.criterion.{row['criterion_key']}", lang)


def _failed_text(row: dict, lang: str) -> str:
    share = None if not row["known_count"] else 100 * row["failed_count"] / row["known_count"]
    return t(
        "figures.grades.of_villages",
        lang,
        villages=number(row["failed_count"], 0, lang),
        total=number(row["known_count"], 0, lang),
        share=percent(share, 1, lang),
    )
