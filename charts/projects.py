"""Where do projects stand, and do work, people and money of one go together?"""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, money, shortened
from charts.palette import EARLIER, INK, SERIES, STATUS, TRACK
from charts.pieces import bars, row_note, rows_axis
from i18n import t
from thai.calendar import format_date
from thai.format import million_baht, number, percent

_STAGE_PX, _BAR_PX, _MILESTONE_PX = 42, 62, 52
_BARS = (0.22, 0.58)
_MEASURES = ("progress_pct", "staff_pct", "disbursed_pct")
_MARKS = {
    "reached": ("circle", STATUS[0]),
    "late": ("diamond", STATUS[2]),
    "overdue": ("triangle-down", STATUS[3]),
    "waiting": ("circle-open", INK),
    "unplanned": ("square-open", INK),
}


def stage_name(code: object, lang: str) -> str:
    """A stage in words: "อนุมัติ"."""
    return t(f"projects.stage.{code}", lang)


def level_name(code: object, lang: str) -> str:
    """The level that does a stage, in words: "จังหวัด"."""
    return t(f"projects.level.{code}", lang)


def funnel(stages: pd.DataFrame, lang: str) -> go.Figure:
    """The stages of one area from first to last: how many came this far, how many stand here.

    Beside each bar stand the projects that stay, their money, and the usual days of the stage.
    The `customdata` of a bar is (stage,).
    """
    rows = stages.sort_values("stage_order").to_dict("records")
    places = list(range(len(rows)))
    codes = [[row["stage"]] for row in rows]
    hover = [_stage_hover(row, lang) for row in rows]
    traces = [
        _across(places, [row["reached_count"] for row in rows], EARLIER, hover, codes),
        _across(places, [row["standing_count"] for row in rows], SERIES[0], hover, codes),
    ]
    notes = [note for place, row in enumerate(rows) for note in _stage_notes(place, row, lang)]
    longest = max(row["reached_count"] for row in rows)
    return theme.figure(traces, _rows_layout(len(rows), _STAGE_PX, longest, notes))


def plan_people_money(project: pd.DataFrame, lang: str) -> go.Figure:
    """Three bars of one project in percent: work done, staff in place, money spent."""
    row = project.iloc[0]
    places = list(range(len(_MEASURES)))
    lengths = [None if is_missing(row[name]) else float(row[name]) for name in _MEASURES]
    colours = [SERIES[0], SERIES[2], SERIES[1]]
    hover = [_measure_words(row, name, lang) for name in _MEASURES]
    traces = [
        _across(places, [100] * len(places), TRACK, hover, []),
        _across(places, lengths, colours, hover, []),
    ]
    notes = [
        note
        for place, name in enumerate(_MEASURES)
        for note in (
            row_note(0, place, f"<b>{t(f'projects.measure.{name}', lang)}</b>"),
            row_note(_BARS[1] + 0.01, place, _measure_words(row, name, lang)),
        )
    ]
    return theme.figure(traces, _rows_layout(len(_MEASURES), _BAR_PX, 100, notes))


def milestones(told: pd.DataFrame, lang: str) -> go.Figure:
    """The milestones of one project on a time axis: a bar for the plan, a mark for what came."""
    rows = told.to_dict("records")
    traces = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [row["planned_on"] for row in rows],
            "y": [place + 0.2 for place in range(len(rows))],
            "marker": {"symbol": "line-ns", "size": 20, "line": {"width": 4, "color": INK}},
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": [_mark_day(row) for row in rows],
            "y": [place + 0.2 for place in range(len(rows))],
            "marker": {
                "symbol": [_MARKS[row["milestone_state"]][0] for row in rows],
                "color": [_MARKS[row["milestone_state"]][1] for row in rows],
                "size": 15,
            },
            "hovertext": [_milestone_words(row, lang) for row in rows],
            "hoverinfo": "text",
        },
    ]
    notes = [
        row_note(
            0,
            place - 0.22,
            f"<b>{shortened(row['milestone'], 34)}</b> · {_milestone_words(row, lang)}",
        )
        for place, row in enumerate(rows)
    ]
    layout = {
        "height": _MILESTONE_PX * len(rows) + 34,
        "showlegend": False,
        "margin": {"l": 8, "r": 8, "t": 0, "b": 0},
        "annotations": notes,
        "xaxis": {"type": "date", **_months(rows, lang)},
        "yaxis": rows_axis(len(rows), spare=0.1),
    }
    return theme.figure(traces, layout)


def cost_curve(ranked: pd.DataFrame, lang: str) -> go.Figure:
    """Requests added up from the most important project on; the line is what was allocated."""
    rows = ranked.to_dict("records")
    traces = [
        {
            "type": "bar",
            "name": t(f"projects.curve.{name}", lang),
            "x": [int(row["priority"]) for row in chosen],
            "y": [float(row["cumulative_thb"]) / 1e6 for row in chosen],
            "marker": {"color": colour, "pattern": {"shape": shape}},
            "hovertext": [_curve_hover(row, lang) for row in chosen],
            "hoverinfo": "text",
        }
        for name, colour, shape, chosen in (
            ("within", SERIES[0], "", [row for row in rows if row["within_allocation"] is True]),
            ("beyond", EARLIER, "/", [row for row in rows if row["within_allocation"] is not True]),
        )
    ]
    layout = {
        "height": 300,
        "bargap": 0.05,
        "xaxis": {"title": {"text": t("projects.curve.rank", lang)}, "showgrid": False},
        "yaxis": {"title": {"text": t("figures.unit.million_baht", lang)}, "tickformat": ","},
    }
    available = rows[0]["available_thb"]
    if not is_missing(available):
        layout |= _cut_line(float(available), lang)
    return theme.figure(traces, layout)


def gap_words(row: pd.Series, lang: str) -> str:
    """Sign, word and points of work against money: "◆ งานนำเงิน 34 จุด"."""
    if is_missing(row["gap_pp"]):
        return t("projects.gap.unknown", lang)
    points = number(abs(float(row["gap_pp"])), 0, lang)
    return t(f"projects.gap.{row['gap_state']}", lang, points=points)


def _across(places: list, lengths: list, colour, hover: list[str], custom: list) -> dict:
    told = {"hovertext": hover, "hoverinfo": "text", "customdata": custom}
    return bars(places, lengths, colour, width=0.62, **told)


def _rows_layout(count: int, row_px: int, longest: float, notes: list[dict]) -> dict:
    return {
        "height": row_px * count + 8,
        "barmode": "overlay",
        "showlegend": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "annotations": notes,
        "xaxis": {"domain": list(_BARS), "range": [0, longest or 1], "visible": False},
        "yaxis": rows_axis(count, spare=0.1),
    }


def _stage_notes(place: int, row: dict, lang: str) -> list[dict]:
    name = f"<b>{int(row['stage_order'])} {stage_name(row['stage'], lang)}</b>"
    label = f"{name}<br>{level_name(row['actor_level'], lang)}"
    standing = t("projects.funnel.standing", lang, count=number(row["standing_count"], 0, lang))
    if row["standing_count"] and not is_missing(row["standing_thb"]):
        standing += f" · {million_baht(row['standing_thb'], lang, decimals=1)}"
    return [
        row_note(0, place, label),
        row_note(_BARS[1] + 0.01, place, f"<b>{standing}</b><br>{_usual_days(row, lang)}"),
    ]


def _usual_days(row: dict, lang: str) -> str:
    if is_missing(row["median_days"]):
        return t("projects.funnel.no_days", lang)
    return t(
        "projects.funnel.days",
        lang,
        days=number(float(row["median_days"]), 0, lang),
        count=number(row["stay_count"], 0, lang),
    )


def _stage_hover(row: dict, lang: str) -> str:
    return t(
        "projects.funnel.hover",
        lang,
        stage=stage_name(row["stage"], lang),
        reached=number(row["reached_count"], 0, lang),
        known=number(row["known_count"], 0, lang),
    )


def _measure_words(row: pd.Series, name: str, lang: str) -> str:
    if is_missing(row[name]):
        return t("projects.measure.not_reported", lang)
    shown = f"<b>{percent(float(row[name]), 0, lang)}</b>"
    if name == "disbursed_pct":
        paid = money(row["disbursed_thb"], lang)
        return f"{shown}<br>{t('projects.measure.of', lang, part=paid, whole=money(row['allocated_thb'], lang))}"
    if name == "staff_pct":
        part, whole = (
            number(float(row[f"staff_{which}"]), 0, lang) for which in ("actual", "planned")
        )
        return f"{shown}<br>{t('projects.measure.persons', lang, part=part, whole=whole)}"
    return shown


def _mark_day(row: dict):
    return row["planned_on"] if is_missing(row["actual_on"]) else row["actual_on"]


def _milestone_words(row: dict, lang: str) -> str:
    state = t(f"projects.milestone.{row['milestone_state']}", lang)
    if is_missing(row["delay_days"]) or int(row["delay_days"]) <= 0:
        return state
    return f"{state} {t('projects.milestone.days', lang, days=number(row['delay_days'], 0, lang))}"


def _months(rows: list[dict], lang: str) -> dict:
    """Ticks at the planned days in Thai dates: plotly knows no Buddhist years."""
    days = sorted(
        {pd.Timestamp(row["planned_on"]) for row in rows if not is_missing(row["planned_on"])}
    )
    return {"tickvals": days, "ticktext": [format_date(day.date(), lang) for day in days]}


def _curve_hover(row: dict, lang: str) -> str:
    return t(
        "projects.curve.hover",
        lang,
        rank=int(row["priority"]),
        project=shortened(row["project"], 60),
        requested=money(row["requested_thb"], lang),
        cumulative=money(row["cumulative_thb"], lang),
    )


def _cut_line(available_thb: float, lang: str) -> dict:
    at = {"y0": available_thb / 1e6, "y1": available_thb / 1e6, "x0": 0, "x1": 1, "xref": "paper"}
    said = t("projects.curve.cut", lang, money=million_baht(available_thb, lang))
    return {
        "shapes": [
            {"type": "line", **at, "line": {"color": STATUS[3], "width": 3, "dash": "dash"}}
        ],
        "annotations": [row_note(0, available_thb / 1e6, f"<b>{said}</b>", yanchor="bottom")],
    }
