"""What a blank workbook knows beforehand, and that it comes back without a question."""

import datetime as dt

import pytest

from loaders.forms import FORMS
from loaders.ingest import check_file, ingest_file
from loaders.prefill.known import LOCKED, SQL, known_for
from loaders.table import Context
from loaders.template.layout import slots
from store import run_query
from tests.loaders.prefill.seen import COMMERCE, HEALTH, locked, values
from thai.calendar import format_date

RESULT = {
    "area": "51",
    "kpi_code": "L-1",
    "kpi": "มูลค่าการค้าชายแดน",
    "unit": "ล้านบาท",
    "fiscal_year": 2569,
    "quarter": "1",
    "target": 25,
    "actual": 30,
}
PROJECT = {
    "project_code": "P-1",
    "project": "โครงการวางท่อประปา",
    "fiscal_year": 2569,
    "plan": "บริการขั้นพื้นฐาน",
    "agency": HEALTH,
    "province": "51",
    "district": "5103",
    "allocated_thb": 255000.5,
    "disbursed_thb_1": 1000,
    "disbursed_thb_2": 2000.25,
    "stage": "approved",
    "start_date": dt.date(2025, 11, 3),
    "best_practice": False,
}


def test_an_agency_finds_its_indicators_with_target_and_last_result(declared, send, blank):
    send("kpi_results", [RESULT], area_code="51", agency=COMMERCE, fiscal_year=2569, quarter=1)
    sheet = blank("kpi_results", area_code="51", agency=COMMERCE, fiscal_year=2569, quarter=2)
    sheet = sheet.worksheets[0]
    assert values(sheet) == [
        {
            "จังหวัด/กลุ่มจังหวัด": "ลำพูน",
            "รหัสตัวชี้วัด": "L-1",
            "ตัวชี้วัด": "มูลค่าการค้าชายแดน",
            "หน่วยวัด": "ล้านบาท",
            "ปีงบประมาณ": 2569,
            "ไตรมาส": "2",
            "ฐานเวลา": "ปีงบประมาณ",
            "ค่าเป้าหมายทั้งปี": 100,
            "ผลงวดก่อน": 30,
        }
    ]
    assert locked(sheet) == [
        *("จังหวัด/กลุ่มจังหวัด", "รหัสตัวชี้วัด", "ตัวชี้วัด", "หน่วยวัด", "ปีงบประมาณ", "ไตรมาส"),
        *("ค่าเป้าหมายทั้งปี", "ผลงวดก่อน"),
    ]


def test_what_nobody_has_reported_yet_goes_to_its_owner(declared, blank):
    sheet = blank("kpi_results", area_code="51", agency=HEALTH, fiscal_year=2570, quarter=1)
    assert [row["รหัสตัวชี้วัด"] for row in values(sheet.worksheets[0])] == ["L-2"]


def test_without_an_agency_the_whole_province_is_there(declared, blank):
    sheet = blank("kpi_results", area_code="51", fiscal_year=2570).worksheets[0]
    assert [(row["รหัสตัวชี้วัด"], row["ไตรมาส"], row["ค่าเป้าหมาย"]) for row in values(sheet)] == [
        ("L-1", "ทั้งปี", 200),
        ("L-2", "ทั้งปี", 400),
    ]


def test_the_fourth_quarter_of_last_year_stands_before_the_first(declared, send, blank):
    last = RESULT | {"fiscal_year": 2569, "quarter": "4", "actual": 88}
    send("kpi_results", [last], area_code="51", agency=COMMERCE, fiscal_year=2569, quarter=4)
    sheet = blank("kpi_results", area_code="51", agency=COMMERCE, fiscal_year=2570, quarter=1)
    assert [row["ผลงวดก่อน"] for row in values(sheet.worksheets[0])] == [88]


def test_a_project_comes_with_the_money_of_earlier_quarters_locked(send, blank):
    send("projects", [PROJECT], area_code="51", agency=HEALTH, fiscal_year=2569, quarter=2)
    sheet = blank("projects", area_code="51", agency=HEALTH, fiscal_year=2569, quarter=3)
    sheet = sheet.worksheets[0]
    assert values(sheet) == [
        {
            "รหัสโครงการ": "P-1",
            "ชื่อโครงการ": "โครงการวางท่อประปา",
            "ปีงบประมาณ": 2569,
            "แผนงาน": "บริการขั้นพื้นฐาน",
            "หน่วยดำเนินการ": HEALTH,
            "จังหวัด": "ลำพูน",
            "อำเภอ": "บ้านโฮ่ง",
            "งบประมาณที่ได้รับ": 255000.5,
            "เบิกจ่ายสะสมไตรมาส 1": 1000,
            "เบิกจ่ายสะสมไตรมาส 2": 2000.25,
            "ขั้นตอน": "อนุมัติ",
            "วันเริ่ม": dt.datetime(2025, 11, 3),
            "เป็นแบบอย่างที่ดี": "ไม่ใช่",
        }
    ]
    assert {"เบิกจ่ายสะสมไตรมาส 1", "เบิกจ่ายสะสมไตรมาส 2", "ชื่อโครงการ"} <= {*locked(sheet)}
    assert not {"เบิกจ่ายสะสมไตรมาส 3", "งบประมาณที่ได้รับ", "ขั้นตอน"} & {*locked(sheet)}


def test_rows_below_the_known_ones_may_be_added(send, blank):
    send("projects", [PROJECT], area_code="51", agency=HEALTH, fiscal_year=2569, quarter=2)
    sheet = blank("projects", area_code="51", fiscal_year=2569).worksheets[0]
    assert sheet.protection.sheet
    assert not sheet.column_dimensions["B"].protection.locked


def test_a_filled_workbook_comes_back_without_a_finding(declared, con, send, blank, tmp_path):
    send("kpi_results", [RESULT], area_code="51", agency=COMMERCE, fiscal_year=2569, quarter=1)
    book = blank("kpi_results", area_code="51", agency=COMMERCE, fiscal_year=2569, quarter=2)
    sheet = book.worksheets[0]
    place = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, place["ค่าเป้าหมาย"]).value = 50
    sheet.cell(2, place["ผลการดำเนินงาน"]).value = 61.5
    book.save(tmp_path / "blank.xlsx")
    report = ingest_file(con, tmp_path / "blank.xlsx", Context(), data_dir=tmp_path / "data")
    assert (report.state, report.findings) == ("accepted", ())
    stored = con.execute(
        "select area_code, kpi_code, kpi, unit, fiscal_year, quarter, target::double, actual::double"
        " from fact_kpi_result where submission_id = ?",
        [report.submissions[0]],
    ).fetchall()
    assert stored == [
        ("51", "L-1", "มูลค่าการค้าชายแดน", "ล้านบาท", 2569, 2, 50.0, 61.5),
    ]


def test_targets_sent_back_untouched_are_the_same_facts(declared, con, blank, tmp_path):
    book = blank("kpi_targets", area_code="51", fiscal_year=2569)
    book.save(tmp_path / "blank.xlsx")
    ingest_file(con, tmp_path / "blank.xlsx", Context(), data_dir=tmp_path / "data")
    facts = (
        "select area_code, kpi_code, kpi, unit, fiscal_year, target, owner"
        " from fact_target join fact_indicator using (submission_id, area_code, kpi_code)"
        " where submission_id = ? order by kpi_code, fiscal_year"
    )
    first, second = (con.execute(facts, [number]).fetchall() for number in (1, 2))
    assert len(first) == 4
    assert second == first


def test_a_budget_proposes_last_years_plans_without_their_money(send, blank):
    rows = [
        {"area": "51", "fiscal_year": 2569, "plan": plan, "project_count": 3, "budget_thb": 500}
        for plan in ("เศรษฐกิจพอเพียง", "บริการขั้นพื้นฐาน")
    ]
    send("budget_by_plan", rows, area_code="51", fiscal_year=2569)
    sheet = blank("budget_by_plan", area_code="51", fiscal_year=2570).worksheets[0]
    assert values(sheet) == [
        {"จังหวัด/กลุ่มจังหวัด": "ลำพูน", "ปีงบประมาณ": 2570, "แผนงาน": plan}
        for plan in ("เศรษฐกิจพอเพียง", "บริการขั้นพื้นฐาน")
    ]


@pytest.mark.parametrize("name", FORMS)
def test_every_form_has_its_query_and_its_locks(name):
    assert (SQL / f"{name}.sql").exists()
    keys = {slot.key for slot in slots(FORMS[name], (2569,))}
    assert {*LOCKED[name]} <= keys


@pytest.mark.parametrize("name", FORMS)
def test_every_query_names_only_columns_of_its_form(con, name):
    form = FORMS[name]
    keys = {column.key for column in form.columns}
    asked = {"area": "51", "fiscal_year": 2569, "quarter": 1, "agencies": None}
    described = run_query(con, SQL / f"{name}.sql", asked).description
    assert {column[0] for column in described} <= keys


@pytest.mark.parametrize("name", FORMS)
def test_nothing_known_gives_the_plain_blank(con, name):
    assert known_for(con, FORMS[name], Context(fiscal_year=2569)).rows == ()


def test_the_explaining_sheet_says_to_whom_and_is_not_read(declared, con, send, blank, tmp_path):
    send("kpi_results", [RESULT], area_code="51", agency=COMMERCE, fiscal_year=2569, quarter=1)
    book = blank("kpi_results", area_code="51", agency=COMMERCE, fiscal_year=2569, quarter=2)
    sheet = book["คำชี้แจง"]
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        f"เรียน {COMMERCE}",
        "แบบรายงานผลตัวชี้วัดรายไตรมาส  ลำพูน  ไตรมาส 2/2569",
        f"โปรดส่งกลับภายในวันที่ {format_date(dt.date(2026, 4, 15))}",
    ]
    report = check_file(tmp_path / "blank.xlsx", Context(), con=con)
    assert {finding.sheet for finding in report.findings} == {book.sheetnames[0]}


def test_known_names_are_offered_and_new_ones_let_pass(declared, blank):
    sheet = blank("projects", area_code="51", fiscal_year=2569).worksheets[0]
    rules = {
        min(cells.min_col for cells in rule.sqref.ranges): rule
        for rule in sheet.data_validations.dataValidation
    }
    place = {cell.value: cell.column for cell in sheet[1]}
    rule = rules[place["รหัสตัวชี้วัด"]]
    assert (rule.formula1, rule.errorStyle) == ('"L-1,L-2"', "warning")
