"""Where do the indicators stand? One row each: attainment, result and target, status, past years.

Drawn as one figure: a wall of separate tiles or a table with small charts takes the browser
three to five times as long to redraw after a click.
"""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import amount, attained, is_missing, shortened
from charts.palette import EARLIER, INK, MUTED, TRACK
from charts.pieces import UNDIMMED, bars, row_note, rows_axis, whole_rows
from charts.status import Status, status_of
from i18n import t

WORST_FIRST = ("critical", "at_risk", "near", "no_data", "met", "not_due")
"""The order of `kpi_overview`."""
CAP_PCT = 130
"""Longest bar: beyond it only the number tells how far the target was passed."""

_ROW_PX = 56
_OF_LAST_YEAR = ["area_code", "kpi_code", "attainment_to_date_pct"]
_BARS, _TEXT, _TREND = (0.0, 0.57), 0.59, (0.88, 0.985)
_NAME_LETTERS, _AREA_LETTERS = 44, 16
_CENTRE = 0.22  # of the bar in its row of height 1, below the name
_TREND_REACH = 0.3


def wall(
    standing: pd.DataFrame, last_year: pd.DataFrame, lang: str, *, one_area: bool
) -> go.Figure:
    """Rows of `kpi_overview`, in their order, as bars towards 100 percent of the target to date.

    `last_year` holds the same metric a year earlier: the grey bar behind. The line at the right
    is the newest periods' results. With `one_area` the area is not repeated in every name. The
    `customdata` of a row is (kpi_code, area_code).
    """
    rows = standing.to_dict("records")
    before = {_key(row): row for row in last_year[_OF_LAST_YEAR].to_dict("records")}
    places = list(range(len(rows)))
    traces = [
        _bars(places, [CAP_PCT] * len(rows), 0.30, TRACK),
        _bars(places, [_capped(before.get(_key(row), {})) for row in rows], 0.30, EARLIER),
        _bars(places, [_capped(row) for row in rows], 0.15, [_status(row).colour for row in rows]),
        *_trends(rows),
        _click_area(rows, lang),
    ]
    return theme.figure(traces, _layout(rows, lang, one_area))


def _bars(places: list[int], lengths: list, width: float, colour: str | list[str]) -> dict:
    below_name = [place + _CENTRE for place in places]
    return bars(below_name, lengths, colour, width=width, hoverinfo="skip")


def _trends(rows: list[dict]) -> list[dict]:
    """One broken line through all rows on the right axis, and a mark at each newest value."""
    x, y, ends = [], [], []
    for place, row in enumerate(rows):
        points = _scaled(row["trend"], place)
        x += [px for px, _ in points] + [None]
        y += [py for _, py in points] + [None]
        if points:
            ends.append((*points[-1], _status(row)))
    line = {"type": "scatter", "mode": "lines", "x": x, "y": y, "xaxis": "x2"}
    marks = {
        "type": "scatter",
        "mode": "markers",
        "x": [px for px, _, _ in ends],
        "y": [py for _, py, _ in ends],
        "xaxis": "x2",
        "marker": {
            "size": 10,
            "symbol": [status.marker for _, _, status in ends],
            "color": [status.colour for _, _, status in ends],
        },
    }
    common = {"hoverinfo": "skip", "unselected": UNDIMMED}
    return [{**line, "line": {"color": MUTED, "width": 2}, **common}, {**marks, **common}]


def _scaled(trend: object, place: int) -> list[tuple[float, float]]:
    """A series of results as points in its own row: x from 0 to 1, up means more."""
    values = [] if trend is None or is_missing(trend) else [float(value) for value in trend]
    if len(values) < 2:
        return []
    low, span = min(values), (max(values) - min(values)) or 1
    last = len(values) - 1
    return [
        (at / last, place + _TREND_REACH * (1 - 2 * (value - low) / span))
        for at, value in enumerate(values)
    ]


def _click_area(rows: list[dict], lang: str) -> dict:
    codes = [[row["kpi_code"], row["area_code"]] for row in rows]
    return whole_rows(range(len(rows)), codes, [_hover(row, lang) for row in rows], CAP_PCT)


def _layout(rows: list[dict], lang: str, one_area: bool) -> dict:
    notes = [
        note
        for place, row in enumerate(rows)
        for note in (*_name(place, row, lang, one_area), *_figures(place, row, lang))
    ]
    return {
        "height": _ROW_PX * len(rows) + 26,
        "showlegend": False,
        "barmode": "overlay",
        "annotations": [*notes, _target_note(lang)],
        "shapes": [_target_tick(place) for place in range(len(rows))],
        "margin": {"l": 0, "r": 4, "t": 22, "b": 0},
        "yaxis": rows_axis(len(rows), spare=0.05),
        "xaxis": {"domain": _BARS, "range": [0, CAP_PCT], "visible": False},
        "xaxis2": {"domain": _TREND, "range": [-0.05, 1.1], "visible": False, "anchor": "y"},
    }


def _name(place: int, row: dict, lang: str, one_area: bool) -> list[dict]:
    area = shortened(row["area"], _AREA_LETTERS)
    room = _NAME_LETTERS - (0 if one_area else len(area))
    name = shortened(row["kpi"], room)
    title = row_note(0, place - 0.18, name if one_area else f"{name} · <b>{area}</b>")
    pct = row["attainment_to_date_pct"]
    if is_missing(pct) or pct >= 0:
        return [title]
    worse = t("figures.wall.worse_than_base", lang)
    return [title, row_note(0.005, place + _CENTRE, worse, font={"color": MUTED})]


def _figures(place: int, row: dict, lang: str) -> list[dict]:
    status = _status(row)
    pct = row["attainment_to_date_pct"]
    share = "" if is_missing(pct) or pct < 0 else f" {attained(pct, lang)}"
    result = amount(row["actual"], None, row["unit_kind"], lang)
    target = amount(row["target"], None, row["unit_kind"], lang)
    pill = row_note(
        _TEXT,
        place - 0.2,
        f"{status.label(lang)}{share}",
        bgcolor=status.colour,
        font={"color": status.text_colour},
        borderpad=1,
    )
    versus = t("figures.wall.versus", lang, result=result, target=target)
    return [pill, row_note(_TEXT, place + 0.26, versus)]


def _target_tick(place: int) -> dict:
    y0, y1 = place + _CENTRE - 0.2, place + _CENTRE + 0.2
    return {
        "type": "line",
        "x0": 100,
        "x1": 100,
        "y0": y0,
        "y1": y1,
        "line": {"color": INK, "width": 3},
    }


def _target_note(lang: str) -> dict:
    return {
        "x": 100,
        "xref": "x",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": t("figures.wall.target_line", lang),
        "font": {"color": MUTED},
        "showarrow": False,
    }


def _hover(row: dict, lang: str) -> str:
    return t(
        "figures.wall.hover",
        lang,
        kpi=shortened(row["kpi"], 90),
        area=shortened(row["area"], 40),
        status=_status(row).label(lang),
        result=amount(row["actual"], row["unit"], row["unit_kind"], lang),
        target=amount(row["target"], row["unit"], row["unit_kind"], lang),
    )


def _key(row: dict) -> tuple:
    return row["area_code"], row["kpi_code"]


def _capped(row: dict) -> float | None:
    pct = row.get("attainment_to_date_pct")
    return None if is_missing(pct) else min(max(float(pct), 0), CAP_PCT)


def _status(row: dict) -> Status:
    return status_of(row["status"])
