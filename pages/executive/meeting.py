"""Meeting: what was decided and what came of it, what changed since the last one, what was said."""

from dataclasses import replace

import streamlit as st

from charts.headlines import meetings as sentences
from ui import (
    data,
    decisions,
    feedback,
    five_minutes,
    meeting_head,
    meetings,
    presentation,
    problems,
)
from ui.filters import current_scope
from ui.language import tr
from ui.panel import table_panel
from ui.wording import moment

VIEWS = ("decisions", "changes", "feedback", "problems")
COLUMNS = (
    *("movement", "area", "kpi", "status_before", "status_now", "actual_before", "actual"),
    *("target", "cause"),
)


def draw_changes(meeting, scope):
    since = meeting.previous_snapshot_at if meeting else meetings.newest_snapshot(scope)
    if since is None:
        st.info(tr("meeting.changes.first"), icon=":material/history:")
        return
    between = {"since": moment(since), "until": moment(scope.as_of or meetings.now())}
    compared = replace(scope, since=since)
    if data.get("kpi_changes", compared).empty:
        st.info(tr("meeting.changes.none", **between), icon=":material/history:")
        return
    st.caption(tr("meeting.changes.between", **between))
    table_panel(
        "kpi_changes",
        headline=sentences.changes,
        scope=compared,
        columns=COLUMNS,
        forms=("kpi_results", "kpi_targets"),
    )


def draw_desk(meeting, scope):
    meeting_head.draw(meeting)
    view = st.segmented_control(
        tr("meeting.view"),
        VIEWS,
        format_func=lambda name: tr(f"meeting.views.{name}"),
        default=VIEWS[0],
        required=True,
        key="meeting.view",
        label_visibility="collapsed",
    )
    if view == "changes":
        draw_changes(meeting, scope)
    elif view == "feedback":
        feedback.draw(meeting, scope)
    elif view == "problems":
        problems.draw(scope)
    else:
        decisions.draw(meeting, scope)


meetings.draw_told()
draw = five_minutes.draw if presentation.is_on() else draw_desk
draw(meetings.chosen(), current_scope())
