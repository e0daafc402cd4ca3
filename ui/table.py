"""How a metric's frame looks as a table: headings, units, missing values, status badges."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from zlib import crc32

import numpy as np
import pandas as pd
import streamlit as st

from charts.status import STATUSES, status_of
from i18n import catalogue, t
from metrics.catalogue import ColumnDoc
from thai.calendar import format_date
from ui import codes, wording
from ui.export import inert

# A column's unit is in its name; years and codes have no thousands.
_FORMATS = {"_thb": "%,.2f", "_pct": "%.2f", "_pp": "%+.2f", "_count": "%,d", "_be": "%d"}
_STATUS_COLUMNS = ("status", "status_before", "status_now")
_STATUS_CODES = {status.code for status in STATUSES}
# A cell does not grow with its text, and up to four rem it never wraps.
TWO_LINES_PX = 68
# Every bar of attainment on one scale; beyond it only the number tells.
_LONGEST_PCT = 150
_SHORT_LETTERS, _MISSING_PX = 11, 104
_PLAIN_INTEGERS = ("fiscal_year", "quarter", "year", "base_fiscal_year")


def show(
    frame: pd.DataFrame,
    docs: Mapping[str, ColumnDoc],
    lang: str,
    *,
    columns: Sequence[str] = (),
    key: str | None = None,
    selection: str | None = None,
    height: int | str = "auto",
    missing: str | None = None,
    widths: Mapping[str, int] = MappingProxyType({}),
    two_lines: bool = False,
) -> tuple[int, str | None] | None:
    """The frame as a table; with `selection` ("single-row", "single-cell") what was clicked.

    `missing` stands in cells without a value, "no data" unless given. `widths` are in
    pixels; with `two_lines` a text longer than its column is wide goes on below.
    Returns the clicked row's label in the frame's index and, for a cell, its column.
    """
    chosen = list(columns) or list(frame.columns)
    event = st.dataframe(
        presented(frame[chosen], lang),
        hide_index=True,
        column_config={
            name: {
                **_column(frame[name], name, docs, lang),
                "width": widths.get(name) or _width_of_missing(frame[name], docs, lang),
            }
            for name in chosen
        },
        row_height=TWO_LINES_PX if two_lines else None,
        placeholder=missing or t("panel.empty.missing", lang),
        key=f"{key}.{_fingerprint(frame[chosen])}" if selection else key,
        height=height,
        on_select="rerun" if selection else "ignore",
        selection_mode=selection or "multi-row",
    )
    return _clicked(event.selection, frame) if selection else None


def heading(name: str, docs: Mapping[str, ColumnDoc], lang: str) -> str:
    """A column's title with its unit; its bare name when the metric does not document it."""
    if name not in docs:
        return name
    doc = docs[name]
    title = doc.title_en if lang == "en" else doc.title_th
    return f"{title} ({unit(doc.unit, lang)})" if doc.unit else title


def unit(thai: str, lang: str) -> str:
    """A unit of a metric's column, which its header says in Thai only; "0–1" in no language."""
    return t(_unit_keys()[thai], lang) if thai in _unit_keys() else thai


def presented(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """A copy for the screen: a status as sign and word, text inert.

    Inert, because the table's own download button writes the cells as they are.
    """
    shown = frame.copy()
    for name in shown.columns:
        if _is_status(frame[name]):
            shown[name] = [[status_of(code).label(lang)] for code in frame[name]]
        elif codes.is_coded(name):
            shown[name] = [_in_words(name, code, lang) for code in frame[name]]
        elif name.endswith("_on"):
            shown[name] = [_day(value, lang) for value in frame[name]]
        elif pd.api.types.is_datetime64_any_dtype(frame[name]):
            shown[name] = [_moment(value, lang) for value in frame[name]]
        elif pd.api.types.is_string_dtype(frame[name]):
            shown[name] = frame[name].map(inert, na_action="ignore")
    return shown


def with_status_words(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """A copy for a file: every code as its word."""
    words = frame.copy()
    for name in words.columns:
        if _is_status(frame[name]):
            words[name] = [status_of(code).word(lang) for code in frame[name]]
        elif codes.is_coded(name):
            words[name] = [codes.in_words(name, code, lang) or code for code in frame[name]]
    return words


@cache
def _unit_keys() -> dict[str, str]:
    return {text: key for key, text in catalogue("th").items() if key.startswith("units.")}


def _column(series: pd.Series, name: str, docs: Mapping[str, ColumnDoc], lang: str):
    label = heading(name, docs, lang)
    if _is_status(series):
        return st.column_config.MultiselectColumn(
            label,
            options=[status.label(lang) for status in STATUSES],
            color=[status.colour for status in STATUSES],
        )
    if any(isinstance(value, list | np.ndarray) for value in series.head(50)):
        return st.column_config.LineChartColumn(label)
    if name.startswith("attainment"):
        return st.column_config.ProgressColumn(
            label, format="%.0f%%", min_value=0, max_value=_LONGEST_PCT
        )
    pattern = _number_format(series, name)
    if pattern:
        return st.column_config.NumberColumn(label, format=pattern)
    return st.column_config.Column(label)


def _width_of_missing(series: pd.Series, docs: Mapping[str, ColumnDoc], lang: str) -> int | None:
    """Room for "no data" under a short heading; None where the width of itself is enough.

    Streamlit measures heading and values, but not the words for what is missing.
    """
    if not (pd.api.types.is_numeric_dtype(series) and series.isna().any()):
        return None
    longest = max((len(f"{value:,.2f}") for value in series.dropna().head(200)), default=0)
    is_short = max(len(heading(series.name, docs, lang)), longest) <= _SHORT_LETTERS
    return _MISSING_PX if is_short else None


def _number_format(series: pd.Series, name: str) -> str | None:
    if name in _PLAIN_INTEGERS:
        return "%d"
    for suffix, pattern in _FORMATS.items():
        if name.endswith(suffix):
            return pattern
    if pd.api.types.is_bool_dtype(series):
        return None
    if pd.api.types.is_integer_dtype(series):
        return "%,d"
    # Values of many units in one column: as many decimals as each needs.
    return "localized" if pd.api.types.is_float_dtype(series) else None


def _is_status(series: pd.Series) -> bool:
    """Whether a column holds steps of attainment; other metrics call other things a status."""
    return series.name in _STATUS_COLUMNS and set(series.dropna()) <= _STATUS_CODES


def _in_words(column: str, code: object, lang: str) -> object:
    words = codes.in_words(column, code, lang)
    return words or (inert(code) if isinstance(code, str) else code)


def _day(value: object, lang: str) -> str | None:
    """A day as people write it: Streamlit's own date column knows no Buddhist years."""
    return None if pd.isna(value) else format_date(value, lang)


def _moment(value: object, lang: str) -> str | None:
    return None if pd.isna(value) else wording.thai_moment(value, lang)


def _fingerprint(frame: pd.DataFrame) -> int:
    """Another number for other rows: Streamlit keeps a selection by position, and the third row
    of last year's table must not come back as a click on the third row of this one."""
    return crc32(frame.to_csv().encode())


def _clicked(selection, frame: pd.DataFrame) -> tuple[int, str | None] | None:
    if selection.get("cells"):
        position, column = selection["cells"][0]
        return int(frame.index[position]), column
    if selection.get("rows"):
        return int(frame.index[selection["rows"][0]]), None
    return None
