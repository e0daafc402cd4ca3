"""All blank workbooks of a quarter in one ZIP: a folder for each province, in it one for each agency."""

import io
import re
import zipfile
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import duckdb

from loaders.forms import FORMS
from loaders.prefill.known import SQL, write_prefilled
from loaders.table import Context
from store import run_query
from store.areas import area
from thai.calendar import quarter_label
from thai.text import match_key

# Fixed, so that the same data give the same bytes on any day.
_WRITTEN = (2026, 10, 1, 0, 0, 0)
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_NO_AGENCY = "-"
_LONGEST_NAME = 80


class Due(NamedTuple):
    """A report expected in a round; `agency` is None where a form has come without any."""

    area_code: str
    agency: str | None
    form: str


def blank_workbooks(
    con: duckdb.DuckDBPyConnection,
    fiscal_year: int,
    quarter: int,
    *,
    agencies: Collection[str] | None = None,
    area_code: str | None = None,
    forms: Collection[str] | None = None,
    lang: str = "th",
) -> bytes:
    """The prefilled blank workbooks of every report expected in a quarter, as the bytes of a ZIP.

    Inside: "<province>/<agency>/<form number> <form title> <period>.xlsx". `agencies` (names, in
    any spelling the reader takes for the same), `area_code` and `forms` (form names) narrow them
    down; an archive without entries means that nothing is expected. Takes about 50 ms a workbook, so a page
    should show that it works (for a download button: pass a function, not the bytes).
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, TemporaryDirectory() as folder:
        path = Path(folder) / "blank.xlsx"
        narrowed = {"agencies": agencies, "area_code": area_code, "forms": forms}
        for due in due_in(con, fiscal_year, quarter, **narrowed):
            given = Context(due.area_code, due.agency, fiscal_year, quarter)
            write_prefilled(con, FORMS[due.form], given, path, lang=lang)
            entry = zipfile.ZipInfo(_entry(due, fiscal_year, quarter), _WRITTEN)
            entry.compress_type = zipfile.ZIP_STORED  # a workbook is compressed already
            archive.writestr(entry, path.read_bytes())
    return out.getvalue()


def due_in(
    con: duckdb.DuckDBPyConnection,
    fiscal_year: int,
    quarter: int,
    *,
    agencies: Collection[str] | None = None,
    area_code: str | None = None,
    forms: Collection[str] | None = None,
) -> tuple[Due, ...]:
    """The reports expected in a quarter, by province, agency and form."""
    period = {"fiscal_year": fiscal_year, "quarter": quarter}
    rows = run_query(con, SQL / "due.sql", period).fetchall()
    found = {
        Due(place, None if agency in (None, _NO_AGENCY) else agency, form)
        for form, agency, place in rows
    }
    wanted = {match_key(name) for name in agencies} if agencies is not None else None
    narrowed = [
        due
        for due in found
        if (wanted is None or (due.agency and match_key(due.agency) in wanted))
        and area_code in (None, due.area_code)
        and (forms is None or due.form in forms)
    ]
    return tuple(sorted(narrowed, key=_in_order))


def _in_order(due: Due) -> tuple[str, str, int]:
    return due.area_code, due.agency or "", FORMS[due.form].number


def _entry(due: Due, fiscal_year: int, quarter: int) -> str:
    form = FORMS[due.form]
    period = quarter_label(fiscal_year, quarter)
    parts = (
        area(due.area_code).name_th,
        due.agency or "ไม่ระบุหน่วยงาน",
        f"{form.number:02} {form.title} {period}",
    )
    return (
        "/".join(_FORBIDDEN.sub("-", part)[:_LONGEST_NAME].strip(" .") for part in parts) + ".xlsx"
    )
