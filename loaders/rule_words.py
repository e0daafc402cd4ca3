"""Rules and answers in words a person reads."""

import re

from i18n import t
from loaders.asks import IGNORED, NOBODY, Kind
from loaders.forms import FORMS
from store import areas

_AS_WRITTEN = ("name_alias", "agency_of_file")
_WITHIN_AREA = ("area_alias", "agency_of_file")
_ONE_FILE = re.compile(r" #[0-9a-f]{12}$")
_ABOUT_COLUMNS = ("nil_meaning", "unit_factor", "style")


def answer_words(kind: Kind, answer: str, form: str | None, lang: str) -> str:
    """An answer as shown: a column's header, an area with its province, a rule by its name."""
    if kind == "agency_of_file" and answer == NOBODY:
        return t("rules.answer.nobody", lang)
    if answer == IGNORED:
        return t(f"rules.ignore.{kind}", lang)
    if kind == "column_meaning":
        return column_words(form, answer, lang)
    if kind == "form_of_sheet":
        return form_words(answer, lang)
    if kind == "area_alias":
        return area_words(answer, lang)
    if kind == "unit_factor":
        return t(
            "rules.answer.as_written" if answer == "1" else "rules.answer.times",
            lang,
            factor=f"{int(answer):,}",
        )
    return answer if kind in _AS_WRITTEN else t(f"rules.answer.{answer}", lang)


def subject_words(kind: Kind, subject: str, form: str | None, lang: str) -> str:
    """What a rule is about: a column by its header, anything else as written on the sheet."""
    if kind == "agency_of_file" and _ONE_FILE.search(subject):
        return t("rules.one_file", lang, file=_ONE_FILE.sub("", subject))
    return column_words(form, subject, lang) if kind in _ABOUT_COLUMNS else subject


def within_words(kind: Kind, within: str, form: str | None, lang: str) -> str:
    """What narrows a rule: the area it holds in, or the column; blank when nothing does."""
    if kind in _WITHIN_AREA:
        return area_words(within, lang) if within else ""
    return column_words(form, within, lang) if within else ""


def form_words(form: str | None, lang: str) -> str:
    """A form's title; of none, that it is any."""
    if form not in FORMS:
        return t("rules.any_form", lang) if form is None else form
    return FORMS[form].title_en if lang == "en" else FORMS[form].title


def column_words(form: str | None, key: str, lang: str) -> str:
    """A column's header; what is no column of the form is returned as it is."""
    columns = {column.key: column for column in FORMS[form].columns} if form in FORMS else {}
    if key not in columns:
        return key
    return columns[key].header_en if lang == "en" else columns[key].header


def area_words(code: str, lang: str) -> str:
    """An area's name, a district's with its province; an unknown code as it is."""
    try:
        found = areas.area(code)
    except KeyError:
        return code
    name = found.name_en if lang == "en" else found.name_th
    if found.level != "district":
        return name
    return f"{name} ({area_words(found.parent, lang)})"
