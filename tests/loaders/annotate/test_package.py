"""The sender's package is edited, not written anew: what nobody touches keeps its bytes."""

import re
import zipfile

import pytest
import xlsxwriter
from openpyxl import load_workbook

from loaders.annotate import annotate
from loaders.findings import Finding
from loaders.reading import read_workbook

FOUND = Finding("not_a_number", "ข้อมูล", 2, 1, "หกสิบ")
BLANK = Finding("missing_value", "ข้อมูล", 6, 30, expected="แผนงาน")
ROWLESS = Finding("missing_value", "ข้อมูล", 99, 0, expected="แผนงาน")


@pytest.fixture
def rich(tmp_path):
    """What agencies' workbooks have: widths, merges, formats, rules, a chart, a name, a filter."""
    path = tmp_path / "rich.xlsx"
    with xlsxwriter.Workbook(path) as book:
        first, page = book.add_worksheet("หน้าแรก"), book.add_worksheet("ข้อมูล")
        money = book.add_format({"num_format": "#,##0.00", "bold": True, "locked": False})
        page.set_column(30, 30, 20, money)
        page.merge_range("A1:C1", "งบประมาณ")
        page.write_row("A2", ["แผนงาน", "งบประมาณ"])
        page.write("A3", "พอเพียง")
        page.write("B3", "หกสิบ", money)
        page.write("B4", 40, money)
        page.write_formula("B5", "=B4*2", money, 80)
        page.write_comment("A2", "หมายเหตุของผู้ส่ง")
        page.data_validation("B3:B9", {"validate": "decimal", "criteria": ">=", "value": 0})
        page.conditional_format("B3:B9", {"type": "data_bar"})
        page.autofilter("A2:B5")
        book.define_name("ข้อมูล!พื้นที่", "=ข้อมูล!$A$3:$B$5")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=ข้อมูล!$B$4:$B$5"})
        first.insert_chart("B2", chart)
        first.activate()
    return path


@pytest.fixture
def mark(tmp_path):
    def marked(path, findings):
        copy = tmp_path / "copy.xlsx"
        annotate(path, copy, read_workbook(path), findings)
        return copy

    return marked


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_parts_that_nobody_touches_keep_their_bytes(rich, mark):
    before, after = parts(rich), parts(mark(rich, [FOUND]))
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert {*after} - {*before} == {"xl/worksheets/sheet3.xml"}


def test_of_a_sheet_only_the_marked_cells_change(rich, mark):
    before = parts(rich)["xl/worksheets/sheet2.xml"].decode()
    after = parts(mark(rich, [FOUND]))["xl/worksheets/sheet2.xml"].decode()
    (look,) = re.findall(r'<c r="B3" s="(\d+)"', after)
    (was,) = re.findall(r'<c r="B3" s="(\d+)"', before)
    row = re.search(r'<row r="3".*?</row>', before)[0]
    marked = row.replace(f'r="B3" s="{was}"', f'r="B3" s="{look}"')
    marked = re.sub(r' spans="[^"]*"', "", marked)
    assert after == before.replace(row, marked)


def test_a_marked_cell_keeps_its_format_and_gets_the_colour(rich, mark):
    cell = load_workbook(mark(rich, [FOUND]))["ข้อมูล"]["B3"]
    assert (cell.number_format, cell.font.b, cell.protection.locked) == ("#,##0.00", True, False)
    assert cell.fill.start_color.rgb == "FFF4B183"


def test_a_blank_cell_is_added_with_the_look_of_its_column(rich, mark):
    sheet = load_workbook(mark(rich, [BLANK, ROWLESS]))["ข้อมูล"]
    assert sheet["AE7"].number_format == "#,##0.00"
    fills = [sheet[name].fill.start_color.rgb for name in ("AE7", "A100")]
    assert fills == ["FFF4B183", "FFF4B183"]


def test_the_rest_of_the_workbook_survives(rich, mark):
    book = load_workbook(mark(rich, [FOUND]))
    sheet = book["ข้อมูล"]
    assert sheet["B5"].value == "=B4*2"
    assert [str(area) for area in sheet.merged_cells.ranges] == ["A1:C1"]
    assert sheet.auto_filter.ref == "A2:B5"
    assert len(sheet.data_validations.dataValidation) == 1
    assert sheet["A2"].comment.text == "หมายเหตุของผู้ส่ง"
    assert sheet.defined_names["พื้นที่"].attr_text == "ข้อมูล!$A$3:$B$5"
    assert book.sheetnames == ["ผลการตรวจสอบ", "หน้าแรก", "ข้อมูล"]


def test_only_the_list_is_selected_when_it_opens(rich, mark):
    written = parts(mark(rich, [FOUND]))
    selected = [name for name in written if b'tabSelected="1"' in written[name]]
    assert selected == ["xl/worksheets/sheet3.xml"]
    assert b"activeTab" not in written["xl/workbook.xml"]


def test_a_sheet_without_comments_gets_them_with_their_drawing(rich, mark):
    finding = Finding("not_a_number", "หน้าแรก", 4, 1, "x")
    written = parts(mark(rich, [finding]))
    sheet = written["xl/worksheets/sheet1.xml"].decode()
    assert re.search(r"<drawing [^>]*/><legacyDrawing [^>]*/></worksheet>$", sheet.strip())
    book = load_workbook(mark(rich, [finding]))
    assert book["หน้าแรก"]["B5"].comment.text == finding.message("th")


def test_a_second_copy_of_a_copy_finds_another_title(rich, mark, tmp_path):
    first = mark(rich, [FOUND]).rename(tmp_path / "first.xlsx")
    assert load_workbook(mark(first, [FOUND])).sheetnames[:2] == ["ผลการตรวจสอบ 2", "ผลการตรวจสอบ"]


def test_macros_are_left_out_and_the_list_says_so(rich, mark, tmp_path):
    path = tmp_path / "macros.xlsm"
    main = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/'
        b'vbaProject" Target="vbaProject.bin"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts(rich).items():
            data = data.replace(main, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")
            if name == "xl/_rels/workbook.xml.rels":
                data = data.replace(b"</Relationships>", relation)
            out.writestr(name, data)
        out.writestr("xl/vbaProject.bin", b"code")
    copy = mark(path, [FOUND])
    written = parts(copy)
    assert "xl/vbaProject.bin" not in written
    assert b"vbaProject" not in written["xl/_rels/workbook.xml.rels"]
    assert main in written["[Content_Types].xml"]
    assert load_workbook(copy).worksheets[0]["A3"].value == (
        "สำเนานี้เป็นไฟล์ .xlsx จึงไม่มีมาโครของต้นฉบับ"
    )


def test_a_package_written_unusually_is_written_anew_and_the_list_says_so(rich, mark, tmp_path):
    path = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts(rich).items():
            if name == "xl/worksheets/sheet2.xml":
                data = re.sub(rb'<(row|c) r="\w+"', rb"<\1", data)
            out.writestr(name, data)
    book = load_workbook(mark(path, [FOUND]))
    assert book.worksheets[0]["A3"].value.startswith("ไฟล์ที่ส่งมามีโครงสร้างไม่ปกติ")
    assert book["ข้อมูล"]["B3"].fill.start_color.rgb == "FFF4B183"


def test_a_text_file_becomes_a_workbook_of_numbers_and_texts(mark, tmp_path):
    path = tmp_path / "ก.csv"
    path.write_text("แผนงาน,งบประมาณ,รหัส\nพอเพียง,40.5,0012\n", encoding="utf-8")
    book = load_workbook(mark(path, []))
    assert [cell.value for cell in book.worksheets[1][2]] == ["พอเพียง", 40.5, "0012"]
    assert book.worksheets[0]["A2"].value == "ไม่พบสิ่งที่ต้องแก้ไข"
    assert ".csv" in book.worksheets[0]["A3"].value
