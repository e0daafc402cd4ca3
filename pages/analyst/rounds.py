"""Who has not sent: the rounds, what came of each agency, letters to those who owe, closing."""

import streamlit as st

from charts import sending
from charts.headlines import sending as sentences
from thai.calendar import quarter_label
from ui import data, round_matrix, round_setting, rounds, sitemap
from ui.filters import current_scope
from ui.language import current, tr
from ui.panel import panel
from ui.round_head import draw_letters, draw_state

VIEWS = ("matrix", "reminder", "expected", "calendar")
COLUMNS = (
    *("area", "agency", "form", "sending_status", "due_on", "received_at", "days_late"),
    *("version_count", "rejected_count", "waiver_reason"),
)


def draw_round(chosen, found, scope):
    in_round = rounds.scope_of(scope, chosen)
    matrix = data.get("submission_matrix", in_round)
    draw_state(chosen)
    if matrix.empty:
        st.info(tr("rounds.nobody"), icon=":material/group_off:")
    else:
        completeness = data.get("round_completeness", in_round).iloc[0].to_dict()
        panel(
            "submission_matrix",
            sending.counts,
            headline=lambda frame, lang: sentences.completeness(completeness, lang),
            alt=sentences.states,
            scope=in_round,
            columns=COLUMNS,
        )
    view = st.segmented_control(
        tr("rounds.view"),
        VIEWS,
        format_func=lambda name: tr(f"rounds.views.{name}"),
        default="matrix",
        required=True,
        key="rounds.view",
        label_visibility="collapsed",
    )
    if view == "expected":
        round_setting.draw_expected(chosen, in_round)
    elif view == "calendar":
        round_setting.draw_calendar(chosen, found)
    elif matrix.empty:
        sitemap.link("upload")
    elif view == "reminder":
        draw_letters(chosen, matrix)
    else:
        round_matrix.draw(chosen, matrix)


scope = current_scope()
found = rounds.of_year(scope.fiscal_year)
rounds.draw_told()
if not found:
    st.info(tr("rounds.none"), icon=":material/inbox:")
    sitemap.link("upload")
else:
    quarters = {one.quarter: one for one in found}
    quarter = st.segmented_control(
        tr("rounds.choose"),
        list(quarters),
        format_func=lambda number: quarter_label(found[0].fiscal_year, number, current()),
        default=scope.quarter or rounds.newest_begun(found).quarter,
        required=True,
        key=f"rounds.quarter.{found[0].fiscal_year}.{scope.quarter}",
        label_visibility="collapsed",
    )
    draw_round(quarters[quarter], found, scope)
