"""Finding the area a text means, strictly: what is not known is asked, never guessed."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from store.reference_files import read_rows
from thai.digits import to_arabic
from thai.text import consonant_key, match_key, normalise, sort_key

Level = Literal["country", "group", "province", "district"]
How = Literal["exact", "alias", "consonant-key"]

COUNTRY = "TH"

_THAI_LETTER = re.compile("[ก-ฮ]")
_PREFIXES: dict[Level, re.Pattern[str]] = {
    "country": re.compile(r"(?!)"),
    "group": re.compile(r"กลุ่ม ?(?:จังหวัด)? ?(?:ภาค)? ?|ภาค ?"),
    "province": re.compile(r"(?:จังหวัด|จ ?\.|province of|changwat) ?"),
    "district": re.compile(r"(?:(?:กิ่ง ?)?(?:อำเภอ|อ ?\.)|เขต|amphoe|khet) ?"),
}
_SUFFIXES = re.compile(r" (?:province|district|province group|group)$")
_DISTRICT_AND_PROVINCE = re.compile(r"(.+?),? ?(?:จังหวัด|จ ?\.) ?(.+)")
_CODE = re.compile(r"(\d{2}|\d{4}|\d{6}|\d{8})(?:\.0)?")
_CAPITAL_DISTRICT = "เมือง"
_CAPITAL_DISTRICT_KEYS = {"เมือง", "เมืองฯ", "mueang", "muang"}


@dataclass(frozen=True, slots=True)
class Area:
    """A country, province group, province or district. A province's parent is the country:
    which group it belongs to depends on the day (group_members)."""

    code: str
    level: Level
    name_th: str
    name_en: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """The one area that is meant, and how its name was recognised."""

    area: Area
    how: How


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several areas carry the name; the text around it must decide."""

    candidates: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """No area is meant for certain; up to three that look alike, the likeliest first."""

    nearest: tuple[Area, ...]


@lru_cache(maxsize=100_000)
def find_area(
    text: str,
    *,
    levels: tuple[Level, ...] = ("province", "group", "country"),
    within: str | None = None,
) -> Found | Ambiguous | Unknown:
    """The area of one of the `levels` that a text means; an earlier level wins over a later one.

    Takes codes (2, 4, 6 or 8 digits; a tambon or village code means its district), Thai names
    with จังหวัด, จ., อำเภอ, อ., กิ่งอ., เขต or กลุ่มจังหวัด before them, English names, old and
    short names, and Thai names that lost or misplaced their marks. `within` is the code of the
    province or group in which a district or province must lie; a district misspelt, or called
    only เมือง, is recognised no other way. Memoised.
    """
    plain = to_arabic(normalise(text)).lower()
    if code := _CODE.fullmatch(plain):
        return _by_code(code[1], levels, within)
    if "district" in levels and (split := _DISTRICT_AND_PROVINCE.fullmatch(plain)):
        return _in_named_province(split[1], split[2], levels, within)
    for level in levels:
        found = _by_name(plain, level, within)
        if found is not None:
            return found
    return Unknown(_nearest(plain, levels, within))


@cache
def all_areas() -> tuple[Area, ...]:
    """Every area in display order: the country, groups as announced, provinces in dictionary
    order, districts by code."""
    groups = (
        Area(row["group_code"], "group", row["name_th"], row["name_en"], COUNTRY)
        for row in read_rows("province_groups")
    )
    provinces = (
        Area(row["province_code"], "province", row["name_th"], row["name_en"], COUNTRY)
        for row in read_rows("provinces")
    )
    districts = (
        Area(row["district_code"], "district", row["name_th"], row["name_en"], row["province_code"])
        for row in read_rows("districts")
    )
    return (
        Area(COUNTRY, "country", "ประเทศไทย", "Thailand", None),
        *groups,
        *sorted(provinces, key=lambda area: sort_key(area.name_th)),
        *sorted(districts, key=lambda area: area.code),
    )


def area(code: str) -> Area:
    """The area of a code. Raises KeyError when there is none."""
    return _areas_by_code()[code]


def group_members(group_code: str, on: dt.date) -> tuple[str, ...]:
    """Codes of the provinces that belong to a group on a day, in code order; empty when the
    group does not exist on that day."""
    return tuple(
        sorted(
            row["province_code"]
            for row in _memberships()
            if row["group_code"] == group_code
            and row["valid_from"] <= on.isoformat() < (row["valid_to"] or "9999")
        )
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """The areas of one level under each key by which they can be asked for."""

    exact: dict[str, tuple[Area, ...]]
    aliases: dict[str, tuple[Area, ...]]
    by_consonants: dict[str, tuple[Area, ...]]


@cache
def _areas_by_code() -> dict[str, Area]:
    return {area.code: area for area in all_areas()}


@cache
def _memberships() -> list[dict[str, str]]:
    return read_rows("province_group_members")


@cache
def _names(level: Level) -> _Names:
    areas = [area for area in all_areas() if area.level == level]
    exact = [(key, area) for area in areas for key in _exact_keys(area)]
    consonants = [(_consonants(_stripped(area.name_th, level), level), area) for area in areas]
    aliases = [
        (match_key(row["written"]), _areas_by_code()[row["area_code"]])
        for row in read_rows("area_aliases")
        if row["area_code"] and _areas_by_code()[row["area_code"]].level == level
    ]
    return _Names(_grouped(exact), _grouped(aliases), _grouped(consonants))


@cache
def _names_of_other_places() -> frozenset[str]:
    return frozenset(
        match_key(row["written"]) for row in read_rows("area_aliases") if not row["area_code"]
    )


def _exact_keys(area: Area) -> set[str]:
    names = (area.name_th, _stripped(area.name_th, area.level), area.name_en, area.code)
    return {match_key(name) for name in names}


def _grouped(pairs: Iterable[tuple[str, Area]]) -> dict[str, tuple[Area, ...]]:
    grouped: dict[str, list[Area]] = defaultdict(list)
    for key, found in pairs:
        grouped[key].append(found)
    return {key: tuple(dict.fromkeys(areas)) for key, areas in grouped.items()}


def _stripped(plain: str, level: Level) -> str:
    """The bare name: without the words that say what kind of area it is."""
    return _SUFFIXES.sub(
        "", plain[prefix.end() :] if (prefix := _PREFIXES[level].match(plain)) else plain
    )


def _consonants(name: str, level: Level) -> str:
    """Groups are told apart by their number, which the consonant key drops."""
    digits = "".join(filter(str.isdigit, to_arabic(name))) if level == "group" else ""
    return consonant_key(name) + digits


def _by_code(
    code: str, levels: tuple[Level, ...], within: str | None
) -> Found | Ambiguous | Unknown:
    significant = code[:2] if not code[2:].strip("0") else code[:4]
    found = _areas_by_code().get(significant)
    if found is None or found.level not in levels or not _lies_within(found, within):
        return Unknown(())
    return Found(found, "exact")


def _in_named_province(
    district: str, province: str, levels: tuple[Level, ...], within: str | None
) -> Found | Ambiguous | Unknown:
    """ "อ.เมือง จ.พัทลุง": the province in the text decides, unless it lies outside `within`."""
    inside = _by_name(province, "province", None)
    if not isinstance(inside, Found):
        return Unknown(_nearest(district, levels, within))
    code = inside.area.code
    if within not in (None, code) and not _lies_within(inside.area, within):
        return Unknown(())
    return find_area(district, levels=("district",), within=code)


def _by_name(plain: str, level: Level, within: str | None) -> Found | Ambiguous | None:
    names, bare = _names(level), _stripped(plain, level)
    keys = (match_key(plain), match_key(bare))
    if keys[0] in _names_of_other_places():
        return None
    for how, index in (("exact", names.exact), ("alias", names.aliases)):
        for key in keys:
            if inside := _within(index.get(key, ()), within):
                return _decided(inside, how)
    if level == "district" and keys[1] in _CAPITAL_DISTRICT_KEYS:
        return _capital_district(within)
    if not _THAI_LETTER.search(bare) or (level == "district" and within is None):
        return None
    inside = _within(names.by_consonants.get(_consonants(bare, level), ()), within)
    return _decided(inside, "consonant-key") if inside else None


def _decided(candidates: tuple[Area, ...], how: How) -> Found | Ambiguous:
    return Found(candidates[0], how) if len(candidates) == 1 else Ambiguous(candidates)


def _capital_district(within: str | None) -> Found | Ambiguous | None:
    """ "เมือง" alone: the district named after its own province."""
    capitals = tuple(
        found
        for found in all_areas()
        if found.level == "district"
        and found.name_th == _CAPITAL_DISTRICT + _areas_by_code()[found.parent].name_th
    )
    inside = _within(capitals, within)
    return _decided(inside, "alias") if inside else None


def _within(candidates: tuple[Area, ...], within: str | None) -> tuple[Area, ...]:
    return tuple(found for found in candidates if _lies_within(found, within))


def _lies_within(found: Area, within: str | None) -> bool:
    if within in (None, COUNTRY, found.code, found.parent):
        return True
    province = found.parent if found.level == "district" else found.code
    return any(
        row["group_code"] == within and row["province_code"] == province for row in _memberships()
    )


def _nearest(plain: str, levels: tuple[Level, ...], within: str | None) -> tuple[Area, ...]:
    from rapidfuzz import fuzz, process  # only an unknown name pays for its import

    bare = match_key(_stripped(plain, levels[0]))
    names = _names_to_compare(levels, within)
    ranked = process.extract(bare, names, scorer=fuzz.ratio, limit=6, score_cutoff=50)
    codes = dict.fromkeys(code for _, _, (code, _) in ranked)
    return tuple(_areas_by_code()[code] for code in codes)[:3]


@lru_cache(maxsize=256)
def _names_to_compare(levels: tuple[Level, ...], within: str | None) -> dict[tuple[str, str], str]:
    """Comparable name by (code, name), Thai and English, of the areas that could be meant."""
    return {
        (found.code, name): match_key(_stripped(name, found.level))
        for found in all_areas()
        if found.level in levels and _lies_within(found, within)
        for name in (found.name_th, found.name_en.lower())
    }
