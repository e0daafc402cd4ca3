"""Money as the treasury sees it: each fund against both targets, requests and what became of them."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import EARLIER, INK, SERIES, TRACK
from charts.pieces import bars, row_note, rows_axis
from i18n import t
from thai.format import million_baht, number, percent

_ROW_PX = 50
_BAR, _WIDE, _THIN = 0.5, 0.34, 0.16


def by_source(funds: pd.DataFrame, lang: str) -> go.Figure:
    """A bar of disbursed_pct inside one of spent_pct per fund, a tick at each official target.

    Rows of `disbursement_by_source`; the gaps in points stand at the right, signed by shape and
    word. The `customdata` of a bar is (fund,).
    """
    rows = funds.to_dict("records")
    places = list(range(len(rows)))
    about = {
        "customdata": [[row["fund"]] for row in rows],
        "hovertext": [_hover(row, lang) for row in rows],
    }
    spent, disbursed = ([row[f"{name}_pct"] for row in rows] for name in ("spent", "disbursed"))
    traces = [
        _bars(places, [100] * len(rows), TRACK, _WIDE, hoverinfo="skip", showlegend=False),
        _bars(places, spent, EARLIER, _WIDE, name=t("treasury.chart.spent", lang), **about),
        _bars(
            places, disbursed, SERIES[0], _THIN, name=t("treasury.chart.disbursed", lang), **about
        ),
        *_target_marks(places, rows, lang),
    ]
    notes = [note for place, row in enumerate(rows) for note in _fund_notes(place, row, lang)]
    return theme.figure(traces, _layout(len(rows), 101, notes))


def requests(asked: pd.DataFrame, lang: str) -> go.Figure:
    """What was allocated inside what was asked for, a bar per `name`, the largest request on top.

    Columns name, requested_thb, allocated_thb, decided_count, allocated_pct.
    """
    rows = asked.sort_values("requested_thb", ascending=False).to_dict("records")
    places = list(range(len(rows)))
    most = max((row["requested_thb"] for row in rows), default=1)
    traces = [
        _bars(
            places,
            [row[f"{name}_thb"] for row in rows],
            colour,
            width,
            name=t(f"treasury.chart.{name}", lang),
            hoverinfo="skip",
        )
        for name, colour, width in (
            ("requested", EARLIER, 0.3),
            ("allocated", SERIES[0], _THIN),
        )
    ]
    notes = [note for place, row in enumerate(rows) for note in _request_notes(place, row, lang)]
    return theme.figure(traces, _layout(len(rows), most, notes))


def gap_words(gap_pp: object, target_pct: object, state: object, lang: str) -> str:
    """Shape, word and points: "▼ ต่ำกว่าเป้า 12.1 จุด"; why there is no gap where there is none."""
    if is_missing(target_pct):
        return t(f"treasury.gap.{'none' if state == 'none' else 'not_loaded'}", lang)
    if is_missing(gap_pp):
        return t("treasury.gap.not_reported", lang)
    direction = "ahead" if gap_pp >= 0 else "behind"
    return t(f"treasury.gap.{direction}", lang, gap=number(abs(gap_pp), 1, lang))


def line_name(row: dict, lang: str) -> str:
    """What a row is of: the fund, and its spending type where it is one of several."""
    name = t(f"codes.fund.{row['fund']}", lang)
    if row["spending_type"] == "all":
        return name
    return t(f"codes.spending_type.{row['spending_type']}", lang)


def _bars(places: list[int], lengths: list, colour: str, width: float, **more: object) -> dict:
    under_name = [place + 0.22 for place in places]
    return bars(under_name, lengths, colour, **{"width": width, "hoverinfo": "text", **more})


def _layout(count: int, longest: float, notes: list[dict]) -> dict:
    """The layout of rows with a name above the bar and words at its right."""
    return {
        "height": _ROW_PX * count + 34,
        "barmode": "overlay",
        "margin": {"l": 0, "r": 0, "t": 30, "b": 0},
        "annotations": notes,
        "yaxis": rows_axis(count, 0.05),
        "xaxis": {"domain": [0, _BAR], "range": [0, longest], "visible": False},
    }


def _target_marks(places: list[int], rows: list[dict], lang: str) -> list[dict]:
    marks = []
    for measure, symbol in (("disbursed", "line-ns"), ("spent", "diamond-open")):
        known = [
            (place, row[f"{measure}_target_pct"])
            for place, row in zip(places, rows, strict=True)
            if not is_missing(row[f"{measure}_target_pct"])
        ]
        marks.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": t(f"treasury.chart.target_{measure}", lang),
                "x": [target for _, target in known],
                "y": [place + 0.22 for place, _ in known],
                "marker": {
                    "symbol": symbol,
                    "size": 18 if measure == "disbursed" else 11,
                    "color": INK,
                    "line": {"width": 4 if measure == "disbursed" else 2, "color": INK},
                },
                "hoverinfo": "skip",
            }
        )
    return [mark for mark in marks if mark["x"]]


def _fund_notes(place: int, row: dict, lang: str) -> list[dict]:
    name = shortened(line_name(row, lang), 24)
    if row["spending_type"] != "all":
        name = f"– {name}"
    left = f"<b>{name}</b> · {million_baht(row['allocated_thb'], lang, decimals=1)}"
    return [
        row_note(0, place - 0.22, left),
        row_note(_BAR + 0.02, place + 0.02, "<br>".join(_said(row, lang))),
    ]


def _said(row: dict, lang: str) -> list[str]:
    """Two lines: what is disbursed and what is spent, each with its gap."""
    return [
        f"{t(f'treasury.chart.{measure}_short', lang)} <b>{percent(row[f'{measure}_pct'], 1, lang)}</b> "
        + gap_words(
            row[f"{measure}_gap_pp"], row[f"{measure}_target_pct"], row["target_state"], lang
        )
        for measure in ("disbursed", "spent")
    ]


def _request_notes(place: int, row: dict, lang: str) -> list[dict]:
    asked = million_baht(row["requested_thb"], lang, decimals=1)
    if not row["decided_count"]:
        right = f"{asked}<br>{t('treasury.chart.undecided', lang)}"
    else:
        share = percent(row["allocated_pct"], 1, lang)
        got = million_baht(row["allocated_thb"], lang, decimals=1)
        right = t("treasury.chart.got", lang, share=f"<b>{share}</b>", asked=asked, got=got)
    left = f"<b>{shortened(row['name'], 34)}</b>"
    return [row_note(0, place - 0.22, left), row_note(_BAR + 0.02, place + 0.02, right)]


def _hover(row: dict, lang: str) -> str:
    return t(
        "treasury.chart.hover",
        lang,
        name=shortened(line_name(row, lang), 30),
        disbursed=million_baht(row["disbursed_thb"], lang),
        committed=million_baht(row["committed_thb"], lang),
        allocated=million_baht(row["allocated_thb"], lang),
    )
