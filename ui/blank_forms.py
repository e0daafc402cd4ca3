"""Blank workbooks to send to agencies, filled with what is known: one, or many in a ZIP."""

import io
import zipfile
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from loaders.forms import FORMS
from loaders.prefill import blank_workbooks, write_prefilled
from loaders.table import Context
from store.areas import area as area_of
from thai.calendar import quarter_label
from ui import data, language, register, wording
from ui.export import XLSX_MIME, file_stem
from ui.filters import current_scope
from ui.language import tr
from ui.options import QUARTERS

NOTHING_GIVEN = Context()
_EVERY_FORM, _EVERY_AGENCY = "*", "**"
_FIXED_TIME = (2026, 10, 1, 0, 0, 0)


def draw() -> None:
    """Which form, for whom and when; the view above is taken as the answer until changed."""
    options, scope, lang = data.options(), current_scope(), language.current()
    every = {_EVERY_FORM: tr("upload.blank.every"), _EVERY_AGENCY: tr("upload.blank.everyone")}
    forms = _titles() | every
    areas = {area.code: area.name(lang) for area in (*options.provinces, *options.groups)}
    newest = max(options.years, default=2570)
    form = _choose("form", forms, next(iter(FORMS)))
    area = _choose("area", areas, scope.province or scope.group)
    left, right = st.columns(2)
    with left:
        years = {year: str(year) for year in range(newest + 2, newest - 10, -1)}
        year = _choose("year", years, scope.fiscal_year or newest)
    with right:
        labels = {int(one): tr(f"ui.filter.value.quarter_{one}") for one in QUARTERS}
        quarter = _choose("quarter", {None: tr("ui.filter.all.quarter"), **labels}, scope.quarter)
    agency = st.selectbox(
        tr("upload.context.agency"),
        register.agencies(),
        index=None,
        placeholder=tr("upload.blank.any_agency"),
        accept_new_options=True,
        key="blank.agency",
    )
    _draw_button(form, Context(area, agency, year, quarter), lang)


def workbook_bytes(form_name: str, given: Context, lang: str) -> bytes:
    """The blank workbook of one form, with what is known of the area, agency and period."""
    with TemporaryDirectory() as folder, data.reading() as con:
        path = Path(folder) / "blank.xlsx"
        write_prefilled(con, FORMS[form_name], given, path, lang=lang)
        return path.read_bytes()


def zip_bytes(given: Context, lang: str) -> bytes:
    """The blank workbooks of every form; the same data always give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, form in FORMS.items():
            entry = zipfile.ZipInfo(f"{_stem(f'{form.number:02d} {form.title}', given)}.xlsx")
            entry.date_time = _FIXED_TIME
            archive.writestr(entry, workbook_bytes(name, given, lang))
    return out.getvalue()


def everyone_bytes(given: Context, lang: str) -> bytes:
    """The blank workbooks of every agency for what it owes in a quarter, in folders of a ZIP."""
    with data.reading() as con:
        return blank_workbooks(
            con, given.fiscal_year, given.quarter, area_code=given.area_code, lang=lang
        )


def _draw_button(form: str, given: Context, lang: str) -> None:
    unsaid = form == _EVERY_AGENCY and not (given.fiscal_year and given.quarter)
    if unsaid:
        st.caption(tr("upload.blank.which_quarter"))
    if form == _EVERY_FORM:
        make, title, ending = partial(zip_bytes, given, lang), tr("upload.blank.all_stem"), "zip"
    elif form == _EVERY_AGENCY:
        make, title = partial(everyone_bytes, given, lang), tr("upload.blank.everyone_stem")
        ending = "zip"
    else:
        make, title, ending = partial(workbook_bytes, form, given, lang), FORMS[form].title, "xlsx"
    st.download_button(
        tr("upload.blank.download"),
        make,
        file_name=f"{_stem(title, given)}.{ending}",
        mime=XLSX_MIME if ending == "xlsx" else "application/zip",
        on_click="ignore",
        icon=":material/download:",
        disabled=unsaid,
        key="blank.download",
    )


def _stem(title: str, given: Context) -> str:
    """Named in Thai, as the workbook inside is."""
    area = area_of(given.area_code).name_th if given.area_code else None
    period = quarter_label(given.fiscal_year, given.quarter) if given.fiscal_year else None
    return file_stem(title, area, period, given.agency)


def _titles() -> dict[str, str]:
    return {name: wording.form_title(name) for name in FORMS}


def _choose(name: str, labels: dict, chosen):
    codes = list(labels)
    return st.selectbox(
        tr(f"upload.context.{name}"),
        codes,
        index=codes.index(chosen) if chosen in codes else (0 if None in codes else None),
        format_func=labels.get,
        placeholder=tr(f"upload.blank.no_{name}"),
        key=f"blank.{name}",
    )
