"""What stands in the way, where each problem stands, and what the figures answer to it."""

import streamlit as st

from charts import registers
from charts.headlines import registers as sentences
from ui import answers, data
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel

FORMS = ("problems",)
COLUMNS = (
    *("problem_state", "days_open", "problem", "proposal", "area", "district", "owner"),
    *("sub_area", "raised_in", "raised_on"),
)

scope = current_scope()
left, right = st.columns([2, 3])
with left:
    clicked = panel(
        "problem_summary",
        registers.problems,
        headline=sentences.problems,
        forms=FORMS,
        selectable=True,
    )
with right:
    board = data.get("problem_board", scope)
    if clicked:
        board = board[board["problem_area"] == clicked[0]]
    table_panel(
        "problem_board",
        headline=sentences.board,
        frame=board,
        columns=COLUMNS,
        forms=FORMS,
    )
st.subheader(tr("registers.answers"), anchor=False)
answers.draw(scope)
