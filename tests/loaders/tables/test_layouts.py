"""The layouts agencies use read to the same facts as a plain table would."""

from datetime import date
from decimal import Decimal

import pytest

from loaders.reading import CellSet


def test_a_project_sheet_with_sections_reads_plan_and_issue_from_the_lines_above(drawn, take):
    left, above = drawn.LEFT, drawn.ABOVE
    read = drawn.read(
        drawn.draw(
            ["แบบรายงานความก้าวหน้าโครงการ ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2569", *[left] * 8],
            ["จังหวัดพัทลุง   ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๙", *[left] * 8],
            ["หน่วย : ล้านบาท", *[left] * 8],
            ["ที่", "ชื่อโครงการ/กิจกรรม", "หน่วยดำเนินการ", "อำเภอ", "งบประมาณที่ได้รับจัดสรร", "ผลการเบิกจ่าย", left, "ความก้าวหน้า (ร้อยละ)", "ขั้นตอน"],
            [above, above, above, above, above, "ไตรมาส 1", "ไตรมาส 2", above, above],
            ["ประเด็นยุทธศาสตร์ที่ 1 การพัฒนาเมืองเกษตรยั่งยืน", *[left] * 8],
            ["แผนงานที่ 1 : เกษตรปลอดภัย", *[left] * 8],
            ["1", "โครงการข้าวสังข์หยด", "สำนักงานเกษตรจังหวัด", "ควนขนุน", "1.5", "0.25", "1", "60", "ดำเนินการ"],
            ["2", "โครงการปศุสัตว์", "สำนักงานปศุสัตว์จังหวัด", "เมือง", "2", "-", "0.5", "30", "อนุมัติ"],
            ["", "รวมแผนงานที่ 1", "", "", "3.5", "0.25", "1.5", "", ""],
            ["แผนงานที่ ๒ การท่องเที่ยว", *[left] * 8],
            ["3", "โครงการทะเลน้อย", "สำนักงานการท่องเที่ยวและกีฬา", "อ.ควนขนุน", "800,000 บาท", "", "", "0", "เสนอ"],
            ["รวมทั้งสิ้น", *[left] * 3, "4.3", "0.25", "1.5", "", ""],
            ["หมายเหตุ: ข้อมูลเบื้องต้น", *[left] * 8],
        )
    )  # fmt: skip
    issue = "การพัฒนาเมืองเกษตรยั่งยืน"
    assert read.codes == [("nil_unclear", "F9")]
    keys = ("project", "strategic_issue", "plan", "province", "district", "allocated_thb", "stage")
    assert take(read.rows, *keys) == [
        ("โครงการข้าวสังข์หยด", issue, "เกษตรปลอดภัย", "93", "9305", Decimal(1_500_000), "in_progress"),
        ("โครงการปศุสัตว์", issue, "เกษตรปลอดภัย", "93", "9301", Decimal(2_000_000), "approved"),
        ("โครงการทะเลน้อย", issue, "การท่องเที่ยว", "93", "9305", Decimal(800_000), "proposed"),
    ]  # fmt: skip
    assert take(read.series, "src_row", "key", "quarter", "value") == [
        (8, "disbursed_thb", 1, Decimal(250_000)),
        (8, "disbursed_thb", 2, Decimal(1_000_000)),
        (9, "disbursed_thb", 2, Decimal(500_000)),
    ]
    context = read.table.context
    assert (context.fiscal_year, context.quarter, context.as_of) == (2569, 2, date(2026, 3, 31))
    assert [(a.row, a.label, a.value) for a in read.table.assertions if a.key == "allocated_thb"] == [
        (9, "รวมแผนงานที่ 1", Decimal(3_500_000)),
        (12, "รวมทั้งสิ้น", Decimal(4_300_000)),
    ]  # fmt: skip


def test_a_village_sheet_in_thai_digits_and_marks_is_read(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["แบบประเมินคุณภาพแผนชุมชน อำเภอแม่ริม จังหวัดเชียงใหม่ ปี ๒๕๖๙"],
            ["ตำบล", "หมู่ที่", "บ้าน", "ครัวเรือนทั้งหมด", "ครัวเรือนที่ใช้บัญชีรับ-จ่าย", "ร้อยละครัวเรือนที่เข้าร่วมเวทีประชาคม", "อปท. มีส่วนร่วม", "มีแผนเป็นลายลักษณ์อักษร", "เกรด", "วันที่ประเมิน"],
            ["สะลวง", "๑", "บ้านสะลวงนอก", "๑๒๐", "๘๔", "๗๐.๕", "✓", "มี", "A", "๒๔ พ.ค. ๒๕๖๙"],
            ["", "๒", "บ้านสะลวงใน", "๙๘", "-", "", "x", "", "ระดับดี", "24/5/2569"],
        )
    )  # fmt: skip
    assert read.codes == []
    assert read.table.form.name == "community_plans"
    assert take(read.rows, "district", "subdistrict", "village_no", "village", "households") == [
        ("5007", "สะลวง", 1, "บ้านสะลวงนอก", 120),
        ("5007", "สะลวง", 2, "บ้านสะลวงใน", 98),
    ]
    keys = ("households_with_accounts", "attending_pct", "local_government_joined", "written_plan")
    assert take(read.rows, *keys, "grade_reported", "assessed_on") == [
        (84, Decimal("70.5"), True, True, "A", date(2026, 5, 24)),
        (None, None, False, None, "A", date(2026, 5, 24)),
    ]


def test_results_in_one_row_a_quarter_are_read(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["จังหวัด", "ตัวชี้วัด", "หน่วยวัด", "ปีงบประมาณ", "ไตรมาส", "ค่าเป้าหมาย", "ผลการดำเนินงาน"],
            ["เชียงใหม่", "จำนวนคดียาเสพติด", "คดี", "2569", "1", "100", "97"],
            ["เชียงใหม่", "จำนวนคดียาเสพติด", "คดี", "2569", "ไตรมาสที่ 2", "100", "-"],
            ["ลำพูน", "จำนวนคดียาเสพติด", "คดี", "2569", "ทั้งปี", "50", "1,024 คดี"],
        )
    )
    assert read.codes == [("nil_unclear", "G3")]
    assert take(read.rows, "area", "fiscal_year", "quarter", "target", "actual") == [
        ("50", 2569, 1, Decimal(100), Decimal(97)),
        ("50", 2569, 2, Decimal(100), None),
        ("51", 2569, None, Decimal(50), Decimal(1024)),
    ]


@pytest.mark.parametrize(
    "headers",
    [
        ("ไตรมาส 1", "ไตรมาส 2"),
        ("ผลการดำเนินงาน ไตรมาสที่ ๑", "ผลการดำเนินงาน ไตรมาสที่ ๒"),
        ("ผลงานไตรมาส 1", "ผลงานไตรมาส 2"),
        ("Q1", "Q2"),
    ],
)
def test_results_with_a_column_a_quarter_become_a_row_each(drawn, take, headers):
    read = drawn.read(
        drawn.draw(
            ["จังหวัดน่าน ปีงบประมาณ 2569"],
            ["ตัวชี้วัด", "ค่าเป้าหมาย", *headers],
            ["ร้อยละของครัวเรือนที่มีรายได้เพิ่มขึ้น", "80", "12.5%", "ร้อยละ 40"],
        )
    )
    assert read.codes == []
    assert take(read.rows, "area", "fiscal_year", "target", "actual") == [("55", 2569, 80, None)]
    assert take(read.series, "key", "year", "quarter", "value") == [
        ("actual_by_quarter", None, 1, Decimal("12.5")),
        ("actual_by_quarter", None, 2, Decimal(40)),
    ]


def test_quarters_under_year_bands_keep_their_year(drawn, take):
    left, above = drawn.LEFT, drawn.ABOVE
    read = drawn.read(
        drawn.draw(
            ["จังหวัด", "ตัวชี้วัด", "ปีงบประมาณ 2568", left, "ปีงบประมาณ 2569", left],
            [above, above, "ไตรมาส 3", "ไตรมาส 4", "ไตรมาส 1", "ไตรมาส 2"],
            ["แพร่", "จำนวนผู้ป่วย", "1", "2", "3", "4"],
        ),
        fiscal_year=2569,
    )
    assert read.codes == []
    assert take(read.series, "year", "quarter", "value") == [
        (2568, 3, 1),
        (2568, 4, 2),
        (2569, 1, 3),
        (2569, 2, 4),
    ]


def test_results_with_a_column_a_year_are_read(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["จังหวัด", "ตัวชี้วัด", "หน่วยวัด", "ช่วงเวลา", "2562", "พ.ศ. 2563"],
            ["ภูเก็ต", "รายได้จากการท่องเที่ยวในจังหวัด", "ล้านบาท", "ปีปฏิทิน", "442891.25", "108,464.13"],
        )
    )  # fmt: skip
    assert read.codes == []
    assert take(read.rows, "window", "unit", "fiscal_year") == [("calendar", "ล้านบาท", None)]
    assert take(read.series, "key", "year", "value") == [
        ("actual_by_year", 2562, Decimal("442891.25")),
        ("actual_by_year", 2563, Decimal("108464.13")),
    ]


def test_an_area_profile_takes_the_unit_of_each_header_before_that_of_the_title(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["ผลิตภัณฑ์มวลรวมจังหวัด (ราคาประจำปี) พ.ศ. ๒๕๖๒ - ๒๕๖๓"],
            ["หน่วย: ล้านบาท"],
            ["จังหวัด", "ปี", "ราคา", "ประชากร (พันคน)", "GPP", "ภาคเกษตร", "ผลิตภัณฑ์มวลรวมต่อหัว (บาท)"],
            ["ทั่วราชอาณาจักร", "2563", "ราคาประจำปี", "70000", "15000000", "1300000", "214000"],
            ["เชียงใหม่", "2562", "ราคาประจำปี", "1,797.2", "261,931.5", "44000.25", "145,744"],
            ["", "2563", "ราคาประจำปี", "1805", "231,000", "", "127,978"],
        )
    )
    assert read.codes == []
    keys = (
        "area",
        "year",
        "price",
        "population",
        "gpp_thb",
        "gpp_agriculture_thb",
        "gpp_per_head_thb",
    )
    assert take(read.rows, *keys) == [
        ("50", 2562, "current", 1_797_200, Decimal(261_931_500_000), Decimal(44_000_250_000), Decimal(145_744)),
        ("50", 2563, "current", 1_805_000, Decimal(231_000_000_000), None, Decimal(127_978)),
    ]  # fmt: skip
    assert {a.label for a in read.table.assertions} == {"ทั่วราชอาณาจักร"}


def test_a_strategy_sheet_keeps_its_nodes_and_their_links(drawn, take):
    above = drawn.ABOVE
    read = drawn.read(
        drawn.draw(
            ["โครงสร้างแผนพัฒนาจังหวัดพัทลุง พ.ศ. ๒๕๖๑ - ๒๕๖๕"],
            ["เจ้าของแผน", "ชื่อแผน", "ปีเริ่มต้น", "ปีสิ้นสุด", "ประเภท", "ลำดับที่", "รหัส", "ข้อความ", "รหัสแม่", "เชื่อมโยงกับ"],
            ["พัทลุง", "แผนพัฒนาจังหวัด", "2561", "2565", "วิสัยทัศน์", "", "V", "เมืองเกษตรยั่งยืน", "", ""],
            [above, above, above, above, "ประเด็นยุทธศาสตร์", "1", "I1", "1. เกษตรปลอดภัย", "V", "P1; P2"],
        )
    )  # fmt: skip
    keys = (
        "plan_owner",
        "year_from",
        "year_to",
        "node_type",
        "ordinal",
        "node_code",
        "title",
        "linked_to",
    )
    assert read.codes == []
    assert take(read.rows, *keys) == [
        ("93", 2561, 2565, "vision", None, "V", "เมืองเกษตรยั่งยืน", None),
        ("93", 2561, 2565, "strategic_issue", "1", "I1", "1. เกษตรปลอดภัย", "P1; P2"),
    ]


def test_the_official_target_form_of_2571_is_read(drawn, take):
    left, above = drawn.LEFT, drawn.ABOVE
    read = drawn.read(
        drawn.draw(
            ["แบบ จ.1"],
            ["แบบฟอร์มสรุปแผนงานและโครงการสำคัญของจังหวัด (พ.ศ. 2571–2575)"],
            ["จังหวัดเพชรบูรณ์"],
            ["ประเด็นการพัฒนา", "ตัวชี้วัดของประเด็นการพัฒนา", "ค่าฐาน", "ค่าเป้าหมาย", left, left],
            [above, above, above, "พ.ศ. 2571", "2572", "2571–2575"],
            ["1. การท่องเที่ยว", "รายได้จากการท่องเที่ยวเพิ่มขึ้น", "9,981.97 ล้านบาท", "ร้อยละ 5", "5", "25"],
            ["", "อัตราส่วนแพทย์ต่อประชากร", "1:3,366", "1:2,500", "ไม่น้อยกว่า 1:2,400", "รักษาระดับ"],
            ["", "GPP ภาคอุตสาหกรรม", ".......ล้านบาท", "-", "5", ""],
        )
    )  # fmt: skip
    assert read.codes == []
    assert take(read.rows, "area", "strategic_issue", "baseline", "baseline_unit") == [
        ("67", "การท่องเที่ยว", Decimal("9981.97"), "ล้านบาท"),
        ("67", "การท่องเที่ยว", Decimal(3366), None),
        ("67", "การท่องเที่ยว", None, None),
    ]
    assert take(read.series, "src_row", "key", "year", "value", "text") == [
        (6, "target", 2571, Decimal(5), "ร้อยละ 5"),
        (6, "target", 2572, Decimal(5), "5"),
        (6, "target_total", 2575, Decimal(25), "25"),
        (7, "target", 2571, Decimal(2500), "1:2,500"),
        (7, "target", 2572, Decimal(2400), "ไม่น้อยกว่า 1:2,400"),
        (7, "target_total", 2575, None, "รักษาระดับ"),
        (8, "target", 2572, Decimal(5), "5"),
    ]


def test_a_header_repeated_after_a_page_break_continues_the_table_and_its_section(drawn, take):
    header = ["ชื่อโครงการ", "หน่วยงาน", "งบประมาณ"]
    read = drawn.read(
        drawn.draw(
            ["จังหวัดพะเยา ปีงบประมาณ 2569"],
            header,
            ["แผนงานที่ 1 น้ำ"],
            ["ฝาย", "อบต. ก", "100"],
            [],
            header,
            ["บ่อ", "อบต. ก", "200"],
            ["แผนงานที่ 2 ถนน"],
            ["ทาง", "อบต. ข", "300"],
        )
    )
    assert read.codes == []
    assert take(read.rows, "src_row", "project", "plan") == [
        (4, "ฝาย", "น้ำ"),
        (7, "บ่อ", "น้ำ"),
        (9, "ทาง", "ถนน"),
    ]


def test_two_tables_on_one_sheet_are_read_apart_each_with_its_own_title(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["งบประมาณตามแผนงาน จังหวัดแพร่ ปี 2569"],
            ["แผนงาน", "งบประมาณ (บาท)"],
            ["น้ำ", "100"],
            ["รวม", "100"],
            [],
            ["งบประมาณตามแผนงาน จังหวัดน่าน ปี 2569"],
            ["แผนงาน", "งบประมาณ (บาท)"],
            ["ถนน", "200"],
            [],
            ["คุณภาพแผนชุมชน จังหวัดน่าน ปี 2569"],
            ["คุณภาพแผนชุมชน", "จำนวนหมู่บ้าน"],
            ["เกรด A", "7"],
        )
    )
    assert read.codes == [("several_tables", None)]
    assert [
        (table.form.name, take(table.rows.to_pylist(), "area", "fiscal_year", "src_row"))
        for table in read.tables
    ] == [
        ("budget_by_plan", [("54", 2569, 3)]),
        ("budget_by_plan", [("55", 2569, 8)]),
        ("community_plan_grades", [("55", 2569, 12)]),
    ]


def test_a_new_province_does_not_inherit_the_district_of_the_one_above(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["จังหวัด", "อำเภอ", "คุณภาพแผนชุมชน", "จำนวนหมู่บ้าน"],
            ["เชียงใหม่", "แม่ริม", "A", "1"],
            ["", "", "B", "2"],
            ["ลำพูน", "", "A", "3"],
            ["", "", "B", "4"],
        ),
        fiscal_year=2569,
    )
    assert take(read.rows, "area", "district", "village_count") == [
        ("50", "5007", 1),
        ("50", "5007", 2),
        ("51", None, 3),
        ("51", None, 4),
    ]


def test_a_cell_shown_with_a_percent_format_is_the_percent_that_is_seen(drawn, take):
    sheet = drawn.draw(
        ["แผนงาน", "งบประมาณ", "ร้อยละ"],
        ["น้ำ", "100", "0.333333333333333"],
        ["ถนน", "200", "66.67"],
        percent_cells=CellSet({2: [(1, 1)]}),
    )
    read = drawn.read(sheet, area_code="54", fiscal_year=2569)
    assert take(read.rows, "share_pct_reported") == [(Decimal("33.333333"),), (Decimal("66.67"),)]


def test_a_row_that_numbers_the_columns_and_a_row_of_units_belong_to_the_header(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["จังหวัดตาก ปี 2569"],
            ["แผนงาน", "จำนวนโครงการ", "งบประมาณ"],
            ["", "", "(ล้านบาท)"],
            ["(1)", "(2)", "(3)"],
            ["น้ำ", "3", "1.5"],
        )
    )
    assert read.codes == []
    assert take(read.rows, "plan", "budget_thb") == [("น้ำ", Decimal(1_500_000))]


def test_the_hidden_form_sheet_names_form_and_context(drawn, take):
    label = drawn.draw(
        ["form", "budget_by_plan"],
        ["version", "1"],
        ["province", "เชียงใหม่"],
        ["agency", "สำนักงานจังหวัด"],
        ["fiscal_year", "2569"],
        name="_form",
        visible=False,
    )
    data = drawn.draw(["แผนงาน", "งบประมาณ"], ["น้ำ", "100"], name="ข้อมูล")
    read = drawn.read(label, data)
    assert read.codes == []
    assert take(read.rows, "area", "fiscal_year", "plan") == [("50", 2569, "น้ำ")]
    assert read.table.context.agency == "สำนักงานจังหวัด"


def test_what_the_caller_gives_overrides_the_title(drawn, take):
    sheet = drawn.draw(["จังหวัดตาก ปี 2568"], ["แผนงาน", "งบประมาณ"], ["น้ำ", "100"])
    read = drawn.read(sheet, fiscal_year=2569)
    assert take(read.rows, "area", "fiscal_year") == [("63", 2569)]


@pytest.mark.parametrize("name", ["2550", "ปี 2550", "๒๕๕๐"])
def test_the_sheet_name_gives_the_year_when_nothing_else_does(drawn, take, name):
    sheet = drawn.draw(["แผนงาน", "งบประมาณ"], ["น้ำ", "100"], name=name)
    read = drawn.read(sheet, area_code="50")
    assert take(read.rows, "fiscal_year") == [(2550,)]


def test_a_subtotal_beside_a_section_name_is_not_a_project(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["จังหวัดพัทลุง ปีงบประมาณ 2569"],
            ["ที่", "โครงการ/กิจกรรม", "หน่วยงาน", "งบประมาณ (บาท)"],
            ["", "แผนงานที่ 1 น้ำ", "", "300"],
            ["1", "ฝาย", "อบต. ก", "100"],
            ["2", "บ่อ", "อบต. ก", "200"],
            ["", "แผนงานที่ 2 ถนน", "", "50"],
            ["1", "ทาง", "อบต. ข", "50"],
            ["", "", "", "350"],
        )
    )
    assert read.codes == []
    assert take(read.rows, "project", "plan", "allocated_thb") == [
        ("ฝาย", "น้ำ", 100),
        ("บ่อ", "น้ำ", 200),
        ("ทาง", "ถนน", 50),
    ]
    assert [(a.row, a.label, a.value) for a in read.table.assertions] == [
        (2, "แผนงานที่ 1 น้ำ", 300),
        (5, "แผนงานที่ 2 ถนน", 50),
        (7, None, 350),
    ]


def test_a_band_without_merged_cells_reaches_over_the_years_beneath(drawn, take):
    read = drawn.read(
        drawn.draw(
            ["จังหวัด", "เรื่องสำคัญ", "ตัวชี้วัด", "ข้อมูล พื้นฐาน", "เป้าหมายการพัฒนา", "", ""],
            ["", "", "", "", "2557", "2558", "2557 - 2558"],
            ["เชียงใหม่", "ท่องเที่ยว", "ร้อยละที่เพิ่มขึ้น", "", "3", "3.5", "6.5"],
        )
    )
    assert read.codes == []
    assert take(read.series, "key", "year", "value") == [
        ("target", 2557, 3),
        ("target", 2558, Decimal("3.5")),
        ("target_total", 2558, Decimal("6.5")),
    ]


def test_one_column_of_spending_belongs_to_the_quarter_of_the_title(drawn, take):
    rows = (
        ["แผนงาน", "โครงการ", "หน่วยงาน", "งบประมาณ", "ผลการเบิกจ่าย"],
        ["น้ำ", "ฝาย", "อบต.", "100", "40"],
    )
    titled = drawn.read(drawn.draw(["จังหวัดตาก ไตรมาสที่ 2/2569"], *rows))
    assert titled.codes == []
    assert take(titled.series, "key", "quarter", "value") == [("disbursed_thb", 2, 40)]
    untitled = drawn.read(drawn.draw(["จังหวัดตาก ปี 2569"], *rows))
    assert [(f.code, f.params["key"]) for f in untitled.findings] == [
        ("missing_context", "quarter")
    ]


def test_spending_within_a_quarter_is_told_from_spending_up_to_it(drawn, take):
    header = ["แผนงาน", "โครงการ", "หน่วยงาน", "งบประมาณ"]
    spent = ["เบิกจ่ายสะสมไตรมาส 1", "เบิกจ่ายเฉพาะไตรมาส 2"]
    sheet = drawn.draw([*header, *spent], ["น้ำ", "ฝาย", "อบต.", "100", "40", "10"])
    read = drawn.read(sheet, area_code="63", fiscal_year=2569)
    assert take(read.series, "key", "quarter", "value") == [
        ("disbursed_thb", 1, 40),
        ("disbursed_in_quarter_thb", 2, 10),
    ]


def test_a_header_with_many_columns_of_the_agencys_own_is_still_found(drawn, take):
    own = ["พิกัด", "ผู้ประสาน", "โทร", "ยุทธศาสตร์ชาติ", "แผนแม่บท", "SDGs"]
    read = drawn.read(
        drawn.draw(
            [*own, "แผนงาน", "โครงการ", "หน่วยงาน", "งบประมาณ"],
            [*("ก" * len(own)), "น้ำ", "ฝาย", "อบต.", "100"],
        ),
        area_code="63",
        fiscal_year=2569,
    )
    assert [(f.code, f.value) for f in read.findings] == [("unknown_column", ", ".join(own))]
    assert take(read.rows, "plan", "project", "agency") == [("น้ำ", "ฝาย", "อบต.")]
