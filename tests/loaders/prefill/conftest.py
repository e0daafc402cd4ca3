"""A store into which agencies have sent workbooks, and their blanks opened and filled in."""

import openpyxl
import pytest

from loaders.forms import FORMS
from loaders.ingest import ingest_file
from loaders.prefill import write_prefilled
from loaders.table import Context
from loaders.template import write_template
from store import open_store
from tests.loaders.prefill.seen import COMMERCE, HEALTH

KPIS = {"L-1": "มูลค่าการค้าชายแดน", "L-2": "จำนวนครัวเรือนที่มีน้ำสะอาด"}


@pytest.fixture
def con(tmp_path):
    with open_store(tmp_path / "store.duckdb") as connection:
        yield connection


@pytest.fixture
def send(con, tmp_path):
    """Sends rows of a form as an agency's workbook; the report of it comes back."""

    def send_rows(form, rows, years=(), **given):
        path = tmp_path / f"{form}-{given.get('area_code')}.xlsx"
        write_template(FORMS[form], Context(**given), path, rows=rows, years=years, guidance=False)
        return ingest_file(con, path, Context(), data_dir=tmp_path / "data")

    return send_rows


@pytest.fixture
def declared(send):
    """Two indicators of Lamphun, one of each agency, and their targets of two years."""
    rows = [
        {
            "area": "51",
            "kpi_code": code,
            "kpi": kpi,
            "unit": "ล้านบาท" if code == "L-1" else "ครัวเรือน",
            "target_2569": 100 * number,
            "target_2570": 200 * number,
            "owner": agency,
        }
        for number, ((code, kpi), agency) in enumerate(
            zip(KPIS.items(), (COMMERCE, HEALTH), strict=True), 1
        )
    ]
    send("kpi_targets", rows, years=(2569, 2570), area_code="51", fiscal_year=2569)


@pytest.fixture
def blank(con, tmp_path):
    """The prefilled workbook of a form, opened; it lies at `blank.xlsx`."""

    def write_and_open(form, **given):
        path = tmp_path / "blank.xlsx"
        write_prefilled(con, FORMS[form], Context(**given), path)
        return openpyxl.load_workbook(path)

    return write_and_open
