"""Columns that name places → area codes, strictly: what is not certain is a fault."""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from loaders.asks import Asks, Choice
from loaders.rules import Rule
from loaders.tables.cells import BLANK, Cell, Fault
from loaders.tables.columns import Parsed, parse_texts
from loaders.tables.found import Faults, Found
from store import areas
from store.areas import Ambiguous, Area, Level, find_area
from thai.numbers import is_nil

LEVELS: dict[str, tuple[Level, ...]] = {
    "area": ("province", "group", "country"),
    "province": ("province",),
    "district": ("district",),
}
_APART = "\x1f"


@dataclass(frozen=True)
class _Names:
    """How names are looked up: the levels meant, the answers given before, and how to ask."""

    levels: tuple[Level, ...]
    rule: Callable[[str, str], Rule | None]
    asks: Callable[[str, str, tuple[Area, ...]], Asks]


def parse_places(
    found: Found, texts: pa.Array, kind: str, col: int | None, faults: Faults
) -> Parsed:
    """Codes of the areas or provinces that the texts name."""
    names = _names(found, kind)
    _note_rules(found, names, texts.to_pylist, None, col, faults)
    return parse_texts(texts, pa.string(), lambda text: _place(names, text, ""))


def parse_districts(
    found: Found, texts: pa.Array, areas_of: pa.Array, col: int | None, faults: Faults
) -> Parsed:
    """Codes of the districts named, each looked for within the area code of its row."""
    names = _names(found, "district")
    _note_rules(found, names, texts.to_pylist, areas_of.to_pylist, col, faults)
    pairs = pc.binary_join_element_wise(
        pc.fill_null(areas_of, ""), texts, _APART, null_handling="emit_null"
    )

    def parse(pair: str) -> Cell:
        within, text = pair.split(_APART, 1)
        return _place(names, text, within)

    return parse_texts(pairs, pa.string(), parse)


def _names(found: Found, kind: str) -> _Names:
    def asks(text: str, within: str, candidates: tuple[Area, ...]) -> Asks:
        choices = [Choice(one.code) for one in candidates]
        return found.asks("area_alias", text, choices, within=within)

    return _Names(LEVELS[kind], lambda text, within: found.rule("area_alias", text, within), asks)


def _note_rules(found: Found, names: _Names, texts, withins, col, faults: Faults) -> None:
    """Which rows a rule decides; only where there is any rule about names of areas."""
    if not found.rules.has("area_alias"):
        return
    written = texts()
    inside = withins() if withins else [None] * len(written)
    for row, text, within in zip(found.rows.tolist(), written, inside, strict=True):
        if text is not None and (rule := names.rule(text, within or "")):
            faults.use(rule, col, [row])


def _place(names: _Names, text: str, within: str) -> Cell:
    if is_nil(text):
        return BLANK
    if rule := names.rule(text, within):
        return Cell(rule.answer, differs=True)
    found = find_area(text, levels=names.levels, within=within or None)
    if isinstance(found, areas.Found):
        return Cell(found.area.code, differs=text != found.area.name_th)
    if isinstance(found, Ambiguous):
        asks = names.asks(text, within, found.candidates)
        return Cell(fault=_fault("ambiguous_area", found.candidates, asks))
    elsewhere = bool(within) and _exists_elsewhere(text, names.levels)
    code = "district_not_in_province" if elsewhere else "unknown_area"
    return Cell(fault=_fault(code, found.nearest, names.asks(text, within, found.nearest)))


def _exists_elsewhere(text: str, levels: tuple[Level, ...]) -> bool:
    return isinstance(find_area(text, levels=levels), (areas.Found, Ambiguous))


def _fault(code: str, candidates: tuple[Area, ...], asks: Asks) -> Fault:
    return Fault(
        code,
        ", ".join(area.name_th for area in candidates) or None,
        ", ".join(area.name_en for area in candidates) or None,
        asks,
    )
