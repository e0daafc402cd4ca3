"""No person is ever taken in: such a workbook is refused, its bytes and texts are not kept."""

import openpyxl
import pytest

from loaders.ingest import ingest_file
from store import open_store

HEADERS = (
    *("จังหวัด", "อำเภอ", "ตำบล", "ปีงบประมาณ", "ไตรมาส", "ช่วงเฝ้าระวัง", "ประเภทความเสี่ยง"),
    *("ระดับความเสี่ยง", "จำนวนเหตุ", "หมายเหตุ"),
)
ROW = ("พัทลุง", "เมืองพัทลุง", "คูหาสวรรค์", 2569, 1, None, "อุบัติเหตุ", "สูง", 7, None)


def sent(tmp_path, *, headers=HEADERS, **cells):
    """The report, the store and the folder after a workbook with some cells of row 3 replaced."""
    book = openpyxl.Workbook()
    book.active.append(headers)
    book.active.append(ROW)
    book.active.append((*ROW[:2], "ปรางหมู่", *ROW[3:]))
    for address, value in cells.items():
        book.active[address] = value
    path = tmp_path / "ส่ง.xlsx"
    book.save(path)
    con = open_store(":memory:")
    report = ingest_file(con, path, data_dir=tmp_path / "data", accept_rows="good")
    return report, con, tmp_path / "data"


def told(report):
    return [(finding.code, finding.cell) for finding in report.findings if finding.blocks]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("J3", "นายสมชาย ใจดี"),
        ("J3", "ผู้ประสบภัย น.ส. สมหญิง รักดี"),
        ("J3", "นาง สมศรี มีสุข"),
        ("J3", "1-5099-00123-45-6"),
        ("J3", 1509900123456),
        ("I3", "๑๕๐๙๙๐๐๑๒๓๔๕๖"),
        ("C3", "โทร. 081-234-5678"),
        ("J3", "074612345"),
        ("J3", "Mr. Somchai"),
    ],
)
def test_a_person_in_any_cell_refuses_the_file_and_keeps_nothing_of_it(tmp_path, cell, text):
    report, con, data_dir = sent(tmp_path, **{cell: text})
    assert (report.state, told(report)) == ("rejected", [("personal_data", cell)])
    assert [path for path in data_dir.rglob("*") if path.is_file()] == []
    for table in ("fact_district_surveillance", "raw_cell", "submission"):
        assert con.execute(f"select count(*) from {table}").fetchone() == (0,)
    kept = con.execute("select value, expected, params from finding").fetchall()
    assert all(str(text) not in str(row) for row in kept)
    assert all(str(text) not in finding.message("th") for finding in report.findings)


@pytest.mark.parametrize("header", ["ชื่อ-สกุล", "เลขประจำตัวประชาชน", "เบอร์โทรศัพท์", "รายชื่อผู้ประสบภัย"])
def test_a_column_of_persons_refuses_the_file_even_when_it_is_blank(tmp_path, header):
    report, _, _ = sent(tmp_path, headers=(*HEADERS[:-1], header))
    assert told(report) == [("personal_data", "J1")]


@pytest.mark.parametrize(
    "text",
    [
        "นายอำเภอเมืองพัทลุงสั่งการแล้ว",
        "นายก อบต. แจ้ง",
        "บ้านนางลาด",
        "นาโยง เหนือ",
        "งบ 1,234,567.89 บาท",
        "วันที่ 05/02/2569",
        "ถนนหมายเลข 4048 กม. 12",
    ],
)
def test_positions_places_and_figures_are_no_persons(tmp_path, text):
    report, con, _ = sent(tmp_path, J3=text)
    assert (report.state, told(report)) == ("accepted", [])
    assert con.execute("select count(*) from fact_district_surveillance").fetchone() == (2,)


def test_an_assessor_is_a_position_and_never_a_name(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(("จังหวัด", "ปีงบประมาณ", "หน่วยงาน", "ตัวชี้วัด", "ผู้ประเมิน", "คะแนน"))
    book.active.append(("พัทลุง", 2569, "สำนักงานเกษตรจังหวัดพัทลุง", "ราคา", "นายดำ ขาวแดง", 4))
    path = tmp_path / "ตรวจ.xlsx"
    book.save(path)
    con = open_store(":memory:")
    report = ingest_file(con, path, data_dir=tmp_path / "data", form="assessments")
    assert told(report) == [("personal_data", "E2")]
    assert con.execute("select count(*) from fact_assessment").fetchone() == (0,)
