"""A workbook dropped into a real browser: a right one is confirmed, a wrong one stays outside."""

import pytest
from openpyxl import Workbook

HEADER = ("แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)")
TITLE = ("หน่วยงาน: สำนักงานจังหวัดน่าน",)
CONTEXT = ("งบประมาณตามแผนงาน จังหวัดน่าน ปีงบประมาณ 2569",)


@pytest.fixture
def dropped(visit, tmp_path):
    """The upload page after a workbook of these rows was dropped on it."""

    def drop(name: str, *rows: tuple):
        book = Workbook()
        for row in (TITLE, CONTEXT, HEADER, *rows):
            book.active.append(row)
        book.save(tmp_path / name)
        visit.open("/upload")
        visit.page.set_input_files("input[type=file]", tmp_path / name)
        visit.page.get_by_role("heading", name=name).wait_for()
        visit.settle()
        return visit.page

    return drop


def test_a_right_workbook_is_confirmed_and_its_figures_are_a_click_away(dropped, visit):
    page = dropped("ถูกต้อง.xlsx", ("น้ำ", 2, 1_000_000), ("ป่า", 3, 3_000_000))
    page.get_by_role("button", name="ยืนยันเฉพาะไฟล์นี้").click()
    page.get_by_role("button", name="ยืนยัน บันทึก และเผยแพร่").click()
    page.get_by_text("ถูกต้อง.xlsx — 2 แถว เผยแพร่แล้ว").wait_for()
    visit.settle()

    page.get_by_role("link", name="ดูที่หน้างบประมาณ").click()
    page.wait_for_url(lambda url: "/budget" in url and "province=55" in url)
    visit.settle()
    page.locator(".js-plotly-plot", has_text="น้ำ").first.wait_for()


def test_a_wrong_workbook_names_the_cell_and_offers_no_confirmation(dropped, visit):
    page = dropped("ผิด.xlsx", ("น้ำ", "สองโครงการ", 1_000_000))

    assert page.get_by_text("ต้องแก้ก่อนจึงจะรับได้ 1 ข้อ").count() == 1
    assert page.get_by_role("button", name="ยืนยันเฉพาะไฟล์นี้").count() == 0
    # The table is drawn on a canvas; what a screen reader is told stands inside it.
    page.locator("[data-testid=stDataFrame] td", has_text="B4").wait_for(state="attached")
    with page.expect_download() as download:
        page.get_by_role("button", name="ไฟล์เดิมพร้อมเครื่องหมาย").click()
    assert download.value.suggested_filename == "ผิด_ผลการตรวจสอบ.xlsx"

    page.reload()
    page.get_by_role("heading", name="ผิด.xlsx").wait_for()
    page.get_by_role("button", name="ไม่นำเข้าไฟล์นี้").click()
    page.get_by_text("ยังไม่มีไฟล์รอตรวจ").wait_for()
