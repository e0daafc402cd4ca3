"""Codes of the database in words: no reader should meet "provisional" or "chain_volume"."""

import re
from functools import cache

from i18n import catalogue
from loaders.findings import SEVERITY
from loaders.forms import FORMS
from loaders.guidance import title

_THAI = re.compile("[ก-๙]")
_FALSE_TRUE = {"False": "no", "True": "yes"}
# Columns whose words stand under another heading than their own.
_WORDED_AS = {
    "criterion_key": "figures.criterion",
    "measure": "metrics.measure",
    "sector": "metrics.sector",
    "shown_text": "codes.suppressed",
    "worst_level": "codes.risk_level",
    "crime_level": "codes.risk_level",
    "drugs_level": "codes.risk_level",
    "accident_level": "codes.risk_level",
    "disaster_level": "codes.risk_level",
}


def is_coded(column: str) -> bool:
    """Whether values of a column may be codes for the program; others among them stay as they are."""
    return column in _coded()


def in_words(column: str, code: object, lang: str) -> str | None:
    """What a code in a column stands for; None when it is no code that anybody has worded."""
    if not isinstance(code, str):
        return None
    if column == "form" and code in FORMS:
        return FORMS[code].title_en if lang == "en" else FORMS[code].title
    if column == "code" and code in SEVERITY:
        return title(code, lang)
    words = catalogue(lang)
    if code in _FALSE_TRUE:
        return words[f"codes.truth.{_FALSE_TRUE[code]}"]
    heading = _WORDED_AS.get(column, f"codes.{column}")
    return words.get(f"{heading}.{code}") or _as_on_the_form(column, code, lang)


def _as_on_the_form(column: str, code: str, lang: str) -> str | None:
    """The word a form accepts for its choice: the first, in English the first without Thai."""
    words = _choices().get(column, {}).get(code)
    if not words:
        return None
    if lang != "en":
        return words[0]
    return next((word for word in words if not _THAI.search(word)), code.replace("_", " "))


@cache
def _choices() -> dict[str, dict[str, tuple[str, ...]]]:
    """Column → code → the words that a form accepts for it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for form in FORMS.values():
        for column in form.columns:
            for code, accepted in column.choices:
                found.setdefault(column.key, {}).setdefault(code, accepted)
    return found


@cache
def _coded() -> frozenset[str]:
    headed = {key.split(".")[1] for key in catalogue("th") if key.startswith("codes.")}
    return frozenset({"form", "code", *headed, *_WORDED_AS, *_choices()})
