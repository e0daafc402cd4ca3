"""Money as the treasury sees it: each fund and the year's course against both official targets."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import EARLIER, INK, MUTED, NO_DATA, SERIES, STATUS, TRACK
from i18n import t
from thai.format import million_baht, number, percent
from thai.months import SHORT_EN, SHORT_TH

_ROW_PX = 50
_BAR = 0.5
_PERCENTS = {
    "range": [0, 112],
    "tickvals": [0, 25, 50, 75, 100],
    "ticktext": ["0%", "25%", "50%", "75%", "100%"],
}


def by_source(funds: pd.DataFrame, lang: str) -> go.Figure:
    """A bar of disbursed_pct inside one of spent_pct per fund, a tick at each official target.

    Rows of `disbursement_by_source`; the gaps in points stand at the right, signed by shape and
    word. The `customdata` of a bar is (fund,).
    """
    rows = funds.to_dict("records")
    places = list(range(len(rows)))
    custom = [[row["fund"]] for row in rows]
    hover = [_hover(row, lang) for row in rows]
    traces = [
        {**_bars(places, [100] * len(rows), TRACK, 0.34), "hoverinfo": "skip", "showlegend": False},
        {
            **_bars(places, [row["spent_pct"] for row in rows], EARLIER, 0.34),
            "name": t("treasury.chart.spent", lang),
            "customdata": custom,
            "hovertext": hover,
        },
        {
            **_bars(places, [row["disbursed_pct"] for row in rows], SERIES[0], 0.16),
            "name": t("treasury.chart.disbursed", lang),
            "customdata": custom,
            "hovertext": hover,
        },
        *_target_marks(places, rows, lang),
    ]
    layout = {
        "height": _ROW_PX * len(rows) + 34,
        "barmode": "overlay",
        "margin": {"l": 0, "r": 0, "t": 30, "b": 0},
        "annotations": [
            note for place, row in enumerate(rows) for note in _fund_notes(place, row, lang)
        ],
        "yaxis": {"range": [len(rows) - 0.45, -0.55], "visible": False},
        "xaxis": {"domain": [0, _BAR], "range": [0, 101], "visible": False},
    }
    return theme.figure(traces, layout)


def over_months(course: pd.DataFrame, lang: str) -> go.Figure:
    """Percent disbursed and spent month by month, the official targets as steps at quarter ends.

    Rows of `spent_against_target` of one area, year and spending type.
    """
    traces = []
    for measure, colour in (("spent", MUTED), ("disbursed", SERIES[0])):
        rows = course[course["measure"] == measure].sort_values("month_no").to_dict("records")
        traces += [_line(rows, measure, colour, lang), *_steps(rows, measure, colour, lang)]
    layout = {
        "height": 292,
        "margin": {"l": 4, "r": 4, "t": 30, "b": 4},
        "xaxis": {
            **theme.YEAR_AXIS,
            "categoryorder": "array",
            "categoryarray": [_month(number, lang) for number in range(1, 13)],
            "range": [-0.5, 11.5],
        },
        "yaxis": _PERCENTS,
        "annotations": _newest_gaps(course, lang),
    }
    return theme.figure(traces, layout)


def rank_strip(ranks: pd.DataFrame, lang: str, *, chosen: frozenset[str]) -> go.Figure:
    """Every province that reports as a dot, disbursed above spent; the chosen ones with their rank.

    Rows of `disbursement_rank` of one fund and spending type; `customdata` is (area_code,).
    """
    known = ranks.sort_values("measure").to_dict("records")
    own = [row for row in known if row["area_code"] in chosen]
    traces = []
    for is_chosen in (False, True):
        rows = [row for row in known if (row["area_code"] in chosen) == is_chosen]
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [row["value_pct"] for row in rows],
                "y": [_measure(row, lang) for row in rows],
                "marker": {
                    "symbol": "diamond" if is_chosen else "circle-open",
                    "size": 17 if is_chosen else 12,
                    "color": SERIES[5] if is_chosen else MUTED,
                    "line": {"width": 2},
                },
                "customdata": [[row["area_code"]] for row in rows],
                "hovertext": [_rank_hover(row, lang) for row in rows],
                "hoverinfo": "text",
                "showlegend": False,
            }
        )
    named = own if len({row["area_code"] for row in own}) == 1 else []
    layout = {
        "height": 176,
        "margin": {"l": 4, "r": 16, "t": 22, "b": 4},
        "xaxis": {"ticksuffix": "%", "nticks": 7},
        "yaxis": {
            "categoryorder": "array",
            "categoryarray": [_measure({"measure": m}, lang) for m in ("spent", "disbursed")],
            "range": [-0.5, 1.65],
        },
        "annotations": [_rank_note(row, lang) for row in named],
    }
    return theme.figure(traces, layout)


def requests(asked: pd.DataFrame, lang: str) -> go.Figure:
    """What was allocated inside what was asked for, a bar per `name`, the largest request on top.

    Columns name, requested_thb, allocated_thb, decided_count, allocated_pct.
    """
    rows = asked.sort_values("requested_thb", ascending=False).to_dict("records")
    places = list(range(len(rows)))
    most = max((row["requested_thb"] for row in rows), default=1)
    traces = [
        {
            **_bars(places, [row["requested_thb"] for row in rows], EARLIER, 0.3),
            "name": t("treasury.chart.requested", lang),
            "hoverinfo": "skip",
        },
        {
            **_bars(places, [row["allocated_thb"] for row in rows], SERIES[0], 0.16),
            "name": t("treasury.chart.allocated", lang),
            "hoverinfo": "skip",
        },
    ]
    layout = {
        "height": _ROW_PX * len(rows) + 34,
        "barmode": "overlay",
        "margin": {"l": 0, "r": 0, "t": 30, "b": 0},
        "annotations": [
            note for place, row in enumerate(rows) for note in _request_notes(place, row, lang)
        ],
        "yaxis": {"range": [len(rows) - 0.45, -0.55], "visible": False},
        "xaxis": {"domain": [0, _BAR], "range": [0, most], "visible": False},
    }
    return theme.figure(traces, layout)


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


def _bars(places: list[int], lengths: list, colour: str, width: float) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": [place + 0.22 for place in places],
        "width": width,
        "marker": {"color": colour},
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
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
        _note(0, place - 0.22, left),
        _note(_BAR + 0.02, place + 0.02, "<br>".join(_said(row, lang))),
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
    return [_note(0, place - 0.22, left), _note(_BAR + 0.02, place + 0.02, right)]


def _note(x: float, y: float, text: str) -> dict:
    return {
        "x": x,
        "y": y,
        "text": text,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "align": "left",
        "showarrow": False,
    }


def _line(rows: list[dict], measure: str, colour: str, lang: str) -> dict:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": t(f"treasury.chart.{measure}", lang),
        "x": [_month(row["month_no"], lang) for row in rows],
        "y": [row["actual_pct"] for row in rows],
        "line": {"color": colour, "width": 3},
        "marker": {"symbol": "circle" if measure == "disbursed" else "square-open", "size": 8},
        "hovertemplate": "%{x}: %{y:.1f}%<extra>%{fullData.name}</extra>",
    }


def _steps(rows: list[dict], measure: str, colour: str, lang: str) -> list[dict]:
    """The official target of each quarter reported, level over its months, and that of the year."""
    targets = {row["quarter"]: row["target_pct"] for row in rows}
    if rows and not is_missing(rows[-1]["year_target_pct"]):
        targets.setdefault(4, rows[-1]["year_target_pct"])
    known = {quarter: pct for quarter, pct in targets.items() if not is_missing(pct)}
    if not known:
        return []
    x, y = [], []
    for quarter, target in sorted(known.items()):
        x += [*(_month(3 * quarter - back, lang) for back in (2, 1, 0)), None]
        y += [target, target, target, None]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": t(f"treasury.chart.target_{measure}", lang),
            "x": x,
            "y": y,
            "line": {"color": colour, "width": 4, "dash": "dot"},
            "hovertemplate": "%{y:.0f}%<extra>%{fullData.name}</extra>",
        }
    ]


def _newest_gaps(course: pd.DataFrame, lang: str) -> list[dict]:
    """What the newest month says, in the corner that a line rising from nothing leaves free."""
    newest = course[course["month_no"] == course["month_no"].max()].to_dict("records")
    known = [row for row in newest if not is_missing(row["actual_pct"])]
    return [
        {
            **_note(0.02, 108 - 11 * place, _newest(row, lang)),
            "yanchor": "top",
            "font": {"color": _gap_colour(row["gap_pp"])},
        }
        for place, row in enumerate(known)
    ]


def _newest(row: dict, lang: str) -> str:
    gap = gap_words(row["gap_pp"], row["target_pct"], row["target_state"], lang)
    return f"{_measure(row, lang)} <b>{percent(row['actual_pct'], 1, lang)}</b> {gap}"


def _gap_colour(gap_pp: object) -> str:
    if is_missing(gap_pp):
        return NO_DATA
    return STATUS[0] if gap_pp >= 0 else STATUS[3]


def _month(month_no: int, lang: str) -> str:
    """The month of a fiscal year, 1 = October, as it stands on the axis."""
    names = SHORT_TH if lang == "th" else SHORT_EN
    return names[(int(month_no) + 8) % 12]


def _measure(row: dict, lang: str) -> str:
    return t(f"treasury.chart.{row['measure']}_short", lang)


def _rank_note(row: dict, lang: str) -> dict:
    said = {"rank": int(row["rank"]), "count": int(row["ranked_count"])}
    return {
        "x": row["value_pct"],
        "y": _measure(row, lang),
        "yshift": 21,
        "text": f"<b>{t('treasury.chart.rank', lang, **said)}</b>",
        "showarrow": False,
    }


def _rank_hover(row: dict, lang: str) -> str:
    return t(
        "treasury.chart.rank_hover",
        lang,
        area=shortened(row["area"], 30),
        share=percent(row["value_pct"], 1, lang),
        rank=int(row["rank"]),
        count=int(row["ranked_count"]),
    )


def _hover(row: dict, lang: str) -> str:
    return t(
        "treasury.chart.hover",
        lang,
        name=shortened(line_name(row, lang), 30),
        disbursed=million_baht(row["disbursed_thb"], lang),
        committed=million_baht(row["committed_thb"], lang),
        allocated=million_baht(row["allocated_thb"], lang),
    )
