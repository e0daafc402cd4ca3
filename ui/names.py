"""Names of places and criteria in the reader's language; what agencies wrote stays as written."""

import pandas as pd

from charts.criteria import criterion_name
from ui import data, language

_CODE_OF = {
    "area": "area_code",
    "district": "district_code",
    "highest_district": "highest_district_code",
    "lowest_district": "lowest_district_code",
}
_CRITERIA = ("criterion", "missing_criterion")


def in_language(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with English names of areas and criteria for an English reader, else itself.

    Rows keep their labels, and a name without an English one stays Thai.
    """
    lang = language.current()
    if lang == "th":
        return frame
    shown = frame.copy()
    english = _english()
    for name, code in _CODE_OF.items():
        if name in frame and code in frame:
            pairs = zip(frame[code], frame[name], strict=True)
            shown[name] = [english.get(key, written) for key, written in pairs]
    for name in _CRITERIA:
        if name in frame:
            rows = frame.to_dict("records")
            shown[name] = [criterion_name(row, lang) for row in rows]
    return shown


def area(code: str) -> str:
    """The name of one area in the reader's language; the code itself when it is none of ours."""
    return next((c.name(language.current()) for c in _areas() if c.code == code), code)


def members(group: str) -> frozenset[str]:
    """The codes of the provinces that make up a group today."""
    return frozenset(c.code for c in data.options().provinces if group in c.parents)


def group_of(province: str | None) -> str | None:
    """The code of the group a province belongs to today; None for Bangkok and for no province."""
    provinces = data.options().provinces
    return next((group for c in provinces if c.code == province for group in c.parents), None)


def _english() -> dict[str, str]:
    return {choice.code: choice.name("en") for choice in _areas()}


def _areas() -> tuple:
    options = data.options()
    return (*options.groups, *options.provinces, *options.districts)
