"""Policies against strategic issues: what serves both, and where nothing does."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import MILLION, clipped, is_missing, money, shortened
from charts.palette import INK, MUTED
from charts.pieces import bars, row_note, rows_axis, whole_rows
from charts.plan_tree import LACKING
from i18n import t
from thai.format import number

_ROW_PX = 27
_NAME_PART, _TOTAL_PART = 0.29, 0.11
_HEAD_LETTERS, _HEAD_LINES = 13, 3
_SHADES = ("#E4EEF7", "#B9D5EC", "#7FB2DC")


def matrix(coverage: pd.DataFrame, lang: str) -> go.Figure:
    """`policy_coverage` as policies (rows, empty ones first) against issues (columns).

    A cell says indicators · projects · million baht, and is the darker the more money; a dash
    stands for nothing. The last column is the policy's total, each project counted once. The
    `customdata` of a cell is (node_code, issue_key), of a total (node_code,).
    """
    policies = coverage.drop_duplicates("node_code").sort_values("policy_order").to_dict("records")
    issues = _issues(coverage)
    width = (1 - _NAME_PART - _TOTAL_PART) / max(len(issues), 1)
    cells = {(row["node_code"], _key(row)): row for row in coverage.to_dict("records")}
    most = float(coverage["allocated_thb"].max()) if coverage["allocated_thb"].notna().any() else 0
    traces, notes = [], _totals(policies, lang)
    for at, issue in enumerate(issues):
        left = _NAME_PART + width * at
        column = [cells.get((policy["node_code"], _key(issue))) for policy in policies]
        traces.append(_cells(left, width, policies, column, issue, most, lang))
        notes += [_column_head(left + width / 2, issue, lang)]
        notes += _column_notes(left + width / 2, column, lang)
    layout = {
        "height": _ROW_PX * len(policies) + 62,
        "showlegend": False,
        "barmode": "overlay",
        "annotations": [*notes, *(_policy_note(*place) for place in enumerate(policies))],
        "margin": {"l": 0, "r": 2, "t": 58, "b": 4},
        "font": {"size": 12},
        "xaxis": {"range": [0, 1], "visible": False},
        "yaxis": rows_axis(len(policies)),
    }
    return theme.figure([_click_area(policies), *traces], layout)


def _issues(coverage: pd.DataFrame) -> list[dict]:
    """A row for each column: the issues in the plan's order, "none" last and only if used."""
    ordered = coverage.drop_duplicates("issue_key").sort_values("issue_order", na_position="last")
    blank = _has_blank(coverage)
    return [row for row in ordered.to_dict("records") if blank or not is_missing(row["issue_key"])]


def _is_filled(row: dict | None) -> bool:
    return bool(row and (row["indicator_count"] or row["project_count"]))


def _has_blank(coverage: pd.DataFrame) -> bool:
    """Whether anything serves a policy without naming an issue of the plan."""
    blank = coverage[coverage["issue_key"].isna()]
    return bool((blank["project_count"] + blank["indicator_count"]).sum())


def _key(row: dict) -> str | None:
    return None if is_missing(row["issue_key"]) else row["issue_key"]


def _said(row: dict | None, lang: str) -> str:
    if not _is_filled(row):
        return "–"
    counts = f"{int(row['indicator_count'])} · {int(row['project_count'])}"
    if is_missing(row["allocated_thb"]):
        return counts
    return f"{counts} · {number(float(row['allocated_thb']) / MILLION, 1, lang)}"


def _totals(policies: list[dict], lang: str) -> list[dict]:
    """The column at the right, under its heading."""
    middle = 1 - _TOTAL_PART / 2
    texts = [f"<b>{_total(policy, lang)}</b>" for policy in policies]
    return [
        _head_note(middle, t("strategy.matrix.total", lang)),
        *(row_note(middle, place, text, xanchor="center") for place, text in enumerate(texts)),
    ]


def _total(policy: dict, lang: str) -> str:
    return _said(
        {
            "indicator_count": policy["policy_indicator_count"],
            "project_count": policy["policy_project_count"],
            "allocated_thb": policy["policy_allocated_thb"],
        },
        lang,
    )


def _cells(
    left: float, width: float, policies: list, column: list, issue: dict, most: float, lang: str
) -> dict:
    return bars(
        range(len(policies)),
        [width * 0.96] * len(policies),
        [_shade(row, most) for row in column],
        base=[left + width * 0.02] * len(policies),
        width=0.9,
        customdata=[[policy["node_code"], _key(issue)] for policy in policies],
        hovertext=[
            _cell_hover(policy, issue, row, lang)
            for policy, row in zip(policies, column, strict=True)
        ],
        hoverinfo="text",
    )


def _click_area(policies: list[dict]) -> dict:
    """Behind the cells, so that a policy's name and total can be clicked too."""
    codes = [[policy["node_code"]] for policy in policies]
    hover = [shortened(policy["policy"], 110) for policy in policies]
    return whole_rows(range(len(policies)), codes, hover)


def _shade(row: dict | None, most: float) -> str:
    if not _is_filled(row):
        return "rgba(138, 148, 158, 0.10)"
    if is_missing(row["allocated_thb"]) or not most:
        return _SHADES[0]
    return _SHADES[min(int(3 * float(row["allocated_thb"]) / most), 2)]


def _cell_hover(policy: dict, issue: dict, row: dict | None, lang: str) -> str:
    is_blank = is_missing(issue["issue_key"])
    name = t("strategy.matrix.no_issue", lang) if is_blank else issue["strategic_issue"]
    found = row or {"indicator_count": 0, "project_count": 0, "allocated_thb": None}
    return t(
        "strategy.matrix.hover",
        lang,
        policy=shortened(policy["policy"], 90),
        issue=shortened(name, 90),
        indicators=int(found["indicator_count"]),
        projects=int(found["project_count"]),
        money=money(found["allocated_thb"], lang),
    )


def _column_head(x: float, issue: dict, lang: str) -> dict:
    if is_missing(issue["issue_key"]):
        return _head_note(x, t("strategy.matrix.no_issue", lang))
    rest, lines = clipped(issue["strategic_issue"], _HEAD_LINES * _HEAD_LETTERS), []
    while rest and len(lines) < _HEAD_LINES:
        line = clipped(rest, _HEAD_LETTERS)
        if len(lines) < _HEAD_LINES - 1:
            line = line.removesuffix("…")  # it goes on in the next line
        lines.append(theme.plain(line.strip()))
        rest = rest[len(line) :].strip()
    return _head_note(x, "<br>".join(lines))


def _head_note(x: float, text: str) -> dict:
    above = {"xanchor": "center", "align": "center", "yref": "paper", "yanchor": "bottom"}
    return row_note(x, 1, text, font={"color": MUTED, "size": 12}, **above)


def _policy_note(place: int, policy: dict) -> dict:
    title = shortened(policy["policy"], 42)
    if policy["policy_indicator_count"] or policy["policy_project_count"]:
        return row_note(0, place, title)
    return row_note(0, place, f"○ {title}", **LACKING)


def _column_notes(x: float, column: list[dict | None], lang: str) -> list[dict]:
    dark = {"font": {"color": INK}}  # on a shaded cell, on a dark page as well
    return [
        row_note(x, place, _said(row, lang), xanchor="center", **(dark if _is_filled(row) else {}))
        for place, row in enumerate(column)
    ]
