"""Each faulty cell gives one finding at its address, with the value as typed; nothing else does."""

import pytest

from loaders.reading import CellSet
from loaders.report import FileReport, as_text

VILLAGES = ["จังหวัด", "อำเภอ", "บ้าน", "ครัวเรือนทั้งหมด", "ร้อยละครัวเรือนที่ใช้บัญชีรับ-จ่าย", "อปท. มีส่วนร่วม", "เกรด", "วันที่ประเมิน"]  # fmt: skip
GOOD = ["เชียงใหม่", "แม่ริม", "บ้าน ก", "100", "70", "ใช่", "A", "24 พ.ค. 2569"]


@pytest.mark.parametrize(
    ("col", "typed", "code", "expected"),
    [
        (0, "เชียงไหม่ๆ", "unknown_area", None),
        (1, "ควนขนุน", "district_not_in_province", None),
        (1, "ไม่มีที่ไหน", "unknown_area", None),
        (3, "ร้อยกว่า", "not_a_number", "-"),
        (3, "10.5", "not_a_number", "จำนวนเต็ม"),
        (3, "-4", "out_of_range", "≥ 0"),
        (4, "170", "out_of_range", "0–100"),
        (4, "เกือบหมด", "not_a_number", "-"),
        (5, "อาจจะ", "not_in_list", "ใช่, ไม่ใช่"),
        (6, "เกรด D", "not_in_list", None),
        (7, "เมื่อวาน", "not_a_date", "-"),
        (7, "2569-05-24", "year_shifted", "2026-05-24"),
    ],
)
def test_a_faulty_cell_is_found_at_its_address(drawn, col, typed, code, expected):
    bad = [*GOOD[:2], "บ้าน ข", *GOOD[3:]]
    bad[col] = typed
    read = drawn.read(drawn.draw(VILLAGES, GOOD, bad), fiscal_year=2569)
    [finding] = read.findings
    assert (finding.code, finding.cell, finding.value) == (code, f"{'ABCDEFGH'[col]}3", typed)
    if expected is not None:
        assert finding.expected == expected
    assert finding.message("th") != finding.message("en")


def test_nearest_entries_are_named(drawn):
    bad = [*GOOD[:6], "ต้องปรุง", GOOD[7]]
    [finding] = drawn.read(drawn.draw(VILLAGES, bad), fiscal_year=2569).findings
    assert "เกรด C" in finding.expected


def test_five_mistakes_give_five_findings(drawn):
    read = drawn.read(
        drawn.draw(
            VILLAGES,
            GOOD,
            ["เชียงใหม่", "แม่ริม", "บ้าน ข", "ร้อย", "70", "ใช่", "A", ""],
            ["", "แม่แจ่มม่", "", "100", "101", "?", "A", ""],
        ),
        fiscal_year=2569,
    )
    assert read.codes == [
        ("not_a_number", "D3"),
        ("unknown_area", "B4"),
        ("missing_value", "C4"),
        ("out_of_range", "E4"),
        ("not_in_list", "F4"),
    ]


def test_a_wrong_province_is_said_once_and_not_again_for_its_district(drawn):
    read = drawn.read(drawn.draw(VILLAGES, ["กรุงลอนดอน", *GOOD[1:]]), fiscal_year=2569)
    assert read.codes == [("unknown_area", "A2")]


def test_a_required_blank_is_missing_but_a_dash_says_none(drawn):
    header = ["จังหวัด", "ตัวชี้วัด", "ปีงบประมาณ", "ผลการดำเนินงาน"]
    read = drawn.read(
        drawn.draw(
            header, ["ตาก", "ก", "2569", ""], ["ตาก", "ข", "2569", "-"], ["ตาก", "", "", "5"]
        )
    )
    assert read.codes == [("missing_value", "D2"), ("nil_unclear", "D3"), ("missing_value", "B4")]


def test_years_of_the_christian_era_are_corrected_and_said(drawn, take):
    header = ["จังหวัด", "ตัวชี้วัด", "ปีงบประมาณ", "ผลการดำเนินงาน"]
    read = drawn.read(
        drawn.draw(
            header, ["ตาก", "ก", "2026", "1"], ["ตาก", "ข", "69", "2"], ["ตาก", "ค", "2569", "2"]
        )
    )
    assert read.codes == [("year_shifted", "C2"), ("not_a_year", "C3")]
    assert take(read.rows, "fiscal_year") == [(2569,), (None,), (2569,)]


def test_a_christian_year_in_a_header_is_corrected_and_said(drawn, take):
    read = drawn.read(
        drawn.draw(["จังหวัด", "ตัวชี้วัด", "หน่วยวัด", "2018", "2563"], ["ตาก", "ก", "คน", "1", "2"])
    )
    assert read.codes == [("year_shifted", "D1")]
    assert take(read.series, "year", "value") == [(2561, 1), (2563, 2)]


def test_excel_errors_and_formulas_without_a_result_are_said_where_a_value_is_needed(drawn):
    sheet = drawn.draw(
        ["แผนงาน", "จำนวนโครงการ", "งบประมาณ", "อื่น ๆ ไม่เกี่ยว"],
        ["น้ำ", "#REF!", "", "#N/A"],
        ["ถนน", "2", "5", "1"],
        error_cells={(1, 1): "#REF!", (1, 3): "#N/A"},
        uncached_formulas=frozenset({(1, 2)}),
    )
    read = drawn.read(sheet, area_code="54", fiscal_year=2569)
    assert sorted(read.codes) == [
        ("error_cell", "B2"),
        ("formula_without_value", "C2"),
        ("unknown_column", "D1"),
    ]


def test_context_nobody_gives_is_asked_for_and_only_the_command_line_names_its_option(drawn):
    read = drawn.read(drawn.draw(["แผนงาน", "งบประมาณ"], ["น้ำ", "100"]))
    assert [(f.code, f.params["option"]) for f in read.findings] == [
        ("missing_context", "--province"),
        ("missing_context", "--fiscal-year"),
    ]
    assert not [f for f in read.findings if "--" in f.message("th") + f.message("en")]
    report = FileReport("a.xlsx", "00", "rejected", (), (), tuple(read.findings))
    printed = as_text(report, "en").splitlines()
    assert [line.rpartition(" ")[2] for line in printed[-2:]] == ["(--province)", "(--fiscal-year)"]


def test_two_provinces_in_a_title_are_no_province(drawn):
    sheet = drawn.draw(["จังหวัดตาก และจังหวัดแพร่ ปี 2569"], ["แผนงาน", "งบประมาณ"], ["น้ำ", "1"])
    assert [f.params["key"] for f in drawn.read(sheet).findings] == ["area"]


def test_hidden_rows_and_columns_are_read_and_said_once(drawn, take):
    sheet = drawn.draw(
        ["แผนงาน", "งบประมาณ"],
        ["น้ำ", "1"],
        ["ถนน", "2"],
        hidden_rows=frozenset({2}),
        hidden_columns=frozenset({1}),
    )
    read = drawn.read(sheet, area_code="54", fiscal_year=2569)
    assert [(f.code, f.value) for f in read.findings] == [("hidden_rows", "3, B")]
    assert take(read.rows, "plan") == [("น้ำ",), ("ถนน",)]


def test_a_sheet_of_no_form_is_refused_with_the_nearest_form_and_what_it_lacks(drawn):
    read = drawn.read(drawn.draw(["จังหวัด", "แผนงาน", "สี"], ["ตาก", "น้ำ", "ฟ้า"]))
    [finding] = read.findings
    assert (finding.code, finding.params["form"]) == ("no_known_form", "budget_by_plan")
    assert finding.params["columns"] == "งบประมาณ"
    assert read.tables == ()


def test_notes_beside_a_sheet_that_fits_are_only_mentioned(drawn):
    data = drawn.draw(["จังหวัดตาก ปี 2569"], ["แผนงาน", "งบประมาณ"], ["น้ำ", "1"], name="ข้อมูล")
    prose = drawn.draw(["คำอธิบาย"], ["กรอกเฉพาะช่องสีเหลือง"], name="คำชี้แจง")
    other = drawn.draw(["รายชื่อ", "โทรศัพท์"], ["สมชาย", "ภายใน"], name="ผู้ประสาน")
    read = drawn.read(prose, data, other)
    assert [(f.code, f.sheet) for f in read.findings] == [("sheet_ignored", "ผู้ประสาน")]
    assert len(read.tables) == 1


def test_a_form_asked_for_by_name_says_which_columns_are_missing(drawn):
    sheet = drawn.draw(["ชื่อโครงการ", "หน่วยงาน", "งบประมาณ"], ["ฝาย", "อบต.", "5"])
    read = drawn.read(sheet, form="projects", area_code="54", fiscal_year=2569)
    assert [(f.code, f.expected) for f in read.findings] == [("missing_column", "แผนงาน")]


def test_money_in_a_unit_that_is_not_money_is_no_number(drawn):
    read = drawn.read(
        drawn.draw(["แผนงาน", "งบประมาณ"], ["น้ำ", "5 คน"], ["ถนน", "5 พันบาท"]),
        area_code="54",
        fiscal_year=2569,
    )
    assert read.codes == [("not_a_number", "B2")]


def test_a_percent_column_of_spending_is_not_taken_for_money(drawn):
    read = drawn.read(
        drawn.draw(["แผนงาน", "งบประมาณ (บาท)", "งบประมาณ (ร้อยละ)"], ["น้ำ", "5", "100"]),
        area_code="54",
        fiscal_year=2569,
    )
    assert [(f.code, f.value) for f in read.findings] == [("unknown_column", "งบประมาณ (ร้อยละ)")]


def test_many_percent_cells_cost_one_run():
    assert CellSet({9: [(1, 75_000)]}).runs(9) == ((1, 75_000),)


def test_a_sheet_that_shares_only_its_places_with_a_form_is_not_of_that_form(drawn):
    header = ["จังหวัด", "อำเภอ", "ตำบล", "หมู่ที่", "หมู่บ้าน", "ข้าวนาปี (ไร่)"]
    read = drawn.read(drawn.draw(header, ["ตาก", "แม่สอด", "แม่กุ", "1", "บ้าน ก", "50"]))
    assert [(f.code, f.params["form"]) for f in read.findings] == [
        ("no_known_form", "community_plans")
    ]
