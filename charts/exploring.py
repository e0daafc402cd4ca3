"""A plain chart of any table: one figure by one name, or over the years."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened, year
from charts.palette import SERIES

YEARS = ("fiscal_year", "year")
# More nobody reads off a screen; the table holds them all.
MOST_BARS, MOST_LINES = 30, 8
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")


def names_in(frame: pd.DataFrame) -> list[str]:
    """Columns whose values can stand on an axis: more than one, as many at most as fit."""
    texts = [name for name in frame.columns if pd.api.types.is_string_dtype(frame[name])]
    return [name for name in (*YEARS, *texts) if name in frame and frame[name].nunique() > 1]


def telling(frame: pd.DataFrame, names: list[str]) -> int:
    """The place in `names` of the best axis: years, else the column with the most different names.

    Under few names, many bars of each would look alike.
    """
    if names[0] in YEARS:
        return 0
    return max(range(len(names)), key=lambda place: frame[names[place]].nunique())


def figures_in(frame: pd.DataFrame) -> list[str]:
    """Columns of numbers that are not years, quarters or ordinals."""
    return [
        name
        for name in frame.columns
        if pd.api.types.is_numeric_dtype(frame[name])
        and not pd.api.types.is_bool_dtype(frame[name])
        and name not in (*YEARS, "quarter", "base_fiscal_year", "basket", "ordinal")
        and frame[name].notna().any()
    ]


def chart(frame: pd.DataFrame, by: str, figure: str, title: str, series: str | None) -> go.Figure:
    """`figure` over the years as a line each value of `series`, else as bars, the largest on top.

    `title` names the figure with its unit. Rows without a figure are left out: a bar of nothing
    would read as zero. Several rows of one name are not added up: each is a bar of its own.
    """
    rows = frame[frame[figure].notna()]
    if by in YEARS:
        return _lines(rows, by, figure, title, series)
    return _bars(rows, by, figure, title)


def _lines(rows: pd.DataFrame, by: str, figure: str, title: str, series: str | None) -> go.Figure:
    groups = _series(rows, by, series)
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": shortened(name, 36),
            "x": [year(value) for value in part[by]],
            "y": [float(value) for value in part[figure]],
            "line": {
                "color": SERIES[place % len(SERIES)],
                "dash": _DASHES[place % len(_DASHES)],
            },
        }
        for place, (name, part) in enumerate(groups[:MOST_LINES])
    ]
    layout = {
        "height": 340,
        "showlegend": len(traces) > 1,
        "xaxis": {**theme.YEAR_AXIS, "categoryorder": "category ascending"},
        "yaxis": {"title": {"text": theme.plain(title)}, "tickformat": ",~f"},
    }
    return theme.figure(traces, layout)


def _series(rows: pd.DataFrame, by: str, series: str | None) -> list[tuple[str, pd.DataFrame]]:
    """Name and rows of each line; where a year has several, every other name tells them apart."""
    keys = [series] if series else []
    if rows.duplicated([by, *keys]).any():
        keys += [name for name in names_in(rows) if name not in (*YEARS, *keys)]
    if not keys:
        return [("", rows)]
    groups = rows.groupby(keys, sort=False, dropna=False)
    return [
        (" · ".join("–" if is_missing(n) else str(n) for n in names), part)
        for names, part in groups
    ]


def _bars(rows: pd.DataFrame, by: str, figure: str, title: str) -> go.Figure:
    top = rows.sort_values(figure, ascending=False, kind="stable").head(MOST_BARS)
    names = ["–" if is_missing(name) else shortened(name, 40) for name in top[by]]
    trace = {
        "type": "bar",
        "orientation": "h",
        # A place each, as two rows of one name must not be stacked into one bar.
        "y": list(range(len(top))),
        "x": [float(value) for value in top[figure]],
        "marker": {"color": SERIES[0]},
        "customdata": names,
        "hovertemplate": "%{customdata}: %{x:,.2f}<extra></extra>",
    }
    layout = {
        "height": 120 + 24 * len(top),
        "xaxis": {"title": {"text": theme.plain(title)}, "tickformat": ",~f"},
        "yaxis": {
            "tickvals": list(range(len(top))),
            "ticktext": names,
            "autorange": "reversed",
            "showgrid": False,
        },
    }
    return theme.figure([trace], layout)
