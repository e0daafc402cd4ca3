"""A letter that looks like a digit was read as the number's unit: "35o" came in as 35, not 350."""

import pytest
from openpyxl import Workbook

from loaders.ingest import check_file

TITLE = "ผลการดำเนินงานตามตัวชี้วัด จังหวัดเชียงใหม่ ปีงบประมาณ 2569 ไตรมาส 1"
HEADER = ("ตัวชี้วัด", "หน่วยวัด", "ผลการดำเนินงาน")


@pytest.fixture
def found(tmp_path):
    def found(typed):
        book = Workbook()
        for row in ((TITLE,), HEADER, ("มูลค่าการค้าชายแดน", "ล้านบาท", typed)):
            book.active.append(row)
        book.save(tmp_path / "ผล.xlsx")
        findings = check_file(tmp_path / "ผล.xlsx").findings
        return [(one.code, one.cell, one.value) for one in findings]

    return found


@pytest.mark.parametrize("typed", ["35o", "๓๕O", "3l", "1,20S", "2Z %", "(35o)", "7B บาท"])
def test_a_look_alike_is_a_mistake_at_its_cell(found, typed):
    assert found(typed) == [("not_a_number", "C3", typed)]


@pytest.mark.parametrize("typed", ["350", "35 ล้านบาท", "35MB", "35 l", "35 บาท"])
def test_a_unit_is_no_look_alike(found, typed):
    assert "not_a_number" not in [code for code, *_ in found(typed)]
