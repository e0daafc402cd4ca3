"""Years, quarters and dates as people write them in Thai workbooks, read without guessing.

Whatever admits two readings gives None: the caller asks, or looks at the cells around it.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from thai import months
from thai.digits import to_arabic
from thai.text import normalise

BE_OFFSET = 543

_BE_YEARS = range(2400, 2701)
_CE_YEARS = range(1900, 2158)
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_EXCEL_SERIALS = range(7306, 109_939)  # 1920 to 2200
_SERIALS_IN_BE = range(182_623, 292_560)  # 2400 to 2700
# With a Thai month, "50" is 2550; below 30 it may as well be the year 20xx.
_SHORT_BE_YEARS = range(30, 100)

_ERA = r"(?:(?:พ\.? ?ศ|ค\.? ?ศ|B\.?E|C\.?E|A\.?D)\.?)"
_YEAR_WORDS = rf"(?:ประจำ)?(?:ปี ?)?(?:งบประมาณ|งบ|ปฏิทิน|FY)? ?{_ERA}? ?"
_YEAR = re.compile(rf"{_YEAR_WORDS}(\d{{4}})(?:\.0+)?", re.IGNORECASE)
_YEAR_RANGE = re.compile(
    rf"(?:.{{0,60}}\D)?(\d{{4}}) ?(?:-|–|—|−|~|ถึง|to) ?{_YEAR_WORDS}(\d{{4}}|\d{{2}})(?: ?[^\d\s].*)?",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    rf"(?:รวม)?(?:ทั้งปี|whole year|full year) ?/? ?({_YEAR_WORDS}\d{{4}})?", re.I
)
_QUARTER = re.compile(
    rf"(?:(?:ไตรมาส(?:ที่)?|Q(?:uarter)?) ?)([1-4]) ?/? ?({_YEAR_WORDS}\d{{4}})?"
    r" ?(?:\(\D*(\d{4})?\))?",
    re.IGNORECASE,
)
_BARE_QUARTER = re.compile(r"([1-4])(?:\.0+)?")
_TIME = r"(?:[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: ?น\.?)?)?"
_ISO = re.compile(rf"(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}){_TIME}")
_DAY_FIRST = re.compile(rf"(\d{{1,2}}) ?[-/.] ?(\d{{1,2}}) ?[-/.] ?(\d{{4}}){_TIME}")
_MONTH_NAMED = re.compile(
    rf"(?:(?:ณ )?(?:วัน)?\D{{0,12}}?ที่ ?)?(\d{{1,2}})[ \-/]*(?:เดือน ?)?([^\d/\-]+?)[ \-/]*{_ERA}? ?"
    rf"(\d{{4}}|\d{{2}}){_TIME}"
)
_SERIAL = re.compile(r"(\d{4,6})(?:\.\d+)?")

YearShift = Literal["ce", "twice"]
DateShift = Literal["be", "twice"]


@dataclass(frozen=True, slots=True)
class Year:
    """A Buddhist-era year, and how the text departed from it.

    ``shifted`` is None when the text held the Buddhist year itself, "ce" when it held a Christian
    year (2014 for 2557), "twice" when 543 had been added two times (3100 for 2557).
    """

    be: int
    shifted: YearShift | None = None


@dataclass(frozen=True, slots=True)
class YearRange:
    """The first and last Buddhist-era year of a range, both within it; ``shifted`` as in Year."""

    first: int
    last: int
    shifted: YearShift | None = None


@dataclass(frozen=True, slots=True)
class ParsedQuarter:
    """A fiscal quarter 1 to 4, None for the whole year; ``year`` where the text names one."""

    quarter: int | None
    year: Year | None = None


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date, and whether its year had to be corrected.

    ``shifted`` is "be" when a *stored* date held a Buddhist year as if it were a Christian one
    (2569-03-31), "twice" when 543 had been added two times, None for a date as people write it.
    """

    value: dt.date
    shifted: DateShift | None = None


def parse_year_be(text: str) -> Year | None:
    """The year a cell or header names, or None. Two digits alone are ambiguous: None.

    >>> parse_year_be("พ.ศ. ๒๕๕๗"), parse_year_be("ปีงบประมาณ 2557")
    (Year(be=2557, shifted=None), Year(be=2557, shifted=None))
    >>> parse_year_be("2014"), parse_year_be("3100")
    (Year(be=2557, shifted='ce'), Year(be=2557, shifted='twice'))
    >>> parse_year_be("57")
    """
    found = _YEAR.fullmatch(_plain(text))
    return _year(int(found[1])) if found else None


def parse_year_range(text: str) -> YearRange | None:
    """The range of years a header names, or None; the last may be written with two digits.

    >>> parse_year_range("2557 - 2560"), parse_year_range("๒๕๗๑–๒๕๗๕").last
    (YearRange(first=2557, last=2560, shifted=None), 2575)
    >>> parse_year_range("แผนพัฒนาจังหวัด (พ.ศ. 2561-65)")
    YearRange(first=2561, last=2565, shifted=None)
    >>> parse_year_range("2560 - 2557")
    """
    found = _YEAR_RANGE.fullmatch(_plain(text))
    if not found:
        return None
    written_last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
    first, last = _year(int(found[1])), _year(int(written_last))
    if first is None or last is None or first.shifted != last.shifted or first.be >= last.be:
        return None
    return YearRange(first.be, last.be, first.shifted)


def parse_quarter(text: str) -> ParsedQuarter | None:
    """The fiscal quarter a cell or header names, or None.

    >>> parse_quarter("ไตรมาสที่ ๒/2569")
    ParsedQuarter(quarter=2, year=Year(be=2569, shifted=None))
    >>> parse_quarter("Q3"), parse_quarter("ทั้งปี")
    (ParsedQuarter(quarter=3, year=None), ParsedQuarter(quarter=None, year=None))
    >>> parse_quarter("ไตรมาสที่ 1 (ต.ค.–ธ.ค. 2568)").year.be
    2569
    >>> parse_quarter("5")
    """
    plain = _plain(text)
    if bare := _BARE_QUARTER.fullmatch(plain):
        return ParsedQuarter(int(bare[1]))
    if whole := _WHOLE_YEAR.fullmatch(plain):
        return ParsedQuarter(None, parse_year_be(whole[1] or ""))
    found = _QUARTER.fullmatch(plain)
    if not found:
        return None
    quarter = int(found[1])
    return ParsedQuarter(quarter, _year_of_quarter(quarter, found[2], found[3]))


def parse_date(text: str) -> ParsedDate | None:
    """The day a cell names, or None. Day before month, as in Thailand, or ISO, or an Excel serial.

    >>> parse_date("24 พ.ค. 50"), parse_date("๑๓ กรกฎาคม ๒๕๕๓").value.isoformat()
    (ParsedDate(value=datetime.date(2007, 5, 24), shifted=None), '2010-07-13')
    >>> parse_date("31/03/2569") == parse_date("2026-03-31 00:00:00") == parse_date("46112")
    True
    >>> parse_date("2569-03-31")
    ParsedDate(value=datetime.date(2026, 3, 31), shifted='be')
    >>> parse_date("31/03/69"), parse_date("03/31/2569")
    (None, None)
    """
    plain = _plain(text)
    if iso := _ISO.fullmatch(plain):
        return _stored_date(int(iso[1]), int(iso[2]), int(iso[3]))
    if numeric := _DAY_FIRST.fullmatch(plain):
        return _written_date(int(numeric[3]), int(numeric[2]), int(numeric[1]))
    if named := _MONTH_NAMED.fullmatch(plain):
        return _date_with_month_name(*named.groups())
    if serial := _SERIAL.fullmatch(plain):
        return _date_from_serial(int(serial[1]))
    return None


def _plain(text: str) -> str:
    return to_arabic(normalise(text))


def _year(number: int) -> Year | None:
    if number in _BE_YEARS:
        return Year(number)
    if number in _CE_YEARS:
        return Year(number + BE_OFFSET, "ce")
    if number - BE_OFFSET in _BE_YEARS:
        return Year(number - BE_OFFSET, "twice")
    return None


def _year_of_quarter(quarter: int, named: str | None, calendar_year: str | None) -> Year | None:
    """The fiscal year beside the quarter, or else the one its months in brackets belong to."""
    if named:
        return parse_year_be(named)
    year = _year(int(calendar_year)) if calendar_year else None
    return Year(year.be + (quarter == 1), year.shifted) if year else None


def _date_with_month_name(day: str, month_name: str, year: str) -> ParsedDate | None:
    month = months.month_number(month_name)
    if month is None:
        return None
    if len(year) == 4:
        return _written_date(int(year), month, int(day))
    if int(year) not in _SHORT_BE_YEARS:
        return None
    return _written_date(2500 + int(year), month, int(day))


def _written_date(year: int, month: int, day: int) -> ParsedDate | None:
    """A date typed as text: either era is plain to the reader, only 543 twice is a slip."""
    found = _year(year)
    if found is None:
        return None
    return _dated(found.be, month, day, "twice" if found.shifted == "twice" else None)


def _stored_date(year: int, month: int, day: int) -> ParsedDate | None:
    """A date as software stores it, where only the Christian year is right."""
    found = _year(year)
    if found is None:
        return None
    shift: dict[YearShift | None, DateShift | None] = {"ce": None, None: "be", "twice": "twice"}
    return _dated(found.be, month, day, shift[found.shifted])


def _dated(year_be: int, month: int, day: int, shifted: DateShift | None) -> ParsedDate | None:
    try:
        return ParsedDate(dt.date(year_be - BE_OFFSET, month, day), shifted)
    except ValueError:  # 31 February, month 13
        return None


def _date_from_serial(serial: int) -> ParsedDate | None:
    if serial not in _EXCEL_SERIALS and serial not in _SERIALS_IN_BE:
        return None
    day = _EXCEL_EPOCH + dt.timedelta(days=serial)
    return _stored_date(day.year, day.month, day.day)
