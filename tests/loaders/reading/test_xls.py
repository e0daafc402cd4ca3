"""Legacy workbooks, nine of ten that agencies send."""

import datetime as dt

import pytest
import xlwt

from loaders.reading import Note, Refusal, read_workbook
from loaders.reading.child.biff import Damaged, sheet_signs


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.xls"
    workbook = xlwt.Workbook(encoding="utf-8")
    sheet = workbook.add_sheet("ข้อมูล")
    date, percent = xlwt.easyxf(num_format_str="yyyy-mm-dd"), xlwt.easyxf(num_format_str="0.0%")
    for row, (value, style) in enumerate(
        [("เชียงใหม่", None), (93010203, None), (0.05, percent), (dt.date(2026, 3, 31), date)], 3
    ):
        sheet.write(row, 2, value, *([style] if style else []))
    sheet.write(7, 2, True)
    sheet.row(3).set_cell_error(3, "#REF!")
    sheet.write(4, 3, xlwt.Formula("1+1"))
    sheet.write_merge(5, 6, 3, 4, "รวม")
    sheet.row(4).hidden = True
    sheet.col(0).hidden = True
    hidden = workbook.add_sheet("ซ่อน")
    hidden.write(1, 1, 0.25, percent)
    hidden.visibility = 1
    workbook.save(str(path))
    return path


def test_values_and_signs_keep_their_addresses(book):
    workbook = read_workbook(book)
    sheet = workbook.sheets[0]
    assert (workbook.kind, sheet.name) == ("xls", "ข้อมูล")
    assert sheet.rows() == [
        [None, None, None, None],
        [None, None, None, None],
        [None, None, None, None],
        [None, None, "เชียงใหม่", "#REF!"],
        [None, None, "93010203", None],
        [None, None, "0.05", "รวม"],
        [None, None, "2026-03-31", None],
        [None, None, "TRUE", None],
    ]
    assert sheet.error_cells == {(3, 3): "#REF!"}
    assert sheet.uncached_formulas == {(4, 3)}
    assert sheet.percent_cells == {(5, 2)}
    assert sheet.merges == ((5, 3, 6, 4),)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({4}, {0})


def test_a_hidden_sheet_is_read_and_noted(book):
    workbook = read_workbook(book)
    assert workbook.sheets[1].visible is False
    assert workbook.sheets[1].percent_cells == {(1, 1)}
    assert workbook.notes == (Note("hidden_sheet", {"sheet": "ซ่อน"}),)


def test_a_truncated_workbook_is_refused(book):
    book.write_bytes(book.read_bytes()[:2000])
    found = read_workbook(book)
    assert (found.code, found.params["reason"]) == ("unreadable_file", "damaged")


def test_a_looping_chain_of_sectors_ends(book):
    data = bytearray(book.read_bytes())
    fat = 512 + 512 * int.from_bytes(data[76:80], "little")
    for sector in range(4):
        data[fat + 4 * sector : fat + 4 * sector + 4] = (sector ^ 1).to_bytes(4, "little")
    with pytest.raises(Damaged):
        sheet_signs(bytes(data))
    book.write_bytes(bytes(data))
    assert isinstance(read_workbook(book), Refusal)
