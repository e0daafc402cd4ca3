"""The plan on one screen: its issues as rows, and the themes, missions and objectives beside them.

Every row says how many indicators stand where (▲●◆▼), the money, and what is missing, in words.
"""

from collections.abc import Iterable, Mapping

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, money, shortened
from charts.palette import DARK_TEXT, MUTED, NOT_DUE, TRACK
from charts.pieces import bars, row_note, rows_axis, whole_rows
from charts.status import STATUSES, Status
from i18n import t
from thai.format import number, percent

GAPS = ("indicator_gap", "project_gap", "link_gap")
"""The columns of `strategy_tree` that name what a node lacks, the gravest first."""

_ISSUE_PX, _NODE_PX = 58, 22
_CHIP_PX, _SMALL_CHIP_PX = 46, 40
_TITLE_LETTERS, _NODE_LETTERS, _LACKING_LETTERS = 84, 46, 32
_CHIPS_END = 0.33
_MOST_TALL = 8
_BESIDE = (("definition", "mission", "objective"), ("mission_group", "plan"))
LACKING = {"bgcolor": NOT_DUE, "font": {"color": DARK_TEXT}, "borderpad": 1}
"""How a chart marks the words for what is missing."""


def issues(nodes: pd.DataFrame, lang: str, *, chosen: str | None = None) -> go.Figure:
    """The strategic issues among rows of `strategy_tree`, in the plan's own order.

    The `customdata` of a row is (node_code,); the `chosen` one stands on a tinted ground.
    """
    rows = _of_type(nodes, "strategic_issue")
    # Many issues (a plan of 2550 has twenty) stand in single lines.
    row_px, notes_of = (
        (_ISSUE_PX, _issue_notes) if len(rows) <= _MOST_TALL else (_NODE_PX + 2, _line)
    )
    notes = [note for place, row in enumerate(rows) for note in notes_of(place, row, lang)]
    grounds = [_ground(at) for at, row in enumerate(rows) if row["node_code"] == chosen]
    colours = [_edge_colour(row) for row in rows]
    edge = bars(range(len(rows)), [0.006] * len(rows), colours, width=0.82, hoverinfo="skip")
    traces = [edge, _click_area(range(len(rows)), rows, lang)]
    return theme.figure(traces, _layout(len(rows), row_px, notes, grounds))


def kinds_beside(nodes: pd.DataFrame) -> tuple[str, ...]:
    """What stands beside the issues: themes, missions and objectives, else groups and plans."""
    for kinds in _BESIDE:
        if nodes["node_type"].isin(kinds).any():
            return kinds
    return ()


def others(nodes: pd.DataFrame, lang: str, *, chosen: str | None = None) -> go.Figure:
    """The nodes of `kinds_beside` under a heading each, without the statements under the themes.

    The `customdata` of a row is (node_code,).
    """
    places, rows, notes, place = [], [], [], 0
    for kind in kinds_beside(nodes):
        of_kind = [row for row in _of_type(nodes, kind) if not _is_statement(row, nodes)]
        if not of_kind:
            continue
        notes.append(_heading(place, kind, len(of_kind), lang))
        for row in of_kind:
            place += 1
            places.append(place)
            rows.append(row)
            notes += _node_notes(place, row, lang)
        place += 1
    grounds = [
        _ground(at) for at, row in zip(places, rows, strict=True) if row["node_code"] == chosen
    ]
    return theme.figure([_click_area(places, rows, lang)], _layout(place, _NODE_PX, notes, grounds))


def gap_words(row: Mapping, lang: str) -> list[str]:
    """What a node lacks, in words: "ธีมนี้ยังไม่มีตัวชี้วัด"; empty when it lacks nothing."""
    codes = [row[column] for column in GAPS if not is_missing(row[column])]
    return [t(f"strategy.gap.{code}", lang) for code in codes]


def chips(row: Mapping, lang: str) -> list[tuple[Status, str]]:
    """The statuses a node's indicators have, worst first, with sign and number: (status, "▼ 1")."""
    counted = [(status, int(row[f"{status.code}_count"])) for status in STATUSES]
    order = {"critical": 0, "at_risk": 1, "near": 2, "met": 3, "no_data": 4, "not_due": 5}
    counted.sort(key=lambda pair: order[pair[0].code])
    return [
        (status, f"{status.symbol} {number(count, 0, lang)}") for status, count in counted if count
    ]


def _of_type(nodes: pd.DataFrame, kind: str) -> list[dict]:
    return nodes[nodes["node_type"] == kind].sort_values("node_order").to_dict("records")


def _is_statement(row: dict, nodes: pd.DataFrame) -> bool:
    """Whether a definition stands under another: a statement of a theme."""
    if row["node_type"] != "definition" or is_missing(row["parent_code"]):
        return False
    above = nodes[nodes["node_code"] == row["parent_code"]]
    return (above["node_type"] == "definition").any()


def _issue_notes(place: int, row: dict, lang: str) -> list[dict]:
    number_of = "" if is_missing(row["ordinal"]) else f"{theme.plain(row['ordinal'])}. "
    title = f"<b>{number_of}{shortened(row['title'], _TITLE_LETTERS)}</b>"
    gaps, below = gap_words(row, lang), place + 0.22
    return [
        row_note(0.014, place - 0.22, title),
        *_chips(below, 0.016, _CHIP_PX, row, lang),
        row_note(_CHIPS_END, below, _work(row, lang)),
        *([_lacking_note(below, gaps[0])] if gaps else []),
    ]


def _line(place: int, row: dict, lang: str) -> list[dict]:
    """An issue in a single line: name, work, and chips or what is missing."""
    return [*_node_notes(place, row, lang), row_note(0.5, place, _work(row, lang))]


def _node_notes(place: int, row: dict, lang: str) -> list[dict]:
    gaps = gap_words(row, lang)
    is_lacking = gaps and not row["indicator_count"]
    letters = _LACKING_LETTERS if is_lacking else _NODE_LETTERS
    title = row_note(0.014, place, shortened(row["title"], letters))
    if not is_lacking:
        return [title, *_chips(place, 1, -_SMALL_CHIP_PX, row, lang)]
    return [title, _lacking_note(place, gaps[0])]


def _lacking_note(y: float, words: str) -> dict:
    return row_note(1, y, f"○ {words}", xanchor="right", **LACKING)


def _chips(y: float, x: float, step_px: int, row: dict, lang: str) -> list[dict]:
    """A row's chips from x on; a negative step puts them to its left, the worst outermost."""
    return [
        row_note(
            x,
            y,
            text,
            xshift=step_px * place,
            xanchor="left" if step_px > 0 else "right",
            bgcolor=status.colour,
            font={"color": status.text_colour, "size": 12},
            borderpad=0,
        )
        for place, (status, text) in enumerate(chips(row, lang))
    ]


def _work(row: dict, lang: str) -> str:
    """ "35 โครงการ · 23.27 ล้านบาท · เบิกจ่าย 78.8%"; what is not known is left out."""
    parts = [t("strategy.tree.projects", lang, count=number(row["project_count"], 0, lang))]
    if not is_missing(row["allocated_thb"]):
        parts.append(money(row["allocated_thb"], lang))
    if not is_missing(row["disbursed_pct"]):
        parts.append(
            t("strategy.tree.disbursed", lang, share=percent(row["disbursed_pct"], 1, lang))
        )
    return " · ".join(parts)


def _edge_colour(row: dict) -> str:
    worst = next((status for status, _ in chips(row, "th")), None)
    return worst.colour if worst else TRACK


def _heading(place: int, kind: str, count: int, lang: str) -> dict:
    text = t(f"strategy.kinds.{kind}", lang, count=count)
    return row_note(0, place, f"<b>{text}</b>", font={"color": MUTED})


def _click_area(places: Iterable[int], rows: list[dict], lang: str) -> dict:
    codes = [[row["node_code"]] for row in rows]
    return whole_rows(places, codes, [_hover(row, lang) for row in rows])


def _hover(row: dict, lang: str) -> str:
    counted = "  ".join(f"{text} {status.word(lang)}" for status, text in chips(row, lang))
    lines = [_wrapped(row["title"]), counted, _work(row, lang), *gap_words(row, lang)]
    return "<br>".join(line for line in (*lines, t("strategy.tree.click", lang)) if line)


def _wrapped(text: str, limit: int = 70) -> str:
    """A long title over several lines, broken at its spaces."""
    lines = [""]
    for word in theme.plain(text).split():
        if len(lines[-1]) + len(word) > limit:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)


def _ground(place: float) -> dict:
    return {
        "type": "rect",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": place - 0.48,
        "y1": place + 0.48,
        "fillcolor": TRACK,
        "line": {"width": 0},
        "layer": "below",
    }


def _layout(count: int, row_px: int, notes: list[dict], grounds: list[dict]) -> dict:
    return {
        "height": row_px * max(count, 1) + 8,
        "showlegend": False,
        "barmode": "overlay",
        "annotations": notes,
        "shapes": grounds,
        "margin": {"l": 0, "r": 2, "t": 4, "b": 4},
        "font": {"size": 13},
        "yaxis": rows_axis(count),
        "xaxis": {"range": [0, 1], "visible": False},
    }
