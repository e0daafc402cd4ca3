"""One indicator in the quarters of a year, beside the year that is compared with."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.kpi_paths import HEIGHT, numeric, with_unit
from charts.labels import amount, is_missing, year
from charts.palette import EARLIER, MUTED, SERIES
from i18n import t


def quarters(results: pd.DataFrame, lang: str) -> go.Figure:
    """Results of the quarters of one year as columns, last year's beside them in grey.

    `results` are rows of `kpi_growth` of one indicator: value, base_value, quarter, fiscal_year.
    """
    rows = results.sort_values("quarter").to_dict("records")
    x = [t("figures.quarter", lang, quarter=int(row["quarter"])) for row in rows]
    before = [numeric(row["base_value"]) for row in rows]
    now = [numeric(row["value"]) for row in rows]
    fy = rows[0]["fiscal_year"] if rows else 0
    traces = [
        {**_columns(x, before, EARLIER), "name": _base_name(rows, fy, lang)},
        {
            **_columns(x, now, SERIES[0]),
            "name": with_unit(year(fy), rows),
            "text": [
                "" if value is None else amount(value, None, row["unit_kind"], lang)
                for value, row in zip(now, rows, strict=True)
            ],
        },
    ]
    layout = {
        "height": HEIGHT,
        "barmode": "group",
        "xaxis": {"type": "category", "showgrid": False},
        "yaxis": {"rangemode": "tozero", "nticks": 5},
    }
    return theme.figure(traces, layout)


def _base_name(rows: list[dict], fy: int, lang: str) -> str:
    """The year that is compared with, or the years of the mean."""
    named = next((row["base_years"] for row in rows if not is_missing(row.get("base_years"))), None)
    if named is None or "," not in named:
        return named or year(fy - 1)
    return t("semantics.base.mean", lang, years=named)


def _columns(x: list[str], y: list, colour: str) -> dict:
    return {
        "type": "bar",
        "x": x,
        "y": y,
        "textposition": "outside",
        "constraintext": "none",
        "textangle": 0,
        "cliponaxis": False,
        "marker": {"color": colour, "line": {"color": MUTED, "width": 1}},
        "hoverinfo": "x+y+name",
    }
