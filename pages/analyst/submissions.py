"""Submissions: who sent what, what became of it, and who has not sent."""

import streamlit as st

from ui import register, reporting, sitemap, submissions
from ui.language import tr

view = st.segmented_control(
    tr("submissions.page.choose"),
    ("sent", "missing"),
    format_func=lambda name: tr(f"submissions.page.{name}"),
    default="sent",
    required=True,
    key="submissions.page",
    label_visibility="collapsed",
)
submissions.draw_told()
rows = register.submissions()
if rows.empty:
    st.info(tr("submissions.empty"), icon=":material/inbox:")
    sitemap.link("upload")
elif view == "missing":
    reporting.draw()
else:
    left = submissions.draw_filters(submissions.in_view(rows))
    if left.empty:
        st.info(tr("submissions.nothing_left"))
    else:
        chosen = submissions.draw_list(left)
        if chosen is not None:
            submissions.draw_detail(chosen, rows)
