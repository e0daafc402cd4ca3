"""One look for every figure: the template, the layout around it, and the browser's settings."""

import plotly.graph_objects as go

from charts.palette import (
    GRID,
    GRID_ON_DARK,
    INK,
    INK_ON_DARK,
    MUTED,
    MUTED_ON_DARK,
    SERIES,
    STATUS,
    STATUS_WORDS_ON_DARK,
)

FONT = "'Noto Sans Thai Looped', 'Leelawadee UI', Tahoma, sans-serif"

# A year is a name, not a number: on a number axis 2566 and 2567 have "2,566.5" between them.
YEAR_AXIS = {"type": "category", "showgrid": False}

# Streamlit hands the browser every figure twice. Unless both carry the same revision, plotly takes
# the second one's numbers for new ones and draws all again; figures that differ never meet.
_DRAWN_ONCE = 1

_ON_DARK = {INK: INK_ON_DARK, MUTED: MUTED_ON_DARK}
_WORDS_ON_DARK = dict(zip(STATUS, STATUS_WORDS_ON_DARK, strict=True)) | {MUTED: MUTED_ON_DARK}

_CONFIG = {
    "displaylogo": False,
    "topojsonURL": "app/static/",
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoom2d", "pan2d", "autoScale2d"],
    "showTips": False,
}


def _template(ink: str, grid: str) -> go.layout.Template:
    axis = {"gridcolor": grid, "zerolinecolor": MUTED, "automargin": True, "fixedrange": True}
    legend = {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "title": {"text": ""}}
    layout = {
        "font": {"family": FONT, "size": 14, "color": ink},
        "colorway": list(SERIES),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ".,",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8, "pad": 4},
        "hoverlabel": {"font": {"family": FONT, "size": 14}, "align": "left"},
        "legend": legend,
        "xaxis": axis,
        "yaxis": {**axis, "tickformat": ","},
        "bargap": 0.35,
        "modebar": {"orientation": "h", "bgcolor": "rgba(0,0,0,0)"},
    }
    return go.layout.Template({"layout": layout})


LIGHT = _template(INK, GRID)
DARK = _template(INK_ON_DARK, GRID_ON_DARK)


def figure(traces: list[dict], layout: dict | None = None) -> go.Figure:
    """A figure of plain-dict traces in the one template; `layout` is laid over it.

    Plain dicts, because plotly.express takes twenty times as long for the same figure; unchecked,
    because checking is most of the rest. The tests check what Plotly would.
    """
    about = {"template": LIGHT, "datarevision": _DRAWN_ONCE, **(layout or {})}
    return go.Figure({"data": traces, "layout": about}, _validate=False)


def clickable(drawn: go.Figure) -> go.Figure:
    """`drawn` itself, saying what Streamlit says of a chart whose points are chosen by a click.

    Left to Streamlit it is said after the first drawing, and the browser draws a second time.
    """
    drawn.layout.update(clickmode="event+select", dragmode="pan", hovermode="closest")
    return drawn


def on_dark(drawn: go.Figure) -> go.Figure:
    """`drawn` itself, its writing, grid, lines and marks made light for a dark page.

    Writing in ink stays: it stands on a coloured ground, for on the page's own the template's
    colour is taken.
    """
    drawn.layout.template = DARK
    for note in drawn.layout.annotations:
        if note.font.color in _WORDS_ON_DARK:
            note.font.color = _WORDS_ON_DARK[note.font.color]
    for shape in drawn.layout.shapes:
        _lighten(shape.line)
    for trace in drawn.data:
        if trace.type == "scatter":
            _lighten(trace.line)
            _lighten(trace.marker)
            _lighten(trace.marker.line)
    return drawn


def _lighten(part) -> None:
    """Give a line or mark in ink or grey the like of it that shows on a dark page."""
    if isinstance(part.color, str):
        part.color = _ON_DARK.get(part.color, part.color)


def config(filename: str) -> dict:
    """Settings for the browser: our own map file, a large picture under a name people can read."""
    picture = {"format": "png", "filename": filename, "width": 1600, "height": 900, "scale": 3}
    return {**_CONFIG, "toImageButtonOptions": picture}


def plain(text: object) -> str:
    """`text` for a plotly label: `&` and `<` stay letters, a cell cannot become markup."""
    return str(text).replace("&", "&amp;").replace("<", "&lt;")
