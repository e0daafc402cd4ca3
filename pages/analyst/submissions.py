"""Submissions: who sent what, what became of it, and what may be done with it."""

import streamlit as st

from ui import acts, demo, register, sitemap, submissions
from ui.language import tr

acts.draw_told()
rows = register.submissions()
if rows.empty:
    st.info(tr("submissions.empty"), icon=":material/inbox:")
    sitemap.link("upload")
else:
    left = submissions.draw_filters(submissions.in_view(rows))
    if left.empty:
        st.info(tr("submissions.nothing_left"))
    else:
        chosen = submissions.draw_list(left)
        if chosen is not None:
            submissions.draw_detail(chosen, rows)
    sitemap.link("rounds", tr("submissions.who_has_not"))
demo.draw_restore()
