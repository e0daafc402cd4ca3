"""One waiting file in full: what it is about, what was found, what it would change, what was read."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import streamlit as st

from loaders import inbox
from loaders.annotate import annotate
from loaders.forms import FORMS
from loaders.reading import Refusal
from loaders.table import Context, FormTable
from ui import (
    data,
    differences,
    examined,
    findings,
    language,
    questions,
    register,
    remembered,
    sitemap,
    upload,
    wording,
)
from ui.examined import Examined
from ui.export import XLSX_MIME, inert
from ui.language import tr
from ui.options import QUARTERS
from ui.settings import load
from ui.text import safe_md

VIEWS = ("findings", "difference", "preview")
_PREVIEW_ROWS = 50
# Which codes belong to which stage of the examination; all others are of the cells.
_STAGES = {
    "read": {"unreadable_file", "encrypted_file", "unsafe_file", "empty_file"},
    "form": {
        "no_known_form",
        "missing_column",
        "missing_context",
        "sheet_ignored",
        "agency_unsaid",
    },
}
_ASKS_FOR_CONTEXT = {
    "missing_context",
    "no_known_form",
    "ambiguous_area",
    "district_not_in_province",
}


def draw(file: Examined) -> None:
    """The file's name and stages, the questions it leaves open, and three views of it."""
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(safe_md(file.file.path.name), anchor=False, width="stretch")
            upload.draw_actions_of(file)
        came = {"when": wording.moment(file.file.arrived_at), "who": file.file.brought_by or "–"}
        st.caption(safe_md(tr("upload.detail.came", **came)))
        if file.state == "already_received":
            _draw_known(file)
            return
        st.text(_stages(file))
        _draw_questions(file)
        _draw_context(file)
        _draw_views(file)


def _draw_known(file: Examined) -> None:
    (finding,) = file.findings
    received = pd.to_datetime(finding.params["received_at"], errors="coerce")
    when = wording.moment(None if pd.isna(received) else received.to_pydatetime())
    st.info(safe_md(tr("upload.detail.known", when=when, who=finding.params["received_by"])))
    sitemap.link("submissions", tr("upload.receipt.history"))


def _stages(file: Examined) -> str:
    """The stages one after another, each with what it came to; later ones wait for the earlier."""
    errors = {finding.code for finding in file.findings if finding.severity == "error"}
    told, blocked = [], False
    for stage in ("read", "form", "cells", "compare"):
        if stage == "cells":
            failed = bool(errors - _STAGES["read"] - _STAGES["form"])
        else:
            failed = bool(errors & _STAGES.get(stage, set()))
        sign = "–" if blocked else "▼" if failed else "✓"
        told.append(f"{sign} {tr(f'upload.stage.{stage}')}")
        # Cells can be checked in a table that lacks a column, but not where there is no table.
        blocked = blocked or (failed and stage in ("read", "cells")) or not file.rows
    return "   →   ".join(told)


def _draw_questions(file: Examined) -> None:
    """Answers are remembered and the file is examined again at once."""
    if answers := questions.draw(file.findings, file.file.sha256):
        remembered.keep(answers)
        st.rerun()


def _draw_context(file: Examined) -> None:
    """What the sheets do not say is asked right here, and the file examined again."""
    asked = any(finding.code in _ASKS_FOR_CONTEXT for finding in file.findings)
    with st.expander(tr("upload.context.title"), expanded=asked, icon=":material/edit_note:"):
        st.caption(tr("upload.context.why"))
        with st.form(f"upload.context.{file.file.sha256}", border=False):
            given, form = _context_fields(file)
            if st.form_submit_button(tr("upload.context.again"), icon=":material/refresh:"):
                inbox.answer(load().data_dir, file.file.sha256, given, form)
                st.rerun()


def _context_fields(file: Examined) -> tuple[Context, str | None]:
    given, options, lang = file.file.given, data.options(), language.current()
    areas = {area.code: area.name(lang) for area in (*options.provinces, *options.groups)}
    years = _years(options.years)
    columns = st.columns([2.2, 1.6, 1.1, 1.3, 2.2])
    with columns[0]:
        form = _choose("form", {name: wording.form_title(name) for name in FORMS}, file.file.form)
    with columns[1]:
        area = _choose("area", areas, given.area_code)
    with columns[2]:
        year = _choose("year", {one: str(one) for one in years}, given.fiscal_year)
    with columns[3]:
        quarters = {int(one): tr(f"ui.filter.value.quarter_{one}") for one in QUARTERS}
        quarter = _choose("quarter", quarters, given.quarter)
    with columns[4]:
        agencies = {name: name for name in register.agencies()}
        if given.agency:
            agencies.setdefault(given.agency, given.agency)
        agency = _choose("agency", agencies, given.agency, accept_new=True)
    return Context(area, agency, year, quarter), form


def _choose(name: str, labels: Mapping, chosen, *, accept_new: bool = False):
    codes = [None, *labels]
    return st.selectbox(
        tr(f"upload.context.{name}"),
        codes,
        index=codes.index(chosen) if chosen in codes else 0,
        format_func=lambda code: (
            tr("upload.context.from_sheet") if code is None else labels.get(code, code)
        ),
        accept_new_options=accept_new,
    )


def _years(known: Iterable[int]) -> list[int]:
    newest = max(known, default=2570)
    return list(range(newest + 2, newest - 25, -1))


def _draw_views(file: Examined) -> None:
    lang = language.current()
    with st.container(horizontal=True, vertical_alignment="center"):
        view = st.segmented_control(
            tr("upload.view.choose"),
            VIEWS,
            format_func=lambda name: tr(f"upload.view.{name}", count=_count(file, name)),
            default="findings",
            required=True,
            key=f"upload.view.{file.file.sha256}",
            label_visibility="collapsed",
        )
        if file.findings and file.rows:
            st.download_button(
                tr("upload.detail.annotated"),
                lambda: annotated(file, lang),
                file_name=f"{file.file.path.stem}_{tr('loaders.annotate.title')}.xlsx",
                mime=XLSX_MIME,
                on_click="ignore",
                icon=":material/download:",
                help=tr("upload.detail.annotated_help"),
                key="upload.annotated",
            )
    match view:
        case "findings":
            findings.draw(file.findings)
        case "difference":
            if file.state == "rejected":
                st.text(tr("upload.difference.not_yet"))
            for difference in file.differences:
                differences.draw(difference)
        case "preview":
            for table in file.examination.tables:
                _draw_preview(table)


def _count(file: Examined, view: str) -> int:
    if view == "findings":
        return len(file.findings)
    if view == "preview":
        return file.rows
    return sum(file.total(kind) for kind in ("new", "changed", "removed"))


def annotated(file: Examined, lang: str) -> bytes:
    """The sender's workbook with its faulty cells marked; nothing when it cannot be read at all."""
    cells = examined.workbook(file.file)
    if isinstance(cells, Refusal):
        return b""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.xlsx"
        annotate(file.file.path, copy, cells, file.findings, lang)
        return copy.read_bytes()


def _draw_preview(table: FormTable) -> None:
    form, lang = table.form, language.current()
    st.text(
        tr(
            "upload.preview.title",
            sheet=table.sheet,
            form=wording.form_title(form.name),
            rows=f"{table.rows.num_rows:,}",
        )
    )
    frame = _preview(table)
    titles = {
        column.key: column.header_en if lang == "en" else column.header for column in form.columns
    }
    titles["src_row"] = tr("upload.change.row")
    labels = {}
    for name in frame.columns:
        key, _, mark = name.partition("@")
        labels[name] = f"{titles[key]} {mark}".strip()
    st.dataframe(frame, hide_index=True, column_config=labels)


def _preview(table: FormTable) -> pd.DataFrame:
    """The first rows as they were read; a repeated column as "key@year" or "key@quarter"."""
    frame = table.rows.slice(0, _PREVIEW_ROWS).to_pandas().set_index("src_row", drop=False)
    for entry in table.series.to_pylist():
        if entry["src_row"] in frame.index:
            mark = entry["year"] or entry["quarter"] or ""
            frame.loc[entry["src_row"], f"{entry['key']}@{mark}"] = entry["text"]
    for name in frame.columns:
        if pd.api.types.is_string_dtype(frame[name]):
            frame[name] = frame[name].map(inert, na_action="ignore")
    return frame.dropna(axis="columns", how="all")
