"""The data dictionary: what each form asks for, and what each table of the database holds."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from loaders.form import Column, Form
from loaders.forms import FORMS
from ui import blank_forms, export, language, schema, wording
from ui.export import XLSX_MIME, Export
from ui.language import tr
from ui.text import safe_md

VIEWS = ("forms", "tables")
_FORM_COLUMNS = (
    *("form", "header", "header_en", "kind", "required", "limits", "choices"),
    *("accepted", "help", "example", "key"),
)
_TABLE_COLUMNS = ("table", "table_comment", "column", "comment", "type")
_WIDTHS = {
    "header": 200,
    "header_en": 170,
    "kind": 130,
    "required": 80,
    "limits": 90,
    "choices": 200,
    "accepted": 260,
    "help": 300,
}


def draw() -> None:
    """Forms or tables, searched, one at a time or all that match, and all of it as a file."""
    left, middle, right = st.columns([1.4, 2, 1], vertical_alignment="bottom")
    with left:
        view = st.segmented_control(
            tr("dictionary.choose"),
            VIEWS,
            format_func=lambda name: tr(f"dictionary.{name}"),
            default="forms",
            required=True,
            key="dictionary.view",
            label_visibility="collapsed",
        )
    with middle:
        text = st.text_input(
            tr("dictionary.search"),
            placeholder=tr(f"dictionary.search_{view}"),
            icon=":material/search:",
            key="dictionary.search",
            label_visibility="collapsed",
        )
    rows = form_rows(language.current()) if view == "forms" else table_rows()
    with right:
        _draw_download(view, rows)
    found = rows[[_matches(row, text) for row in rows.itertuples(index=False)]]
    if found.empty:
        st.info(tr("dictionary.nothing", text=safe_md(text)))
    elif view == "forms":
        _draw_forms(found, searched=bool(text.strip()))
    else:
        _draw_tables(found)


def form_rows(lang: str) -> pd.DataFrame:
    """One row per column of every form, headings as in _FORM_COLUMNS."""
    rows = [_form_row(form, column, lang) for form in FORMS.values() for column in form.columns]
    return pd.DataFrame(rows, columns=_FORM_COLUMNS)


def table_rows() -> pd.DataFrame:
    """One row per column of every table of the database."""
    rows = schema.columns()
    return pd.DataFrame(
        {
            "table": rows["table_name"],
            "table_comment": rows["table_comment"],
            "column": rows["column_name"],
            "comment": rows["column_comment"],
            "type": rows["data_type"],
        }
    )


def _form_row(form: Form, column: Column, lang: str) -> tuple:
    return (
        form.name,
        column.header,
        column.header_en,
        tr(f"dictionary.kind.{column.kind}"),
        tr("dictionary.yes") if column.required else "",
        _limits(column),
        ", ".join(accepted[0] for _, accepted in column.choices),
        ", ".join(column.accepted),
        column.help_en if lang == "en" else column.help_th,
        column.example,
        column.key,
    )


def _limits(column: Column) -> str:
    low, high = column.minimum, column.maximum
    if low is None and high is None:
        return ""
    if high is None:
        return f"≥ {low:g}"
    return f"≤ {high:g}" if low is None else f"{low:g}–{high:g}"


def _matches(row: Iterable[object], text: str) -> bool:
    searched = " ".join(map(str, row)).casefold()
    return all(word in searched for word in text.casefold().split())


def _draw_forms(rows: pd.DataFrame, *, searched: bool) -> None:
    names = list(dict.fromkeys(rows["form"]))
    if not searched:
        names = [
            st.selectbox(
                tr("dictionary.form"), names, format_func=wording.form_title, key="dictionary.form"
            )
        ]
    for name in names:
        _draw_form(FORMS[name], rows[rows["form"] == name])


def _draw_form(form: Form, rows: pd.DataFrame) -> None:
    lang = language.current()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(safe_md(wording.form_title(form.name)), anchor=False, width="stretch")
        st.download_button(
            tr("dictionary.blank"),
            lambda: blank_forms.workbook_bytes(form.name, blank_forms.NOTHING_GIVEN, lang),
            file_name=f"{export.file_stem(form.title)}.xlsx",
            mime=XLSX_MIME,
            on_click="ignore",
            icon=":material/download:",
            key=f"dictionary.blank.{form.name}",
        )
    st.text(form.help_en if lang == "en" else form.help_th)
    columns = [name for name in _FORM_COLUMNS if name != "form"]
    st.dataframe(
        rows[columns],
        hide_index=True,
        height="content",
        column_config={
            name: st.column_config.TextColumn(
                tr(f"dictionary.column.{name}"), width=_WIDTHS.get(name)
            )
            for name in columns
        },
    )


def _draw_tables(rows: pd.DataFrame) -> None:
    st.caption(tr("dictionary.tables_how"))
    st.dataframe(
        rows,
        hide_index=True,
        height=560,
        column_config={name: tr(f"dictionary.column.{name}") for name in _TABLE_COLUMNS},
    )


def _draw_download(view: str, rows: pd.DataFrame) -> None:
    title = f"{tr('ui.page.dictionary')} · {tr(f'dictionary.{view}')}"
    headings = tuple(tr(f"dictionary.column.{name}") for name in rows.columns)
    file = Export(title, (), headings, rows, tr("export.sheet"))
    st.download_button(
        tr("dictionary.download"),
        lambda: export.xlsx_bytes(file),
        file_name=f"{export.file_stem(title)}.xlsx",
        mime=XLSX_MIME,
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
        key="dictionary.download",
    )
