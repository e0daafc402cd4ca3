"""What stands where a panel has no figures: why, what to send, and the newest year that has some."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from metrics.scope import ScopeError
from ui import data, wording
from ui.language import tr
from ui.subject import Subject
from ui.text import safe_md


def draw(subject: Subject, forms: Sequence[str]) -> None:
    """The reason, then what helps: `forms` to send where none is there yet, another year."""
    something_sent = subject.standing.reporting > 0
    reason = "nothing_left" if something_sent else "nothing_sent"
    st.text(tr(f"panel.empty.{reason}", title=subject.title))
    helps = [] if something_sent else [_what_to_send(forms)]
    year = _other_year(subject)
    if year:
        helps.append(tr("panel.empty.other_year", year=year))
    elif something_sent:
        helps.append(tr("panel.empty.widen"))
    st.caption(safe_md(" · ".join(helps)))


def _what_to_send(forms: Sequence[str]) -> str:
    if not forms:
        return tr("panel.empty.send_any")
    return tr("panel.empty.send", forms=", ".join(wording.form_title(form) for form in forms))


def _other_year(subject: Subject) -> int | None:
    """The newest fiscal year, other than the one asked for, that would show something here."""
    asked = subject.scope.fiscal_year
    if not asked or "fiscal_year" not in subject.metric.filters:
        return None
    others = (year for year in data.options().years if year != asked)
    return next((year for year in others if _has_figures(subject, year)), None)


def _has_figures(subject: Subject, year: int) -> bool:
    scope = replace(subject.scope, fiscal_year=year, quarter=None)
    try:
        return not data.get(subject.metric.name, scope).empty
    except ScopeError:
        return False
