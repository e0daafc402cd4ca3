"""Risks on five by five cells: how likely, how bad, how many, with the level in colour and word."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import DARK_TEXT, LIGHT_TEXT, STATUS
from i18n import t

# Low to very high: the steps of attainment in reverse, told apart by every kind of eye.
COLOURS = dict(zip(("low", "medium", "high", "very_high"), STATUS, strict=True))
TEXT_ON = {"low": LIGHT_TEXT, "medium": DARK_TEXT, "high": DARK_TEXT, "very_high": LIGHT_TEXT}
_CELL_PX = 54
_NAMED = 4
_STEPS = (1, 2, 3, 4, 5)


def level_label(level: object, lang: str) -> str:
    """Sign and word of a level, "◆ สูง"; "○ ไม่มีข้อมูล" without one."""
    if is_missing(level):
        return f"○ {t('panel.empty.missing', lang)}"
    return t(f"codes.risk_level.{level}", lang)


def heat_map(risks: pd.DataFrame, bands: dict[int, str], lang: str) -> go.Figure:
    """Rows of `risk_map` as cells of likelihood (across) and impact (up), counts over all issues.

    `bands` maps every score to its level, so that empty cells show theirs, pale. The `customdata`
    of a cell is (likelihood, impact).
    """
    cells = {
        (int(likelihood), int(impact)): rows
        for (likelihood, impact), rows in risks.groupby(["likelihood", "impact"])
    }
    places = [(likelihood, impact) for impact in _STEPS for likelihood in _STEPS]
    levels = [bands[likelihood * impact] for likelihood, impact in places]
    trace = {
        "type": "bar",
        "x": [likelihood for likelihood, _ in places],
        "base": [impact - 0.47 for _, impact in places],
        "y": [0.94] * len(places),
        "width": 0.95,
        "marker": {
            "color": [COLOURS[level] for level in levels],
            "opacity": [1 if place in cells else 0.22 for place in places],
        },
        "customdata": [list(place) for place in places],
        "hovertext": [_hover(place, cells.get(place), lang) for place in places],
        "hoverinfo": "text",
    }
    layout = {
        "height": _CELL_PX * 5 + 74,
        "showlegend": False,
        "annotations": [
            _count(place, cells[place], bands, lang) for place in places if place in cells
        ],
        "margin": {"l": 8, "r": 4, "t": 4, "b": 8},
        "xaxis": _axis(t("risks.map.likelihood", lang)),
        "yaxis": _axis(t("risks.map.impact", lang)),
    }
    return theme.figure([trace], layout)


def _axis(title: str) -> dict:
    return {
        "title": {"text": title, "standoff": 14},
        "tickvals": list(_STEPS),
        "range": [0.5, 5.5],
        "showgrid": False,
        "zeroline": False,
    }


def _count(place: tuple[int, int], rows: pd.DataFrame, bands: dict[int, str], lang: str) -> dict:
    level = bands[place[0] * place[1]]
    return {
        "x": place[0],
        "y": place[1],
        "text": f"<b>{int(rows['risk_count'].sum())}</b><br>{level_label(level, lang)}",
        "font": {"color": TEXT_ON[level], "size": 13},
        "showarrow": False,
    }


def _hover(place: tuple[int, int], rows: pd.DataFrame | None, lang: str) -> str:
    if rows is None:
        return t("risks.map.empty", lang, score=place[0] * place[1])
    named = [
        f"• {shortened(row['risks'], 70)} ({shortened(row['area'], 20)})"
        for row in rows.head(_NAMED).to_dict("records")
    ]
    return "<br>".join([t("risks.map.score", lang, score=place[0] * place[1]), *named])
