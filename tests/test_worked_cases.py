"""Eight cases worked by hand from the source documents, each from a workbook to what is said of it."""

from decimal import Decimal as D

import pytest
from given import Given, records
from openpyxl import Workbook

from loaders.ingest import check_file, examine_file, ingest_file
from loaders.table import Context
from metrics.scope import Scope, ScopeError
from store import open_store

OFFICE = Context(agency="สำนักงานจังหวัดเชียงใหม่")
PLANS_2550 = (
    ("เศรษฐกิจพอเพียง", 495, 36.928, 39.69),
    ("พัฒนาและสร้างโอกาสให้ชุมชน", 267, 22.123, 23.77),
    ("พัฒนาคุณภาพชีวิตของชุมชน", 100, 8.464, 2.98),
    ("สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ", 42, 2.765, 9.14),
    ("บริการขั้นพื้นฐาน", 394, 22.720, 24.42),
    ("รวม", 1298, 93.00, 100.00),
)
# The mapping of 2550 names every plan of the budget but one.
MAPPING_2550 = tuple(plan for plan, *_ in PLANS_2550[:5] if "คุณภาพชีวิต" not in plan)
# Area, indicator and its yearly targets of 2557–2560 with their printed total.
TARGETS_2557 = (
    ("กลุ่มจังหวัดภาคเหนือตอนบน 1", "ร้อยละของการขยายตัวของรายได้จากการท่องเที่ยว", 5, 5, 5, 5, 20),
    ("กลุ่มจังหวัดภาคเหนือตอนบน 1", "ร้อยละมูลค่าการลงทุนที่เพิ่มขึ้น", 5, 5, 5, 5, 20),
    ("เชียงใหม่", "ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยวในจังหวัด", 3, 3.5, 4, 4.5, 15),
    ("เชียงใหม่", "ร้อยละที่เพิ่มขึ้นของมูลค่าการค้าการลงทุน", 3, 3.5, 4, 4.5, 15),
    ("ลำพูน", "จำนวนแปลงหรือฟาร์มที่เพิ่มขึ้น", 10, 10, 10, 10, 40),
    ("ลำพูน", "ร้อยละที่เพิ่มขึ้นของมูลค่าการผลิตภาคอุตสาหกรรม", 5, 5, 5, 5, 20),
    ("ลำปาง", "ร้อยละที่เพิ่มขึ้นของรายได้จากการจำหน่ายเซรามิก", 3, 3, 3, 3, 12),
    ("ลำปาง", "ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยว", 10, 10, 10, 10, "10 (เป้าหมาย รวม)"),
    ("แม่ฮ่องสอน", "ร้อยละที่เพิ่มขึ้นของมูลค่าการค้าชายแดน", 3, 3, 3, 3, 12),
    ("แม่ฮ่องสอน", "ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยว", 5, 5, 5, 5, 20),
)
BUDGET = ("แผนงาน", "จำนวนโครงการ", "งบประมาณ (ล้านบาท)", "ร้อยละ")
BUDGET_TITLE = "งบประมาณตามแผนงาน จังหวัดเชียงใหม่ ปีงบประมาณ 2550"
RESULTS = ("ตัวชี้วัด", "หน่วยวัด", "ค่าเป้าหมาย", "ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4")
PROJECTS = ("โครงการ", "แผนงาน", "หน่วยดำเนินการ", "อำเภอ", "งบประมาณ")


@pytest.fixture
def con():
    with open_store(":memory:") as connection:
        yield connection


@pytest.fixture
def sheet(tmp_path):
    """Writes the rows as a workbook and says where."""

    def sheet(*rows, name="แบบ.xlsx"):
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return sheet


def found(path, con=None):
    return {
        (one.severity, one.code, one.cell) for one in check_file(path, OFFICE, con=con).findings
    }


def test_case_1_the_budget_of_2550_has_two_rows_swapped_a_residue_and_an_unknown_plan(
    con, sheet, tmp_path
):
    strategy = sheet(
        ("เจ้าของแผน", "ชื่อแผน", "ปีเริ่มต้น", "ปีสิ้นสุด", "ประเภท", "รหัส", "ข้อความ"),
        *(
            ("เชียงใหม่", "แผนพัฒนาหมู่บ้าน", 2550, 2553, "แผนงาน", f"P{number}", plan)
            for number, plan in enumerate(MAPPING_2550, 1)
        ),
        name="ยุทธศาสตร์.xlsx",
    )
    assert ingest_file(con, strategy, OFFICE, data_dir=tmp_path).state == "accepted"
    assert found(sheet((BUDGET_TITLE,), BUDGET, *PLANS_2550), con) == {
        ("warning", "shares_swapped", "D5"),
        ("note", "shares_residue", "D3"),
        ("question", "plan_not_in_strategy", "A5"),
    }


def test_case_2_the_table_of_2557_has_no_base_one_count_and_one_total_in_dispute(sheet):
    header = ("จังหวัด", "ตัวชี้วัด", "ข้อมูลพื้นฐาน", "2557", "2558", "2559", "2560", "2557 - 2560")
    rows = [(area, kpi, None, *targets) for area, kpi, *targets in TARGETS_2557]
    # Lamphun has no target for tourism: there is no row, and none is missing.
    examined = examine_file(None, sheet(header, *rows), Context(area_code="upper-north-1"))
    (table,) = examined.tables
    assert table.rows.num_rows == 10
    said = {one.code: one for one in examined.report.findings if one.severity == "warning"}
    assert {code: one.cell for code, one in said.items()} == {
        "no_baseline": "C1",
        "unit_mixed": "B6",
        "target_total_disputed": "H9",
    }
    assert said["target_total_disputed"].params == {
        "sum": "40",
        "compound": "46.41",
        "final": "10",
    }


def test_case_3_a_target_of_5_beside_a_base_of_1953_percent_may_be_points_or_percent(sheet):
    header = ("ตัวชี้วัด", "หน่วยวัด", "ข้อมูลพื้นฐาน", "2569", "2570", "2569 - 2570")
    path = sheet(
        ("ตัวชี้วัดและค่าเป้าหมาย จังหวัดพัทลุง",),
        header,
        ("สัดส่วนขยะที่กำจัดถูกต้องเพิ่มขึ้น", "ร้อยละ", "19.53", 5, 5, 10),
    )
    (question,) = check_file(path, OFFICE).findings
    assert (question.code, question.severity) == ("change_mode_unclear", "question")
    assert {choice.answer for choice in question.asks.choices} == {"level", "points", "percent"}


def test_case_4_a_project_of_538800_million_baht_is_asked_about(sheet):
    path = sheet(
        ("รายงานความก้าวหน้าโครงการ จังหวัดพัทลุง ปีงบประมาณ 2566",),
        PROJECTS,
        ("อบรมอาสาสมัคร", "สังคม", "อำเภอเมืองพัทลุง", "เมืองพัทลุง", "538800.0000 ล้านบาท"),
    )
    assert found(path) == {("question", "unit_suspected", "E3")}


def test_case_5_a_sum_that_differs_by_its_rounding_is_accepted_silently(sheet):
    path = sheet(
        (BUDGET_TITLE,),
        BUDGET[:3],
        ("น้ำ", 7, 24.32),
        ("ป่า", 9, 102.74),
        ("รวม", 16, 127.05),
    )
    assert found(path) == set()


def test_case_6_quarters_that_only_grow_toward_the_target_look_like_a_running_total(sheet):
    path = sheet(
        ("ผลการดำเนินงานตามตัวชี้วัด จังหวัดพัทลุง ปีงบประมาณ 2568",),
        RESULTS,
        ("จำนวนครัวเรือนที่เข้าร่วม", "ครัวเรือน", 50, 10, 22, 35, 48),
    )
    (question,) = check_file(path, OFFICE).findings
    assert (question.code, question.severity) == ("looks_cumulative", "question")
    assert {choice.answer for choice in question.asks.choices} >= {"period", "cumulative"}


def test_case_7_a_group_that_lost_members_has_no_trend_without_one_set_of_provinces():
    store = Given()
    rows = [
        f"{code} | {year} | gpp | current | 10" for code in ("90", "94") for year in (2558, 2563)
    ]
    drawn = "\n".join(["area_code | year_be | measure | price | value", *rows])
    store.sent("area_profile", fact_area_measure=drawn)
    asked = Scope(group="south-border", basket_fy="period")
    with pytest.raises(ScopeError, match="basket_needed"):
        records(store.con, "gross_provincial_product", asked, "value_thb")
    store.con.close()


def test_case_8_a_quarter_without_cabinet_target_says_so_and_borrows_none():
    store = Given()
    store.sent(
        "projects",
        fy=2570,
        fact_project_quarter="""
        fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
        2570        | 1       | 50            | ก    | p1           | 100           | 12
        """,
    )
    columns = ("disbursed_pct", "target_pct", "gap_pp", "target_state")
    shown = records(store.con, "disbursement", Scope(fiscal_year=2570, quarter=1), *columns)
    assert shown == [(D(12), None, None, "not_loaded")]
    store.con.close()
