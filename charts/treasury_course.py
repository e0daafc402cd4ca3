"""The year's course of the money against the official targets, and ranks among the provinces."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened
from charts.palette import MUTED, NO_DATA, SERIES, STATUS
from charts.pieces import row_note
from charts.treasury import gap_words
from i18n import t
from thai.format import percent
from thai.months import SHORT_EN, SHORT_TH

_PERCENTS = {
    "range": [0, 112],
    "tickvals": [0, 25, 50, 75, 100],
    "ticktext": ["0%", "25%", "50%", "75%", "100%"],
}


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
    others = [row for row in known if row["area_code"] not in chosen]
    traces = [
        _dots(others, lang, symbol="circle-open", size=12, color=MUTED),
        _dots(own, lang, symbol="diamond", size=17, color=SERIES[5]),
    ]
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
        row_note(
            0.02,
            108 - 11 * place,
            _newest(row, lang),
            yanchor="top",
            font={"color": _gap_colour(row["gap_pp"])},
        )
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


def _dots(rows: list[dict], lang: str, **marker: object) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row["value_pct"] for row in rows],
        "y": [_measure(row, lang) for row in rows],
        "marker": {**marker, "line": {"width": 2}},
        "customdata": [[row["area_code"]] for row in rows],
        "hovertext": [_rank_hover(row, lang) for row in rows],
        "hoverinfo": "text",
        "showlegend": False,
    }


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
