"""Who answers to whom, with what score: agreements as a tree from the governor to the agencies."""

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import DARK_TEXT, MUTED, NOT_DUE, TRACK
from charts.pieces import CLEAR, UNDIMMED, note
from charts.scores import band_of, shown
from i18n import t
from thai.format import percent

ROLES = ("governor", "deputy", "agency_head")
_LEFT, _WIDTH = {"governor": 0.0, "deputy": 0.345, "agency_head": 0.69}, 0.305
_ROW_PX, _BOX = 66, 0.8
_LETTERS = 36


def cascade(scores: pd.DataFrame, lang: str, *, mode: str, chosen: str | None = None) -> go.Figure:
    """One area's `agreement_scores` of one year, superiors to the left of those under them.

    A box says position, score, weight covered and how many indicators are low. A position whose
    superior made no agreement stands without a line and says so. The `customdata` is (signer_key,).
    """
    rows = scores.to_dict("records")
    places = _places(rows)
    notes = [one for row in rows for one in _box_notes(places[row["signer_key"]], row, lang, mode)]
    boxes = {
        "type": "bar",
        "orientation": "h",
        "base": [_LEFT[row["role"]] for row in rows],
        "x": [_WIDTH] * len(rows),
        "y": [places[row["signer_key"]] for row in rows],
        "width": _BOX,
        "marker": {
            "color": [TRACK if row["signer_key"] == chosen else CLEAR for row in rows],
            "line": {
                "color": [band_of(row[f"band_{mode}"]).colour for row in rows],
                "width": [4 if row["signer_key"] == chosen else 2 for row in rows],
            },
        },
        "customdata": [[row["signer_key"]] for row in rows],
        "hovertext": [shortened(row["signer"], 110) for row in rows],
        "hoverinfo": "text",
        "unselected": UNDIMMED,
    }
    bottom = max(places.values(), default=0)
    layout = {
        "height": int(_ROW_PX * (bottom + 1)) + 8,
        "showlegend": False,
        "annotations": notes,
        "shapes": [line for row in rows for line in _lines(row, rows, places)],
        "margin": {"l": 2, "r": 4, "t": 4, "b": 4},
        "font": {"size": 13},
        "xaxis": {"range": [0, 1], "visible": False},
        "yaxis": {"range": [bottom + 0.5, -0.5], "visible": False},
    }
    return theme.figure([boxes], layout)


def _places(rows: list[dict]) -> dict[str, float]:
    """The row of each position: leaves one under the other, superiors beside the middle of theirs."""
    below: dict[str | None, list[dict]] = {}
    known = {row["signer_key"] for row in rows}
    for row in rows:
        above = row["superior_key"] if row["superior_key"] in known else None
        below.setdefault(above, []).append(row)
    places: dict[str, float] = {}
    free = 0

    def place(row: dict, seen: frozenset[str]) -> float:
        nonlocal free
        key = row["signer_key"]
        under = [one for one in below.get(key, []) if one["signer_key"] not in seen | {key}]
        if not under:
            places[key] = float(free)
            free += 1
        else:
            at = [place(one, seen | {key}) for one in under]
            places[key] = (at[0] + at[-1]) / 2
        return places[key]

    for row in below.get(None, []):
        place(row, frozenset())
    # Positions that answer to each other in a circle have no top: each stands in a row of its own.
    for row in rows:
        if row["signer_key"] not in places:
            places[row["signer_key"]] = float(free)
            free += 1
    return places


def _box_notes(place: float, row: dict, lang: str, mode: str) -> list[dict]:
    left, band = _LEFT[row["role"]] + 0.008, band_of(row[f"band_{mode}"])
    right = left + _WIDTH - 0.014
    chip = note(
        left,
        place + 0.17,
        f"{band.symbol} {shown(row[f'score_{mode}'], lang)}",
        bgcolor=band.colour,
        font={"color": band.text_colour},
        borderpad=1,
    )
    small = {"xanchor": "right", "font": {"color": MUTED, "size": 12}}
    work = note(right, place + 0.17, _work(row, lang), **small)
    lost = row["superior_state"] == "not_found"
    marked = {"xanchor": "right", "bgcolor": NOT_DUE, "font": {"color": DARK_TEXT, "size": 11}}
    warning = note(right, place - 0.47, t("evaluation.tree.no_superior", lang), **marked)
    title = note(left, place - 0.17, f"<b>{shortened(row['signer'], _LETTERS)}</b>")
    return [title, chip, work, *([warning] if lost else [])]


def _work(row: dict, lang: str) -> str:
    """ "ตัวชี้วัด 6 · ต่ำ 1 · น้ำหนัก 100%"; the weight covered, or that none is decided."""
    parts = [t("evaluation.tree.indicators", lang, count=int(row["kpi_count"]))]
    if row["low_count"]:
        parts.append(t("evaluation.tree.low", lang, count=int(row["low_count"])))
    if is_missing(row["coverage_pct"]):
        parts.append(t("evaluation.tree.no_weight", lang))
    else:
        covered = percent(row["coverage_pct"], 0, lang)
        parts.append(t("evaluation.tree.covered", lang, covered=covered))
    return " · ".join(parts)


def _lines(row: dict, rows: list[dict], places: dict[str, float]) -> list[dict]:
    """From the superior's box to this one: out, down or up, and in."""
    above = next((one for one in rows if one["signer_key"] == row["superior_key"]), None)
    if above is None:
        return []
    start, end = _LEFT[above["role"]] + _WIDTH, _LEFT[row["role"]]
    middle = (start + end) / 2
    top, here = places[above["signer_key"]], places[row["signer_key"]]
    corners = ((start, top), (middle, top), (middle, here), (end, here))
    return [_line(*one, *two) for one, two in pairwise(corners)]


def _line(x0: float, y0: float, x1: float, y1: float) -> dict:
    return {
        "type": "line",
        **{"x0": x0, "y0": y0, "x1": x1, "y1": y1},
        "line": {"color": NOT_DUE, "width": 2},
        "layer": "below",
    }
