"""What was sent: the list, one submission in full, and what may be done with it."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from ui import acts, data, findings, language, register, table, versions, wording
from ui.export import inert
from ui.filters import current_scope
from ui.language import tr
from ui.text import safe_md

_OWN_FILTERS = ("form", "agency", "state", "demo")
_ROWS_AT_ONCE, _LIST_PX = 6, 450
# The whole row fits 1366 pixels, long names in two lines.
_WIDTHS = {
    "submission_id": 52,
    "state": 100,
    "file_name": 188,
    "form": 146,
    "agency": 160,
    "area": 84,
    "period": 84,
    "version": 52,
    "row_count": 46,
    "doubts": 76,
    "received_at": 108,
    "received_by": 72,
}
VIEWS = ("events", "versions", "findings")
_RESEMBLING = ("near_duplicate", "sent_in_another_name")


def in_view(rows: pd.DataFrame) -> pd.DataFrame:
    """The submissions of the area and period the reader looks at; a whole year has no quarter."""
    scope = current_scope()
    if scope.fiscal_year:
        rows = rows[rows["fiscal_year"].isna() | (rows["fiscal_year"] == scope.fiscal_year)]
    if scope.quarter:
        rows = rows[rows["quarter"].isna() | (rows["quarter"] == scope.quarter)]
    if scope.province:
        rows = rows[rows["area_code"] == scope.province]
    elif scope.group:
        members = [p.code for p in data.options().provinces if scope.group in p.parents]
        rows = rows[rows["area_code"].isin([*members, scope.group])]
    return rows


def draw_filters(rows: pd.DataFrame) -> pd.DataFrame:
    """Form, agency, state and demonstration mark; returns the rows that are left."""
    labels = {
        "form": wording.form_title,
        "agency": str,
        "state": wording.state,
        "demo": lambda made_up: tr(f"submissions.demo.{'yes' if made_up else 'no'}"),
    }
    for column, name in zip(st.columns(len(_OWN_FILTERS)), _OWN_FILTERS, strict=True):
        with column:
            chosen = st.multiselect(
                tr(f"submissions.column.{name}"),
                sorted(rows[name].dropna().unique()),
                format_func=labels[name],
                placeholder=tr("submissions.filter.all"),
                key=f"submissions.filter.{name}",
            )
        if chosen:
            rows = rows[rows[name].isin(chosen)]
    return rows


def draw_list(rows: pd.DataFrame) -> pd.Series | None:
    """A row a submission; returns the clicked one, None when none is."""
    st.caption(tr("submissions.list.how", count=f"{len(rows):,}"))
    shown = pd.DataFrame([_row(row) for row in rows.to_dict("records")])
    event = st.dataframe(
        shown,
        hide_index=True,
        column_config={
            name: st.column_config.Column(tr(f"submissions.column.{name}"), width=_WIDTHS.get(name))
            for name in shown.columns
        },
        row_height=table.TWO_LINES_PX,
        height="content" if len(rows) <= _ROWS_AT_ONCE else _LIST_PX,
        key="submissions.list",
        on_select="rerun",
        selection_mode="single-row",
        placeholder="",
    )
    selected = event.selection["rows"]
    return rows.iloc[selected[0]] if selected and selected[0] < len(rows) else None


def draw_detail(row: pd.Series, rows: pd.DataFrame) -> None:
    """One submission: what may be done with it, its history, its slot's versions, its findings."""
    number = int(row["submission_id"])
    with st.container(border=True):
        st.subheader(safe_md(f"{number} · {wording.form_title(row['form'])}"), anchor=False)
        st.text(_about(row))
        with st.container(horizontal=True, vertical_alignment="center"):
            _draw_original(row)
            acts.draw(number, row["state"])
        _draw_resemblance(number)
        view = st.segmented_control(
            tr("submissions.view.choose"),
            VIEWS,
            format_func=lambda name: tr(f"submissions.view.{name}"),
            default="events",
            required=True,
            key="submissions.view",
            label_visibility="collapsed",
        )
        if view == "events":
            _draw_events(number)
        elif view == "versions":
            versions.draw(rows[rows["slot"] == row["slot"]], number)
        else:
            findings.draw(register.findings_of(number))


def _row(row: Mapping[str, object]) -> dict[str, object]:
    return {
        "submission_id": row["submission_id"],
        "state": " ".join([wording.state(row["state"]), *_demo_mark(row)]),
        "file_name": inert(_text(row["file_name"])),
        "form": wording.form_title(row["form"]),
        "agency": inert(_text(row["agency"])),
        "area": wording.area(row["area_code"]),
        "period": _period(row),
        "version": row["version"],
        "row_count": row["row_count"],
        "doubts": row["warnings"] + row["questions"],
        "received_at": wording.moment(row["received_at"].to_pydatetime()),
        "received_by": inert(_text(row["received_by"])),
    }


def _demo_mark(row: Mapping[str, object]) -> list[str]:
    return [f"({tr('ui.demo.mark')})"] if row["demo"] else []


def _about(row: pd.Series) -> str:
    parts = (
        wording.state(row["state"]),
        _text(row["agency"]),
        wording.area(row["area_code"]),
        _period(row),
        tr("submissions.detail.version", version=row["version"]),
        tr("submissions.detail.rows", rows=f"{row['row_count']:,}"),
        tr("ui.demo.mark") if row["demo"] else "",
    )
    return " · ".join(part for part in parts if part)


def _draw_resemblance(number: int) -> None:
    """Says above all else when the submission is nearly one that was there already."""
    for finding in register.findings_of(number):
        if finding.code in _RESEMBLING:
            st.info(safe_md(finding.message(language.current())), icon=":material/content_copy:")


def _draw_original(row: pd.Series) -> None:
    path = register.original(row["stored_path"])
    if path is None:
        st.caption(tr("submissions.detail.no_file"), width="content")
        return
    st.download_button(
        tr("submissions.detail.original"),
        path.read_bytes,
        file_name=_text(row["file_name"]),
        mime="application/octet-stream",
        on_click="ignore",
        icon=":material/download:",
        key="submissions.original",
    )


def _draw_events(number: int) -> None:
    rows = register.events(number).to_dict("records")
    frame = pd.DataFrame(
        [
            {
                "event": wording.state(row["event"]),
                "at": wording.moment(row["at_time"].to_pydatetime()),
                "actor": inert(_text(row["actor"])),
                "reason": inert(_text(row["reason"])),
            }
            for row in rows
        ]
    )
    _draw_frame(frame, "event")


def _draw_frame(frame: pd.DataFrame, headings: str) -> None:
    labels = {name: tr(f"submissions.{headings}.{name}") for name in frame.columns}
    st.dataframe(frame, hide_index=True, column_config=labels)


def _period(row: Mapping[str, object]) -> str:
    year, quarter = (
        None if pd.isna(row[key]) else int(row[key]) for key in ("fiscal_year", "quarter")
    )
    return wording.period(year, quarter)


def _text(value: object) -> str:
    return "" if pd.isna(value) else str(value)
