"""Policies: a tile each, the empty ones plain to see, and the matrix of policies and issues."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, money, shortened
from charts.palette import INK, MUTED, NOT_DUE, STATUS
from charts.plan_tree import chips
from i18n import t
from thai.digits import to_arabic
from thai.format import number

_TILES, _TILE_PX, _HEAD_PX = 8, 104, 24
_LINE_LETTERS, _TITLE_LINES = 22, 2
_EDGE = {
    "nothing": STATUS[3],
    "no_indicator": STATUS[2],
    "no_project": STATUS[2],
    "no_money": STATUS[2],
}
_ROW_PX = 27
_NAME_PART, _TOTAL_PART = 0.3, 0.12
_SHADES = ("#E4EEF7", "#B9D5EC", "#7FB2DC")


def tiles(policies: pd.DataFrame, lang: str, *, chosen: str | None = None) -> go.Figure:
    """A tile for each policy of `policy_overview`, set by set in the document's order.

    A set begins a new row, and so does a numbering that starts again (6 รัก, then 8 สร้าง). What a
    tile lacks is said in it and its frame is red or orange. The `customdata` is (node_code,).
    """
    placed = _placed(policies.sort_values("node_order").to_dict("records"))
    rows = max(row for row, _, _ in placed) + 1
    heads = _heads(placed)
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
        "height": rows * _TILE_PX + len(heads) * 4 + 8,
        "showlegend": False,
        "annotations": notes,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "font": {"size": 13, "color": INK},
        "xaxis": {"range": [0, _TILES], "visible": False},
        "yaxis": {"range": [rows, 0], "visible": False},
    }
    return theme.figure([trace], layout)


def matrix(coverage: pd.DataFrame, lang: str) -> go.Figure:
    """`policy_coverage` as policies (rows, empty ones first) against issues (columns).

    A cell says indicators · projects · money, and is the darker the more money; a dash stands for
    nothing. The last column is the policy's total, each project counted once. The `customdata` of
    a cell is (node_code, issue_key), of a total (node_code,).
    """
    policies = coverage.drop_duplicates("node_code").sort_values("policy_order").to_dict("records")
    issues = (
        coverage.drop_duplicates("issue_key")
        .sort_values("issue_order", na_position="last")
        .to_dict("records")
    )
    issues = [i for i in issues if not is_missing(i["issue_key"]) or _has_blank(coverage)]
    width = (1 - _NAME_PART - _TOTAL_PART) / max(len(issues), 1)
    cells = {(row["node_code"], _key(row)): row for row in coverage.to_dict("records")}
    most = max(
        (
            float(row["allocated_thb"])
            for row in cells.values()
            if not is_missing(row["allocated_thb"])
        ),
        default=0,
    )
    traces, notes = (
        [],
        [
            _column_head(_NAME_PART + width * (at + 0.5), issue, lang)
            for at, issue in enumerate(issues)
        ],
    )
    notes.append(_head_note(1 - _TOTAL_PART / 2, t("strategy.matrix.total", lang)))
    for at, issue in enumerate(issues):
        column = [cells.get((policy["node_code"], _key(issue))) for policy in policies]
        left = _NAME_PART + width * at
        traces.append(_cells(left, width, policies, column, issue, most, lang))
        notes += [
            _cell_note(left + width / 2, place, _said(row, lang))
            for place, row in enumerate(column)
        ]
    traces.append(_totals(policies, lang))
    for place, policy in enumerate(policies):
        notes.append(_policy_note(place, policy))
        notes.append(_cell_note(1 - _TOTAL_PART / 2, place, f"<b>{_total(policy, lang)}</b>"))
    layout = {
        "height": _ROW_PX * len(policies) + 62,
        "showlegend": False,
        "barmode": "overlay",
        "annotations": notes,
        "margin": {"l": 0, "r": 2, "t": 58, "b": 4},
        "font": {"size": 12, "color": INK},
        "xaxis": {"range": [0, 1], "visible": False},
        "yaxis": {"range": [len(policies) - 0.5, -0.5], "visible": False},
    }
    return theme.figure(traces, layout)


def _placed(policies: list[dict]) -> list[tuple[int, int, dict]]:
    """Row and column of every tile."""
    placed, row, column, before = [], 0, 0, None
    for policy in policies:
        restarts = before is not None and (
            policy["version_code"] != before["version_code"] or to_arabic(str(policy["ordinal"])) == "1"
        )
        if restarts or column == _TILES:
            row, column = row + 1, 0
        placed.append((row, column, policy))
        column, before = column + 1, policy
    return placed


def _heads(placed: list[tuple[int, int, dict]]) -> set[str]:
    return {policy["version_code"] for _, _, policy in placed}


def _tile_notes(row: int, column: int, policy: dict, lang: str) -> list[dict]:
    title = "<br>".join(_lines(policy["title"]))
    points = ""
    if policy["point_count"]:
        points = t(
            "strategy.tiles.points",
            lang,
            covered=int(policy["covered_point_count"]),
            total=int(policy["point_count"]),
        )
    gap = policy["policy_gap"]
    foot = (
        points
        if is_missing(gap)
        else " · ".join(filter(None, (points, f"○ {t(f'strategy.policy_gap.{gap}', lang)}")))
    )
    signs = " ".join(text for _, text in chips(policy, lang))
    work = t(
        "strategy.tiles.work",
        lang,
        indicators=f"{int(policy['indicator_count'])}{f' ({signs})' if signs else ''}",
        projects=number(policy["project_count"], 0, lang),
    )
    paid = "" if is_missing(policy["allocated_thb"]) else money(policy["allocated_thb"], lang)
    colour = INK if is_missing(gap) else STATUS[3]
    lines = (
        (0.08, f"<b>{title}</b>", INK),
        (0.46, f"{work}<br>{paid}" if policy["project_count"] else work, INK),
        (0.78, foot, colour),
    )
    return [
        {
            "x": column + 0.05,
            "xanchor": "left",
            "y": row + y,
            "yanchor": "top",
            "text": text,
            "align": "left",
            "font": {"color": colour, "size": 12},
            "showarrow": False,
        }
        for y, text, colour in lines
        if text
    ]


def _lines(title: str) -> list[str]:
    """A title on at most two lines, cut between letters."""
    words, lines = theme.plain(title).split(), [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) >= _LINE_LETTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) == 1 and len(lines[0]) > _LINE_LETTERS:
        return [shortened(title, _LINE_LETTERS)]
    kept = lines[:_TITLE_LINES]
    if len(lines) > _TITLE_LINES:
        kept[-1] += "…"
    return [shortened(line, _LINE_LETTERS) for line in kept]


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


def _has_blank(coverage: pd.DataFrame) -> bool:
    """Whether anything serves a policy without naming an issue of the plan."""
    blank = coverage[coverage["issue_key"].isna()]
    return bool((blank["project_count"] + blank["indicator_count"]).sum())


def _key(row: dict) -> str | None:
    return None if is_missing(row["issue_key"]) else row["issue_key"]


def _said(row: dict | None, lang: str) -> str:
    if row is None or not (row["indicator_count"] or row["project_count"]):
        return "–"
    paid = "" if is_missing(row["allocated_thb"]) else f" · {money(row['allocated_thb'], lang)}"
    return f"{int(row['indicator_count'])} · {int(row['project_count'])}{paid}"


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


def _totals(policies: list[dict], lang: str) -> dict:
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
    if row is None or not (row["indicator_count"] or row["project_count"]):
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
    words = shortened(issue["strategic_issue"], 36)
    half = len(words) // 2
    cut = words.find(" ", half - 6)
    lines = f"{words[:cut]}<br>{words[cut + 1 :]}" if 0 < cut < len(words) - 1 else words
    return _head_note(x, lines)


def _head_note(x: float, text: str) -> dict:
    return {
        "x": x,
        "xref": "paper",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": text,
        "font": {"color": MUTED, "size": 12},
        "showarrow": False,
    }


def _policy_note(place: int, policy: dict) -> dict:
    empty = not (policy["policy_indicator_count"] or policy["policy_project_count"])
    mark = "○ " if empty else ""
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": place,
        "text": f"{mark}{shortened(policy['policy'], 44)}",
        "font": {"color": STATUS[3] if empty else INK, "size": 13},
        "showarrow": False,
    }


def _cell_note(x: float, place: int, text: str) -> dict:
    return {
        "x": x,
        "xref": "paper",
        "y": place,
        "text": text,
        "font": {"color": INK},
        "showarrow": False,
    }
