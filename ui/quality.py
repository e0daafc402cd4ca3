"""What is wrong in the files and how to prevent it, in the reader's words."""

import json

import pandas as pd
import streamlit as st

from i18n import catalogue
from loaders.findings import Finding
from loaders.guidance import guidance, title
from metrics.scope import Scope
from ui import data, language, wording
from ui.export import inert
from ui.language import tr
from ui.text import safe_md

MOST_AGENCIES = 25
_CELL_TOO_LONG = 68  # pixels: two lines of Thai


def worst_first(agencies: pd.DataFrame) -> pd.DataFrame:
    """Rows of `data_quality_by_agency`, the lowest overall quality first, the unknown last."""
    ordered = agencies.sort_values("overall_pct", kind="stable", na_position="last")
    return ordered[ordered["checked_count"].notna() | (ordered["due_count"] > 0)]


def titled(kinds: pd.DataFrame) -> pd.DataFrame:
    """Rows of `frequent_mistakes` with a column `title`, each kind in a few words."""
    lang = language.current()
    return kinds.assign(title=[_title(code, lang) for code in kinds["code"]])


def draw_guidance(kinds: pd.DataFrame) -> str | None:
    """A line a mistake with what prevents it; returns the code of the clicked one."""
    lang = language.current()
    st.caption(tr("quality.mistakes.how"))
    frame = pd.DataFrame(
        {
            "title": kinds["title"],
            "count": kinds["finding_count"],
            "guidance": [guidance(code, lang) for code in kinds["code"]],
        }
    )
    event = st.dataframe(
        frame,
        hide_index=True,
        row_height=_CELL_TOO_LONG,
        height="content" if len(frame) <= 8 else 560,
        column_config={
            "title": st.column_config.TextColumn(tr("quality.mistakes.title"), width=210),
            "count": st.column_config.NumberColumn(
                tr("quality.mistakes.count"), format="%,d", width=80
            ),
            "guidance": tr("quality.mistakes.guidance"),
        },
        key="quality.guidance",
        on_select="rerun",
        selection_mode="single-row",
    )
    selected = [place for place in event.selection["rows"] if place < len(kinds)]
    return kinds["code"].iloc[selected[0]] if selected else None


def draw_cells(scope: Scope, code: str) -> None:
    """Every cell in which one kind of mistake was found: where, whose, and what to do."""
    found = data.get("finding_list", scope)
    found = found[found["code"] == code]
    heading = tr(
        "quality.drill.title",
        title=_title(code, language.current()),
        count=f"{len(found):,}",
    )
    st.subheader(safe_md(heading), anchor=False)
    agencies = [None, *sorted(found["agency"].dropna().unique())]
    chosen = st.selectbox(
        tr("quality.drill.agency"),
        agencies,
        format_func=lambda name: name or tr("quality.drill.all_agencies"),
        key="quality.drill.agency",
        label_visibility="collapsed",
    )
    if chosen is not None:
        found = found[found["agency"] == chosen]
    _draw_places(found)


def _draw_places(found: pd.DataFrame) -> None:
    rows = found.to_dict("records")
    lang = language.current()
    frame = pd.DataFrame(
        {
            "file": [inert(_place(row)) for row in rows],
            "agency": [inert(_text(row["agency"]) or "-") for row in rows],
            "message": [_message(row, lang) for row in rows],
            "found_at": [wording.moment(row["found_at"].to_pydatetime()) for row in rows],
        }
    )
    st.dataframe(
        frame,
        hide_index=True,
        row_height=_CELL_TOO_LONG,
        height=420,
        column_config={name: tr(f"quality.drill.{name}") for name in frame},
    )


def _title(code: str, lang: str) -> str:
    return title(code, lang) if f"guidance.title.{code}" in catalogue(lang) else code


def _place(row: dict) -> str:
    """ "file › sheet › cell", as far as they are known."""
    return " › ".join(filter(None, (_text(row[name]) for name in ("file", "sheet", "cell"))))


def _message(row: dict, lang: str) -> str:
    said = Finding(
        row["code"],
        sheet=_text(row["sheet"]),
        value=_text(row["value"]),
        expected=_text(row["expected"]),
        params=json.loads(row["params"]),
    )
    return said.message(lang)


def _text(value: object) -> str | None:
    return None if pd.isna(value) else str(value)
