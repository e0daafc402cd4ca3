"""Policies: a tile each, the empty ones plain to see, and the matrix of policies and issues."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import MILLION, clipped, is_missing, money, shortened
from charts.palette import DARK_TEXT, INK, MUTED, NOT_DUE, STATUS
from charts.plan_tree import chips
from i18n import t
from thai.digits import to_arabic
from thai.format import number

_TILES, _TILE_PX = 8, 122
_LINE_LETTERS = 17
_EDGE = {
    "nothing": STATUS[3],
    "no_indicator": STATUS[2],
    "no_project": STATUS[2],
    "no_money": STATUS[2],
}
_ROW_PX = 27
_NAME_PART, _TOTAL_PART = 0.29, 0.11
_HEAD_LETTERS = 13
_LACKING = {"bgcolor": NOT_DUE, "font": {"color": DARK_TEXT}, "borderpad": 1}
_SHADES = ("#E4EEF7", "#B9D5EC", "#7FB2DC")


def tiles(policies: pd.DataFrame, lang: str, *, chosen: str | None = None) -> go.Figure:
    """A tile for each policy of `policy_overview`, set by set in the document's order.

    A set begins a new row, and so does a numbering that starts again (6 รัก, then 8 สร้าง). What a
    tile lacks is said in it and its frame is red or orange. The `customdata` is (node_code,).
    """
    placed = _placed(policies.sort_values("node_order").to_dict("records"))
    rows = max(row for row, _, _ in placed) + 1
    notes = [
        note for row, column, policy in placed for note in _tile_notes(row, column, policy, lang)
    ]
    trace = {
        "type": "bar",
        "x": [column + 0.5 for _, column, _ in placed],
        "base": [row + 0.04 for row, _, _ in placed],
        "y": [0.9] * len(placed),
        "width": 0.96,
        "marker": {
            "color": "rgba(0,0,0,0)",
            "line": {
                "color": [_EDGE.get(p["policy_gap"], NOT_DUE) for _, _, p in placed],
                "width": [4 if p["node_code"] == chosen else 2 for _, _, p in placed],
            },
        },
        "customdata": [[policy["node_code"]] for _, _, policy in placed],
        "hovertext": [_tile_hover(policy, lang) for _, _, policy in placed],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
    }
    layout = {
        "height": rows * _TILE_PX + 8,
        "showlegend": False,
        "annotations": notes,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "font": {"size": 12},
        "xaxis": {"range": [0, _TILES], "visible": False},
        "yaxis": {"range": [rows, 0], "visible": False},
    }
    return theme.figure([trace], layout)


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
    end = 1 - _TOTAL_PART / 2
    traces, notes = [], [_head_note(end, t("strategy.matrix.total", lang))]
    for at, issue in enumerate(issues):
        left = _NAME_PART + width * at
        column = [cells.get((policy["node_code"], _key(issue))) for policy in policies]
        traces.append(_cells(left, width, policies, column, issue, most, lang))
        notes.append(_column_head(left + width / 2, issue, lang))
        notes += [
            _cell_note(left + width / 2, place, _said(row, lang), shaded=_is_filled(row))
            for place, row in enumerate(column)
        ]
    for place, policy in enumerate(policies):
        notes.append(_policy_note(place, policy))
        notes.append(_cell_note(end, place, f"<b>{_total(policy, lang)}</b>", shaded=False))
    layout = {
        "height": _ROW_PX * len(policies) + 62,
        "showlegend": False,
        "barmode": "overlay",
        "annotations": notes,
        "margin": {"l": 0, "r": 2, "t": 58, "b": 4},
        "font": {"size": 12},
        "xaxis": {"range": [0, 1], "visible": False},
        "yaxis": {"range": [len(policies) - 0.5, -0.5], "visible": False},
    }
    return theme.figure([_whole_rows(policies), *traces], layout)


def _placed(policies: list[dict]) -> list[tuple[int, int, dict]]:
    """Row and column of every tile."""
    placed, row, column, before = [], 0, 0, None
    for policy in policies:
        restarts = before is not None and (
            policy["version_code"] != before["version_code"]
            or to_arabic(str(policy["ordinal"])) == "1"
        )
        if restarts or column == _TILES:
            row, column = row + 1, 0
        placed.append((row, column, policy))
        column, before = column + 1, policy
    return placed


def _tile_notes(row: int, column: int, policy: dict, lang: str) -> list[dict]:
    signs = "  ".join(text for _, text in chips(policy, lang))
    work = [
        t("strategy.tiles.indicators", lang, count=int(policy["indicator_count"]), signs=signs),
        t("strategy.tiles.projects", lang, count=number(policy["project_count"], 0, lang)),
    ]
    if not is_missing(policy["allocated_thb"]):
        work.append(money(policy["allocated_thb"], lang))
    title, foot = "<br>".join(_lines(policy["title"])), _tile_foot(policy, lang)
    pill = {} if is_missing(policy["policy_gap"]) else _LACKING
    return [
        _tile_note(column, row + 0.07, f"<b>{title}</b>"),
        _tile_note(column, row + 0.36, "<br>".join(work)),
        *([{**_tile_note(column, row + 0.77, foot), **pill}] if foot else []),
    ]


def _tile_note(column: int, y: float, text: str) -> dict:
    return {
        "x": column + 0.05,
        "xanchor": "left",
        "y": y,
        "yanchor": "top",
        "text": text,
        "align": "left",
        "showarrow": False,
    }


def _tile_foot(policy: dict, lang: str) -> str:
    """ "2/6 ข้อ · ○ ไม่มีโครงการ": how many points have work, and what is missing."""
    parts = []
    if policy["point_count"]:
        counts = {"covered": policy["covered_point_count"], "total": policy["point_count"]}
        parts.append(t("strategy.tiles.points", lang, **{k: int(v) for k, v in counts.items()}))
    if not is_missing(gap := policy["policy_gap"]):
        parts.append(f"○ {t(f'strategy.policy_gap.{gap}', lang)}")
    return " · ".join(parts)


def _lines(title: str) -> list[str]:
    """A title on at most two lines, broken at a space where there is one near, else in a word."""
    text = clipped(" ".join(str(title).split()), 2 * _LINE_LETTERS)
    first = clipped(text, _LINE_LETTERS)
    if first == text:
        return [theme.plain(text)]
    first = first.removesuffix("…")
    cut = first.rfind(" ") if first.rfind(" ") > len(first) // 2 else len(first)
    return [theme.plain(text[:cut]), shortened(text[cut:].strip(), _LINE_LETTERS)]


def _tile_hover(policy: dict, lang: str) -> str:
    paid = money(policy["allocated_thb"], lang)
    return t(
        "strategy.tiles.hover",
        lang,
        policy=shortened(policy["title"], 110),
        indicators=int(policy["indicator_count"]),
        projects=number(policy["project_count"], 0, lang),
        money=paid,
    )


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
    return {
        "type": "bar",
        "orientation": "h",
        "base": [left + width * 0.02] * len(policies),
        "x": [width * 0.96] * len(policies),
        "y": list(range(len(policies))),
        "width": 0.9,
        "marker": {"color": [_shade(row, most) for row in column]},
        "customdata": [[policy["node_code"], _key(issue)] for policy in policies],
        "hovertext": [
            _cell_hover(policy, issue, row, lang)
            for policy, row in zip(policies, column, strict=True)
        ],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 1}},
    }


def _whole_rows(policies: list[dict]) -> dict:
    """A clear bar behind each row: its name and its total can be clicked too."""
    return {
        "type": "bar",
        "orientation": "h",
        "base": [0] * len(policies),
        "x": [1] * len(policies),
        "y": list(range(len(policies))),
        "width": 0.9,
        "marker": {"color": "rgba(0,0,0,0)"},
        "customdata": [[policy["node_code"]] for policy in policies],
        "hovertext": [shortened(policy["policy"], 110) for policy in policies],
        "hoverinfo": "text",
        "unselected": {"marker": {"opacity": 0}},
    }


def _shade(row: dict | None, most: float) -> str:
    if not _is_filled(row):
        return "rgba(138, 148, 158, 0.10)"
    if is_missing(row["allocated_thb"]) or not most:
        return _SHADES[0]
    return _SHADES[min(int(3 * float(row["allocated_thb"]) / most), 2)]


def _cell_hover(policy: dict, issue: dict, row: dict | None, lang: str) -> str:
    name = (
        t("strategy.matrix.no_issue", lang)
        if is_missing(issue["issue_key"])
        else issue["strategic_issue"]
    )
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
    rest, lines = clipped(issue["strategic_issue"], 3 * _HEAD_LETTERS), []
    while rest and len(lines) < 3:
        line = (
            clipped(rest, _HEAD_LETTERS).removesuffix("…")
            if len(lines) < 2
            else clipped(rest, _HEAD_LETTERS)
        )
        lines.append(theme.plain(line.strip()))
        rest = rest[len(line) :].strip()
    return _head_note(x, "<br>".join(lines))


def _head_note(x: float, text: str) -> dict:
    return {
        "x": x,
        "xref": "paper",
        "xanchor": "center",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": text,
        "font": {"color": MUTED, "size": 12},
        "showarrow": False,
    }


def _policy_note(place: int, policy: dict) -> dict:
    empty = not (policy["policy_indicator_count"] or policy["policy_project_count"])
    title = shortened(policy["policy"], 42)
    note = {"x": 0, "xref": "paper", "xanchor": "left", "y": place, "showarrow": False}
    if empty:
        return {**note, **_LACKING, "text": f"○ {title}"}
    return {**note, "text": title}


def _cell_note(x: float, place: int, text: str, *, shaded: bool) -> dict:
    return {
        "x": x,
        "xref": "paper",
        "xanchor": "center",
        "y": place,
        "text": text,
        "showarrow": False,
        **({"font": {"color": INK}} if shaded else {}),
    }
