"""One indicator's card: what it counts, how, by whose word, and what it still has to declare."""

from collections.abc import Mapping

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
    """The card of a row of `kpi_dictionary`."""
    lang = current()
    _say_what_is_missing(row, lang)
    left, right = st.columns(2)
    with left:
        for key, column in _TEXTS.items():
            _line(key, row[column])
    with right:
        for key, columns in _CODES.items():
            _line(key, _SEPARATOR.join(_worded(row, column, lang) for column in columns))
        _line("base", _base(row, lang))
        _line("version", _version(row))
        _line("last", _last(row, lang))
        _line("coverage", _coverage(row))


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


def _line(key: str, value: object) -> None:
    shown = tr("semantics.card.not_declared") if is_missing(value) or not value else str(value)
    st.markdown(f"**{tr(f'semantics.card.{key}')}** — {safe_md(shown)}")


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


def _worded(row: Mapping[str, object], column: str, lang: str) -> str:
    value = row[column]
    if is_missing(value):
        return tr("semantics.card.not_declared")
    if column == "decimals":
        return str(int(value))
    return codes.in_words(column, value, lang) or str(value)


def _base(row: Mapping[str, object], lang: str) -> str:
    said = _worded(row, "base_rule", lang)
    years = row["base_years"]
    return said if is_missing(years) else f"{said} ({str(years).replace(';', ', ')})"


def _version(row: Mapping[str, object]) -> object:
    version, since = row["definition_version"], row["definition_from"]
    if is_missing(version) or is_missing(since):
        return version
    return tr("semantics.card.since", version=version, year=int(since))


def _last(row: Mapping[str, object], lang: str) -> object:
    if is_missing(row["last_value"]):
        return None
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
