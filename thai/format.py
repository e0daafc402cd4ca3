"""How figures are shown: grouped thousands, a true minus sign, and words where there is no figure.

Every function takes None, NaN and infinity for a figure that is missing, and never shows zero for it.
"""

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

MINUS = "\u2212"
# Wide enough for any float, so that an absurd figure is shown as such instead of raising.
_ROUNDING = Context(prec=350, rounding=ROUND_HALF_UP)
_MISSING = {"th": "ไม่มีข้อมูล", "en": "no data"}
_BAHT = {"th": "บาท", "en": "baht"}
_MILLION_BAHT = {"th": "ล้านบาท", "en": "million baht"}
_POINTS = {"th": "จุดร้อยละ", "en": "percentage points"}

Language = Literal["th", "en"]
Figure = Decimal | float | int | None


def missing(lang: Language = "th") -> str:
    """The words for a figure that nobody has reported.

    >>> missing(), missing("en")
    ('ไม่มีข้อมูล', 'no data')
    """
    return _MISSING[lang]


def number(value: Figure, decimals: int = 0, lang: Language = "th") -> str:
    """A figure with grouped thousands, halves rounded away from zero.

    >>> number(1257), number(Decimal("2.345"), 2), number(-0.4), number(None)
    ('1,257', '2.35', '0', 'ไม่มีข้อมูล')
    """
    rounded = _rounded(value, decimals)
    return missing(lang) if rounded is None else _grouped(rounded)


def signed(value: Figure, decimals: int = 2, lang: Language = "th") -> str:
    """A difference, with its sign; nothing before an exact or rounded zero.

    >>> signed(1.15), signed(-1.16).replace(MINUS, "-"), signed(0)
    ('+1.15', '-1.16', '0.00')
    """
    rounded = _rounded(value, decimals)
    if rounded is None:
        return missing(lang)
    return ("+" if rounded > 0 else "") + _grouped(rounded)


def baht(value_thb: Figure, lang: Language = "th", *, decimals: int = 2) -> str:
    """An exact amount in baht.

    >>> baht(93_000_000)
    '93,000,000.00 บาท'
    """
    return _with_unit(number(value_thb, decimals, lang), _BAHT, lang)


def million_baht(value_thb: Figure, lang: Language = "th", *, decimals: int = 2) -> str:
    """An amount given in baht, shown in millions.

    >>> million_baht(93_000_000), million_baht(36_928_000, "en"), million_baht(None)
    ('93.00 ล้านบาท', '36.93 million baht', 'ไม่มีข้อมูล')
    """
    exact = _exact(value_thb)
    millions = None if exact is None else exact / 1_000_000
    return _with_unit(number(millions, decimals, lang), _MILLION_BAHT, lang)


def percent(value_pct: Figure, decimals: int = 2, lang: Language = "th") -> str:
    """A percentage given as a percent number (39.71 is 39.71 %).

    >>> percent(39.708, 2), percent(63.517, 1), percent(float("nan"))
    ('39.71%', '63.5%', 'ไม่มีข้อมูล')
    """
    shown = number(value_pct, decimals, lang)
    return shown if shown == missing(lang) else f"{shown}%"


def points(value_pp: Figure, decimals: int = 2, lang: Language = "th") -> str:
    """A difference between two percentages, in percentage points and never in percent.

    >>> points(1.15), points(30.84 - 32.00, lang="en").replace(MINUS, "-")
    ('+1.15 จุดร้อยละ', '-1.16 percentage points')
    """
    return _with_unit(signed(value_pp, decimals, lang), _POINTS, lang)


def _exact(value: Figure) -> Decimal | None:
    """The figure as a finite Decimal, through its shortest text so that 2.345 stays 2.345."""
    if value is None or str(value) in ("<NA>", "NaT"):  # what pandas has for missing
        return None
    exact = Decimal(str(value))
    return exact if exact.is_finite() else None


def _rounded(value: Figure, decimals: int) -> Decimal | None:
    exact = _exact(value)
    if exact is None:
        return None
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), context=_ROUNDING)
    return rounded if rounded else abs(rounded)


def _grouped(rounded: Decimal) -> str:
    return f"{rounded:,f}".replace("-", MINUS)


def _with_unit(shown: str, units: dict[str, str], lang: Language) -> str:
    return shown if shown == missing(lang) else f"{shown} {units[lang]}"
