"""Where in the country? Every province as a square of the same size, in about its own place."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import MILLION, is_missing, shortened
from charts.palette import INK, NOT_DUE
from i18n import t
from thai.format import baht, million_baht, number, percent

# Light to dark in one hue, so that also in grey more is darker.
_SHADES = ("#E4EEF7", "#B9D5EC", "#7FB2DC", "#3F86C2", "#0B4F94")
_ON_DARK_FROM = 3
_TILE_PX = 42


def tile_map(
    ranking: pd.DataFrame, country: pd.DataFrame, lang: str, *, chosen: frozenset[str]
) -> go.Figure:
    """A square per province, darker with a better rank in fifths, initials and rank written in it.

    `ranking` are rows of `province_ranking` of one measure, `country` of all measures: provinces
    that this one leaves out stand pale with a dash. `customdata` is (area_code,); provinces in
    `chosen` get a dark frame.
    """
    found = {row["area_code"]: row for row in ranking.to_dict("records")}
    tiles = country.drop_duplicates("area_code").dropna(subset=["tile_column"])
    places = [
        found.get(row["area_code"], {**row, "rank": None}) for row in tiles.to_dict("records")
    ]
    shades = [_shade(place) for place in places]
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [place["tile_column"] for place in places],
        "y": [place["tile_row"] for place in places],
        "marker": {
            "symbol": "square",
            "size": _TILE_PX - 4,
            "color": [NOT_DUE if shade is None else _SHADES[shade] for shade in shades],
            "line": {
                "color": INK,
                "width": [4 if place["area_code"] in chosen else 0 for place in places],
            },
        },
        "text": [_text(place, lang) for place in places],
        "textfont": {
            "size": 13,
            "color": ["#FFFFFF" if (shade or 0) >= _ON_DARK_FROM else INK for shade in shades],
        },
        "customdata": [[place["area_code"]] for place in places],
        "hovertext": [_hover(place, lang) for place in places],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}, "textfont": {"color": INK}},
    }
    rows = max(place["tile_row"] for place in places) + 1
    columns = max(place["tile_column"] for place in places) + 1
    layout = {
        "height": rows * _TILE_PX + 16,
        "showlegend": False,
        "annotations": [_legend(columns, rows, lang)],
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "xaxis": {"visible": False, "range": [-0.6, columns - 0.4], "constrain": "domain"},
        "yaxis": {"visible": False, "range": [rows - 0.4, -0.6], "scaleanchor": "x"},
    }
    return theme.figure([trace], layout)


def _legend(columns: int, rows: int, lang: str) -> dict:
    """What the shades mean, in the sea at the lower right."""
    return {
        "x": columns - 0.5,
        "xanchor": "right",
        "y": rows - 3,
        "text": t("figures.tiles.legend", lang),
        "align": "right",
        "showarrow": False,
    }


def _shade(row: dict) -> int | None:
    """The fifth of the ranking a province is in, 4 the best; None without a rank."""
    if is_missing(row["rank"]):
        return None
    part = (row["rank"] - 1) / max(row["ranked_count"], 1)
    return 4 - min(int(part * 5), 4)


def _text(row: dict, lang: str) -> str:
    rank = "–" if is_missing(row["rank"]) else str(int(row["rank"]))
    return f"<b>{row[f'short_{lang}']}</b><br>{rank}"


def _hover(row: dict, lang: str) -> str:
    name = shortened(row["area"], 40)
    if is_missing(row["rank"]):
        return t("figures.tiles.missing", lang, area=name)
    return t(
        "figures.tiles.hover",
        lang,
        area=name,
        value=measured(row["value"], row["unit"], lang),
        rank=int(row["rank"]),
        total=int(row["ranked_count"]),
    )


def measured(value: object, unit: str, lang: str) -> str:
    """A ranked value in words; `unit` is thb, person, pct or index as the metric has it."""
    if unit == "thb" and abs(float(value)) >= 10 * MILLION:
        return million_baht(value, lang, decimals=0)
    if unit == "thb":
        return baht(value, lang, decimals=0)
    if unit == "pct":
        return percent(value, 1, lang)
    if unit == "index":
        return number(value, 4, lang)
    return t("figures.unit.persons", lang, count=number(value, 0, lang))
