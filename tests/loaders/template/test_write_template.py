"""The blank workbook: what a person opening it in Excel finds."""

from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from loaders.forms import FORMS
from loaders.table import Context
from loaders.template import write_template

GIVEN = Context(area_code="50", agency="สำนักงานจังหวัดเชียงใหม่", fiscal_year=2569, quarter=2)


@pytest.fixture
def opened(tmp_path):
    def open_template(name, **options):
        path = tmp_path / f"{name}.xlsx"
        write_template(FORMS[name], options.pop("given", GIVEN), path, **options)
        return openpyxl.load_workbook(path)

    return open_template


def headers(sheet):
    return [cell.value for cell in sheet[1]]


def rules(sheet):
    """Header → the validation of its column."""
    found = {
        min(cells.min_col for cells in rule.sqref.ranges): rule
        for rule in sheet.data_validations.dataValidation
    }
    return {sheet.cell(1, col).value: rule for col, rule in found.items()}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_has_one_header_row_frozen_and_nothing_merged(opened, name):
    sheet = opened(name).worksheets[0]
    assert sheet.max_row == 1
    assert sheet.freeze_panes == "A2"
    assert not sheet.merged_cells.ranges
    assert len(set(headers(sheet))) == len(headers(sheet))


@pytest.mark.parametrize("name", FORMS)
def test_the_hidden_sheet_says_which_form_it_is_and_whose(opened, name):
    sheet = opened(name)["_form"]
    assert sheet.sheet_state == "veryHidden"
    assert [tuple(row) for row in sheet.iter_rows(values_only=True)] == [
        ("form", name),
        ("version", str(FORMS[name].version)),
        ("province", "50"),
        ("agency", "สำนักงานจังหวัดเชียงใหม่"),
        ("fiscal_year", "2569"),
        ("quarter", "2"),
    ]


def test_repeated_columns_are_spelled_out(opened):
    names = headers(opened("kpi_targets", years=(2569, 2570, 2571)).worksheets[0])
    assert [name for name in names if "เป้าหมาย" in name and name[-1].isdigit()] == [
        "ค่าเป้าหมาย 2569",
        "ค่าเป้าหมาย 2570",
        "ค่าเป้าหมาย 2571",
        "เป้าหมายรวม 2569 - 2571",
    ]
    projects = headers(opened("projects").worksheets[0])
    assert [name for name in projects if name.startswith("เบิกจ่าย")] == [
        *(f"เบิกจ่ายสะสมไตรมาส {quarter}" for quarter in (1, 2, 3, 4))
    ]


def test_choices_are_offered_in_the_words_of_the_form(opened):
    found = rules(opened("projects").worksheets[0])
    assert found["ประเภทรายจ่าย"].formula1 == '"ประจำ,ลงทุน"'
    assert found["เป็นแบบอย่างที่ดี"].formula1 == '"ใช่,ไม่ใช่"'
    assert found["ประเภทรายจ่าย"].error == "โปรดเลือกจากรายการที่มีให้"


def test_a_list_too_long_for_a_rule_stands_on_a_hidden_sheet(opened):
    book = opened("projects")
    rule = rules(book.worksheets[0])["จังหวัด"]
    name = rule.formula1
    target = book.defined_names[name].attr_text
    sheet, cells = target.split("!")
    listed = [cell.value for cell in book[sheet][cells.replace("$", "")][0]]
    assert book[sheet].sheet_state == "hidden"
    assert (len(listed), "เชียงใหม่" in listed) == (77, True)


def test_districts_are_those_of_the_province(opened):
    small = Context(area_code="51", fiscal_year=2569)
    rule = rules(opened("community_plans", given=small).worksheets[0])["อำเภอ"]
    assert rule.formula1.strip('"').split(",") == [
        *("เมืองลำพูน", "แม่ทา", "บ้านโฮ่ง", "ลี้", "ทุ่งหัวช้าง", "ป่าซาง", "บ้านธิ", "เวียงหนองล่อง")
    ]


def test_numbers_years_and_dates_are_limited_with_a_thai_sentence(opened):
    found = rules(opened("projects").worksheets[0])
    progress, year, start = found["ความก้าวหน้า"], found["ปีงบประมาณ"], found["วันเริ่ม"]
    assert (progress.type, progress.formula1, progress.formula2) == ("decimal", "0", "100")
    assert "0–100" in progress.error
    assert (year.type, year.formula1, year.formula2) == ("whole", "2400", "2700")
    # A date may be right as Thai text: Excel asks instead of refusing.
    assert (start.type, start.errorStyle, year.errorStyle) == ("date", "warning", None)


def test_the_header_carries_meaning_unit_and_example_as_a_comment(opened):
    sheet = opened("projects").worksheets[0]
    comments = {cell.value: cell.comment.text for cell in sheet[1] if cell.comment}
    assert "หน่วย: บาท" in comments["งบประมาณที่ได้รับ"]
    assert "ตัวอย่าง: 255000" in comments["งบประมาณที่ได้รับ"]
    assert "ต้องกรอกทุกแถว" in comments["งบประมาณที่ได้รับ"]


def test_rows_are_high_enough_for_thai_and_cells_to_fill_are_yellow(opened):
    sheet = opened("projects").worksheets[0]
    assert sheet.sheet_format.defaultRowHeight >= 24
    assert sheet.column_dimensions["A"].width > 10
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
    filled = opened("projects", rows=[{"project": "ก"}]).worksheets[0]["B2"]
    assert filled.fill.fgColor.rgb == "FFFFFDE7"


def test_values_are_written_in_words_names_and_dates(opened):
    row = {
        "project": "โครงการทดลอง",
        "province": "50",
        "district": "5007",
        "stage": "approved",
        "best_practice": True,
        "allocated_thb": Decimal("255000.50"),
        "disbursed_thb_2": 1000,
        "start_date": date(2026, 5, 24),
        "fiscal_year": 2569,
        "highlight": None,
    }
    sheet = opened("projects", rows=[row]).worksheets[0]
    written = dict(zip(headers(sheet), (cell.value for cell in sheet[2]), strict=True))
    assert {name: value for name, value in written.items() if value is not None} == {
        "ชื่อโครงการ": "โครงการทดลอง",
        "จังหวัด": "เชียงใหม่",
        "อำเภอ": "แม่ริม",
        "ขั้นตอน": "อนุมัติ",
        "เป็นแบบอย่างที่ดี": "ใช่",
        "งบประมาณที่ได้รับ": 255000.5,
        "เบิกจ่ายสะสมไตรมาส 2": 1000,
        "วันเริ่ม": datetime(2026, 5, 24),
        "ปีงบประมาณ": 2569,
    }


@pytest.mark.parametrize("text", ["=1+1", "+66 53 112", "@SUM(A1)", "http://example.com"])
def test_text_that_looks_like_a_formula_or_link_stays_text(opened, text):
    cell = opened("projects", rows=[{"project": text}]).worksheets[0]["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_same_form_gives_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_template(FORMS["projects"], GIVEN, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
