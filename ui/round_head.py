"""What stands above and beside a round's matrix: whether it is open, and the letters."""

import pandas as pd
import streamlit as st

from loaders.rounds import Round
from thai.calendar import format_date
from ui import language, rounds, wording
from ui.language import tr


def draw_state(chosen: Round) -> None:
    """Its dates, whether it is open, and who closed or opened it by hand."""
    lang = language.current()
    key = "due" if chosen.is_announced else "proposed"
    due, locks = format_date(chosen.due_on, lang), format_date(chosen.locks_on, lang)
    state = "locked" if chosen.is_locked else "open"
    sign = ":material/lock:" if chosen.is_locked else ":material/lock_open:"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(
            tr(f"rounds.state.{state}"),
            icon=sign,
            color="red" if chosen.is_locked else "gray",
            width="content",
        )
        st.text(tr(f"rounds.state.{key}", due=due, locks=locks), width="content")
    if chosen.handled_reason:
        st.text(
            tr(
                "rounds.state.handled",
                event=tr(f"rounds.state.by_hand_{state.replace('open', 'unlocked')}"),
                actor=chosen.handled_by or "-",
                at=wording.moment(chosen.handled_at),
                reason=chosen.handled_reason,
            )
        )


def draw_letters(chosen: Round, matrix: pd.DataFrame) -> None:
    """The letter to one agency that owes something, to be copied."""
    owed = rounds.owed(matrix)
    counts = owed["agency"].value_counts(sort=False)
    # Those past due or faulty come first: they are whom an office writes to.
    urgent = set(owed[owed["sending_status"] != "not_due"]["agency"])
    agencies = sorted(counts.index, key=lambda name: name not in urgent)
    if not agencies:
        st.success(tr("rounds.reminder.nothing"), icon=":material/check_circle:")
        return
    agency = st.selectbox(
        tr("rounds.reminder.agency"),
        agencies,
        format_func=lambda name: tr("rounds.reminder.option", agency=name, count=counts[name]),
        key="rounds.letter",
    )
    st.caption(tr("rounds.reminder.how"))
    st.code(rounds.letter(chosen.period, agency), language=None, wrap_lines=True)
