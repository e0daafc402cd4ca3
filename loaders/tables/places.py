"""Columns that name places → area codes, strictly: what is not certain is a fault."""

import pyarrow as pa
import pyarrow.compute as pc

from loaders.tables.cells import BLANK, Cell, Fault
from loaders.tables.columns import Parsed, parse_texts
from store.areas import Ambiguous, Area, Found, find_area
from thai.numbers import is_nil

LEVELS = {"area": ("province", "group", "country"), "province": ("province",)}


def parse_places(texts: pa.Array, kind: str) -> Parsed:
    """Codes of the areas or provinces that the texts name."""
    levels = LEVELS[kind]
    return parse_texts(texts, pa.string(), lambda text: _place(text, levels, None))


def parse_districts(texts: pa.Array, areas: pa.Array) -> Parsed:
    """Codes of the districts named, each looked for within the area code of its row."""
    pairs = pc.binary_join_element_wise(
        pc.fill_null(areas, ""), texts, "\x1f", null_handling="emit_null"
    )
    return parse_texts(pairs, pa.string(), _district)


def _district(pair: str) -> Cell:
    within, text = pair.split("\x1f", 1)
    return _place(text, ("district",), within or None)


def _place(text: str, levels: tuple[str, ...], within: str | None) -> Cell:
    if is_nil(text):
        return BLANK
    found = find_area(text, levels=levels, within=within)
    if isinstance(found, Found):
        return Cell(found.area.code, differs=text != found.area.name_th)
    if isinstance(found, Ambiguous):
        return Cell(fault=_fault("ambiguous_area", found.candidates))
    elsewhere = within is not None and _exists_elsewhere(text, levels)
    code = "district_not_in_province" if elsewhere else "unknown_area"
    return Cell(fault=_fault(code, found.nearest))


def _exists_elsewhere(text: str, levels: tuple[str, ...]) -> bool:
    return isinstance(find_area(text, levels=levels), (Found, Ambiguous))


def _fault(code: str, candidates: tuple[Area, ...]) -> Fault:
    return Fault(
        code,
        ", ".join(area.name_th for area in candidates) or None,
        ", ".join(area.name_en for area in candidates) or None,
    )
