"""Who has sent and who has not: a row an agency and form, a column a period, a sign and a word each."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from charts.palette import DARK_TEXT
from loaders import inbox
from loaders.inbox import Waiting
from loaders.locks import Period, thai_day
from loaders.reminders import reminder_text
from metrics.scope import Scope
from store.database import utc_now
from thai.text import match_key
from ui import changes, data, language, sitemap, wording
from ui.export import inert
from ui.filters import current_scope
from ui.language import tr
from ui.settings import load

_SIGNS = {
    "sent": "▲",
    "late": "◆",
    "faulty": "✕",
    "missing": "▼",
    "not_due": "□",
    "waived": "○",
    "extra": "△",
}
# Light enough for dark letters; they only repeat what sign and word say.
_COLOURS = {
    "sent": "#BFE3DD",
    "late": "#F2C94C",
    "faulty": "#F0A35E",
    "missing": "#E8B4B4",
    "not_due": "#E8ECF0",
    "waived": "#E8ECF0",
    "extra": "#DCEBF7",
}
_OWING = ("missing", "faulty")


@dataclass(frozen=True)
class Rates:
    """Of the reports expected and not excused, how many came, and how many of those in time."""

    expected: int
    received: int
    on_time: int


def slots(scope: Scope) -> pd.DataFrame:
    """The rows of the metric submission_matrix; what waits with errors counts as faulty."""
    rows = data.get("submission_matrix", scope)
    faulty = faulty_slots(inbox.waiting(load().data_dir))
    status = [
        "faulty"
        if row["sending_status"] in ("missing", "not_due") and _of(row) in faulty
        else row["sending_status"]
        for row in rows.to_dict("records")
    ]
    return rows.assign(sending_status=pd.Series(status, index=rows.index, dtype=object))


def rates(scope: Scope) -> Rates:
    """Added up over the rows of the metric reporting_rate, numerators and denominators apart."""
    counts = data.get("reporting_rate", scope)
    names = ("expected_count", "received_count", "on_time_count")
    return Rates(*(int(counts[name].sum()) for name in names))


def faulty_slots(waiting: Iterable[Waiting]) -> set[tuple]:
    """Form, agency's key, area, year and round's quarter of files that wait to be corrected."""
    rejected = [one.outcome for one in waiting if one.outcome and one.outcome.state == "rejected"]
    slots = [slot for outcome in rejected for slot in outcome.slots if slot.fiscal_year]
    with data.reading() as con:
        rounds = [changes.round_of(con, slot) for slot in slots]
    return {
        (slot.form, match_key(slot.agency or "-"), slot.area_code, one.fiscal_year, one.quarter)
        for slot, one in zip(slots, rounds, strict=True)
    }


def draw_matrix(rows: pd.DataFrame) -> None:
    """Agency and form by period; the colour only repeats what sign and word say."""
    rows = rows.sort_values(["fiscal_year", "quarter"], kind="stable")
    labelled = pd.DataFrame(
        {
            "agency": [inert(name) for name in rows["agency"]],
            "area": [wording.area(code) for code in rows["area_code"]],
            "form": [wording.form_title(name) for name in rows["form"]],
            "period": [_period(row) for row in rows.to_dict("records")],
            "word": [_label(status) for status in rows["sending_status"]],
        }
    )
    periods = list(dict.fromkeys(labelled["period"]))
    wide = labelled.pivot_table(
        index=["area", "agency", "form"], columns="period", values="word", aggfunc="first"
    )
    matrix = wide[periods].fillna("").reset_index()
    st.dataframe(
        matrix.style.map(_background, subset=periods),
        hide_index=True,
        column_config={
            name: tr(f"submissions.column.{name}") for name in ("area", "agency", "form")
        },
        height="content" if len(matrix) <= 14 else 540,
    )


def draw_rates(scope: Scope, rows: pd.DataFrame) -> None:
    """Reporting rate and on-time rate, each with its numerator and denominator."""
    found = rates(scope)
    with st.container(horizontal=True):
        _metric("received", found.received, found.expected)
        _metric("on_time", found.on_time, found.expected)
        for status in _OWING:
            count = int((rows["sending_status"] == status).sum())
            st.metric(_label(status), f"{count:,}", border=True, height="stretch")


def draw_reminder(rows: pd.DataFrame) -> None:
    """A letter to copy, for one agency that owes something in a round."""
    owing = rows[rows["sending_status"].isin(_OWING)]
    found = list(dict.fromkeys(_addressee(row) for row in owing.to_dict("records")))
    if not found:
        st.text(tr("submissions.reminder.nothing"))
        return
    chosen = st.selectbox(
        tr("submissions.reminder.agency"),
        found,
        format_func=lambda one: f"{one[1]} · {wording.period(one[0].fiscal_year, one[0].quarter)}",
        key="submissions.reminder",
    )
    with data.reading() as con:
        today = thai_day(utc_now())
        text = reminder_text(con, *chosen, language.current(), today=today)
    st.code(text or tr("submissions.reminder.waits"), language=None, wrap_lines=True)


def draw() -> None:
    """The whole view: rates, matrix and reminder, for the area and period of the filters."""
    scope = current_scope()
    rows = slots(scope)
    if rows.empty:
        st.info(tr("submissions.matrix.empty"))
        return
    draw_rates(scope, rows)
    st.caption(tr("submissions.matrix.how"))
    draw_matrix(rows)
    st.subheader(tr("submissions.reminder.title"), anchor=False)
    draw_reminder(rows)
    sitemap.link("upload", tr("submissions.reminder.blank"))


def _of(row: dict) -> tuple:
    """A row of the metric as faulty_slots names it."""
    key = match_key(row["agency"])
    return (row["form"], key, row["area_code"], int(row["fiscal_year"]), int(row["quarter"]))


def _label(status: str) -> str:
    return f"{_SIGNS[status]} {tr(f'submissions.matrix.{status}')}"


def _background(word: str) -> str:
    status = next((name for name in _SIGNS if word and word == _label(name)), None)
    return f"background-color: {_COLOURS[status]}; color: {DARK_TEXT}" if status else ""


def _metric(name: str, part: int, whole: int) -> None:
    value = f"{100 * part / whole:.1f} %" if whole else "–"
    st.metric(
        tr(f"submissions.matrix.rate_{name}"),
        value,
        tr("submissions.matrix.of", part=f"{part:,}", whole=f"{whole:,}"),
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
    )


def _addressee(row: dict) -> tuple[Period, str]:
    return Period(int(row["fiscal_year"]), int(row["quarter"])), row["agency"]


def _period(row: dict) -> str:
    return wording.period(int(row["fiscal_year"]), int(row["quarter"]))
