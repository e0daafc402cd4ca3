"""Numbers as they stand in the cells of Thai workbooks, with what is written around them."""

import re
from dataclasses import dataclass
from decimal import Decimal

from thai.digits import to_arabic
from thai.text import match_key, normalise

# A letter typed or scanned for the digit it looks like: "35o" is 350, and never 35 of a unit "o".
_LETTER_FOR_DIGIT = re.compile(r"\d[oOlISBZ](?![A-Za-z])")
_LONGEST_NUMBER_CELL = 200
_LONGEST_NIL_CELL = 30

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:[eE][+-]\d{1,3})?|\.\d+)"
_SUFFIX = (
    r"(?:(?P<percent_after> ?%)|(?P<price_dash>\.[-–]))?"
    r"(?P<mark>[*†‡¹²³]+|[pr](?![^\W\d_]))?"
    r"(?: ?(?P<unit>[^\W\d_][^\d()*]*))?"
    r"(?P<late_mark> ?[*†‡¹²³]+)?"
    r"(?: ?\((?P<note>[^()\d][^()]*)\))?"
)
_NUMBER = re.compile(
    rf"(?P<percent_before>ร้อยละ ?)?(?P<baht>฿ ?)?(?P<sign>[-+−–])?(?P<digits>{_DIGITS}){_SUFFIX}"
)
_RATIO = re.compile(rf"(?P<first>{_DIGITS}) ?: ?(?P<digits>{_DIGITS}){_SUFFIX}")
_NEGATIVE_IN_BRACKETS = re.compile(rf"\((?P<digits>{_DIGITS})(?P<percent_after> ?%)?\)")

_NIL_MARKS = re.compile(r"[-–—−.…\s]*")
_NIL_WORDS = {"ไม่มี", "ไม่มีข้อมูล", "ยังไม่มีข้อมูล", "ไม่มีค่า", "na", "nil", "null"}
_PLACEHOLDER = re.compile(r"(?:ร้อยละ|จำนวน)? ?(?:[.…]{3,}|…|_{3,})[^\d.…_]{0,30}")

_MULTIPLES = {
    "": 0, "พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6,
    "สิบล้าน": 7, "ร้อยล้าน": 8, "พันล้าน": 9, "หมื่นล้าน": 10, "แสนล้าน": 11, "ล้านล้าน": 12,
}  # fmt: skip
_BAHT_FACTORS = (
    {f"{multiple}บาท": Decimal(10) ** power for multiple, power in _MULTIPLES.items()}
    | dict.fromkeys(["ลบ", "mb", "millionbaht", "milbaht", "millionthb"], Decimal(10) ** 6)
    | dict.fromkeys(["baht", "thb", "฿"], Decimal(1))
    | {"thousandbaht": Decimal(10) ** 3, "billionbaht": Decimal(10) ** 9}
)
_NAMED_UNIT = re.compile(
    r"(?:หน่วย(?:นับ|วัด|เงิน)?|unit) ?: ?([^)\]\d:]+?)(?= ณ | ข้อมูล|[)\]\d:]|$)", re.IGNORECASE
)
_BARE_NAMED_UNIT = re.compile(r"(?:หน่วย(?:นับ|วัด|เงิน)?) ([^\s)\]\d:]+)")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A number out of a cell and the words around it.

    ``value`` is as written: no unit has been applied, 5 % is 5. ``unit`` is the unit in the cell
    ("ล้านบาท", "ราย"), ``percent`` whether % or ร้อยละ stands there, ``ratio_first`` the left side
    of a ratio whose right side is the value, ``note`` a footnote mark or the words in brackets.
    """

    value: Decimal
    unit: str | None = None
    percent: bool = False
    ratio_first: Decimal | None = None
    note: str | None = None

    @property
    def is_ratio(self) -> bool:
        return self.ratio_first is not None


def parse_number(text: str) -> ParsedNumber | None:
    """The one number a cell holds, or None when there is none or the text can be read two ways.

    >>> parse_number("๙,๙๘๑.๙๗ ล้านบาท")
    ParsedNumber(value=Decimal('9981.97'), unit='ล้านบาท', percent=False, ratio_first=None, note=None)
    >>> parse_number("(1,234.50)").value, parse_number("ร้อยละ 5").percent
    (Decimal('-1234.50'), True)
    >>> parse_number("1:3,366").value, parse_number("1:3,366").ratio_first
    (Decimal('3366'), Decimal('1'))
    >>> parse_number("10 (เป้าหมาย รวม)").note
    'เป้าหมาย รวม'
    >>> parse_number("1,23"), parse_number("10-20"), parse_number("ไม่น้อยกว่า 5")
    (None, None, None)
    >>> parse_number("35o"), parse_number("5 l").unit
    (None, 'l')
    """
    if len(text) > _LONGEST_NUMBER_CELL:
        return None
    plain = to_arabic(normalise(text))
    if _LETTER_FOR_DIGIT.search(plain):
        return None
    if bracketed := _NEGATIVE_IN_BRACKETS.fullmatch(plain):
        return ParsedNumber(
            -_decimal(bracketed["digits"]), percent=bool(bracketed["percent_after"])
        )
    if found := _NUMBER.fullmatch(plain):
        return _from_number(found)
    if ratio := _RATIO.fullmatch(plain):
        first = _decimal(ratio["first"])
        return ParsedNumber(_decimal(ratio["digits"]), _unit(ratio), False, first, _note(ratio))
    return None


def is_nil(text: str) -> bool:
    """Whether a cell says that there is nothing: blank, a dash, dots, ไม่มี, N/A. Zero is not nil.

    What nothing means (no data, or zero) is for the column to say.

    >>> [is_nil(text) for text in ("-", "–", "…", " ", "N/A", "ไม่มี", "0")]
    [True, True, True, True, True, True, False]
    """
    if _NIL_MARKS.fullmatch(text):
        return True
    return len(text) <= _LONGEST_NIL_CELL and match_key(text) in _NIL_WORDS


def is_placeholder(text: str) -> bool:
    """Whether a cell is a blank to be filled in, dots before a unit, and so holds no value.

    >>> is_placeholder(".......ล้านบาท"), is_placeholder("ร้อยละ ....."), is_placeholder("5 ล้านบาท")
    (True, True, False)
    """
    return bool(_PLACEHOLDER.fullmatch(normalise(text))) and not is_nil(text)


def unit_factor(unit: str) -> Decimal | None:
    """How many baht one of the unit is; None for anything that is not a unit of money.

    >>> unit_factor("ล้านบาท"), unit_factor("ลบ."), unit_factor("ราย")
    (Decimal('1000000'), Decimal('1000000'), None)
    """
    return _BAHT_FACTORS.get(match_key(unit).replace("ๆ", ""))


def find_unit(title: str) -> str | None:
    """The unit a title line or header announces, as written; None when none or several are.

    After "หน่วย:" any unit counts, in brackets alone only money and percent.

    >>> find_unit("ตารางที่ 2 งบประมาณ (หน่วย : ล้านบาท)"), find_unit("งบประมาณ (บาท)")
    ('ล้านบาท', 'บาท')
    >>> find_unit("งบประมาณ (บาท) รายได้ (ล้านบาท)"), find_unit("จังหวัด (เหนือ)")
    (None, None)
    """
    plain = normalise(title)
    found = [unit.strip(" .,;") for unit in _NAMED_UNIT.findall(plain)]
    candidates = _BARE_NAMED_UNIT.findall(plain) + _BRACKETED.findall(plain)
    found += [text.strip() for text in candidates if _is_plain_unit(text)]
    return found[0] if len({match_key(unit) for unit in found}) == 1 else None


def _is_plain_unit(text: str) -> bool:
    return unit_factor(text) is not None or match_key(text) in {"%", "ร้อยละ", "percent"}


def _from_number(found: re.Match[str]) -> ParsedNumber:
    value = _decimal(found["digits"])
    return ParsedNumber(
        value=value if found["sign"] in (None, "+") else -value,
        unit="บาท" if found["baht"] or found["price_dash"] else _unit(found),
        percent=bool(found["percent_before"] or found["percent_after"]),
        note=_note(found),
    )


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _unit(found: re.Match[str]) -> str | None:
    return found["unit"].strip() if found["unit"] else None


def _note(found: re.Match[str]) -> str | None:
    written = found["note"] or found["late_mark"] or found["mark"]
    return written.strip() if written else None
