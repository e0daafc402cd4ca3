"""One indicator's card: what it counts, how, by whose word, and what it still has to declare."""

from collections.abc import Mapping, Sequence

import streamlit as st

from charts.labels import amount, is_missing
from i18n import t
from loaders.forms import FORMS
from loaders.semantics import infer_submission_style
from thai.calendar import quarter_label
from ui import codes
from ui.language import current, tr
from ui.text import safe_md

_SEPARATOR = " · "


def attribute_words(attributes: object, lang: str) -> str:
    """Attributes as form 1 heads their columns: "ความถี่ของข้อมูล, วิธีหาค่าฐาน"."""
    names = [] if is_missing(attributes) or not attributes else str(attributes).split(";")
    return ", ".join(_heading(name, lang) for name in names)


def draw(row: Mapping[str, object]) -> None:
    """The card of a row of `kpi_dictionary`; what is not declared is named once, in the question."""
    lang = current()
    _say_what_is_missing(row, lang)
    said = _told({key: row[column] for key, column in _TEXTS.items()})
    rules = {key: _worded_all(row, columns, lang) for key, columns in _CODES.items()}
    newest = {"last": _last(row, lang), "coverage": _coverage(row)}
    rules |= {"base": _base(row, lang), "version": _version(row)} | newest
    sides = [side for side in (said, _told(rules)) if side]
    for column, lines in zip(st.columns(len(sides)), sides, strict=True):
        column.markdown("  \n".join(lines))


_TEXTS = {
    "definition": "definition",
    "formula": "formula",
    "source": "data_source",
    "owner": "owner",
    "quality": "quality_statement",
}
_CODES = {
    "direction": ("direction",),
    "frequency": ("frequency", "window"),
    "counting": ("submission_style", "time_agg", "geo_agg"),
    "target": ("change_mode", "target_rule"),
    "change": ("change_measure",),
    "score": ("score_method", "decimals"),
}


def _told(texts: Mapping[str, object]) -> list[str]:
    """What there is to tell, a line each; what is not declared is left out."""
    return [
        f"**{tr(f'semantics.card.{key}')}** — {safe_md(str(text))}"
        for key, text in texts.items()
        if not is_missing(text) and text
    ]


def _say_what_is_missing(row: Mapping[str, object], lang: str) -> None:
    missing = attribute_words(row["missing_attributes"], lang)
    if missing:
        asked = tr("semantics.card.ask", count=int(row["missing_count"]), attributes=missing)
        proposal = infer_submission_style(row["kpi"], row["unit_kind"])
        if proposal and is_missing(row["submission_style"]):
            word = codes.in_words("submission_style", proposal, lang)
            asked += " " + tr("semantics.card.proposal", proposal=word)
        st.info(safe_md(asked), icon=":material/help:")
    if not row["has_target"]:
        st.warning(tr("semantics.card.untargeted"), icon=":material/flag:")
    elif not row["is_measurable"]:
        st.warning(tr("semantics.card.unmeasurable"), icon=":material/straighten:")


def _heading(name: str, lang: str) -> str:
    if name == "unit_kind":
        return t("semantics.card.unit_kind", lang)
    column = FORMS["kpi_targets"].column(name)
    return column.header_en if lang == "en" else column.header


def _worded_all(row: Mapping[str, object], columns: Sequence[str], lang: str) -> str:
    """The codes in words, joined; nothing when none is declared."""
    words = [_worded(row, column, lang) for column in columns]
    return _SEPARATOR.join(word or tr("semantics.card.not_declared") for word in words) * any(words)


def _worded(row: Mapping[str, object], column: str, lang: str) -> str:
    value = row[column]
    if is_missing(value):
        return ""
    return str(int(value)) if column == "decimals" else codes.in_words(column, value, lang) or value


def _base(row: Mapping[str, object], lang: str) -> str:
    said, years = _worded(row, "base_rule", lang), row["base_years"]
    return said if is_missing(years) else f"{said} ({years.replace(';', ', ')})"


def _version(row: Mapping[str, object]) -> object:
    version, since = row["definition_version"], row["definition_from"]
    if is_missing(version) or is_missing(since):
        return version
    return tr("semantics.card.since", version=version, year=int(since))


def _last(row: Mapping[str, object], lang: str) -> str:
    if is_missing(row["last_value"]):
        return tr("semantics.card.no_value")
    quarter = None if is_missing(row["last_quarter"]) else int(row["last_quarter"])
    return tr(
        "semantics.card.last_value",
        value=amount(row["last_value"], row["unit"], row["unit_kind"], lang),
        period=quarter_label(int(row["last_fiscal_year"]), quarter, lang),
        state=codes.in_words("value_status", row["last_value_status"], lang),
    )


def _coverage(row: Mapping[str, object]) -> str:
    return tr(
        "semantics.card.covered",
        reported=int(row["reported_count"]),
        expected=int(row["expected_count"]),
        targets=int(row["target_year_count"]),
    )
