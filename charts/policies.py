"""Policies: a tile each, the empty ones plain to see."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import clipped, is_missing, money, shortened
from charts.palette import NOT_DUE, STATUS
from charts.pieces import frames, note
from charts.plan_tree import LACKING, chips
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


def tiles(policies: pd.DataFrame, lang: str, *, chosen: str | None = None) -> go.Figure:
    """A tile for each policy of `policy_overview`, set by set in the document's order.

    A set begins a new row, and so does a numbering that starts again (6 รัก, then 8 สร้าง). What a
    tile lacks is said in it and its frame is red or orange. The `customdata` is (node_code,).
    """
    placed = _placed(policies.sort_values("node_order").to_dict("records"))
    edge = {
        "color": [_EDGE.get(policy["policy_gap"], NOT_DUE) for _, _, policy in placed],
        "width": [4 if policy["node_code"] == chosen else 2 for _, _, policy in placed],
    }
    boxes = frames(
        [(row, column) for row, column, _ in placed],
        edge,
        customdata=[[policy["node_code"]] for _, _, policy in placed],
        hovertext=[_tile_hover(policy, lang) for _, _, policy in placed],
        hoverinfo="text",
    )
    notes = [one for place in placed for one in _tile_notes(*place, lang)]
    rows = max(row for row, _, _ in placed) + 1
    layout = {
        "height": rows * _TILE_PX + 8,
        "showlegend": False,
        "annotations": notes,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "font": {"size": 12},
        "xaxis": {"range": [0, _TILES], "visible": False},
        "yaxis": {"range": [rows, 0], "visible": False},
    }
    return theme.figure([boxes], layout)


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
    pill = {} if is_missing(policy["policy_gap"]) else LACKING
    return [
        _tile_note(column, row + 0.07, f"<b>{title}</b>"),
        _tile_note(column, row + 0.36, "<br>".join(work)),
        *([_tile_note(column, row + 0.77, foot, **pill)] if foot else []),
    ]


def _tile_note(column: int, y: float, text: str, **more: object) -> dict:
    return note(column + 0.05, y, text, yanchor="top", **more)


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
    return t(
        "strategy.tiles.hover",
        lang,
        policy=shortened(policy["title"], 110),
        indicators=int(policy["indicator_count"]),
        projects=number(policy["project_count"], 0, lang),
        money=money(policy["allocated_thb"], lang),
    )
