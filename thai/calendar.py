"""The Thai fiscal calendar: 1 October to 30 September, named by the Buddhist year it ends in."""

import datetime as dt
from typing import Literal

from thai import months
from thai.written import (
    BE_OFFSET,
    ParsedDate,
    ParsedQuarter,
    Year,
    YearRange,
    parse_date,
    parse_quarter,
    parse_year_be,
    parse_year_range,
)

__all__ = [
    "BE_OFFSET",
    "ParsedDate",
    "ParsedQuarter",
    "Year",
    "YearRange",
    "fiscal_quarter",
    "fiscal_year_be",
    "fiscal_year_bounds",
    "format_date",
    "parse_date",
    "parse_quarter",
    "parse_year_be",
    "parse_year_range",
    "quarter_bounds",
    "quarter_label",
]

NBSP = "\u00a0"
Language = Literal["th", "en"]


def fiscal_year_be(day: dt.date) -> int:
    """The Buddhist-era fiscal year in which the day falls.

    >>> fiscal_year_be(dt.date(2007, 5, 24)), fiscal_year_be(dt.date(2025, 10, 1))
    (2550, 2569)
    """
    return day.year + BE_OFFSET + (day.month >= 10)


def fiscal_quarter(day: dt.date) -> int:
    """The fiscal quarter, 1 (October to December) to 4 (July to September).

    >>> fiscal_quarter(dt.date(2007, 5, 24)), fiscal_quarter(dt.date(2026, 11, 20))
    (3, 1)
    """
    return ((day.month - 10) % 12) // 3 + 1


def fiscal_year_bounds(fiscal_year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a Buddhist-era fiscal year, both within it.

    >>> [day.isoformat() for day in fiscal_year_bounds(2569)]
    ['2025-10-01', '2026-09-30']
    """
    ce_year = fiscal_year - BE_OFFSET
    return dt.date(ce_year - 1, 10, 1), dt.date(ce_year, 9, 30)


def quarter_bounds(fiscal_year: int, quarter: int | None) -> tuple[dt.date, dt.date]:
    """First and last day of a fiscal quarter; of the whole fiscal year when quarter is None.

    >>> [day.isoformat() for day in quarter_bounds(2569, 2)]
    ['2026-01-01', '2026-03-31']
    """
    if quarter is None:
        return fiscal_year_bounds(fiscal_year)
    if quarter not in (1, 2, 3, 4):
        raise ValueError(f"a fiscal quarter is 1 to 4, not {quarter!r}")
    ce_year = fiscal_year - BE_OFFSET - (quarter == 1)
    first_month = (quarter * 3 + 6) % 12 + 1
    return dt.date(ce_year, first_month, 1), _end_of_month(ce_year, first_month + 2)


def quarter_label(
    fiscal_year: int, quarter: int | None, lang: Language = "th", *, long: bool = False
) -> str:
    """How a period is called on a screen; the whole fiscal year when quarter is None.

    The long form names the months, because readers mix fiscal and calendar quarters; the English
    one always does. The space before a year is a no-break space where a month stands before it.

    >>> quarter_label(2569, 1), quarter_label(2569, None)
    ('ไตรมาส 1/2569', 'ทั้งปี 2569')
    >>> quarter_label(2569, 1, long=True).replace(NBSP, " ")
    'ไตรมาสที่ 1 (ต.ค.–ธ.ค. 2568)'
    >>> quarter_label(2569, 1, "en").replace(NBSP, " ")
    'Q1 FY2569 (Oct–Dec 2025)'
    """
    if quarter is None:
        return f"ทั้งปี {fiscal_year}" if lang == "th" else f"FY{fiscal_year}"
    first, last = quarter_bounds(fiscal_year, quarter)
    if lang == "en":
        span = f"{months.SHORT_EN[first.month - 1]}–{months.SHORT_EN[last.month - 1]}"
        return f"Q{quarter} FY{fiscal_year} ({span}{NBSP}{last.year})"
    if not long:
        return f"ไตรมาส {quarter}/{fiscal_year}"
    span = f"{months.SHORT_TH[first.month - 1]}–{months.SHORT_TH[last.month - 1]}"
    return f"ไตรมาสที่ {quarter} ({span}{NBSP}{last.year + BE_OFFSET})"


def format_date(day: dt.date, lang: Language = "th", *, long: bool = False) -> str:
    """A date as read in Thailand, its parts held together by no-break spaces.

    >>> format_date(dt.date(2026, 11, 20)).replace(NBSP, " ")
    '20 พ.ย. 2569'
    >>> format_date(dt.date(2026, 9, 30), long=True).replace(NBSP, " ")
    '30 กันยายน พ.ศ. 2569'
    >>> format_date(dt.date(2026, 11, 20), "en").replace(NBSP, " ")
    '20 Nov 2026'
    """
    if lang == "en":
        names, year = months.EN if long else months.SHORT_EN, str(day.year)
    else:
        names, year = months.TH if long else months.SHORT_TH, str(day.year + BE_OFFSET)
        year = f"พ.ศ.{NBSP}{year}" if long else year
    return NBSP.join((str(day.day), names[day.month - 1], year))


def _end_of_month(ce_year: int, month: int) -> dt.date:
    next_month = dt.date(ce_year + month // 12, month % 12 + 1, 1)
    return next_month - dt.timedelta(days=1)
