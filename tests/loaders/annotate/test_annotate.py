"""The sender's workbook comes back marked, and otherwise as it was."""

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from loaders.annotate import annotate
from loaders.findings import Finding
from loaders.reading import read_workbook

ERROR = Finding("not_a_number", "ข้อมูล", 2, 1, "หกสิบ")
WARNING = Finding("missing_value", "ข้อมูล", 3, 0, expected="แผนงาน")


@pytest.fixture
def sent(tmp_path):
    book = Workbook()
    page = book.active
    page.title = "ข้อมูล"
    page["A1"] = "งบประมาณ"
    page.merge_cells("A1:B1")
    page["A2"], page["B2"] = "แผนงาน", "งบประมาณ"
    page["A3"], page["B3"] = "พอเพียง", "หกสิบ"
    page["A4"], page["B4"] = None, 40
    page["B2"].font = Font(bold=True)
    page["B5"] = "=B4*2"
    page["B3"].comment = Comment("ดูอีกที", "ผู้ส่ง")
    book.create_sheet("อื่น")["C3"] = "คงเดิม"
    book.save(tmp_path / "sent.xlsx")
    return tmp_path / "sent.xlsx"


@pytest.fixture
def marked(sent, tmp_path):
    def mark(findings, lang="th"):
        copy = tmp_path / "copy.xlsx"
        annotate(sent, copy, read_workbook(sent), findings, lang)
        return load_workbook(copy)

    return mark


def test_the_cell_is_coloured_and_carries_the_sentence_after_the_senders_own_note(marked):
    cell = marked([ERROR])["ข้อมูล"]["B3"]
    assert cell.comment.text == f"ดูอีกที\n{ERROR.message('th')}"
    assert cell.fill.start_color.rgb.endswith("F4B183")


def listed(page):
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_the_first_sheet_lists_every_finding_under_its_sheet_with_a_link(marked):
    book = marked([Finding("empty_file"), ERROR, WARNING])
    page = book.worksheets[0]
    assert (page.title, book.active.title) == ("ผลการตรวจสอบ", "ผลการตรวจสอบ")
    assert listed(page) == [
        ["ผลการตรวจสอบ: sent.xlsx", *[None] * 5],
        ["ข้อผิดพลาด 3", *[None] * 5],
        ["แผ่นงาน", "เซลล์", "ระดับ", "สิ่งที่พบและสิ่งที่ต้องทำ", "ค่าที่พบ", "ค่าที่คาดไว้"],
        ["ทั้งไฟล์  (ข้อผิดพลาด 1)", *[None] * 5],
        ["ทั้งไฟล์", None, "ข้อผิดพลาด", Finding("empty_file").message("th"), None, None],
        ["ข้อมูล  (ข้อผิดพลาด 2)", *[None] * 5],
        ["ข้อมูล", "B3", "ข้อผิดพลาด", ERROR.message("th"), "หกสิบ", None],
        ["ข้อมูล", "A4", "ข้อผิดพลาด", WARNING.message("th"), None, "แผนงาน"],
    ]
    links = {name: page[name].hyperlink.location for name in ("B7", "B8")}
    assert links == {"B7": "'ข้อมูล'!B3", "B8": "'ข้อมูล'!A4"}


def test_what_is_said_of_a_column_again_and_again_is_one_line_with_the_rest_folded(marked):
    findings = [Finding("not_a_number", "ข้อมูล", row, 1, f"ค่า {row}") for row in range(10, 50)]
    book = marked(findings)
    page = book.worksheets[0]
    assert [page["B5"].value, page["D5"].value] == [
        "คอลัมน์ B 40 เซลล์",
        findings[0].message("th"),
    ]
    folded = [page.row_dimensions[row] for row in range(6, 46)]
    assert {(row.outlineLevel, row.hidden) for row in folded} == {(1, True)}
    assert [page.cell(row, 2).value for row in (6, 45)] == ["B11", "B50"]
    sheet = book["ข้อมูล"]
    assert sheet["B11"].comment.text.endswith("พบเช่นเดียวกันอีก 39 เซลล์ในคอลัมน์นี้")
    spoken = [row for row in range(11, 51) if sheet.cell(row, 2).comment]
    assert spoken == [*range(11, 27)]
    fills = {sheet.cell(row, 2).fill.start_color.rgb for row in range(11, 51)}
    assert fills == {"FFF4B183"}


def test_everything_else_stays_as_the_sender_made_it(marked):
    page = marked([ERROR])["ข้อมูล"]
    assert page["B2"].font.bold
    assert page["B5"].value == "=B4*2"
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:B1"]
    assert marked([ERROR])["อื่น"]["C3"].value == "คงเดิม"


def test_a_finding_inside_a_merged_range_marks_its_first_cell(marked):
    finding = Finding("not_a_number", "ข้อมูล", 0, 1, "x")
    assert marked([finding])["ข้อมูล"]["A1"].comment is not None


def test_the_gravest_finding_of_a_cell_gives_its_colour(marked):
    note = Finding("unknown_column", "ข้อมูล", 2, 1, "x")
    cell = marked([ERROR, note])["ข้อมูล"]["B3"]
    assert cell.fill.start_color.rgb.endswith("F4B183")


def test_text_that_looks_like_a_formula_is_listed_as_text(marked):
    page = marked([Finding("not_a_number", "ข้อมูล", 2, 1, "=HYPERLINK(1)")]).worksheets[0]
    assert (page["E5"].value, page["E5"].data_type) == ("=HYPERLINK(1)", "s")


def test_a_finding_about_the_whole_file_is_only_listed(marked):
    page = marked([Finding("empty_file")], "en").worksheets[0]
    assert [page["A5"].value, page["B5"].value, page["B5"].hyperlink] == ["Whole file", None, None]


def test_of_a_text_file_the_copy_is_a_workbook_of_its_cells(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("แผนงาน,งบประมาณ\n=1+1,หกสิบ\n", encoding="cp874")
    workbook = read_workbook(path)
    finding = Finding("not_a_number", workbook.sheets[0].name, 1, 1, "หกสิบ")
    annotate(path, tmp_path / "copy.xlsx", workbook, [finding])
    page = load_workbook(tmp_path / "copy.xlsx").worksheets[1]
    assert [cell.value for cell in page[2]] == ["=1+1", "หกสิบ"]
    assert page["A2"].data_type == "s"
    assert page["B2"].comment is not None
