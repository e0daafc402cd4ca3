"""What the lines above a table say about all of it: place, period, unit, sender, date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from loaders.table import Context
from store.areas import Found, all_areas, find_area
from thai.calendar import parse_date, parse_year_be
from thai.digits import to_arabic
from thai.numbers import find_unit, unit_factor
from thai.text import match_key, normalise

_AS_OF = re.compile(
    r"(?:ข้อมูล ?|(?<![ก-๙]))ณ ?(?:วันที่|วัน|สิ้นวันที่|เดือน)? ?(?=\d)(.{4,40})|as of (.{4,40})", re.I
)
_YEAR_RANGE = re.compile(r"\d{4} ?(?:-|–|—|−|~|ถึง) ?\D{0,12}\d{2,4}")
_FISCAL_YEAR = re.compile(
    r"(?:ปีงบประมาณ|ปีงบ|fiscal year|FY) ?:? ?(?:พ\.? ?ศ\.? ?)?:? ?(\d{4})", re.I
)
_ANY_YEAR = re.compile(r"(?:ปี|พ\.? ?ศ\.?|year)(?: ?:)? ?(?:พ\.? ?ศ\.? ?)?(\d{4})", re.I)
_QUARTER = re.compile(r"(?:ไตรมาส(?:ที่)? ?:? ?|\bQ)([1-4])(?: ?/ ?(\d{4}))?(?!\d)", re.I)
_AGENCY = re.compile(
    r"^(?:ชื่อ)?(?:หน่วยงาน|ส่วนราชการ|หน่วยรายงาน|ที่มา|agency)"
    r"(?:ที่รายงาน|ผู้รายงาน|ที่รับผิดชอบ|รับผิดชอบ|เจ้าของข้อมูล)? ?[: ] ?(.+)$",
    re.I,
)
_PROVINCE = re.compile(r"(?<!กลุ่ม)(?:จังหวัด|จ\.) ?:? ?(?=[ก-ฮเ-ไ])(.+)")
_GROUP = re.compile(r"กลุ่ม ?จังหวัด ?:? ?(.+)")
_DISTRICT = re.compile(r"(?:(?<!ราย)(?<!ทุก)(?<!แต่ละ)อำเภอ|(?<![ก-ฮ])อ\.) ?:? ?([^\s,()]+)")
_SHEET_YEAR = re.compile(r"(?<!\d)(2[45]\d\d|[๒][๔๕][๐-๙]{2})(?!\d)")


@dataclass(frozen=True)
class Titles:
    """The context the title lines give, and the district they name (a name, not a code).

    `period` is the fiscal year and quarter that lines expressly call so: the year in the name of a
    plan or of a sheet says less.
    """

    context: Context
    district: str | None = None
    period: tuple[int | None, int | None] = (None, None)


def read_titles(lines: Iterable[str], sheet_name: str = "") -> Titles:
    """What title lines say; the sheet's name speaks where they are silent.

    Two different provinces, years or units among the lines give none: no guess is made.
    """
    plain = [to_arabic(normalise(line)) for line in lines]
    senders = [line for line in plain if _AGENCY.match(line)]
    others = [line for line in plain if not _AGENCY.match(line)]
    quarter, year_of_quarter = _quarter(others)
    said = Context(
        area_code=_area(others) or _area(senders),
        agency=_agency(senders),
        fiscal_year=year_of_quarter or _year(others),
        quarter=quarter,
        unit_factor=_unit_factor(others),
        as_of=_as_of(others),
    )
    expressly = year_of_quarter or _year(others, (_FISCAL_YEAR,))
    context = _from_sheet_name(sheet_name).overlaid(said)
    return Titles(context, _district(others), (expressly, quarter))


def _area(lines: list[str]) -> str | None:
    groups = {code for line in lines for code in _named(line, _GROUP, "group")}
    if len(groups) == 1:
        return groups.pop()
    provinces = {code for line in lines for code in _named(line, _PROVINCE, "province")}
    provinces |= {code for line in lines for code in _whole_line(line)}
    return provinces.pop() if len(provinces) == 1 and not groups else None


def _named(line: str, pattern: re.Pattern[str], level: str) -> Iterable[str]:
    """Codes of the areas whose name follows the pattern's word; the longest name that fits."""
    for found in pattern.finditer(line):
        rest = match_key(found[1])
        for name, code in _names(level):
            if rest.startswith(name):
                yield code
                break
        yield from _named(found[1], pattern, level)


@cache
def _names(level: str) -> tuple[tuple[str, str], ...]:
    """Name keys and codes, the longest first, so that ภาคเหนือตอนบน 10 would not pass for 1."""
    names = [(match_key(area.name_th), area.code) for area in all_areas() if area.level == level]
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


def _whole_line(line: str) -> Iterable[str]:
    if len(line) <= 40:
        found = find_area(line, levels=("province", "group"))
        if isinstance(found, Found):
            yield found.area.code


def _agency(lines: list[str]) -> str | None:
    named = [found[1].strip(" :") for line in lines if (found := _AGENCY.match(line))]
    return named[0] if named else None


def _year(
    lines: list[str], patterns: tuple[re.Pattern[str], ...] = (_FISCAL_YEAR, _ANY_YEAR)
) -> int | None:
    undated = [_YEAR_RANGE.sub(" ", _AS_OF.sub(" ", line)) for line in lines]
    for pattern in patterns:
        found = {_be(year) for line in undated for year in pattern.findall(line)} - {None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _quarter(lines: list[str]) -> tuple[int | None, int | None]:
    found = {pair for line in lines for pair in _QUARTER.findall(line)}
    if len({quarter for quarter, _ in found}) != 1:
        return None, None
    years = {_be(year) for _, year in found if year}
    return int(found.pop()[0]), years.pop() if len(years) == 1 else None


def _unit_factor(lines: list[str]):
    factors = {unit_factor(unit) for line in lines if (unit := find_unit(line))} - {None}
    return factors.pop() if len(factors) == 1 else None


def _as_of(lines: list[str]):
    for line in lines:
        if found := _AS_OF.search(line):
            text = found[1] or found[2]
            for end in range(len(text), 3, -1):
                if parsed := parse_date(text[:end].strip(" ,.()")):
                    return parsed.value
    return None


def _district(lines: list[str]) -> str | None:
    found = {name for line in lines for name in _DISTRICT.findall(line)}
    return found.pop() if len(found) == 1 else None


def _from_sheet_name(name: str) -> Context:
    plain = to_arabic(normalise(name))
    years = {_be(year) for year in _SHEET_YEAR.findall(_YEAR_RANGE.sub(" ", plain))} - {None}
    quarter, year = _quarter([plain])
    provinces = set(_named(plain, _PROVINCE, "province")) | set(_whole_line(plain))
    return Context(
        area_code=provinces.pop() if len(provinces) == 1 else None,
        fiscal_year=year or (years.pop() if len(years) == 1 else None),
        quarter=quarter,
    )


def _be(text: str) -> int | None:
    year = parse_year_be(text)
    return year.be if year else None
