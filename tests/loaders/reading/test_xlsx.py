"""Workbooks of the present format: every value as text at its own address."""

import datetime as dt
import zipfile

import openpyxl
import pytest
import xlsxwriter

from loaders.reading import Note, Refusal, Workbook, read_workbook
from loaders.reading.child import xlsx

LIMITS = {"cells": 5_000_000}


@pytest.fixture
def book(tmp_path):
    """Values of every type below three blank rows and right of two blank columns."""
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("ข้อมูล")
        formats = {
            code: workbook.add_format({"num_format": code})
            for code in ("yyyy-mm-dd", "[$-D07041E]d mmm yyyy hh:mm", "0.00%", "hh:mm", "[h]:mm")
        }
        sheet.write("C4", "บ้านดอนแก้ว")
        sheet.write("C5", 93010203)
        sheet.write("C6", 36.928)
        sheet.write("C7", True)
        sheet.write("C8", dt.date(2026, 3, 31), formats["yyyy-mm-dd"])
        moment = dt.datetime(2026, 3, 31, 14, 5)
        sheet.write("C9", moment, formats["[$-D07041E]d mmm yyyy hh:mm"])
        sheet.write("C10", 0.05, formats["0.00%"])
        sheet.write("C11", 1e-7)
        sheet.write("C12", 56392231.00000001)
        sheet.write("C13", "   ")
        sheet.write("C14", " 0501 ")
        sheet.write("D4", dt.time(13, 30), formats["hh:mm"])
        sheet.write("D5", 1.5, formats["[h]:mm"])
        sheet.write_formula("D6", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D7", "=1+1", None, "")
        sheet.write_formula("D8", "=1+1", None, 2)
        sheet.write_formula("D9", "=1+1")
        sheet.write_formula("D10", '="ก"', None, "ก")
        sheet.write("D11", "a & b <c>\nd")
        sheet.write_rich_string("D12", "หนา", workbook.add_format({"bold": True}), "ตัว")
        sheet.merge_range("E4:F5", "รวม")
        sheet.set_row(11, None, None, {"hidden": True})
        sheet.set_column("D:D", None, None, {"hidden": True})
        workbook.add_worksheet("ซ่อน").write("B2", 1)
        workbook.get_worksheet_by_name("ซ่อน").hide()
    return path


COLUMN_C = (
    [None] * 3
    + ["บ้านดอนแก้ว", "93010203", "36.928", "TRUE", "2026-03-31", "2026-03-31 14:05:00", "0.05"]
    + ["0.0000001", "56392231.00000001", None, " 0501 "]
)
COLUMN_D = (
    [None] * 3
    + ["13:30:00", "36:00:00", "#DIV/0!", None, "2", None, "ก", "a & b <c>\nd", "หนาตัว"]
    + [None] * 2
)


def test_every_type_of_value_keeps_its_address(book):
    sheet = read_workbook(book).sheets[0]
    assert [column.to_pylist() for column in sheet.columns[:4]] == [
        [None] * 14,
        [None] * 14,
        COLUMN_C,
        COLUMN_D,
    ]
    assert sheet.cell(3, 4) == "รวม"
    assert sheet.cell(99, 99) is None


def test_what_readers_do_not_tell_is_told(book):
    workbook = read_workbook(book)
    sheet = workbook.sheets[0]
    assert sheet.error_cells == {(5, 3): "#DIV/0!"}
    assert sheet.percent_cells == {(9, 2)}
    assert sheet.merges == ((3, 4, 4, 5),)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({11}, {3})
    assert [(s.name, s.visible) for s in workbook.sheets] == [("ข้อมูล", True), ("ซ่อน", False)]
    assert workbook.notes == (Note("hidden_sheet", {"sheet": "ซ่อน"}),)


def test_a_formula_without_result_is_blank_and_named_never_zero(book):
    """XlsxWriter stores 0 for every formula it is given no result for."""
    sheet = read_workbook(book).sheets[0]
    assert sheet.uncached_formulas == {(6, 3), (8, 3)}
    assert [sheet.cell(6, 3), sheet.cell(8, 3)] == [None, None]


def test_openpyxl_formulas_have_no_result(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active["B3"] = "=A1+1"
    workbook.active["B4"] = "ข้อความ"
    workbook.save(tmp_path / "book.xlsx")
    sheet = read_workbook(tmp_path / "book.xlsx").sheets[0]
    assert sheet.uncached_formulas == {(2, 1)}
    assert sheet.rows(2, 4) == [[None, None], [None, "ข้อความ"]]


def test_large_sheets_read_exactly_as_small_ones(book, monkeypatch):
    small, _ = xlsx.read(book, LIMITS)
    monkeypatch.setattr(xlsx, "LARGE_BYTES", 0)
    large, _ = xlsx.read(book, LIMITS)
    assert [type(sheet.columns).__name__ for sheet in large] == ["RecordBatch"] * 2
    for expected, found in zip(small, large, strict=True):
        found.columns = [column.to_pylist() for column in found.columns.columns]
        assert vars(found) == vars(expected) | {"columns": padded(expected.columns, found.columns)}


def padded(columns, like):
    """Without columns and rows that a merged range alone adds at the right."""
    height = len(like[0])
    return [column[:height] for column in columns[: len(like)]]


def test_a_long_sheet_is_joined_from_its_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr("loaders.reading.child.xmlscan.PIECE", 4096)
    monkeypatch.setattr(xlsx, "LARGE_BYTES", 0)
    path = tmp_path / "long.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        percent = workbook.add_format({"num_format": "0%"})
        for row in range(2, 3000, 3):
            sheet.write(row, 1, f"หมู่ {row}")
            sheet.write(row, 3 if row > 1500 else 2, row / 8, percent)
    (found,), _ = xlsx.read(path, LIMITS)
    columns = [column.to_pylist() for column in found.columns.columns]
    filled = range(2, 3000, 3)
    assert columns == [
        [None] * 3000,
        [f"หมู่ {row}" if row in filled else None for row in range(3000)],
        [f"{row / 8:.9g}" if row in filled and row <= 1500 else None for row in range(3000)],
        [f"{row / 8:.9g}" if row in filled and row > 1500 else None for row in range(3000)],
    ]
    assert found.percent[2] == [[row, row] for row in filled if row <= 1500]


def test_a_large_workbook_comes_back_through_arrow(tmp_path):
    path = tmp_path / "large.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for row in range(6, 12_006):
            for col in range(1, 7):
                sheet.write(row, col, row * col / 8)
    with zipfile.ZipFile(path) as package:
        assert package.getinfo("xl/worksheets/sheet1.xml").file_size > xlsx.LARGE_BYTES
    (sheet,) = read_workbook(path).sheets
    assert (sheet.row_count, sheet.column_count) == (12_006, 7)
    assert sheet.cell(5, 1) is None
    assert sheet.columns[0].null_count == 12_006
    assert sheet.columns[3].to_pylist()[6:] == [f"{row * 3 / 8:.9g}" for row in range(6, 12_006)]


@pytest.mark.parametrize("size", [0, 1 << 40], ids=["large", "small"])
def test_tags_with_a_prefix_or_single_quotes_are_understood(package, monkeypatch, size):
    monkeypatch.setattr(xlsx, "LARGE_BYTES", size)
    sheet = (
        "<sheetData><row r='3'><c r='B3' t='e'><v>#REF!</v></c><c r='C3'><v>7</v></c></row>"
        "</sheetData>"
    )
    (found,), _ = xlsx.read(package(sheet), LIMITS)
    assert found.errors == [[2, 1, "#REF!"]]
    assert [list(map(str, column)) for column in found.columns] == [
        ["None"] * 3,
        ["None", "None", "#REF!"],
        ["None", "None", "7"],
    ]


def test_cells_without_addresses_are_counted_by_the_second_reader(package):
    sheet = "<sheetData><row><c><v>1</v></c><c t='e'><v>#N/A</v></c></row></sheetData>"
    assert read_workbook(package(sheet)).sheets[0].rows() == [["1", "#N/A"]]


def test_a_wrong_dimension_hides_nothing(package):
    sheet = (
        '<dimension ref="A1"/><sheetData><row r="2"><c r="B2"><v>1</v></c></row>'
        '<row r="9"><c r="D9"><v>2</v></c></row></sheetData>'
    )
    found = read_workbook(package(sheet)).sheets[0]
    assert (found.cell(1, 1), found.cell(8, 3)) == ("1", "2")


def test_dates_counted_from_1904_are_noted_and_right(tmp_path):
    path = tmp_path / "mac.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as workbook:
        form = workbook.add_format({"num_format": "yyyy-mm-dd"})
        workbook.add_worksheet().write("B2", dt.date(2026, 3, 31), form)
    found = read_workbook(path)
    assert found.sheets[0].cell(1, 1) == "2026-03-31"
    assert found.notes == (Note("dates_1904"),)


def test_a_package_without_cells_is_empty(package):
    assert read_workbook(package("<sheetData/>")) == Refusal("empty_file", {"reason": "no_cells"})


def test_the_extension_does_not_matter(book, tmp_path):
    renamed = tmp_path / "book.xls"
    renamed.write_bytes(book.read_bytes())
    found = read_workbook(renamed)
    assert isinstance(found, Workbook)
    assert found.kind == "xlsx"
    assert found.sheets[0].cell(3, 2) == "บ้านดอนแก้ว"
