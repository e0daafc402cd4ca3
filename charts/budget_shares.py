"""How the budget is divided between plans: shares, last year's, the printed ones, the projects'."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, money, shortened
from charts.palette import EARLIER, INK, MUTED, SERIES
from i18n import t
from thai.format import million_baht, number, percent

_ROW_PX = 58
# Printed shares come rounded or from a slightly other amount; nearer than this no eye tells apart.
SAME_PCT = 0.1


def shares(budget: pd.DataFrame, last_year: pd.DataFrame, lang: str) -> go.Figure:
    """Sorted bars of `budget_share_by_plan` with "% (ล้านบาท)", the name above each.

    A hollow diamond marks last year's share of the plan; without last year's figures, the share
    the agency printed where it differs. The `customdata` of a bar is (plan_code,).
    """
    rows = _largest_first(budget)
    before = {row["plan_key"]: row["share_pct"] for row in last_year.to_dict("records")}
    marks = before or {row["plan_key"]: row["share_pct_reported"] for row in rows if _differs(row)}
    legend = "figures.budget.last_year" if before else "figures.budget.printed"
    places = list(range(len(rows)))
    marked = [(place, row) for place, row in enumerate(rows) if row["plan_key"] in marks]
    longest = max(
        [row["share_pct"] or 0 for row in rows] + [float(marks[r["plan_key"]]) for _, r in marked]
    )
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": t("figures.budget.share", lang),
            "x": [row["share_pct"] for row in rows],
            "y": [place + 0.2 for place in places],
            "width": 0.36,
            "marker": {"color": SERIES[0]},
            "customdata": [[row["plan_code"]] for row in rows],
            "hovertext": [_hover(row, lang) for row in rows],
            "hoverinfo": "text",
            "unselected": {"marker": {"opacity": 1}},
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": t(legend, lang),
            "x": [float(marks[row["plan_key"]]) for _, row in marked],
            "y": [place + 0.2 for place, _ in marked],
            "marker": {"symbol": "diamond-open", "size": 15, "color": INK, "line": {"width": 3}},
            "hoverinfo": "x+name",
            "hovertemplate": "%{x:.2f}%<extra>%{fullData.name}</extra>",
        },
    ]
    layout = _layout(rows, longest, bool(marked))
    layout["annotations"] += [
        _share_note(place, row, marks.get(row["plan_key"]), lang) for place, row in enumerate(rows)
    ]
    return theme.figure(traces, layout)


def money_and_projects(budget: pd.DataFrame, lang: str) -> go.Figure:
    """Per plan its share of the money (●) and of the projects (○), joined by a line."""
    rows = [row for row in _largest_first(budget) if not is_missing(row["share_of_projects_pct"])]
    places = [place + 0.2 for place in range(len(rows))]
    joined_x, joined_y = [], []
    for place, row in zip(places, rows, strict=True):
        joined_x += [row["share_pct"], row["share_of_projects_pct"], None]
        joined_y += [place, place, None]
    line = {"color": EARLIER, "width": 4}
    traces = [
        {"type": "scatter", "mode": "lines", "x": joined_x, "y": joined_y, "line": line,
         "hoverinfo": "skip", "showlegend": False},
        _dots(places, rows, "share_pct", "circle", SERIES[0], t("figures.budget.money", lang)),
        _dots(places, rows, "share_of_projects_pct", "circle-open", SERIES[5],
              t("figures.budget.projects", lang)),
    ]  # fmt: skip
    longest = max((max(r["share_pct"], r["share_of_projects_pct"]) for r in rows), default=0)
    layout = _layout(rows, longest, legend=True)
    layout["xaxis"] = {
        "range": [0, longest * 1.1],
        "ticksuffix": "%",
        "nticks": 5,
        "showgrid": False,
        "zeroline": False,
    }
    layout["height"] += 26
    notes = [_beside(place, row, lang) for place, row in zip(places, rows, strict=True)]
    layout["annotations"] = [*layout["annotations"], *notes]
    return theme.figure(traces, layout)


def _largest_first(budget: pd.DataFrame) -> list[dict]:
    return budget.sort_values("budget_thb", ascending=False, kind="stable").to_dict("records")


def _differs(row: dict) -> bool:
    printed = row["share_pct_reported"]
    return not is_missing(printed) and abs(float(printed) - float(row["share_pct"])) >= SAME_PCT


def _share_note(place: int, row: dict, mark: object, lang: str) -> dict:
    """ "39.71% (93.00 ล้านบาท)", to the right of the bar and of its diamond."""
    share = percent(row["share_pct_display"], 2, lang)
    return {
        "x": max(_or_zero(row["share_pct"]), _or_zero(mark)),
        "xanchor": "left",
        "xshift": 12,
        "y": place + 0.2,
        "text": f"<b>{share}</b> ({million_baht(row['budget_thb'], lang)})",
        "showarrow": False,
    }


def _or_zero(value: object) -> float:
    return 0.0 if is_missing(value) else float(value)


def _layout(rows: list[dict], longest: float, legend: bool) -> dict:
    names = [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": place - 0.2,
            "text": shortened(row["plan"], 60),
            "showarrow": False,
        }
        for place, row in enumerate(rows)
    ]
    top = 34 if legend else 4
    return {
        "height": _ROW_PX * len(rows) + top + 6,
        "margin": {"l": 4, "r": 8, "t": top, "b": 4},
        "showlegend": legend,
        "annotations": names,
        "yaxis": {"range": [len(rows) - 0.5, -0.5], "visible": False},
        # Room at the right for "39.71% (93.00 ล้านบาท)".
        "xaxis": {"range": [0, longest * 1.75], "visible": False},
    }


def _dots(places: list, rows: list[dict], column: str, symbol: str, colour: str, name: str) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [row[column] for row in rows],
        "y": places,
        "marker": {"symbol": symbol, "size": 15, "color": colour, "line": {"width": 3}},
        "hovertemplate": "%{x:.2f}%<extra>%{fullData.name}</extra>",
    }


def _beside(place: float, row: dict, lang: str) -> dict:
    average = money(row["average_thb_per_project"], lang)
    return {
        "x": 1,
        "xref": "paper",
        "xanchor": "right",
        "y": place - 0.4,
        "text": t("figures.budget.average", lang, average=average),
        "font": {"color": MUTED},
        "showarrow": False,
    }


def _hover(row: dict, lang: str) -> str:
    return t(
        "figures.budget.hover",
        lang,
        plan=shortened(row["plan"], 90),
        share=percent(row["share_pct"], 2, lang),
        budget=million_baht(row["budget_thb"], lang),
        total=million_baht(row["total_thb"], lang),
        projects=number(row["project_count"], 0, lang),
    )
