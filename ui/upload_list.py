"""The list of waiting files: what each is about, what was found in it, what it would change."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from loaders.slots import Slot
from ui import table, wording
from ui.examined import Examined
from ui.export import inert
from ui.language import tr

# Column and its width: the whole row fits 1366 pixels, a name of 60 letters in two lines.
_TEXTS = (("file", 266), ("state", 112), ("form", 130), ("agency", 130), ("about", 104))
_NUMBERS = (("rows", 44), ("errors", 50), ("questions", 66), ("warnings", 60))
_NUMBERS += (("new", 44), ("changed", 52), ("removed", 50), ("jumps", 56))
_ROWS_AT_ONCE, _LIST_PX = 6, 450


def draw_list(files: Sequence[Examined]) -> Examined | None:
    """A row a file; returns the one whose details are asked for: the clicked, else the first."""
    frame = pd.DataFrame([_row(file) for file in files])
    event = st.dataframe(
        frame,
        hide_index=True,
        column_config=_columns(),
        row_height=table.TWO_LINES_PX,
        height="content" if len(files) <= _ROWS_AT_ONCE else _LIST_PX,
        key=f"upload.list.{len(files)}",
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [_most_urgent(files)]}},
    )
    rows = event.selection["rows"]
    return files[rows[0]] if rows and rows[0] < len(files) else None


def about(slot: Slot) -> str:
    """The area and period of a slot in words."""
    return f"{wording.area(slot.area_code)} {wording.period(slot.fiscal_year, slot.quarter)}"


def _row(file: Examined) -> dict[str, object]:
    slots = file.slots
    return {
        "file": inert(file.file.path.name),
        "state": tr(f"upload.state.{file.state}"),
        "form": _joined(wording.form_title(slot.form) for slot in slots),
        "agency": inert(_joined(slot.agency or "" for slot in slots)),
        "about": _joined(about(slot) for slot in slots),
        "rows": file.rows,
        "errors": file.counts["error"],
        "questions": file.counts["question"],
        "warnings": file.counts["warning"],
        "new": file.total("new"),
        "changed": file.total("changed"),
        "removed": file.total("removed"),
        "jumps": file.total("jumps"),
    }


def _columns() -> dict:
    texts = {name: st.column_config.TextColumn(_heading(name), width=w) for name, w in _TEXTS}
    numbers = {
        name: st.column_config.NumberColumn(_heading(name), format="%,d", width=w)
        for name, w in _NUMBERS
    }
    return texts | numbers


def _heading(column: str) -> str:
    return tr(f"upload.column.{column}")


def _joined(texts) -> str:
    return ", ".join(dict.fromkeys(text for text in texts if text))


def _most_urgent(files: Sequence[Examined]) -> int:
    rank = {"rejected": 0, "accepted": 1, "already_received": 2}
    return min(range(len(files)), key=lambda i: rank[files[i].state])
