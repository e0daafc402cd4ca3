"""What lies under a panel's chart: its age and coverage, and four drawers opened on demand."""

from functools import partial

import pandas as pd
import streamlit as st

from thai.calendar import format_date
from ui import codes, demo, export, language, narrow, source, table, wording
from ui.data import Standing
from ui.export import Export
from ui.language import tr
from ui.settings import load
from ui.subject import Subject
from ui.text import safe_md

DRAWERS = ("table", "download", "meaning", "source")


@st.fragment
def draw(subject: Subject) -> None:
    """The caption and the drawers; a fragment, so opening one redraws only this panel's foot."""
    labels = {name: tr(f"panel.tab.{name}") for name in DRAWERS}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(_caption(subject), width="stretch")
        if subject.standing.demo:
            demo.draw_badge()
        opened = st.pills(
            tr("panel.tab.choose"),
            # Cells as they were received may stand beside others that are nobody else's business.
            DRAWERS[:-1] if load().public else DRAWERS,
            format_func=labels.get,
            key=f"{subject.key}.drawer",
            label_visibility="collapsed",
        )
    if opened:
        _DRAW[opened](subject)


def export_of(subject: Subject) -> Export:
    """The panel's figures as a file carries them: with demo mark, source and age above the table."""
    lang = language.current()
    columns = list(subject.columns) or list(subject.frame.columns)
    notes = [tr("export.demo")] if subject.standing.demo else []
    notes.append(tr("export.source", source=subject.metric.source))
    if subject.standing.as_of:
        notes.append(tr("export.as_of", date=_date(subject.standing)))
    if subject.scope.as_of:
        notes.append(tr("meeting.frozen.note", moment=wording.moment(subject.scope.as_of)))
    return Export(
        title=subject.title,
        notes=tuple(notes),
        headings=tuple(table.heading(name, subject.columns_by_name, lang) for name in columns),
        frame=table.with_status_words(subject.frame[columns], lang),
        sheet_name=tr("export.sheet"),
    )


def _caption(subject: Subject) -> str:
    """Age and coverage; a panel about who has sent says in its headline how many, in its own terms."""
    standing, parts = subject.standing, []
    if standing.earlier_year_be:
        parts.append(tr("panel.caption.year", year=standing.earlier_year_be))
    if standing.as_of:
        parts.append(tr("panel.caption.as_of", date=_date(standing)))
    if "sending_status" in subject.columns_by_name:
        return " · ".join(parts)
    if standing.agencies:
        counts = {"complete": standing.complete_agencies, "agencies": standing.agencies}
        parts.append(tr("panel.caption.agencies", **counts))
    elif standing.total:
        counts = {"reporting": standing.reporting, "total": standing.total}
        parts.append(tr("panel.caption.coverage", **counts))
    return " · ".join(parts)


def _date(standing: Standing) -> str:
    return format_date(standing.as_of, language.current())


def _draw_table(subject: Subject) -> None:
    lang = language.current()
    table.show(subject.frame, subject.columns_by_name, lang, columns=subject.columns)


def _draw_download(subject: Subject) -> None:
    file = export_of(subject)
    kinds = (
        ("csv", export.csv_bytes, export.CSV_MIME),
        ("xlsx", export.xlsx_bytes, export.XLSX_MIME),
    )
    with st.container(horizontal=True):
        for extension, make, mime in kinds:
            st.download_button(
                tr(f"panel.download.{extension}"),
                partial(make, file),
                file_name=f"{subject.file_stem}.{extension}",
                mime=mime,
                key=f"{subject.key}.{extension}",
                on_click="ignore",
                icon=":material/download:",
            )


def _draw_meaning(subject: Subject) -> None:
    lang = language.current()
    metric = subject.metric
    grain = metric.grain_en if lang == "en" else metric.grain_th
    st.markdown(f"**{safe_md(subject.title)}** — {safe_md(grain)}")
    rows = [
        {
            tr("panel.meaning.column"): table.heading(column.name, subject.columns_by_name, lang),
            tr("panel.meaning.text"): column.text(lang),
        }
        for column in metric.columns
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    for note_th, note_en in metric.notes:
        st.caption(safe_md(note_en if lang == "en" else note_th))
    st.caption(f"{tr('panel.meaning.source')}: {safe_md(metric.source)}")
    with st.expander(tr("panel.meaning.sql")):
        st.code(metric.sql, language="sql")


def _draw_source(subject: Subject) -> None:
    lang = language.current()
    shown, same = narrow.arranged(subject.frame, subject.columns)
    st.caption(safe_md(" ".join((tr("panel.source.how"), _said_once(subject, same)))))
    clicked = table.show(
        subject.frame,
        subject.columns_by_name,
        lang,
        columns=shown,
        key=f"{subject.key}.source_table",
        selection="single-cell",
        widths=narrow.widths(subject.frame, shown),
        two_lines=narrow.needs_two_lines(subject.frame, shown),
    )
    if clicked is not None:
        source.draw(subject, *clicked)


def _said_once(subject: Subject, columns: list[str]) -> str:
    """What every row says alike: "ทุกแถว: ปีงบประมาณ (พ.ศ.) 2569 · …"; "" for nothing."""
    lang = language.current()
    first = table.presented(subject.frame[columns].head(1), lang)
    said = [
        f"{table.heading(name, subject.columns_by_name, lang)} {_plain(first[name].iloc[0])}"
        for name in columns
        if not (name.endswith(("_code", "_key")) or _is_missing(first[name].iloc[0]))
    ]
    return tr("panel.source.same", said=" · ".join(said)) if said else ""


def _plain(value: object) -> str:
    """A value as text: the word in a badge, yes or no."""
    if isinstance(value, list):
        return value[0]
    return codes.in_words("", str(value), language.current()) or str(value)


def _is_missing(value: object) -> bool:
    return not isinstance(value, list) and bool(pd.isna(value))


_DRAW = {
    "table": _draw_table,
    "download": _draw_download,
    "meaning": _draw_meaning,
    "source": _draw_source,
}
