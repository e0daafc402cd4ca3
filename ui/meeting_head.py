"""The head of the meeting page: which meeting, a new one, the five-minute view, the minutes."""

from datetime import datetime, time, timedelta

import streamlit as st

from loaders import meetings as register
from loaders.meetings import Meeting, NotPossible
from store.areas import COUNTRY
from thai.calendar import format_date
from thai.written import parse_date
from ui import data, language, meetings, minutes, rounds, sitemap, urlstate, wording
from ui.language import tr
from ui.options import PRESENTING

_WIDTHS = (5, 2, 2, 1.8, 1.5)
_MORNING, _THAI_TIME = time(9), timedelta(hours=7)


def draw(meeting: Meeting | None) -> None:
    """One row: choose a meeting, start one, present, and take the minutes along."""
    chooser, new, present, report, tables = st.columns(_WIDTHS, vertical_alignment="center")
    with chooser:
        _draw_chooser()
    with new, st.popover(tr("meeting.new.open"), icon=":material/add:", width="stretch"):
        _draw_new()
        if meeting:
            _draw_withdrawing(meeting)
    present.button(
        tr("meeting.present"),
        icon=":material/slideshow:",
        width="stretch",
        on_click=urlstate.choose,
        kwargs={"present": PRESENTING},
    )
    if meeting:
        with report:
            minutes.draw_html(meeting)
        with tables:
            minutes.draw_xlsx(meeting)


def day_input(label: str, default, key: str):
    """A day as people write it; None, with a warning, when it cannot be read.

    Text, not a date picker: that one knows no Buddhist years.
    """
    written = st.text_input(label, format_date(default, language.current()), key=key)
    parsed = parse_date(written)
    if parsed is None:
        st.warning(tr("meeting.no.date"))
        return None
    return parsed.value


def areas() -> dict[str, str]:
    """Every area a meeting may be of, code → name; the one in view first."""
    options, view = data.options(), urlstate.settled()
    known = {COUNTRY: wording.area(COUNTRY)}
    for choice in (*options.groups, *options.provinces):
        known[choice.code] = choice.name(language.current())
    first = view.get("province") or view.get("group") or COUNTRY
    return {first: known[first], **known}


def _draw_chooser() -> None:
    labels = {str(one.meeting_id): _label(one) for one in meetings.everyone()}
    st.selectbox(
        tr("meeting.choose"),
        ["", *labels],
        format_func=lambda code: labels.get(code) or tr("meeting.live"),
        key=urlstate.widget_key("meeting"),
        label_visibility="collapsed",
    )


def _label(meeting: Meeting) -> str:
    held_on = format_date(meeting.held_on, language.current())
    area = wording.area(meeting.area_code)
    return tr("meeting.option", held_on=held_on, area=area, title=meeting.title)


def _draw_new() -> None:
    known = areas()
    title = st.text_input(
        tr("meeting.new.title"), placeholder=tr("meeting.new.title_example"), key="meeting.title"
    )
    area = st.selectbox(
        tr("meeting.new.area"), list(known), format_func=known.get, key="meeting.area"
    )
    held_on = day_input(tr("meeting.new.held_on"), rounds.today(), "meeting.held_on")
    moment = st.radio(
        tr("meeting.new.snapshot"),
        ("now", "that_morning"),
        format_func=lambda name: tr(f"meeting.new.{name}"),
        horizontal=True,
        key="meeting.snapshot",
    )
    if not st.button(tr("meeting.new.save"), type="primary", disabled=held_on is None):
        return
    snapshot = datetime.combine(held_on, _MORNING) - _THAI_TIME if moment != "now" else None
    try:
        number = meetings.write(register.hold, area, title, held_on, snapshot_at=snapshot)
    except NotPossible as refusal:
        st.warning(tr(f"meeting.no.{refusal.code}"))
        return
    meetings.tell(tr("meeting.new.saved"))
    sitemap.open_page("meeting", meeting=str(number))


def _draw_withdrawing(meeting: Meeting) -> None:
    if not st.button(tr("meeting.new.withdraw"), type="tertiary", icon=":material/undo:"):
        return
    try:
        meetings.write(register.withdraw, meeting.meeting_id)
    except NotPossible as refusal:
        st.warning(tr(f"meeting.no.{refusal.code}"))
        return
    meetings.tell(tr("meeting.new.withdrawn"))
    st.rerun()
