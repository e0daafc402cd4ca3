"""The script Streamlit runs for every reader: menu, filters, the page, the footer."""

import streamlit as st

from ui import data, demo, filters, first_start, frozen, look, presentation, sitemap
from ui.language import tr
from ui.settings import ROOT

st.set_page_config(
    page_title=tr("ui.app.title"), page_icon=ROOT / "static" / "favicon.svg", layout="wide"
)
first_start.ensure()
look.draw()

options = data.options()
codes = filters.settle(options)
presenting = presentation.is_on()
menu = "hidden" if presenting else "top"
page = st.navigation(sitemap.navigation_sections(), position=menu)
if presenting:
    presentation.draw_strip()
    page.run()
else:
    st.logo(ROOT / "static" / "favicon.svg", size="large")
    filters.draw(options, codes)
    frozen.draw_banner()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        filters.draw_active(options, codes)
        demo.draw_banner()
    page.run()
    st.caption(tr("ui.app.footer", title=tr("ui.app.title")))
