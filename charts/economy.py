"""Yearly figures of areas as lines: provincial product and what else the country publishes."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened, year
from charts.palette import MUTED, SERIES
from i18n import t
from thai.format import number

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")
# More lines than this nobody tells apart; the table holds them all.
MOST_LINES = 6
_LABEL_SHARE = 0.075


def product_over_years(product: pd.DataFrame, lang: str) -> go.Figure:
    """Provincial product per year in thousand million baht, one line per area, named at its end.

    `product` are rows of `gross_provincial_product`: totals of all sectors at one price.
    """
    rows = product.dropna(subset=["value_thb"]).sort_values("year")
    newest = rows.groupby("area", sort=False)["value_thb"].last().sort_values(ascending=False)
    traces = [
        _line(rows[rows["area"] == area].to_dict("records"), place)
        for place, area in enumerate(newest.index[:MOST_LINES])
    ]
    layout = {
        "height": 320,
        "showlegend": False,
        "margin": {"l": 8, "r": 150, "t": 28, "b": 8},
        "annotations": [_unit(lang), *_ends(traces)],
        "xaxis": {**theme.YEAR_AXIS, "dtick": 5, "tickangle": 0},
        "yaxis": {
            "rangemode": "tozero",
            "nticks": 5,
            "tickformat": ",.0f",
        },
    }
    return theme.figure(traces, layout)


def _line(rows: list[dict], place: int) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": shortened(rows[0]["area"], 24),
        "x": [year(row["year"]) for row in rows],
        "y": [_thousand_million(row["value_thb"]) for row in rows],
        "line": {
            "color": SERIES[place % len(SERIES)],
            "width": 3,
            "dash": _DASHES[place % len(_DASHES)],
        },
        "hovertemplate": "%{x}: %{y:,.1f}<extra>%{fullData.name}</extra>",
    }


def _unit(lang: str) -> dict:
    return {
        "x": 0,
        "xref": "paper",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": t("figures.unit.thousand_million_baht", lang),
        "font": {"color": MUTED},
        "showarrow": False,
    }


def _ends(traces: list[dict]) -> list[dict]:
    """Each line's name and newest value at its end, moved apart where they would overlap."""
    last = [trace["y"][-1] for trace in traces]
    apart = max(last, default=0) * _LABEL_SHARE
    notes, above = [], None
    for trace in sorted(traces, key=lambda trace: trace["y"][-1]):
        y = trace["y"][-1] if above is None else max(trace["y"][-1], above + apart)
        above = y
        notes.append(
            {
                "x": 1,
                # In paper units: on a category axis "2563" would mean the 2563rd year.
                "xref": "paper",
                "y": y,
                "xanchor": "left",
                "xshift": 4,
                "text": f"{trace['name']} {number(trace['y'][-1], 0)}",
                "font": {"color": MUTED},
                "showarrow": False,
            }
        )
    return notes


def _thousand_million(value_thb: object) -> float | None:
    return None if is_missing(value_thb) else float(value_thb) / 1_000_000_000
