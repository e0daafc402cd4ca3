"""Setting a round up: who is to send, when it is due, and closing or opening it."""

from datetime import date, timedelta

import pandas as pd
import streamlit as st

from loaders.forms import FORMS
from loaders.locks import Period
from loaders.rounds import Assignment, Dates, Expectation, Round, Rule
from metrics.scope import Scope
from thai.calendar import format_date, quarter_label
from ui import data, language, register, rounds, wording
from ui.export import inert
from ui.language import tr

# Forms that come again every year; plans and profiles are no part of rounds.
ROUND_FORMS = tuple(
    name
    for name, form in FORMS.items()
    if form.period in ("quarter", "year") and name != "area_profile"
)


def draw_expected(chosen: Round, scope: Scope) -> None:
    """Who is to send what in the round, with a way to end it and one to add to it."""
    st.caption(tr("rounds.expected.how"))
    found = rounds.assignments(chosen.period, scope)
    if found:
        _draw_assignments(chosen, found)
    with st.expander(tr("rounds.expected.add"), icon=":material/person_add:"):
        _draw_adding(chosen)


def _draw_assignments(chosen: Round, found: list[Assignment]) -> None:
    frame = pd.DataFrame(
        {
            "area": [wording.area(one.area_code) for one in found],
            "agency": [inert(one.agency) for one in found],
            "form": [wording.form_title(one.form) for one in found],
            "source": [_source(one) for one in found],
        }
    )
    titles = {name: tr(f"rounds.expected.{name}") for name in frame}
    event = st.dataframe(
        frame,
        hide_index=True,
        column_config=titles,
        height="content" if len(frame) <= 12 else 470,
        key="rounds.assignments",
        on_select="rerun",
        selection_mode="single-row",
    )
    selected = [place for place in event.selection["rows"] if place < len(found)]
    if selected:
        _draw_ending(chosen, found[selected[0]])
    else:
        st.caption(tr("rounds.expected.choose_row"))


def _source(assignment: Assignment) -> str:
    return tr("rounds.expected.proposed" if assignment.is_proposed else "rounds.expected.said")


def _draw_ending(chosen: Round, assignment: Assignment) -> None:
    with st.form("rounds.end", border=False):
        left, right = st.columns([3, 1], vertical_alignment="bottom")
        reason = left.text_input(tr("rounds.expected.end_reason"))
        asked = right.form_submit_button(tr("rounds.expected.do_end"), width="stretch")
    if not asked:
        return
    if not reason.strip():
        st.warning(tr("rounds.waive.needs_reason"))
        return
    rounds.expect(Expectation(assignment, chosen.period, expected=False), reason.strip())
    rounds.tell(tr("rounds.expected.ended", agency=assignment.agency))
    st.rerun()


def _draw_adding(chosen: Round) -> None:
    areas = {choice.code: choice.name(language.current()) for choice in data.options().provinces}
    with st.form("rounds.add", border=False):
        agency = st.selectbox(
            tr("rounds.expected.agency"),
            register.agencies(),
            index=None,
            accept_new_options=True,
            placeholder=tr("rounds.expected.new_agency"),
        )
        left, middle, right = st.columns(3)
        form = left.selectbox(
            tr("rounds.expected.form"), ROUND_FORMS, format_func=wording.form_title
        )
        area = middle.selectbox(tr("rounds.expected.area"), list(areas), format_func=areas.get)
        every = right.selectbox(
            tr("rounds.expected.how_often"),
            (True, False),
            format_func=lambda yes: tr(
                "rounds.expected.every_quarter" if yes else "rounds.expected.this_quarter"
            ),
        )
        asked = st.form_submit_button(tr("rounds.expected.do_add"))
    if not asked:
        return
    if not (agency or "").strip():
        st.warning(tr("rounds.expected.agency_needed"))
        return
    due_quarter = None if every else chosen.quarter
    assignment = Assignment(agency.strip(), form, area)
    rounds.expect(Expectation(assignment, chosen.period, due_quarter=due_quarter))
    rounds.tell(tr("rounds.expected.added", agency=agency))
    st.rerun()


def draw_calendar(chosen: Round, of_year: tuple[Round, ...]) -> None:
    """The year's rounds with their dates, and the chosen one's announcing and closing."""
    _draw_dates(of_year)
    left, right = st.columns(2, gap="large")
    with left:
        _draw_announcing(chosen)
    with right:
        _draw_locking(chosen)
    with st.expander(tr("rounds.calendar.rule"), icon=":material/tune:"):
        _draw_rule()


def _draw_dates(of_year: tuple[Round, ...]) -> None:
    lang = language.current()
    rows = [
        {
            "quarter": quarter_label(one.fiscal_year, one.quarter, lang),
            "opens": format_date(one.opens_on, lang),
            "due": format_date(one.due_on, lang),
            "locks": format_date(one.locks_on, lang) if one.is_announced else "–",
            "basis": tr(
                "rounds.calendar.announced" if one.is_announced else "rounds.calendar.by_rule"
            ),
            "state": tr("rounds.calendar.locked" if one.is_locked else "rounds.calendar.open"),
        }
        for one in of_year
    ]
    titles = {name: tr(f"rounds.calendar.{name}") for name in rows[0]}
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=titles)


def _draw_announcing(chosen: Round) -> None:
    period = _name(chosen.period)
    st.subheader(tr("rounds.calendar.announce", period=period), anchor=False)
    st.caption(tr("rounds.calendar.announce_how"))
    # Days after the quarter's end, not a date picker: that one knows no Buddhist years.
    dates = Dates(*(_draw_day(chosen, name) for name in ("opens", "due", "locks")))
    note = st.text_input(tr("rounds.calendar.note"), chosen.note or "", key="rounds.note")
    if not st.button(tr("rounds.calendar.do_announce")):
        return
    if not dates.in_order:
        st.warning(tr("rounds.calendar.out_of_order"))
        return
    rounds.announce(chosen.period, dates, note.strip() or None)
    rounds.tell(tr("rounds.calendar.announced_done", period=period))
    st.rerun()


def _draw_day(chosen: Round, name: str) -> date:
    """The day entered, shown as people write it."""
    standing = getattr(chosen, f"{name}_on")
    days = st.number_input(
        tr("rounds.calendar.days", name=tr(f"rounds.calendar.{name}")),
        -90,
        365,
        (standing - chosen.ends_on).days,
        key=f"rounds.day.{name}.{chosen.fiscal_year}.{chosen.quarter}.{standing}",
    )
    day = chosen.ends_on + timedelta(days=int(days))
    st.caption(format_date(day, language.current(), long=True))
    return day


def _draw_locking(chosen: Round) -> None:
    act = "unlock" if chosen.is_locked else "lock"
    st.subheader(tr(f"rounds.calendar.{act}"), anchor=False)
    st.caption(tr("rounds.state.locked" if chosen.is_locked else "rounds.state.open"))
    with st.form("rounds.lock", border=False, clear_on_submit=True):
        reason = st.text_input(tr(f"rounds.calendar.{act}_reason"))
        asked = st.form_submit_button(tr(f"rounds.calendar.{act}"))
    if not asked:
        return
    if not reason.strip():
        st.warning(tr("rounds.waive.needs_reason"))
        return
    (rounds.unlock if chosen.is_locked else rounds.lock)(chosen.period, reason)
    rounds.tell(tr(f"rounds.calendar.{act}ed_done", period=_name(chosen.period)))
    st.rerun()


def _draw_rule() -> None:
    rule = rounds.rule()
    with st.form("rounds.rule", border=False):
        columns = st.columns(4)
        names = ("opens", "due", "grace", "locks")
        days = (
            rule.opens_after_days,
            rule.due_after_days,
            rule.grace_days,
            rule.locks_after_days,
        )
        entered = [
            column.number_input(tr(f"rounds.calendar.rule_{name}"), 0, 365, day)
            for column, name, day in zip(columns, names, days, strict=True)
        ]
        asked = st.form_submit_button(tr("rounds.calendar.do_rule"))
    if asked:
        rounds.set_rule(Rule(*map(int, entered)))
        rounds.tell(tr("rounds.calendar.rule_done"))
        st.rerun()


def _name(period: Period) -> str:
    return quarter_label(period.fiscal_year, period.quarter, language.current())
