"""What sheets say for one another, districts side by side, parts beneath their whole."""

from decimal import Decimal

import pytest

BUDGET = ["แผนงาน", "จำนวนโครงการ", "งบประมาณ (บาท)"]
TITLE = ["งบประมาณตามแผนงาน จังหวัดพัทลุง ปีงบประมาณ 2569"]


def test_the_title_of_the_first_sheet_serves_the_sheets_that_say_nothing(drawn, take):
    read = drawn.read(
        drawn.draw(TITLE, BUDGET, ["น้ำ", "1", "100"], name="ก"),
        drawn.draw(BUDGET, ["ป่า", "2", "300"], name="ข"),
    )
    tables = [take(table.rows.to_pylist(), "area", "fiscal_year", "plan") for table in read.tables]
    assert tables == [[("93", 2569, "น้ำ")], [("93", 2569, "ป่า")]]
    assert [(f.code, f.sheet, f.value) for f in read.findings] == [
        ("title_shared", "ข", "พัทลุง, 2569")
    ]


def test_a_sheet_that_speaks_for_itself_is_not_spoken_for(drawn, take):
    read = drawn.read(
        drawn.draw(TITLE, BUDGET, ["น้ำ", "1", "100"], name="ก"),
        drawn.draw(["จังหวัดตรัง ปีงบประมาณ 2568"], BUDGET, ["ป่า", "2", "300"], name="ข"),
    )
    assert take(read.tables[1].rows.to_pylist(), "area", "fiscal_year") == [("92", 2568)]
    assert read.findings == []


def test_the_unit_of_a_table_is_not_the_next_sheets(drawn, take):
    read = drawn.read(
        drawn.draw(TITLE, ["หน่วย : ล้านบาท"], ["แผนงาน", "งบประมาณ"], ["น้ำ", "1"], name="ก"),
        drawn.draw(["แผนงาน", "งบประมาณ"], ["ป่า", "5000"], name="ข"),
    )
    assert take(read.tables[1].rows.to_pylist(), "budget_thb") == [(Decimal(5000),)]


def test_a_cover_without_a_table_gives_its_unit_to_all(drawn, take):
    read = drawn.read(
        drawn.draw(TITLE, ["หน่วย : ล้านบาท"], name="ปก"),
        drawn.draw(["แผนงาน", "งบประมาณ"], ["ป่า", "5"], name="ข"),
    )
    assert take(read.rows, "area", "budget_thb") == [("93", Decimal(5_000_000))]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"fiscal_year": 2569, "quarter": 2}, [("wrong_period", "1/2569", "2/2569")]),
        ({"fiscal_year": 2568, "quarter": 1}, [("wrong_period", "1/2569", "1/2568")]),
        ({"fiscal_year": 2569, "quarter": 1}, []),
        ({}, []),
    ],
)
def test_a_title_of_another_period_than_was_said_is_wrong(drawn, given, found):
    read = drawn.read(
        drawn.draw(
            ["รายงานผลตัวชี้วัด ไตรมาสที่ 1/2569 จังหวัดพัทลุง"],
            ["ตัวชี้วัด", "ค่าเป้าหมาย", "ผลการดำเนินงาน"],
            ["จำนวนคดี", "5", "4"],
        ),
        **given,
    )
    assert [(f.code, f.value, f.expected) for f in read.findings] == found


def test_the_year_in_the_name_of_a_plan_is_no_period(drawn):
    read = drawn.read(
        drawn.draw(["แผนพัฒนาจังหวัดพัทลุง ฉบับทบทวน พ.ศ. 2568"], BUDGET, ["น้ำ", "1", "100"]),
        fiscal_year=2569,
    )
    assert read.findings == []


def test_districts_side_by_side_become_a_row_each(drawn, take):
    left, above = drawn.LEFT, drawn.ABOVE
    read = drawn.read(
        drawn.draw(
            ["ผลตัวชี้วัดรายอำเภอ จังหวัดพัทลุง ปีงบประมาณ 2569 ไตรมาส 2"],
            ["ตัวชี้วัด", "หน่วยวัด", "ผลการดำเนินงาน", left, left],
            [above, above, "เมืองพัทลุง", "ควนขนุน", "อ.กงหรา"],
            ["จำนวนคดี", "คดี", "12", "3", ""],
            ["จำนวนครัวเรือนยากจน", "ครัวเรือน", "40", "25", "7"],
        )
    )
    assert read.codes == []
    assert take(read.series, "src_row", "src_col", "key", "district", "value") == [
        (4, 3, "actual_by_district", "9301", Decimal(12)),
        (4, 4, "actual_by_district", "9305", Decimal(3)),
        (5, 3, "actual_by_district", "9301", Decimal(40)),
        (5, 4, "actual_by_district", "9305", Decimal(25)),
        (5, 5, "actual_by_district", "9302", Decimal(7)),
    ]


def test_names_of_another_provinces_districts_are_only_unknown_headers(drawn):
    read = drawn.read(
        drawn.draw(
            ["ผลตัวชี้วัดรายอำเภอ จังหวัดตรัง ปีงบประมาณ 2569 ไตรมาส 2"],
            ["ตัวชี้วัด", "ผลการดำเนินงาน", "เมืองพัทลุง", "ควนขนุน", "กงหรา"],
            ["จำนวนคดี", "22", "12", "3", "7"],
        )
    )
    assert [(f.code, f.value) for f in read.findings] == [
        ("unknown_column", "เมืองพัทลุง, ควนขนุน, กงหรา")
    ]


def test_parts_beneath_a_plan_are_not_counted_beside_it(drawn, take):
    read = drawn.read(
        drawn.draw(
            TITLE,
            BUDGET,
            ["น้ำ", "3", "100"],
            ["   - รายจ่ายลงทุน", "2", "70"],
            ["   - รายจ่ายประจำ", "1", "30"],
            ["ป่า", "1", "50"],
            ["รวม", "4", "150"],
        )
    )
    assert take(read.rows, "plan", "budget_thb") == [("น้ำ", Decimal(100)), ("ป่า", Decimal(50))]
    (warning,) = read.findings
    assert (warning.code, warning.cell, warning.value, warning.params) == (
        "sub_rows",
        "4",
        "น้ำ",
        {"rows": "4, 5"},
    )


def test_a_list_of_names_that_all_begin_with_a_dash_is_kept(drawn, take):
    read = drawn.read(drawn.draw(TITLE, BUDGET, ["- น้ำ", "3", "100"], ["- ป่า", "1", "50"]))
    assert take(read.rows, "budget_thb") == [(Decimal(100),), (Decimal(50),)]
    assert read.findings == []


def test_items_beneath_a_name_without_figures_are_the_facts(drawn, take):
    read = drawn.read(
        drawn.draw(TITLE, BUDGET, ["น้ำ", "", ""], ["- ฝาย", "3", "100"], ["- บ่อ", "1", "50"])
    )
    assert [(f.code, f.cell) for f in read.findings] == [("missing_value", "C3")]
    assert read.table.rows.num_rows == 3
