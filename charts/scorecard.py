"""The scorecard: dimensions and their items with scores, and what would raise the total."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import EARLIER, MUTED, NOT_DUE, SERIES, TRACK
from charts.scores import band_of, cuts_of, shown, top_of
from i18n import t
from thai.format import number, percent

_ROW_PX = 25
_BAR = (0.49, 0.70)
_CHIP, _NOTE = 0.712, 1.0
_TITLE_LETTERS = {"group": 40, "dimension": 40, "item": 40}
_INDENT = {"group": 0, "dimension": 0.012, "item": 0.03}
_BAR_WIDTH = {"group": 0.3, "dimension": 0.62, "item": 0.38}
_AREA_ROW_PX, _AREA_LETTERS = 26, 24
_GAIN_ROW_PX, _GAIN_LETTERS, _MOST_GAINS = 38, 52, 8
_LEVELS = ("group", "dimension", "item")


def scorecard(totals: pd.DataFrame, last_year: pd.DataFrame, lang: str, *, mode: str) -> go.Figure:
    """Groups, dimensions and items of one area's `evaluation_totals`, in the framework's order.

    The grey tick is the score a year earlier, of the same item on the same scale only. Thin lines
    are the cuts of the bands. The `customdata` of a row is (dimension_key,), of a group (None,).
    """
    rows = [row for row in totals.to_dict("records") if row["rollup_level"] in _LEVELS]
    scale = next((row["score_scale"] for row in rows if not is_missing(row["score_scale"])), None)
    before = {
        _same(row): row[f"score_{mode}"]
        for row in last_year.to_dict("records")
        if row["rollup_level"] == "item"
    }
    notes = [note for place, row in enumerate(rows) for note in _row_notes(place, row, lang, mode)]
    ticks = [
        _tick(place, before.get(_same(row)))
        for place, row in enumerate(rows)
        if row["rollup_level"] == "item" and not is_missing(before.get(_same(row)))
    ]
    traces = [
        _bars(rows, [top_of(scale)] * len(rows), TRACK),
        _bars(rows, [row[f"score_{mode}"] for row in rows], _colours(rows, f"band_{mode}")),
        _click_area(rows, top_of(scale), lang, mode),
    ]
    layout = {
        "height": _ROW_PX * len(rows) + 10,
        "showlegend": False,
        "barmode": "overlay",
        "annotations": notes,
        "shapes": [*(_cut(cut) for cut in cuts_of(scale)), *ticks],
        "margin": {"l": 0, "r": 2, "t": 4, "b": 4},
        "font": {"size": 13},
        "xaxis": {"domain": _BAR, "range": [0, top_of(scale)], "visible": False},
        "yaxis": {"range": [len(rows) - 0.5, -0.5], "visible": False},
    }
    return theme.figure(traces, layout)


def areas(totals: pd.DataFrame, lang: str, *, mode: str) -> go.Figure:
    """The total of every area in `evaluation_totals`, best first, with the weight it covers.

    The `customdata` of a bar is (area_code,).
    """
    frameworks = totals[totals["rollup_level"] == "framework"]
    ordered = frameworks.sort_values(f"score_{mode}", ascending=False, na_position="last")
    rows = ordered.to_dict("records")
    scale = next((row["score_scale"] for row in rows if not is_missing(row["score_scale"])), None)
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [row[f"score_{mode}"] for row in rows],
        "y": list(range(len(rows))),
        "marker": {"color": _colours(rows, f"band_{mode}")},
        "customdata": [[row["area_code"]] for row in rows],
        "hoverinfo": "text",
        "hovertext": [_total_text(row, lang, mode) for row in rows],
        "unselected": {"marker": {"opacity": 1}},
    }
    layout = {
        "height": _AREA_ROW_PX * len(rows) + 16,
        "showlegend": False,
        "annotations": [
            _total_note(place, _total_text(row, lang, mode), scale)
            for place, row in enumerate(rows)
        ],
        "shapes": [_cut(cut) for cut in cuts_of(scale)],
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4},
        "xaxis": {"range": [0, 1.6 * top_of(scale)], "visible": False},
        "yaxis": {
            "tickvals": list(range(len(rows))),
            "ticktext": [shortened(row["area"], _AREA_LETTERS) for row in rows],
            "range": [len(rows) - 0.5, -0.5],
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
        },
    }
    return theme.figure([bars], layout)


def _total_note(place: int, text: str, scale: object) -> dict:
    """A total in words, right of the longest bar: where there is no bar it says so."""
    return {
        "x": 1.02 * top_of(scale),
        "y": place,
        "text": text,
        "xanchor": "left",
        "showarrow": False,
        "font": {"size": 13},
    }


def gains(what_if: pd.DataFrame, lang: str, *, mode: str, chosen: str | None = None) -> go.Figure:
    """What each indicator would add to the total at its target: rows of `evaluation_what_if`.

    At most eight, largest first. The `customdata` of a bar is (framework_row,).
    """
    rows = raising(what_if, mode).head(_MOST_GAINS).to_dict("records")
    most = max((row[f"gain_{mode}"] for row in rows), default=1)
    places = list(range(len(rows)))
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [row[f"gain_{mode}"] for row in rows],
        "y": [place + 0.22 for place in places],
        "width": 0.34,
        "marker": {
            "color": [SERIES[0] if row["framework_row"] == chosen else SERIES[4] for row in rows]
        },
        "text": [_gain_text(row, lang, mode) for row in rows],
        "textposition": "outside",
        "textfont": {"size": 13},
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [[int(row["framework_row"])] for row in rows],
        "hoverinfo": "text",
        "hovertext": [shortened(_named(row), 110) for row in rows],
        "unselected": {"marker": {"opacity": 1}},
    }
    names = [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": place - 0.2,
            "text": shortened(_named(row), _GAIN_LETTERS),
            "showarrow": False,
        }
        for place, row in zip(places, rows, strict=True)
    ]
    layout = {
        "height": _GAIN_ROW_PX * max(len(rows), 1) + 8,
        "showlegend": False,
        "annotations": names,
        "margin": {"l": 0, "r": 2, "t": 2, "b": 2},
        "font": {"size": 12},
        "xaxis": {"range": [0, 2.1 * most], "visible": False},
        "yaxis": {"range": [len(rows) - 0.5, -0.5], "visible": False},
    }
    return theme.figure([bars], layout)


def raising(what_if: pd.DataFrame, mode: str) -> pd.DataFrame:
    """The rows of `evaluation_what_if` whose target would raise the total, largest gain first."""
    gain = f"gain_{mode}"
    return what_if[what_if[gain] > 0].sort_values(gain, ascending=False, kind="stable")


def _same(row: dict) -> tuple:
    """What is the same item in two years: its identity and scale, never the number. Dimensions and
    groups are not compared: they may hold other items."""
    return _known(row["item_identity"]), _known(row["score_scale"])


def _known(value: object) -> object | None:
    return None if is_missing(value) else value


def _colours(rows: list[dict], band: str) -> list[str]:
    return [band_of(row[band]).colour for row in rows]


def _bars(rows: list[dict], lengths: list, colour: str | list[str]) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": list(range(len(rows))),
        "width": [_BAR_WIDTH[row["rollup_level"]] for row in rows],
        "marker": {"color": colour},
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _row_notes(place: int, row: dict, lang: str, mode: str) -> list[dict]:
    level = row["rollup_level"]
    is_dimension = level == "dimension"
    title = shortened(_title(row, lang), _TITLE_LETTERS[level])
    band = band_of(row[f"band_{mode}"])
    return [
        _note(_INDENT[level], place, title if level == "item" else f"<b>{title}</b>"),
        {
            **_note(_CHIP, place, f"{band.symbol} {shown(row[f'score_{mode}'], lang)}"),
            "bgcolor": band.colour,
            "font": {"color": band.text_colour, "size": 13 if is_dimension else 12},
            "borderpad": 1,
        },
        {
            **_note(_NOTE, place, _covered(row, lang)),
            "xanchor": "right",
            "font": {"size": 12} | ({} if is_dimension else {"color": MUTED}),
        },
    ]


def _title(row: dict, lang: str) -> str:
    if row["rollup_level"] == "group":
        return t(f"evaluation.group.{row['title']}", lang)
    return row["title"] if is_missing(row["number"]) else f"{row['number']} {row['title']}"


def _covered(row: dict, lang: str) -> str:
    """ "น้ำหนัก 15 · 100%", or how many rows have a score where no weight is decided."""
    counts = {"scored": int(row["scored_count"]), "total": int(row["line_count"])}
    if is_missing(row["weight_total_pct"]):
        return t("evaluation.card.counted", lang, **counts)
    weight = number(row["weight_total_pct"], 2, lang).rstrip("0").rstrip(".")
    covered = percent(row["coverage_pct"], 0, lang)
    return t("evaluation.card.weighed", lang, weight=weight, covered=covered)


def _total_text(row: dict, lang: str, mode: str) -> str:
    band = band_of(row[f"band_{mode}"])
    said = f"{band.symbol} {shown(row[f'score_{mode}'], lang)} {band.word(lang)}"
    return f"{said} · {_covered(row, lang)}"


def _gain_text(row: dict, lang: str, mode: str) -> str:
    return t(
        "evaluation.card.gain",
        lang,
        gain=number(row[f"gain_{mode}"], 2, lang),
        total=shown(row[f"total_{mode}_if"], lang),
    )


def _named(row: dict) -> str:
    return row["item"] if is_missing(row["kpi"]) else row["kpi"]


def _click_area(rows: list[dict], top: int, lang: str, mode: str) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [top] * len(rows),
        "y": list(range(len(rows))),
        "width": 1,
        "marker": {"color": "rgba(0,0,0,0)"},
        "customdata": [[_known(row["dimension_key"])] for row in rows],
        "hovertext": [
            f"{shortened(_title(row, lang), 110)}<br>{_total_text(row, lang, mode)}" for row in rows
        ],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 0}},
    }


def _cut(at: float) -> dict:
    return {
        "type": "line",
        "x0": at,
        "x1": at,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": NOT_DUE, "width": 1, "dash": "dot"},
    }


def _tick(place: int, score: float) -> dict:
    return {
        "type": "line",
        "x0": score,
        "x1": score,
        "y0": place - 0.42,
        "y1": place + 0.42,
        "line": {"color": EARLIER, "width": 4},
    }


def _note(x: float, y: float, text: str) -> dict:
    return {
        "x": x,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "text": text,
        "align": "left",
        "showarrow": False,
    }
