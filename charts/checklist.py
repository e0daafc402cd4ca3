"""The rules for choosing indicators as pictures: rules, indicators × checks, topics, what earns."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, money, shortened
from charts.palette import DARK_TEXT, LIGHT_TEXT, MUTED, NO_DATA, SERIES, STATUS, TRACK
from i18n import t
from thai.format import number, percent

CHECKS = (
    *("has_baseline", "has_target", "has_unit", "has_source", "has_owner", "has_frequency"),
    *("has_budget", "is_outcome", "is_in_plan", "serves_policy", "is_joint"),
    *("fits_positioning", "fits_driver", "fits_index"),
)
# Not every indicator must answer these; a "no" is no fault.
OPTIONAL = frozenset(
    {"is_outcome", "serves_policy", "is_joint", "fits_positioning", "fits_driver", "fits_index"}
)
_VERDICTS = {
    "met": ("✔", STATUS[0], LIGHT_TEXT),
    "not_met": ("✖", STATUS[3], LIGHT_TEXT),
    "unknown": ("?", NO_DATA, DARK_TEXT),
}
_ANSWERS = {"yes": (0, "✔"), "no": (1, "✖"), "free": (2, "–"), "unknown": (3, "?")}
_SHADES = ("#CFE6E2", "#F3CFC9", "#EEF1F4", "#DDE2E7")
_RULE_PX, _CELL_PX, _NODE_PX = 40, 30, 23
_SCHEMES = ("categories", "domains", "topics")
_MOST_SECTORS = 8
# The names of the middle list are the longest.
_LEFTS = (0, 0.3, 0.69)


def rules(checklist: pd.DataFrame, lang: str) -> go.Figure:
    """`kpi_checklist` as a line a rule: how far it is kept, and the verdict in sign and word."""
    rows = checklist.sort_values("rule_order").to_dict("records")
    parts = [_part(row) for row in rows]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": parts,
        "y": list(range(len(rows))),
        "marker": {"color": [_VERDICTS[row["verdict"]][1] for row in rows]},
        "width": 0.32,
        "hovertext": [_rule_hover(row, lang) for row in rows],
        "hoverinfo": "text",
    }
    track = {**bars, "x": [1] * len(rows), "marker": {"color": TRACK}}
    notes = [note for place, row in enumerate(rows) for note in _rule_notes(place, row, lang)]
    layout = {
        "height": len(rows) * _RULE_PX + 12,
        "barmode": "overlay",
        "showlegend": False,
        "annotations": notes,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "font": {"size": 13},
        "xaxis": {"range": [-1.35, 2.3], "visible": False},
        "yaxis": {"range": [len(rows) - 0.5, -0.5], "visible": False},
    }
    return theme.figure([track, bars], layout)


def matrix(checks: pd.DataFrame, lang: str) -> go.Figure:
    """`kpi_checks` as indicators (rows) against checks; the `customdata` is (kpi_code,).

    ✔ has it, ✖ lacks it, – has not and need not, ? cannot be known.
    """
    rows = checks.to_dict("records")
    answers = [[_answer(row, check) for check in CHECKS] for row in rows]
    grid = {
        "type": "heatmap",
        "z": [[_ANSWERS[answer][0] for answer in line] for line in answers],
        "text": [[_ANSWERS[answer][1] for answer in line] for line in answers],
        "texttemplate": "%{text}",
        "textfont": {"color": DARK_TEXT, "size": 14},
        "zmin": 0,
        "zmax": len(_SHADES) - 1,
        "colorscale": _steps(_SHADES),
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "x": [t(f"checklist.check.{check}", lang) for check in CHECKS],
        "y": list(range(len(rows))),
        "customdata": [[[row["kpi_code"]]] * len(CHECKS) for row in rows],
        "hovertext": [
            [
                _cell_hover(row, check, answer, lang)
                for check, answer in zip(CHECKS, line, strict=True)
            ]
            for row, line in zip(rows, answers, strict=True)
        ],
        "hoverinfo": "text",
    }
    layout = {
        "height": len(rows) * _CELL_PX + 74,
        "margin": {"l": 8, "r": 0, "t": 66, "b": 4},
        "font": {"size": 12},
        "xaxis": {
            "side": "top",
            "tickangle": 0,
            "showgrid": False,
            "ticks": "",
            "tickfont": {"size": 11},
        },
        "yaxis": {
            "range": [len(rows) - 0.5, -0.5],
            "tickvals": list(range(len(rows))),
            "ticktext": [f"{shortened(row['kpi'], 46)} " for row in rows],
            "showgrid": False,
            "zeroline": False,
            "ticks": "",
        },
    }
    return theme.figure([grid], layout)


def topics(frame: pd.DataFrame, lang: str) -> go.Figure:
    """`kpi_topics` as lists side by side; what has no indicator yet is hollow and says 0."""
    categories, domains, worth = (_scheme_lines(frame, scheme, lang) for scheme in _SCHEMES)
    half = next((i for i, (_, node) in enumerate(worth) if _is_third_top(worth, node)), len(worth))
    columns = ([*categories, (None, None), *domains], worth[:half], [(None, None), *worth[half:]])
    longest = max(len(lines) for lines in columns)
    notes = [
        note
        for left, lines in zip(_LEFTS, columns, strict=True)
        for line, (head, node) in enumerate(lines)
        for note in _line_notes(left, line, head, node, lang)
    ]
    layout = {
        "height": longest * _NODE_PX + 16,
        "showlegend": False,
        "annotations": notes,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "xaxis": {"range": [0, 1], "visible": False},
        "yaxis": {"range": [longest - 0.4, -0.6], "visible": False},
    }
    return theme.figure([_anchor()], layout)


def drivers(driver: pd.DataFrame, lang: str) -> go.Figure:
    """The largest sectors of `revenue_driver` in percent of all, the first of them set apart."""
    rows = driver.sort_values("sector_rank").head(_MOST_SECTORS).to_dict("records")
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [row["share_pct"] for row in rows],
        "y": [shortened(t(f"metrics.sector.{row['sector']}", lang), 30) for row in rows],
        "marker": {"color": [SERIES[0] if row["sector_rank"] == 1 else SERIES[4] for row in rows]},
        "text": [
            f"{percent(row['share_pct'], 1, lang)} · {money(row['mean_thb'], lang)}" for row in rows
        ],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    layout = {
        "height": len(rows) * 32 + 16,
        "showlegend": False,
        "margin": {"l": 8, "r": 150, "t": 4, "b": 4},
        "xaxis": {"visible": False, "rangemode": "tozero"},
        "yaxis": {"autorange": "reversed", "showgrid": False, "ticksuffix": " "},
    }
    return theme.figure([bars], layout)


def _part(row: dict) -> float:
    """How far a rule is kept, 0 to 1; of a limit, how much of it is used."""
    if is_missing(row["needed_count"]) or not row["needed_count"]:
        return 0
    return min(1, row["found_count"] / row["needed_count"])


def _rule_notes(place: int, row: dict, lang: str) -> list[dict]:
    sign, colour, ink = _VERDICTS[row["verdict"]]
    word = t(f"checklist.verdict.{row['verdict']}", lang)
    name = _text(-1.35, place, t(f"checklist.rule.{row['rule']}", lang), 13)
    said = _text(1.06, place, _counted(row, lang), 13)
    chip = {
        **_text(1.62, place, f"{sign} {word}", 12),
        "bgcolor": colour,
        "borderpad": 3,
        "font": {"color": ink, "size": 12},
    }
    return [name, said, chip]


def _counted(row: dict, lang: str) -> str:
    if is_missing(row["needed_count"]):
        return t("checklist.counted.no_rule", lang, found=row["found_count"])
    key = "limit" if row["rule"] == "count_limit" else "of"
    counts = {"found": number(row["found_count"], 0), "needed": number(row["needed_count"], 0)}
    return t(f"checklist.counted.{key}", lang, **counts)


def _rule_hover(row: dict, lang: str) -> str:
    lines = [t(f"checklist.rule.{row['rule']}", lang), _counted(row, lang)]
    lacking = [lacking_name(row["rule"], name, lang) for name in list(row["lacking"])[:6]]
    if lacking:
        lines.append(t("checklist.lacking", lang, names=", ".join(lacking)))
    return "<br>".join(theme.plain(line) for line in lines)


def lacking_name(rule: str, name: str, lang: str) -> str:
    """What a rule finds lacking, in words: of the schemes it names codes."""
    return t(f"checklist.node.{name}", lang) if rule in ("domains", "both_sides") else name


def _answer(row: dict, check: str) -> str:
    value = row[check]
    if is_missing(value):
        return "unknown"
    return "yes" if value else "free" if check in OPTIONAL else "no"


def _cell_hover(row: dict, check: str, answer: str, lang: str) -> str:
    said = t(f"checklist.answer.{answer}", lang)
    return f"{shortened(row['kpi'], 60)}<br>{t(f'checklist.check.{check}', lang)}: {said}"


def _steps(colours: tuple[str, ...]) -> list[list]:
    """Plain steps instead of a slide from one colour to the next."""
    size = 1 / len(colours)
    return [
        [edge, colour] for i, colour in enumerate(colours) for edge in (i * size, (i + 1) * size)
    ]


def _scheme_lines(frame: pd.DataFrame, scheme: str, lang: str) -> list[tuple]:
    """(heading, None) of a scheme, then (None, node) for each of its nodes."""
    rows = frame[frame["scheme"] == scheme].sort_values("node_order").to_dict("records")
    shown = [row for row in rows if not is_missing(row["node_code"]) or row["indicator_count"]]
    return [(t(f"checklist.scheme.{scheme}", lang), None), *((None, row) for row in shown)]


def _is_third_top(lines: list[tuple], node: dict | None) -> bool:
    """Whether `node` is the third of the nodes at the top: where a long list is broken."""
    tops = [row for _, row in lines if row and row["depth"] == 1]
    return len(tops) > 2 and node is tops[2]


def _line_notes(
    left: float, line: int, head: str | None, node: dict | None, lang: str
) -> list[dict]:
    if head:
        return [_text(left, line, f"<b>{head}</b>", 13)]
    return _node_notes(left, line, node, lang) if node else []


def _node_notes(left: float, line: int, node: dict, lang: str) -> list[dict]:
    left += 0.012 * (int(node["depth"]) - 1)
    count = int(node["indicator_count"])
    unplaced = is_missing(node["node_code"])
    if unplaced:
        name, sign = t("checklist.unplaced", lang), "?"
    else:
        name, sign = node["node_en" if lang == "en" else "node"], "●" if count else "○"
    mark = _text(left, line, f"{sign} {count}", 12)
    mark["font"]["color"] = STATUS[0] if count and not unplaced else STATUS[3]
    label = _text(left + 0.045, line, shortened(name, 34), 12)
    if not count:
        label["font"]["color"] = MUTED
    return [mark, label]


def _text(x: float, y: float, text: str, size: int) -> dict:
    return {
        "x": x,
        "y": y,
        "xanchor": "left",
        "yanchor": "middle",
        "text": text,
        "showarrow": False,
        "font": {"size": size},
    }


def _anchor() -> dict:
    """Annotations alone draw no axes; one unseen point does."""
    return {
        "type": "scatter",
        "x": [0],
        "y": [0],
        "mode": "markers",
        "opacity": 0,
        "hoverinfo": "skip",
    }
