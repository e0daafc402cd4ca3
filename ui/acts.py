"""What may be done with a submission: a button an act, explained and confirmed with its reason."""

import streamlit as st

from loaders.locks import RoundClosed
from loaders.submissions import ALLOWED, RESTORABLE, NotAllowed, NothingToUndo
from ui import changes, wording
from ui.language import tr
from ui.text import safe_md

_AFTER = {
    "submit": "submitted",
    "check": "checked",
    "assess": "assessed",
    "publish": "published",
    "withdraw": "withdrawn",
}
_ICONS = {
    "submit": "send",
    "check": "fact_check",
    "assess": "verified",
    "publish": "visibility",
    "restore": "history",
    "withdraw": "visibility_off",
    "undo": "undo",
}
# Taking something off the pages, or back, is explained; showing it needs no reason.
_NEEDS_REASON = ("restore", "withdraw", "undo")


def draw(number: int, state: str) -> None:
    """A button for each act that fits the state of a submission."""
    for act in changes.ACTS:
        if _fits(act, state) and st.button(
            tr(f"submissions.act.{act}"),
            icon=f":material/{_ICONS[act]}:",
            help=tr(f"submissions.act.{act}_help"),
            key=f"submissions.act.{act}",
        ):
            ask(act, number)


def ask(act: str, number: int) -> None:
    """Explains an act in a dialog, and does it when the reader confirms."""

    @st.dialog(tr(f"submissions.act.{act}"))
    def confirm() -> None:
        st.text(tr(f"submissions.act.{act}_help"))
        needed = act in _NEEDS_REASON
        label = tr(f"submissions.act.reason{'_needed' if needed else ''}")
        reason = st.text_input(label, key=f"submissions.reason.{act}.{number}").strip()
        if st.button(tr("submissions.act.do"), type="primary", key="submissions.do"):
            if needed and not reason:
                st.error(tr("submissions.act.say_why"))
            else:
                _do(act, number, reason)

    confirm()


def _do(act: str, number: int, reason: str) -> None:
    try:
        done = changes.act(act, number, reason)
    except NothingToUndo:
        st.error(tr("loaders.nothing_to_undo", id=number))
        return
    except NotAllowed as refused:
        # Somebody else was quicker.
        st.error(tr("submissions.act.not_now", state=wording.state(refused.before)))
        return
    except RoundClosed as closed:
        period = wording.period(closed.period.fiscal_year, closed.period.quarter)
        st.error(tr("submissions.act.closed", period=period))
        return
    states = {name: tr(f"loaders.state.{getattr(done, name)}") for name in ("before", "after")}
    told = tr("loaders.changed", id=number, **states)
    st.session_state["submissions.told"] = told
    st.rerun()


def draw_told() -> None:
    """What the last act came to, once."""
    if told := st.session_state.pop("submissions.told", None):
        st.success(safe_md(told), icon=":material/check:")


def _fits(act: str, state: str) -> bool:
    """What was shown before is restored with a reason, not just published."""
    match act:
        case "undo":
            return True
        case "restore":
            return state in RESTORABLE
        case "publish":
            return state in ALLOWED["published"] - RESTORABLE
        case _:
            return state in ALLOWED[_AFTER[act]]
