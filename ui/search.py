"""One box over all names; a click on what was found leads to its page, narrowed to its area."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from charts.headlines import searching as sentences
from ui import data, sitemap
from ui.filters import current_scope
from ui.language import tr
from ui.panel import table_panel
from ui.text import safe_md

COLUMNS = ("thing_kind", "name", "area", "detail", "fiscal_year", "entry_count")
# Kind → the page that tells of it, and the code of its address that the thing's own code goes into.
PAGE_OF = {
    "indicator": ("indicators", "kpi"),
    "plan_node": ("strategy", "node"),
    "policy": ("policies", "policy"),
    "project": ("projects", None),
    "risk": ("risks", None),
    "problem": ("problems", None),
    "dataset": ("registers", None),
}
LONG_ROWS, LONG_PX = 12, 480


def draw() -> None:
    """The box, what it finds, or what can be searched for."""
    words = st.text_input(
        tr("search.box"),
        value=st.query_params.get("q", ""),
        placeholder=tr("search.hint"),
        icon=":material/search:",
        key="search.words",
        label_visibility="collapsed",
    ).strip()
    if not words:
        st.info(tr("search.how"))
        return
    st.query_params["q"] = words
    # A name is looked for in all years: its newest year stands beside it.
    scope = replace(current_scope(), fiscal_year=None, quarter=None, district=None, words=words)
    found = data.get("name_search", scope)
    if found.empty:
        st.info(safe_md(tr("search.nothing", words=words)))
        return
    clicked = table_panel(
        "name_search",
        headline=sentences.found,
        scope=scope,
        columns=COLUMNS,
        selectable=True,
        height=LONG_PX if len(found) > LONG_ROWS else "auto",
    )
    st.caption(tr("search.click"))
    if clicked is not None:
        name, codes = place_of(clicked)
        sitemap.open_page(name, **codes)


def place_of(thing: Mapping) -> tuple[str, dict[str, str]]:
    """The page that tells of a thing found, and the filter codes that show it there."""
    page, own_code = PAGE_OF[thing["thing_kind"]]
    codes = {} if thing["area_code"] == "TH" else sitemap.area_codes(thing["area_code"])
    if not pd.isna(thing["fiscal_year"]) and page in ("projects", "risks", "problems"):
        codes["fy"] = str(int(thing["fiscal_year"]))
    if own_code and not pd.isna(thing["code"]):
        codes[own_code] = thing["code"]
    return page, codes
