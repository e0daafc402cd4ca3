"""How complete and how old the figures are, in one line, with the ways to what is overdue."""

import streamlit as st

from metrics.scope import Scope
from ui import data, decisions, language, sitemap
from ui.language import tr
from ui.shelf import Shelf

_SAID: Shelf[str] = Shelf(256)


def draw(scope: Scope) -> None:
    """The page's name, submissions received of those due, days since the newest arrived,
    and decisions past their due day."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.subheader(tr("ui.page.overview"), anchor=False, width="content")
        key = (scope, language.current(), data.data_version())
        st.text(_SAID.get(key, lambda: " · ".join(_sentences(scope))), width="content")
        sitemap.link("rounds", tr("executive.overview.submissions"))
        decisions.draw_overdue(scope)


def _sentences(scope: Scope) -> list[str]:
    sent = data.get("reporting_rate", scope)
    # What is not due yet is nobody's omission.
    expected = int((sent["expected_count"] - sent["not_due_count"]).sum())
    if expected:
        received = int(sent["received_count"].sum())
        said = [tr("executive.overview.received", received=received, expected=expected)]
    else:
        said = [tr("executive.overview.nothing_expected")]
    ages = data.get("data_age", scope)["age_days"].dropna()
    if not ages.empty:
        days = int(ages.min())
        said.append(
            tr("executive.overview.oldest" if days else "executive.overview.today", days=days)
        )
    return said
