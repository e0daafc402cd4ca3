"""Where one figure comes from: its cells, the part of the sheet they stand in, the file itself."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import streamlit as st

from loaders.excerpt import Excerpt, excerpt
from loaders.reading import Refusal, Sheet, read_workbook
from ui import data, language, register, table, wording
from ui.export import inert
from ui.language import tr
from ui.subject import Subject
from ui.text import safe_md

_ROWS_AT_ONCE = 6
# What a reader asks for: the value and where it stands.
_FIRST = ("value_as_typed", "cell")
_TEXTS = ("file", "sheet", "value_as_typed", "sender")
_WIDTHS = {"value_as_typed": 130, "cell": 64, "file": 200, "sheet": 170, "sender": 200}
_WIDTHS |= {"received_at": 160}
# Cells of larger files are read again when needed rather than held in memory.
_KEPT_BYTES = 2 << 20
_HEADER_LOOK = "background-color: #D5DCE4; color: #1B2733"
_MARKED_LOOK = "background-color: #FFD54F; color: #1B2733"
_POINTER = "▸"
# Of half a page's width, what the columns before the marked one may take.
_FEW_COLUMNS, _BEFORE_PX, _NARROWEST_PX, _MARKED_PX = 3, 330, 64, 116


def draw(subject: Subject, row: int, column: str) -> None:
    """The cells behind the figure in `column` of the row of that label, and one of them in place."""
    cells = data.source_cells(subject.metric.name, subject.scope, row, column)
    if cells.empty:
        st.text(tr("panel.source.none"))
        return
    # A name is not made of cells; what stands beside it is.
    is_name = isinstance(subject.frame.at[row, column], str)
    title = table.heading(column, subject.columns_by_name, language.current())
    said = "panel.source.row_made_of" if is_name else "panel.source.made_of"
    st.text(tr(said, title=title, count=f"{len(cells):,}"))
    key = f"{subject.key}.cells.{row}.{column}"
    chosen = _draw_list(cells, key)
    _draw_place(cells.iloc[chosen], f"{key}.{chosen}")


def _draw_list(cells: pd.DataFrame, key: str) -> int:
    """The list of cells; the position of the chosen one, the first when none is.

    Value and address come first; what all cells share, mostly file, sheet and sender, is said above.
    """
    shown = {name: cells[name].map(inert, na_action="ignore") for name in _TEXTS}
    shown["received_at"] = [wording.moment(at.to_pydatetime()) for at in cells["received_at"]]
    frame = cells.assign(**shown)
    shared = [name for name in frame.columns if name not in _FIRST and frame[name].nunique() <= 1]
    st.caption(safe_md(" · ".join(_shared_words(frame, shared))))
    if len(cells) > 1:
        st.caption(tr("panel.source.choose"))
    columns = [*_FIRST, *(n for n in frame.columns if n not in (*_FIRST, *shared))]
    event = st.dataframe(
        frame[columns],
        hide_index=True,
        column_config={
            name: st.column_config.Column(tr(f"panel.source.{name}"), width=_WIDTHS.get(name))
            for name in columns
        },
        placeholder="",
        height="content" if len(cells) <= _ROWS_AT_ONCE else 250,
        key=f"{key}.list",
        on_select="rerun",
        selection_mode="single-row",
    )
    selected = event.selection["rows"]
    return selected[0] if selected and selected[0] < len(cells) else 0


def _shared_words(frame: pd.DataFrame, shared: list[str]) -> list[str]:
    """What all cells have in common, each with its heading; a factor of one says nothing."""
    first = frame.iloc[0]
    return [
        f"{tr(f'panel.source.{name}')} {first[name]}"
        for name in shared
        if not pd.isna(first[name]) and not (name == "unit_factor" and first[name] == 1)
    ]


def _draw_place(cell: Mapping[str, object], key: str) -> None:
    """The part of the sheet around a cell, and the file as it was received to download."""
    place = register.source_sheet(int(cell["submission_id"]), cell["sheet"], cell["cell"])
    path = register.original(place["stored_path"]) if place else None
    if path is None:
        st.caption(tr("submissions.detail.no_file"))
        return
    found = _excerpt(place["sha256"], cell["sheet"], cell["cell"], place["header_row"], _path=path)
    with st.container(horizontal=True, vertical_alignment="center"):
        where = {name: cell[name] for name in ("cell", "sheet", "file")}
        st.text(tr(f"panel.source.{'picture' if found else 'no_picture'}", **where))
        st.download_button(
            tr("panel.source.download"),
            path.read_bytes,
            file_name=place["file_name"],
            mime="application/octet-stream",
            on_click="ignore",
            icon=":material/download:",
            key=f"{key}.file",
        )
    if found:
        st.dataframe(
            _picture(found),
            height="content",
            row_height=table.TWO_LINES_PX if len(found.columns) > _FEW_COLUMNS else None,
            column_config=_widths(found),
            placeholder="",
            key=f"{key}.picture",
        )


def _picture(found: Excerpt):
    """The excerpt as a styled grid: numbers and letters around it, header and cell in colour.

    The marked cell's own number and letter carry a pointer, so that colour is not all that tells.
    """
    texts = [[None if text is None else inert(text) for text in row] for row in found.texts]
    frame = pd.DataFrame(texts, index=found.rows, columns=found.columns, dtype=object)
    looks = pd.DataFrame("", index=frame.index, columns=frame.columns)
    looks.loc[sorted(found.header_rows)] = _HEADER_LOOK
    looks.loc[found.marked_row, found.marked_column or found.columns] = _MARKED_LOOK
    for one in (frame, looks):
        one.index = [_pointed(row, found.marked_row) for row in found.rows]
        one.columns = [_pointed(letters, found.marked_column) for letters in found.columns]
    return frame.style.apply(lambda _: looks, axis=None)


def _widths(found: Excerpt) -> dict:
    """Narrow columns up to the marked one, so that it is in sight in half a page as well."""
    if found.marked_column is None or len(found.columns) <= _FEW_COLUMNS:
        return {}
    place = found.columns.index(found.marked_column)
    before = dict.fromkeys(found.columns[:place], max(_NARROWEST_PX, _BEFORE_PX // max(place, 1)))
    return {
        _pointed(letters, found.marked_column): st.column_config.Column(width=width)
        for letters, width in (before | {found.marked_column: _MARKED_PX}).items()
    }


def _pointed(name: object, marked: object) -> str:
    return f"{_POINTER} {name}" if name == marked else str(name)


@st.cache_data(show_spinner=False, max_entries=256)
def _excerpt(
    sha256: str, sheet_name: str, cell: str, header_row: int | None, _path: Path
) -> Excerpt | None:
    """The part of the kept file around a cell; None when the file cannot be read any more."""
    small = _path.stat().st_size <= _KEPT_BYTES
    sheet = _sheet(sha256, sheet_name, _path) if small else _read_sheet(sheet_name, _path)
    return sheet and excerpt(sheet, cell, header_row)


@st.cache_resource(show_spinner=False, max_entries=8)
def _sheet(sha256: str, sheet_name: str, _path: Path) -> Sheet | None:
    return _read_sheet(sheet_name, _path)


def _read_sheet(sheet_name: str, path: Path) -> Sheet | None:
    """One sheet of a kept file, read in the bounded child."""
    cells = read_workbook(path)
    if isinstance(cells, Refusal):
        return None
    return next((sheet for sheet in cells.sheets if sheet.name == sheet_name), None)
