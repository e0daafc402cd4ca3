"""Districts: a tile each for all of a province, and all of one district in tiles."""

import pandas as pd
import plotly.graph_objects as go

from charts import theme
from charts.labels import is_missing, money, shortened
from charts.palette import NO_DATA, NOT_DUE
from charts.pieces import frames, note
from charts.risks import COLOURS, level_label
from i18n import t
from thai.format import number, percent

KINDS = ("crime", "drugs", "accident", "disaster")
_TILE_PX, _BOX_PX = 92, 104


def tiles(districts: pd.DataFrame, lang: str) -> go.Figure:
    """A tile for each district of `district_overview`, the highest risk first.

    The frame is the colour of the highest level; level, plans, money and orders stand in it. The
    `customdata` is (district_code,).
    """
    rows = districts.sort_values("level_order", ascending=False, kind="stable").to_dict("records")
    columns = 6 if len(rows) <= 12 else 8
    places = [divmod(at, columns) for at in range(len(rows))]
    boxes = frames(
        places,
        {"color": [COLOURS.get(row["worst_level"], NO_DATA) for row in rows], "width": 3},
        customdata=[[row["district_code"]] for row in rows],
        hovertext=[_tile_hover(row, lang) for row in rows],
        hoverinfo="text",
    )
    notes = [_tile_note(place, row, lang) for place, row in zip(places, rows, strict=True)]
    lines = places[-1][0] + 1
    return theme.figure([boxes], _grid(lines, columns, lines * _TILE_PX, 12, notes))


def one_district(row: dict, lang: str) -> go.Figure:
    """All of one district in tiles: its four risks, then projects, villages, indicators, orders."""
    told = [*_risk_boxes(row, lang), *_work_boxes(row, lang)]
    places = [divmod(at, 4) for at in range(len(told))]
    edge = {"color": [colour for _, _, colour in told], "width": 3}
    notes = [
        _box_note(place, f"{head}<br><b>{said}</b>")
        for place, (head, said, _) in zip(places, told, strict=True)
    ]
    boxes = frames(places, edge, hoverinfo="skip")
    return theme.figure([boxes], _grid(2, 4, 2 * _BOX_PX, 13, notes))


def _grid(lines: int, columns: int, height_px: int, font_px: int, notes: list[dict]) -> dict:
    return {
        "height": height_px + 8,
        "showlegend": False,
        "annotations": notes,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "font": {"size": font_px},
        "xaxis": {"range": [0, columns], "visible": False},
        "yaxis": {"range": [lines, 0], "visible": False},
    }


def _tile_note(place: tuple[int, int], row: dict, lang: str) -> dict:
    parts = [f"<b>{shortened(row['district'], 15)}</b>", level_label(row["worst_level"], lang)]
    if not is_missing(row["allocated_thb"]):
        parts.append(money(row["allocated_thb"], lang))
    if not is_missing(row["overdue_count"]) and row["overdue_count"]:
        parts.append(t("districts.tile.overdue", lang, count=int(row["overdue_count"])))
    elif not is_missing(row["plan_count"]):
        parts.append(t("districts.tile.plans", lang, count=int(row["plan_count"])))
    return _box_note(place, "<br>".join(parts))


def _box_note(place: tuple[int, int], text: str) -> dict:
    line, column = place
    return note(column + 0.07, line + 0.09, text, yanchor="top")


def _tile_hover(row: dict, lang: str) -> str:
    levels = [
        f"{t(f'codes.risk_type.{kind}', lang)}: {level_label(row[f'{kind}_level'], lang)}"
        for kind in KINDS
    ]
    return "<br>".join([f"<b>{shortened(row['district'], 40)}</b>", *levels])


def _risk_boxes(row: dict, lang: str) -> list[tuple[str, str, str]]:
    return [
        (
            t(f"codes.risk_type.{kind}", lang),
            level_label(row[f"{kind}_level"], lang),
            COLOURS.get(row[f"{kind}_level"], NO_DATA),
        )
        for kind in KINDS
    ]


def _work_boxes(row: dict, lang: str) -> list[tuple[str, str, str]]:
    return [
        (t("districts.box.projects", lang), _projects(row, lang), NOT_DUE),
        (t("districts.box.villages", lang), _villages(row, lang), NOT_DUE),
        (t("districts.box.indicators", lang), _counted(row["indicator_count"], lang), NOT_DUE),
        (t("districts.box.orders", lang), _orders(row, lang), _order_colour(row)),
    ]


def _projects(row: dict, lang: str) -> str:
    if is_missing(row["project_count"]):
        return f"○ {t('panel.empty.missing', lang)}"
    counted = number(row["project_count"], 0, lang)
    said = {"count": counted, "money": money(row["allocated_thb"], lang)}
    if is_missing(row["disbursed_pct"]):
        return t("districts.box.projects_of", lang, **said)
    spent = percent(row["disbursed_pct"], 0, lang)
    return t("districts.box.projects_spent", lang, spent=spent, **said)


def _villages(row: dict, lang: str) -> str:
    if is_missing(row["village_count"]):
        return f"○ {t('panel.empty.missing', lang)}"
    counts = {key: number(row[f"{key}_count"], 0, lang) for key in ("grade_a", "village")}
    return t(
        "districts.box.villages_of", lang, share=percent(row["grade_a_pct"], 0, lang), **counts
    )


def _orders(row: dict, lang: str) -> str:
    if is_missing(row["order_count"]) or not row["order_count"]:
        return t("districts.box.no_orders", lang)
    counts = {"open": int(row["order_count"]), "overdue": int(row["overdue_count"] or 0)}
    return t("districts.box.orders_of", lang, **counts)


def _order_colour(row: dict) -> str:
    late = not is_missing(row["overdue_count"]) and row["overdue_count"]
    return COLOURS["very_high"] if late else NOT_DUE


def _counted(count: object, lang: str) -> str:
    if is_missing(count) or not count:
        return f"○ {t('panel.empty.missing', lang)}"
    return t("districts.box.indicators_of", lang, count=int(count))
