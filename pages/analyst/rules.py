"""Remembered rules: what was answered about workbooks, and is used on the next ones."""

import streamlit as st

from ui import remembered, sitemap
from ui.language import tr

remembered.draw_told()
known = remembered.remembered()
if not known.rules:
    st.info(tr("rules.page.empty"), icon=":material/contact_support:")
    sitemap.link("upload")
else:
    left = remembered.draw_filters(known.rules)
    if left:
        chosen = remembered.draw_list(left, known.files)
        if chosen is not None:
            remembered.draw_detail(chosen)
    else:
        st.info(tr("rules.page.nothing_left"))
