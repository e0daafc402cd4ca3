"""One indicator over the plan: results against targets, quarter by quarter, and its growth."""

from collections.abc import Collection

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import amount, attained, is_missing, year
from charts.palette import INK, MUTED, SERIES
from charts.status import status_of
from charts.theme import plain
from i18n import t

HEIGHT = 300


def target_path(
    targets: pd.DataFrame,
    results: pd.DataFrame,
    lang: str,
    restated: Collection[int] = (),
) -> go.Figure:
    """Yearly results as a dark line, yearly targets as dashed steps, hollow marks if provisional.

    `targets` are rows of `kpi_targets`, `results` of `kpi_attainment`, both of one indicator;
    `restated` the years of which a value was replaced, which are ringed. Both are said in words.
    Counts and money of an unfinished year stand apart from the line: a quarter's visitors beside
    whole years' would look like a collapse.
    """
    goal = {row["fiscal_year"]: row["target"] for row in targets.to_dict("records")}
    goal |= {
        row["fiscal_year"]: row["target"]
        for row in results.to_dict("records")
        if row["fiscal_year"] not in goal
    }
    done = {row["fiscal_year"]: row for row in results.to_dict("records")}
    years = sorted({*goal, *done})
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": t("figures.path.target", lang),
            "x": [year(fy) for fy in years],
            "y": [numeric(goal.get(fy)) for fy in years],
            "line": {"color": SERIES[5], "width": 3, "dash": "dash", "shape": "hvh"},
            "marker": {"symbol": "line-ew-open", "size": 16, "line": {"width": 3}},
            "hoverinfo": "skip",
        },
        _results(years, {fy: row for fy, row in done.items() if not _unfinished(row)}, lang),
        *_unfinished_mark(done, lang),
        *_rings(years, done, restated, lang),
    ]
    layout = {
        "height": HEIGHT,
        "margin": {"l": 8, "r": 24, "t": 34, "b": 8},
        "xaxis": {**theme.YEAR_AXIS, "categoryarray": [year(fy) for fy in years]},
        "yaxis": {"rangemode": "tozero", "nticks": 5},
    }
    return theme.figure(traces, layout)


def cumulative_path(targets: pd.DataFrame, lang: str) -> go.Figure:
    """The total target by year under both readings: simple sum and compound, and the printed one."""
    rows = targets.dropna(subset=["target"]).sort_values("fiscal_year").to_dict("records")
    years = [year(row["fiscal_year"]) for row in rows]
    steps = [float(row["target"]) for row in rows]
    sums = [sum(steps[: at + 1]) for at in range(len(steps))]
    traces = [_line(years, sums, t("figures.path.sum", lang), SERIES[0], "solid")]
    if rows and not is_missing(rows[0]["compound_of_targets"]):
        compounds = [_compound(steps[: at + 1]) for at in range(len(steps))]
        name = t("figures.path.compound", lang)
        traces.append(
            {
                **_line(years, compounds, name, SERIES[1], "dot"),
                "fill": "tonexty",
                "fillcolor": "rgba(230,159,0,0.18)",
            }
        )
    if rows and not is_missing(rows[0]["target_total"]):
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "name": t("figures.path.printed", lang),
                "x": years[-1:],
                "y": [float(rows[0]["target_total"])],
                "text": [amount(rows[0]["target_total"], None, rows[0]["unit_kind"], lang)],
                "textposition": "bottom center",
                "marker": {"symbol": "diamond", "size": 15, "color": INK},
            }
        )
    layout = {
        "height": HEIGHT,
        "margin": {"l": 8, "r": 40, "t": 34, "b": 8},
        "xaxis": theme.YEAR_AXIS,
        "yaxis": {"rangemode": "tozero", "nticks": 5},
    }
    return theme.figure(traces, layout)


def with_unit(name: str, rows: list[dict]) -> str:
    """`name` with the unit of the first of `rows` that has one: "ผล (คน)"."""
    units = [row["unit"] for row in rows if not is_missing(row.get("unit"))]
    return f"{name} ({plain(units[0])})" if units else name


def numeric(value: object) -> float | None:
    """A value to draw; None where there is nothing to draw."""
    return None if is_missing(value) else float(value)


def _results(years: list[int], done: dict[int, dict], lang: str) -> dict:
    rows = [done.get(fy, {}) for fy in years]
    provisional = [_is_provisional(row) for row in rows]
    symbols = [
        f"{status_of(row.get('status')).marker.removesuffix('-open')}{'-open' if open_ else ''}"
        for row, open_ in zip(rows, provisional, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": with_unit(t("figures.path.actual", lang), rows),
        "x": [year(fy) for fy in years],
        "y": [numeric(row.get("actual")) for row in rows],
        "text": [_result_text(row, lang) for row in rows],
        "textposition": "top center",
        "cliponaxis": False,
        "line": {"color": INK, "width": 4},
        "marker": {
            "size": 15,
            "symbol": symbols,
            "color": [status_of(row.get("status")).colour for row in rows],
            "line": {"width": 3},
        },
        "hovertext": [_result_hover(row, lang) for row in rows],
        "hoverinfo": "text",
    }


def _rings(
    years: list[int], done: dict[int, dict], restated: Collection[int], lang: str
) -> list[dict]:
    """A ring and a word at every year that is not what was published first, or not yet final."""
    noted = {
        fy: _second_thoughts(done[fy], fy in restated, lang)
        for fy in years
        if fy in done and not is_missing(done[fy]["actual"])
    }
    noted = {fy: words for fy, words in noted.items() if words}
    if not noted:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "showlegend": False,
            "x": [year(fy) for fy in noted],
            "y": [numeric(done[fy]["actual"]) for fy in noted],
            "text": list(noted.values()),
            "textposition": "bottom center",
            "cliponaxis": False,
            "marker": {
                "symbol": ["diamond-open" if fy in restated else "circle-open" for fy in noted],
                "size": 28,
                "color": INK,
                "line": {"width": 2},
            },
            "hoverinfo": "skip",
        }
    ]


def _second_thoughts(row: dict, restated: bool, lang: str) -> str:
    words = []
    if _is_provisional(row):
        words.append(t("semantics.line.provisional", lang))
    if restated:
        words.append(t("semantics.line.restated", lang))
    return "<br>".join(words)


def _unfinished(row: dict) -> bool:
    quarter = row["quarter"]
    adds_up = row["unit_kind"] in ("count", "money")
    is_level = row.get("accumulation") in ("last", "mean")
    return adds_up and not is_level and not is_missing(quarter) and int(quarter) < 4


def _unfinished_mark(done: dict[int, dict], lang: str) -> list[dict]:
    rows = [row for row in done.values() if _unfinished(row) and not is_missing(row["actual"])]
    if not rows:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": t("figures.path.unfinished", lang),
            "x": [year(row["fiscal_year"]) for row in rows],
            "y": [numeric(row["actual"]) for row in rows],
            "text": [
                f"{_result_text(row, lang)} ({t('figures.quarter', lang, quarter=int(row['quarter']))})"
                for row in rows
            ],
            "textposition": "top center",
            "cliponaxis": False,
            "marker": {"symbol": "square-open", "size": 14, "color": MUTED, "line": {"width": 3}},
            "hovertext": [_result_hover(row, lang) for row in rows],
            "hoverinfo": "text",
        }
    ]


def _is_provisional(row: dict) -> bool:
    said = row.get("is_provisional")
    return not is_missing(said) and bool(said)


def _result_text(row: dict, lang: str) -> str:
    if is_missing(row.get("actual")):
        return ""
    return amount(row["actual"], None, row["unit_kind"], lang)


def _result_hover(row: dict, lang: str) -> str:
    if is_missing(row.get("actual")):
        return t("figures.path.no_result", lang)
    key = "provisional" if _is_provisional(row) else "final"
    return t(
        "figures.path.hover",
        lang,
        result=amount(row["actual"], row["unit"], row["unit_kind"], lang),
        target=amount(row["target"], row["unit"], row["unit_kind"], lang),
        attainment=attained(row["attainment_to_date_pct"], lang),
        status=status_of(row["status"]).label(lang),
        certainty=t(f"figures.path.{key}", lang),
    )


def _line(x: list[str], y: list[float], name: str, colour: str, dash: str) -> dict:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": x,
        "y": y,
        "line": {"color": colour, "width": 3, "dash": dash},
        "marker": {"size": 9},
        "hovertemplate": "%{x}: %{y:.2f}<extra>%{fullData.name}</extra>",
    }


def _compound(steps_pct: list[float]) -> float:
    index = 1.0
    for step in steps_pct:
        index *= 1 + step / 100
    return (index - 1) * 100
