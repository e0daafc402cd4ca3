"""What one version of a submission says otherwise than another: counts, then every change."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from loaders.difference import Change, Difference, Place
from thai.calendar import format_date
from ui import codes, language, schema, wording
from ui.export import inert
from ui.language import tr

_ROWS_AT_ONCE = 12
_COLUMNS = (
    "kind",
    "what",
    "area",
    "period",
    "column",
    "before",
    "after",
    "jump",
    "old_cell",
    "cell",
)
# Narrow enough that both cells stand in sight on a screen of 1366 pixels.
_WIDTHS = {
    "kind": 90,
    "what": 250,
    "area": 80,
    "period": 110,
    "column": 168,
    "before": 90,
    "after": 90,
    "jump": 86,
    "old_cell": 84,
    "cell": 84,
}
_PLACES = ("area_code", "province_code", "district_code", "owner_area_code")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PERIODS = ("fiscal_year", "quarter", "year_be", "period_basis")


def draw(difference: Difference) -> None:
    """What a file would change in one slot, beside what stands there now."""
    slot = difference.slot
    title = (
        wording.form_title(slot.form),
        slot.agency or "",
        wording.area(slot.area_code),
        wording.period(slot.fiscal_year, slot.quarter),
    )
    st.text(" · ".join(part for part in title if part))
    if difference.standing:
        draw_changes(difference, tr("upload.difference.same"))
    else:
        st.caption(tr("upload.difference.all_new", count=f"{difference.new:,}"))


def draw_changes(difference: Difference, when_same: str) -> None:
    """Counts of the rows and figures that differ, then every change with both its cells.

    `when_same` is said where nothing differs.
    """
    with st.container(horizontal=True):
        for kind in ("new", "changed", "removed", "unchanged", "jumps"):
            count = getattr(difference, kind)
            st.metric(tr(f"upload.difference.{kind}"), f"{count:,}", border=True)
    if difference.changes:
        _draw_list(difference.changes)
    else:
        st.text(when_same)


def _draw_list(changes: Sequence[Change]) -> None:
    headings = schema.column_titles(language.current())
    places = [place for change in changes for place in (change.place, change.old_place) if place]
    one_sheet = len({place.sheet for place in places}) == 1
    rows = [_row(change, headings, one_sheet) for change in changes]
    frame = pd.DataFrame(rows, columns=_COLUMNS)
    st.dataframe(
        frame,
        hide_index=True,
        column_config={
            name: st.column_config.Column(tr(f"upload.change.{name}"), width=_WIDTHS.get(name))
            for name in _COLUMNS
        },
        height="content" if len(frame) <= _ROWS_AT_ONCE else 420,
        placeholder="",
    )


def _row(change: Change, headings: Mapping[tuple[str, str], str], one_sheet: bool) -> tuple:
    about = change.about
    area = about.get("district_code") or next(
        (about[name] for name in _PLACES if name in about), None
    )
    names = [
        _in_words(name, str(value))
        for name, value in about.items()
        if name not in (*_PLACES, *_PERIODS)
    ]
    year = about.get("fiscal_year")
    period = wording.period(year, about.get("quarter")) if year else about.get("year_be", "")
    jump = "" if change.jump_pct is None else f"◆ {change.jump_pct:+,.0f} %"
    return (
        tr(f"upload.change.kind_{change.kind}"),
        inert(" · ".join(dict.fromkeys(names))),
        wording.area(area) if area else "",
        str(period),
        headings.get((change.fact, change.column), change.column or ""),
        _value(change.column, change.before),
        _value(change.column, change.after),
        jump,
        _where(change.old_place, one_sheet),
        _where(change.place, one_sheet),
    )


def _value(column: str | None, text: str | None) -> str:
    """A value as people write it: a code in words, a day in Buddhist years; "" for none."""
    if not text:
        return ""
    if _DAY.fullmatch(text):
        return format_date(date.fromisoformat(text), language.current())
    return inert(_in_words(column or "", text))


def _in_words(column: str, text: str) -> str:
    return codes.in_words(column, text, language.current()) or text


def _where(place: Place | None, one_sheet: bool) -> str:
    """A cell as formulas name it, with its sheet unless all are of one; "" for no cell."""
    if place is None:
        return ""
    return place.cell if one_sheet else inert(f"{place.sheet}!{place.cell}")
