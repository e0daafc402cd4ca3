"""Grades of community plans: by area, over the years, with how many villages are assessed."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, shortened, year
from charts.palette import DARK_TEXT, EARLIER, GRADES, LIGHT_TEXT
from charts.pieces import UNDIMMED, named_rows, row_note
from i18n import t
from thai.format import number, percent, points

_TEXT_ON = {"A": LIGHT_TEXT, "B": DARK_TEXT, "C": DARK_TEXT}
_ROW_PX = 30
# Narrower than this a segment cannot hold its own number.
_ROOM_PCT, _COMPACT_ROOM_PCT = 10, 15
_BARS_END = 0.8
_LEGEND = {
    "traceorder": "normal",
    "xref": "container",
    "y": 1,
    "yref": "container",
    "yanchor": "top",
}
_INSIDE = {
    "textposition": "inside",
    "insidetextanchor": "middle",
    "textangle": 0,
    "constraintext": "none",
}


def by_area(
    grades: pd.DataFrame,
    change: dict[str, float],
    lang: str,
    *,
    key: str,
    least: int | None = None,
) -> go.Figure:
    """100 % bars of A, B and C per area, most A on top, the change of A in points at the right.

    `grades` has rows per area and grade with share_pct, village_count and total_count; `key` is
    the column that tells areas apart ("district_code" or "area_code") and the bars' `customdata`;
    its names stand in "district" or "area". `change` maps that code to points. `least` keeps
    only so many areas with the smallest share of A.
    """
    label = "district" if key == "district_code" else "area"
    share_a = {row[key]: row["share_pct"] for row in _of(grades, "A")}
    codes = sorted(share_a, key=lambda code: _or(share_a[code], -1), reverse=True)
    codes = codes[-least:] if least else codes
    names = {row[key]: shortened(row[label], 18) for row in grades.to_dict("records")}
    room = _COMPACT_ROOM_PCT if least else _ROOM_PCT
    traces = [_segments(grades, grade, codes, key, lang, room) for grade in GRADES]
    layout = {
        "height": _ROW_PX * len(codes) + 62,
        "showlegend": True,
        "barmode": "stack",
        "bargap": 0.25,
        "margin": {"l": 4, "r": 4, "t": 58, "b": 4},
        "legend": _LEGEND,
        "annotations": [_change_head(lang), *_changes(codes, change, lang)],
        "xaxis": {"domain": [0, _BARS_END], "range": [0, 100], "visible": False},
        "yaxis": named_rows([names[code] for code in codes]),
    }
    return theme.figure(traces, layout)


def change_of_a(trend: pd.DataFrame) -> dict[str, float]:
    """Area code → points by which the share of A moved, of rows of `grade_trend` of one year."""
    return {row["area_code"]: row["change_pp"] for row in _of(trend, "A")}


def change_between(now: pd.DataFrame, before: pd.DataFrame) -> dict[str, float]:
    """District code → points by which the share of A moved between two years' rows."""
    earlier = {row["district_code"]: row["share_pct"] for row in _of(before, "A")}
    return {
        row["district_code"]: row["share_pct"] - earlier[row["district_code"]]
        for row in _of(now, "A")
        if row["district_code"] in earlier
    }


def coverage(grades: pd.DataFrame, lang: str) -> go.Figure:
    """Villages assessed of those registered, one bar per area; none where that is not known."""
    rows = grades.drop_duplicates("area_code").dropna(subset=["registered_count"])
    rows = rows.sort_values("coverage_pct").to_dict("records")
    names = [shortened(row["area"], 18) for row in rows]
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": [row["coverage_pct"] for row in rows],
        "y": names,
        "text": [_coverage_text(row, lang) for row in rows],
        "textposition": "inside",
        "insidetextanchor": "start",
        "constraintext": "none",
        "insidetextfont": {"color": DARK_TEXT, "size": 14},
        "marker": {"color": EARLIER},
        "hoverinfo": "skip",
    }
    layout = {
        "height": _ROW_PX * len(rows) + 16,
        "xaxis": {"range": [0, 100], "visible": False},
        "yaxis": {"type": "category", "showgrid": False},
        "showlegend": False,
        "bargap": 0.25,
    }
    return theme.figure([trace], layout)


def over_years(trend: pd.DataFrame, lang: str) -> go.Figure:
    """100 % columns of A, B and C per fiscal year of `grade_trend`, villages added over areas."""
    years = added_by_year(trend)
    layout = {
        "height": 300,
        "barmode": "stack",
        "legend": {"traceorder": "normal"},
        "xaxis": theme.YEAR_AXIS,
        "yaxis": {"range": [0, 100], "ticksuffix": "%", "nticks": 5},
    }
    return theme.figure([_columns(_of(years, grade), grade, lang) for grade in GRADES], layout)


def added_by_year(trend: pd.DataFrame) -> pd.DataFrame:
    """Villages per year and grade over all areas, with share_pct of the villages assessed.

    Only years in which every area of the newest year was assessed: another set of areas would
    look like a change.
    """
    newest = trend["fiscal_year"].max()
    wanted = set(trend[trend["fiscal_year"] == newest]["area_code"])
    kept = trend[trend["area_code"].isin(wanted)]
    complete = kept.groupby("fiscal_year")["area_code"].nunique() == len(wanted)
    kept = kept[kept["fiscal_year"].map(complete)]
    columns = ["village_count", "total_count"]
    added = kept.groupby(["fiscal_year", "grade"])[columns].sum().reset_index()
    added["share_pct"] = 100 * added["village_count"] / added["total_count"]
    return added


def _columns(rows: list[dict], grade: str, lang: str) -> dict:
    return {
        "type": "bar",
        "x": [year(row["fiscal_year"]) for row in rows],
        "y": [row["share_pct"] for row in rows],
        **_coloured(rows, grade, lang, _ROOM_PCT),
    }


def _segments(
    grades: pd.DataFrame, grade: str, codes: list, key: str, lang: str, room: float
) -> dict:
    rows = {row[key]: row for row in _of(grades, grade)}
    shown = [(place, rows[code]) for place, code in enumerate(codes) if code in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "x": [row["share_pct"] for _, row in shown],
        "y": [place for place, _ in shown],
        "customdata": [[row[key]] for _, row in shown],
        "unselected": UNDIMMED,
        **_coloured([row for _, row in shown], grade, lang, room),
    }


def _coloured(rows: list[dict], grade: str, lang: str, room: float) -> dict:
    """What the bars of one grade have in common, lying or standing."""
    return {
        "name": _grade_name(grade, lang),
        "text": [_inside(row["share_pct"], lang, room) for row in rows],
        **_INSIDE,
        "insidetextfont": {"color": _TEXT_ON[grade], "size": 14},
        "marker": {"color": GRADES[grade]},
        "hovertext": [_hover(row, lang) for row in rows],
        "hoverinfo": "text",
    }


def _changes(codes: list, change: dict[str, float], lang: str) -> list[dict]:
    texts = [_change_text(change.get(code), lang) for code in codes]
    return [row_note(_BARS_END + 0.02, place, text) for place, text in enumerate(texts)]


def _change_head(lang: str) -> dict:
    above = {"xanchor": "right", "yref": "paper", "yanchor": "bottom"}
    return row_note(1, 1, t("figures.grades.change", lang), **above)


def _change_text(change_pp: float | None, lang: str) -> str:
    if is_missing(change_pp):
        return "–"
    arrow = "▲" if change_pp > 0 else "▼" if change_pp < 0 else "="
    number_only = points(change_pp, 1, lang).split(" ")[0]
    return f"{arrow} {number_only}"


def _hover(row: dict, lang: str) -> str:
    return t(
        "figures.grades.hover",
        lang,
        grade=_grade_name(row["grade"], lang),
        villages=number(row["village_count"], 0, lang),
        total=number(row["total_count"], 0, lang),
        share=percent(row["share_pct"], 1, lang),
    )


def _coverage_text(row: dict, lang: str) -> str:
    return t(
        "figures.grades.of_villages",
        lang,
        villages=number(row["total_count"], 0, lang),
        total=number(row["registered_count"], 0, lang),
        share=percent(row["coverage_pct"], 1, lang),
    )


def _grade_name(grade: str, lang: str) -> str:
    return f"{grade} {t(f'figures.grades.{grade}', lang)}"


def _inside(share_pct: float, lang: str, room: float) -> str:
    return percent(share_pct, 1, lang) if _or(share_pct, 0) >= room else ""


def _of(grades: pd.DataFrame, grade: str) -> list[dict]:
    return grades[grades["grade"] == grade].to_dict("records")


def _or(value: object, otherwise: float) -> float:
    return otherwise if is_missing(value) else float(value)
