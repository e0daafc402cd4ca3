"""One text of a cell → the value its column asks for, or what is wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from loaders.asks import Asks
from loaders.form import Column
from loaders.forms.common import NO, YES
from thai.calendar import parse_date, parse_quarter, parse_year_be
from thai.numbers import ParsedNumber, is_nil, is_placeholder, parse_number, unit_factor
from thai.text import match_key, normalise

_COMPARISON = re.compile(r"^(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|ไม่มากกว่า|อย่างน้อย|>=|<=|≥|≤)\s*|\s*ขึ้นไป$")
_MULTIPLE = re.compile(
    r"^(พัน|หมื่น|แสน|ล้าน)\s?(?:คน|ราย|ครัวเรือน|หลัง|แห่ง|หมู่บ้าน|ตัว|ตัน|ไร่)$"
    r"|^(thousand|million)\s?(?:persons|people|households)$",
    re.IGNORECASE,
)
_TOO_LARGE = Decimal(10) ** 15
_POWERS = {"พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6, "thousand": 3, "million": 6}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell: a finding's code and what was expected there."""

    code: str
    expected: str | None = None
    expected_en: str | None = None
    asks: Asks | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of a cell. A fault beside a value is a remark on a value that was corrected.

    `differs` is True when the text as typed says more, or other, than the value.
    """

    value: object = None
    fault: Fault | None = None
    unit: str | None = None
    differs: bool = False


BLANK = Cell(differs=True)
Parser = Callable[[str], Cell]


def parser(column: Column, unit: str | None, sheet_factor: Decimal | None) -> Parser:
    """The function that reads a text of the column.

    `unit` is the unit in the column's header, `sheet_factor` what the title says of money; the
    cell's own unit wins over the header's, the header's over the title's.
    """
    if column.kind == "money":
        factor = money_factor(unit, sheet_factor)
        return lambda text: _money(column, text, factor)
    if column.kind == "count":
        return lambda text: _count(column, text, count_factor(unit))
    if column.kind in ("number", "percent"):
        return lambda text: _number(column, text)
    if column.kind == "choice":
        return lambda text: _choice(column, text)
    return _PARSERS[column.kind]


def money_factor(unit: str | None, sheet_factor: Decimal | None) -> Decimal:
    """Baht per unit of a money column that has `unit` in its header on a sheet of such money."""
    return (unit_factor(unit) if unit else None) or sheet_factor or Decimal(1)


def count_factor(unit: str | None) -> int:
    """How many the unit of a count stands for: 1,000 for พันคน, 1 for คน.

    >>> count_factor("พันคน"), count_factor("คน"), count_factor(None)
    (1000, 1, 1)
    """
    found = _MULTIPLE.match(normalise(unit)) if unit else None
    return 10 ** _POWERS[(found[1] or found[2]).lower()] if found else 1


def _money(column: Column, text: str, header_factor: Decimal) -> Cell:
    if (blank := _blank(column, text)) is not None:
        return blank
    parsed = parse_number(text)
    if parsed is None or parsed.percent or parsed.is_ratio:
        return Cell(fault=Fault("not_a_number"))
    factor = header_factor if parsed.unit is None else unit_factor(parsed.unit)
    if factor is None:
        return Cell(fault=Fault("not_a_number", "บาท พันบาท ล้านบาท", "baht"))
    return _in_range(column, Cell(parsed.value * factor, differs=True))


def _count(column: Column, text: str, factor: int) -> Cell:
    if (blank := _blank(column, text)) is not None:
        return blank
    parsed = parse_number(text)
    if parsed is None or parsed.percent or parsed.is_ratio:
        return Cell(fault=Fault("not_a_number"))
    value = parsed.value * factor
    if value != value.to_integral_value():
        return Cell(fault=Fault("not_a_number", "จำนวนเต็ม", "a whole number"))
    if value < 0:
        return Cell(fault=Fault("out_of_range", "≥ 0", "≥ 0"))
    return _in_range(column, Cell(int(value), unit=parsed.unit, differs=True))


def _number(column: Column, text: str) -> Cell:
    if (blank := _blank(column, text)) is not None:
        return blank
    parsed = parse_number(text)
    if parsed is None and column.kind == "number":
        parsed = parse_number(_COMPARISON.sub("", normalise(text)))
    if parsed is None:
        return Cell(fault=Fault("not_a_number"))
    value = parsed.value / parsed.ratio_first if parsed.ratio_first else parsed.value
    return _in_range(column, Cell(value, unit=_written_unit(parsed), differs=True))


def _written_unit(parsed: ParsedNumber) -> str | None:
    return parsed.unit or ("ร้อยละ" if parsed.percent else None)


def _blank(column: Column, text: str) -> Cell | None:
    if is_nil(text):
        return Cell(Decimal(0), differs=True) if column.nil_is_zero else BLANK
    return BLANK if is_placeholder(text) else None


def _in_range(column: Column, cell: Cell) -> Cell:
    if fault := range_fault(column, cell.value):
        return Cell(fault=fault)
    return cell


def range_fault(column: Column, value) -> Fault | None:
    """The fault of a figure outside what the column allows; None when it lies within."""
    low, high = column.minimum, column.maximum
    if abs(value) >= _TOO_LARGE:
        return Fault("out_of_range", "< 10¹⁵", "< 10¹⁵")
    if (low is None or value >= low) and (high is None or value <= high):
        return None
    return Fault("out_of_range", limits(column), limits(column))


def limits(column: Column) -> str:
    """The range a column allows, as a person reads it: "0–100", "≥ 0"."""
    low, high = column.minimum, column.maximum
    if low is not None and high is not None:
        return f"{low:g}–{high:g}"
    return f"≥ {low:g}" if low is not None else f"≤ {high:g}"


def _year(text: str) -> Cell:
    if is_nil(text):
        return BLANK
    year = parse_year_be(text)
    if year is None:
        return Cell(fault=Fault("not_a_year"))
    if year.shifted:
        return Cell(year.be, Fault("year_shifted", str(year.be)), differs=True)
    return Cell(year.be, differs=text != str(year.be))


def _quarter(text: str) -> Cell:
    if is_nil(text):
        return BLANK
    parsed = parse_quarter(text)
    if parsed is None:
        return Cell(fault=Fault("not_in_list", "1, 2, 3, 4, ทั้งปี", "1, 2, 3, 4, ทั้งปี"))
    return Cell(parsed.quarter, differs=text != str(parsed.quarter))


def _date(text: str) -> Cell:
    if is_nil(text):
        return BLANK
    parsed = parse_date(text)
    if parsed is None:
        return Cell(fault=Fault("not_a_date"))
    if parsed.shifted:
        return Cell(parsed.value, Fault("year_shifted", parsed.value.isoformat()), differs=True)
    return Cell(parsed.value, differs=text != parsed.value.isoformat())


def _yes_no(text: str) -> Cell:
    yes, no = _yes_no_words()
    key = _word_key(text)
    if key in yes or key in no:
        return Cell(key in yes)
    if is_nil(text):
        return BLANK
    return Cell(fault=Fault("not_in_list", "ใช่, ไม่ใช่", "ใช่ (yes), ไม่ใช่ (no)"))


@cache
def _yes_no_words() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(_word_key, YES)), frozenset(map(_word_key, NO))


def _choice(column: Column, text: str) -> Cell:
    if (code := choice_code(column, text)) is not None:
        return Cell(code)
    if is_nil(text):
        return BLANK
    if column.open:
        return Cell(text)
    nearest = nearest_choices(column, text)
    return Cell(fault=Fault("not_in_list", nearest, nearest))


def choice_code(column: Column, text: str) -> str | None:
    """The code of the entry that a word or a code stands for; None when it is not in the list."""
    return _choice_words(column).get(_word_key(text))


@cache
def _choice_words(column: Column) -> dict[str, str]:
    named = {_word_key(word): code for code, accepted in column.choices for word in accepted}
    return named | {_word_key(code): code for code, _ in column.choices}


def nearest_choices(column: Column, text: str) -> str:
    """The entries of a choice, those most like the text first."""
    from rapidfuzz import fuzz, process  # only a wrong word pays for its import

    entries = {accepted[0]: match_key(accepted[0]) for _, accepted in column.choices}
    ranked = process.extract(match_key(text), entries, scorer=fuzz.ratio, limit=None)
    return ", ".join(entry for _, _, entry in ranked[:5])


def _word_key(text: str) -> str:
    """For words of a list: a lone mark such as "/" is a word too."""
    return match_key(text) or text.strip()


_PARSERS: dict[str, Parser] = {
    "year": _year,
    "quarter": _quarter,
    "date": _date,
    "yes_no": _yes_no,
}
