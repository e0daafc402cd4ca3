"""The assessor's score and the agency's own, joined by a line as long as they differ."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import MUTED, SERIES, STATUS
from charts.pieces import named_rows, row_note
from i18n import t
from thai.format import number

MOST_ROWS = 10
_ROW_PX = 34


def dumbbell(assessed: pd.DataFrame, lang: str) -> go.Figure:
    """Rows of `assessment_agreement`, the largest difference on top, ten at most.

    A diamond is the assessor, a circle the agency; what has no comparable claim shows its reason.
    """
    rows = assessed.head(MOST_ROWS).to_dict("records")
    traces = [
        *(
            _line(place, row)
            for place, row in enumerate(rows)
            if not is_missing(row["claimed_score"])
        ),
        _points(
            rows, "claimed_score", "circle", SERIES[4], t("assessments.chart.claim", lang), lang
        ),
        _points(rows, "score", "diamond", SERIES[0], t("assessments.chart.assessor", lang), lang),
    ]
    layout = {
        "height": _ROW_PX * len(rows) + 82,
        "margin": {"l": 8, "r": 8, "t": 40, "b": 8},
        "legend": {"y": 1.02, "yanchor": "bottom"},
        "annotations": [_note(place, row, lang) for place, row in enumerate(rows)],
        "xaxis": {"range": [0.8, 5.2], "tickvals": [1, 2, 3, 4, 5], "domain": [0, 0.72]},
        "yaxis": named_rows([shortened(row["subject"], 30) for row in rows]),
    }
    return theme.figure(traces, layout)


def _line(place: int, row: dict) -> dict:
    agreed = not is_missing(row["is_agreed"]) and bool(row["is_agreed"])
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [row["claimed_score"], row["score"]],
        "y": [place, place],
        "line": {"color": MUTED if agreed else STATUS[2], "width": 3},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _points(rows: list[dict], key: str, symbol: str, colour: str, name: str, lang: str) -> dict:
    known = [(place, row) for place, row in enumerate(rows) if not is_missing(row[key])]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [row[key] for _, row in known],
        "y": [place for place, _ in known],
        "marker": {"symbol": symbol, "size": 13, "color": colour},
        "hovertext": [
            f"{shortened(row['agency'], 60)}<br>{name}: {number(row[key], 1, lang)}"
            for _, row in known
        ],
        "hoverinfo": "text",
    }


def _note(place: int, row: dict, lang: str) -> dict:
    return row_note(0.74, place, verdict(row, lang))


def verdict(row: dict, lang: str) -> str:
    """In words: "▼ หน่วยงานให้สูงกว่า 1.5", "▲ ตรงกัน", or why the two cannot be compared."""
    if is_missing(row["score"]):
        return f"○ {t('assessments.chart.no_score', lang)}"
    if is_missing(row["claimed_score"]):
        reason = row["no_claim_reason"]
        return f"○ {t(f'codes.no_claim_reason.{reason}', lang)}"
    gap = float(row["score_difference"])
    key = "agreed" if abs(gap) <= 0.5 else "claimed_higher" if gap < 0 else "claimed_lower"
    return t(f"assessments.verdict.{key}", lang, gap=number(abs(gap), 1, lang))
