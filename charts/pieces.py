"""The pieces many figures are put together from: words beside a row, bars, frames, clear rows."""

from collections.abc import Iterable, Sequence

CLEAR = "rgba(0,0,0,0)"
UNDIMMED = {"marker": {"opacity": 1}}
"""For `unselected`: a click on one bar must not fade the others."""


def note(x: object, y: object, text: str, **more: object) -> dict:
    """Words that begin at (x, y) of the axes, lines under each other at the left, no arrow.

    `more` are other settings of a plotly annotation and win over these.
    """
    left = {"xanchor": "left", "align": "left", "showarrow": False}
    return {"x": x, "y": y, "text": text, **left, **more}


def row_note(x: float, place: float, text: str, **more: object) -> dict:
    """The same in row `place` of the y axis, x from 0 to 1 of the whole figure."""
    return note(x, place, text, **{"xref": "paper", "yref": "y", **more})


def bars(places: Sequence[float], lengths: list, colour: object, **more: object) -> dict:
    """Bars lying in `places`, `colour` for all of them or each its own, unmoved by a click."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": list(places),
        "marker": {"color": colour},
        "unselected": UNDIMMED,
        **more,
    }


def whole_rows(places: Iterable[float], custom: list, hover: list[str], length: float = 1) -> dict:
    """A clear bar over each whole row, so that also a row without a value can be clicked."""
    rows = list(places)
    about = {"customdata": custom, "hovertext": hover, "hoverinfo": "text"}
    unseen = {"unselected": {"marker": {"opacity": 0}}}
    return bars(rows, [length] * len(rows), CLEAR, width=1, **about, **unseen)


def frames(places: Iterable[tuple[int, int]], line: dict, **more: object) -> dict:
    """An empty box at each (row, column) of a grid of tiles, its edge a plotly `line`."""
    lines, columns = zip(*places, strict=True)
    return {
        "type": "bar",
        "x": [column + 0.5 for column in columns],
        "base": [row + 0.04 for row in lines],
        "y": [0.9] * len(lines),
        "width": 0.96,
        "marker": {"color": CLEAR, "line": line},
        "unselected": UNDIMMED,
        **more,
    }


def rows_axis(count: int, spare: float = 0) -> dict:
    """The unseen y axis of `count` rows, the first on top, with `spare` above and below."""
    return {"range": [count - 0.5 + spare, -0.5 - spare], "visible": False}


def named_rows(names: list[str]) -> dict:
    """The y axis of rows with a name each at the left, the first on top."""
    return {
        "tickvals": list(range(len(names))),
        "ticktext": names,
        "range": [len(names) - 0.5, -0.5],
        "showgrid": False,
        "zeroline": False,
    }
