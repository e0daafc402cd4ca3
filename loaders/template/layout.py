"""Which columns a form's own workbook has, and how a value is written into one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from unicodedata import category

from loaders.form import Column, Form
from store.areas import area
from thai.digits import to_arabic

YES, NO = "ใช่", "ไม่ใช่"
QUARTERS = (1, 2, 3, 4)
AREA_KINDS = ("area", "province", "district")
FONT = {"font_name": "TH Sarabun New", "font_size": 16}
LINE_HEIGHT = 24  # points: Thai vowels and tone marks overlap in Excel's own 15

Cell = str | float | datetime


@dataclass(frozen=True)
class Slot:
    """One column of the workbook: `key` names its value in a row, `header` is what is printed.

    A repeated column gives one slot a year or quarter: "target_2569", "disbursed_thb_1".
    """

    key: str
    header: str
    column: Column


def slots(form: Form, years: Sequence[int]) -> tuple[Slot, ...]:
    """The columns of the workbook in order; `years` are those of the columns repeated by year.

    A column that stands instead of others (another layout of the same facts) is left out.
    """
    return tuple(
        slot for column in form.columns if not column.instead_of for slot in _of(column, years)
    )


def line_count(text: str, width: int) -> int:
    """How many lines a text takes in a column `width` characters wide; Thai vowels and tone marks
    above and below take no room.

    >>> line_count("ที่", 2), line_count("ที่ ทำ การ", 4)
    (1, 2)
    """
    if len(text) <= width and "\n" not in text:
        return 1  # nearly every cell, and counting letters is slow
    lines = (sum(category(letter) != "Mn" for letter in line) for line in text.split("\n"))
    return sum(max(1, -(-length // width)) for length in lines)


def _of(column: Column, years: Sequence[int]) -> list[Slot]:
    match column.repeat:
        case "year":
            return [_repeated(column, str(year)) for year in years]
        case "quarter":
            return [_repeated(column, str(quarter)) for quarter in QUARTERS]
        case "year_range":
            span = f"{years[0]} - {years[-1]}"
            return [Slot(column.key, f"{column.header} {span}", column)]
    return [Slot(column.key, column.header, column)]


def _repeated(column: Column, mark: str) -> Slot:
    return Slot(f"{column.key}_{mark}", f"{column.header} {mark}", column)


def words(column: Column) -> tuple[str, ...]:
    """What may be chosen in a column, in the words of its drop-down; () when anything may stand."""
    if column.kind == "yes_no":
        return (YES, NO)
    if column.kind == "quarter":
        return (*map(str, QUARTERS), "ทั้งปี")
    return tuple(accepted[0] for _code, accepted in column.choices)


def written(column: Column, value: object) -> Cell:
    """The cell for a value of the column: codes and true/false in words, areas by Thai name.

    >>> from loaders.forms import FORMS
    >>> written(FORMS["projects"].column("stage"), "approved")
    'อนุมัติ'
    """
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal | int):
        return float(value)
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, str):
        return _text(column, value)
    return value


def _text(column: Column, value: str) -> str:
    if column.kind == "choice":
        accepted = dict(column.choices).get(value)
        return accepted[0] if accepted else value
    if column.kind in AREA_KINDS and to_arabic(value[:2]).isdigit():
        return area(value).name_th
    return value
