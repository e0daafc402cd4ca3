"""Names and values as they stand on a chart: short enough, whole letters, the unit always named."""

import math
import re

from charts.theme import plain
from i18n import t
from thai import format as thai_format

# A Thai letter with its vowels and tone marks, and a leading vowel with the letter it belongs to.
_LETTER = re.compile(r"[เแโใไ]?.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*", re.DOTALL)
MILLION = 1_000_000


def clipped(text: object, limit: int) -> str:
    """`text` in at most `limit` letters, cut between letters and never below a tone mark.

    >>> clipped("แผนงานน้ำดื่ม", 7), clipped("ที่นั่น", 7)
    ('แผนงานน้ำ…', 'ที่นั่น')
    """
    letters = _LETTER.findall(str(text))
    return "".join(letters) if len(letters) <= limit else "".join(letters[: limit - 1]) + "…"


def shortened(text: object, limit: int) -> str:
    """The same for a plotly label, where `<` and `&` must stay letters."""
    return plain(clipped(text, limit))


def amount(value: object, unit: object, kind: object, lang: str) -> str:
    """An indicator's value with its unit, as few decimals as it needs (two at most).

    >>> amount(5.0, "ร้อยละ", "growth", "th"), amount(3366, "สัดส่วน 1:x", "ratio", "th")
    ('5%', '1:3,366')
    >>> amount(93_000_000, "บาท", "money", "th"), amount(None, "คน", "count", "th")
    ('93 ล้านบาท', 'ไม่มีข้อมูล')
    """
    if is_missing(value):
        return thai_format.missing(lang)
    if kind == "ratio":
        return f"1:{_number(value)}"
    if kind in ("percent", "growth"):
        return f"{_number(value)}%"
    if unit == "บาท" and abs(float(value)) >= MILLION:
        return f"{_number(float(value) / MILLION)} {t('figures.unit.million_baht', lang)}"
    return f"{_number(value)} {plain(unit)}" if unit and not is_missing(unit) else _number(value)


def money(value_thb: object, lang: str) -> str:
    """Baht below a million, millions of baht above: "74,452 บาท", "2.45 ล้านบาท"."""
    if is_missing(value_thb) or abs(float(value_thb)) >= MILLION:
        return thai_format.million_baht(value_thb, lang)
    return thai_format.baht(value_thb, lang, decimals=0)


def attained(pct: object, lang: str) -> str:
    """A whole percent of the target, cut and not rounded: 99.6 must not read as reached.

    >>> attained(99.6, "th"), attained(100.0, "th"), attained(74.9, "th"), attained(None, "th")
    ('99%', '100%', '74%', 'ไม่มีข้อมูล')
    """
    return thai_format.percent(None if is_missing(pct) else math.floor(pct), 0, lang)


def is_missing(value: object) -> bool:
    """Whether pandas or the database means "nothing" by `value`."""
    if value is None:
        return True
    unequal = value != value  # NaN is unlike itself; NA answers neither yes nor no
    return unequal is True or str(value) in ("nan", "<NA>", "NaT")


def year(value: object) -> str:
    """A year as the name it is on an axis."""
    return str(int(value))


def _number(value: object) -> str:
    shown = thai_format.number(float(value), 2)
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
