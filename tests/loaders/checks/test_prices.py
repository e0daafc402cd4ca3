"""A product of which nobody says at which prices it is, is asked about and not silently left out."""

import pytest
from openpyxl import Workbook

from loaders.ingest import ingest_file
from store import open_store

PROVINCES = [["เชียงใหม่", 2566, 251_000], ["ลำพูน", 2566, 90_000], ["ลำปาง", 2566, None]]
HEADERS = ["จังหวัด", "ปี", "GPP (ล้านบาท)"]


@pytest.fixture
def asked(tmp_path):
    def asked(rows):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "gpp.xlsx")
        with open_store(":memory:") as con:
            report = ingest_file(con, tmp_path / "gpp.xlsx", data_dir=tmp_path)
            stored = con.execute("select count(*) from fact_area_measure").fetchone()[0]
        assert (report.state, stored) == ("accepted", 2), report
        return [
            (one.cell, one.expected, one.params["row_count"])
            for one in report.findings
            if one.code == "price_unclear"
        ]

    return asked


def test_it_is_asked_once_a_table_at_its_first_product(asked):
    assert asked([HEADERS, *PROVINCES]) == [("C2", "ราคา", "2")]


def test_a_sheet_that_says_so_is_not_asked(asked):
    rows = [[*row, "ราคาประจำปี"] for row in PROVINCES]
    assert asked([[*HEADERS, "ราคา"], *rows]) == []


def test_a_single_row_without_it_is_asked_about_alone(asked):
    rows = [[*row, price] for row, price in zip(PROVINCES, ["", "ราคาประจำปี", ""], strict=True)]
    assert asked([[*HEADERS, "ราคา"], *rows]) == [("C2", "ราคา", "1")]


def test_other_figures_have_no_price(asked):
    assert asked([["จังหวัด", "ปี", "ประชากร"], *PROVINCES]) == []
