"""Money from mission groups through strategic issues to plans, as a sankey that can be clicked.

A specification for ECharts: plotly's own sankey tells nobody what was clicked.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pandas as pd

from charts.labels import clipped, is_missing, money
from charts.palette import INK, INK_ON_DARK, MUTED, NO_DATA, SERIES
from charts.theme import FONT
from i18n import t

_LEVELS = (
    ("group", "group_code", "mission_group"),
    ("issue", "issue_key", "strategic_issue"),
    ("plan", "plan_key", "plan"),
)
_LETTERS = 32
_BAND_PX = 34


def sankey(flow: pd.DataFrame, lang: str, *, dark: bool = False) -> dict:
    """Rows of `strategy_flow` that projects tell, as bands as wide as their money.

    What a project leaves blank, or names outside the plan, is a grey box of its own: nothing is
    hidden. Empty when no project has money. Names of nodes are "level|code"; `dark` writes for a
    dark page.
    """
    rows = [row for row in flow.to_dict("records") if not is_missing(row["allocated_thb"])]
    boxes: dict[str, dict] = {}
    bands: dict[tuple[str, str], float] = {}
    for row in rows:
        path = [_box(row, level, boxes, lang) for level in range(len(_LEVELS))]
        for ends in pairwise(path):
            bands[ends] = bands.get(ends, 0) + float(row["allocated_thb"])
    if not bands:
        return {}
    return {
        "tooltip": {"trigger": "item", "formatter": "{b}"},
        "series": [_series(boxes, bands, lang, INK_ON_DARK if dark else INK)],
    }


def height_px(spec: dict) -> int:
    """How high a specification of `sankey` should stand: enough for its fullest column."""
    depths = [box["depth"] for box in spec["series"][0]["data"]]
    return max(220, _BAND_PX * max(map(depths.count, depths)) + 60)


def clicked(spec: dict, selected: Sequence[Mapping]) -> tuple[str, ...]:
    """The names of the boxes of what ECharts says is selected: one, a band's two, or none."""
    for group in selected:
        for index in group["data_indices"][:1]:
            if group["data_type"] == "edge":
                band = spec["series"][0]["links"][index]
                return band["source"], band["target"]
            return (spec["series"][0]["data"][index]["name"],)
    return ()


def narrowed(flow: pd.DataFrame, boxes: Sequence[str]) -> pd.DataFrame:
    """The rows that pass through all of these boxes ("issue|key"); row labels stay."""
    kept = flow
    for name in boxes:
        level, _, code = name.partition("|")
        column = {key: column for key, column, _ in _LEVELS}[level]
        kept = kept[kept[column].fillna("").astype(str) == code]
    return kept


def _box(row: Mapping, level: int, boxes: dict[str, dict], lang: str) -> str:
    key, code_column, title_column = _LEVELS[level]
    code = "" if is_missing(row[code_column]) else str(row[code_column])
    name = f"{key}|{code}"
    box = boxes.setdefault(
        name, {"depth": level, "title": _title(row, key, title_column, lang), "thb": 0.0}
    )
    box["thb"] += float(row["allocated_thb"])
    box["known"] = _is_known(row, key)
    return name


def _title(row: Mapping, key: str, column: str, lang: str) -> str:
    if not is_missing(row[column]):
        return str(row[column])
    return t(f"strategy.flow.blank_{key}", lang)


def _is_known(row: Mapping, key: str) -> bool:
    return row["group_state"] == "told" if key == "group" else row[f"{key}_state"] == "declared"


def _series(
    boxes: dict[str, dict], bands: dict[tuple[str, str], float], lang: str, ink: str
) -> dict:
    groups = [name for name, box in boxes.items() if box["depth"] == 0 and box["known"]]
    colours = {name: SERIES[place % len(SERIES)] for place, name in enumerate(groups)}
    return {
        "type": "sankey",
        "left": 4,
        "right": 330,
        "top": 8,
        "bottom": 8,
        "nodeGap": 12,
        "nodeWidth": 16,
        "draggable": False,
        "selectedMode": "single",
        "emphasis": {"focus": "adjacency"},
        "label": {"fontFamily": FONT, "fontSize": 13, "color": ink},
        "lineStyle": {"color": "source", "opacity": 0.35},
        "data": [
            {
                "name": name,
                "depth": box["depth"],
                "itemStyle": {
                    "color": colours.get(name, MUTED if box["known"] else NO_DATA),
                    "borderWidth": 0,
                },
                "label": {"formatter": _label(box, lang)},
                "tooltip": {"formatter": _escaped(f"{box['title']} · {money(box['thb'], lang)}")},
            }
            for name, box in boxes.items()
        ],
        "links": [
            {
                "source": source,
                "target": target,
                "value": round(thb, 2),
                "tooltip": {
                    "formatter": _escaped(
                        f"{boxes[source]['title']} → {boxes[target]['title']} · {money(thb, lang)}"
                    )
                },
            }
            for (source, target), thb in bands.items()
        ],
    }


def _label(box: dict, lang: str) -> str:
    """A box's name and money; ECharts reads braces as a template."""
    title = clipped(box["title"], _LETTERS).replace("{", "(").replace("}", ")")
    return f"{title} · {money(box['thb'], lang)}"


def _escaped(text: str) -> str:
    """Text for a tooltip, which ECharts takes as HTML and as a template."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;")
    return plain.replace("{", "(").replace("}", ")")
