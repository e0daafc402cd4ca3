"""Indicators and targets: the table of 2557, disputed totals, open units, unclear changes."""

import pytest

from loaders.checks import check_table
from loaders.findings import Finding
from tests.loaders.drawn import drawn

TARGETS_2557 = """
area | topic | kpi | baseline | target@2557 | target@2558 | target@2559 | target@2560 | target_total@2557-2560
upper-north-1 | ท่องเที่ยว | ร้อยละของการขยายตัวของ รายได้จากการท่องเที่ยวและธุรกิจ เกี่ยวเนื่อง | | 5 | 5 | 5 | 5 | 20
upper-north-1 | อุตสาหกรรม การค้า การลงทุน | ร้อยละมูลค่าการลงทุนใน อุตสาหกรรมเป้าหมายที่เพิ่มขึ้น | | 5 | 5 | 5 | 5 | 20
50 | ท่องเที่ยว | ร้อยละที่เพิ่มขึ้นของรายได้จาก การท่องเที่ยวในจังหวัด | | 3 | 3.5 | 4 | 4.5 | 15
50 | อุตสาหกรรม การค้า การลงทุน | ร้อยละที่เพิ่มขึ้นของมูลค่าการค้า การลงทุน | | 3 | 3.5 | 4 | 4.5 | 15
51 | เกษตร (ลำไย | จำนวนแปลงหรือฟาร์มที่เพิ่มขึ้น จากการทำการเกษตร ปลอดภัย | | 10 | 10 | 10 | 10 | 40
51 | อุตสาหกรรม | ร้อยละที่เพิ่มขึ้นของมูลค่าการผลิต ภาคอุตสาหกรรม หัตถ อุตสาหกรรม และผลิตภัณฑ์ชุมชน | | 5 | 5 | 5 | 5 | 20
52 | เขรามิกและหัตถ อุตสาหกรรม | ร้อยละที่เพิ่มขึ้นของรายได้จาก การจำหน่ายผลิตภัณฑ์เขรามิก และสินค้าหัตถอุตสาหกรรม | | 3 | 3 | 3 | 3 | 12
52 | ท่องเที่ยว | ร้อยละที่เพิ่มขึ้นของรายได้จากการ ท่องเที่ยว | | 10 | 10 | 10 | 10 | 10{10 (เป้าหมาย รวม)}
58 | การค้าชายแดน | ร้อยละที่เพิ่มขึ้นของมูลค่าการค้า ชายแดน | | 3 | 3 | 3 | 3 | 12
58 | ท่องเที่ยว | ร้อยละที่เพิ่มขึ้นของรายได้จาก การท่องเที่ยว | | 5 | 5 | 5 | 5 | 20
"""


def test_the_table_of_2557_lacks_every_base_mixes_a_count_in_and_disputes_one_total():
    assert check_table(drawn("kpi_targets", TARGETS_2557)) == (
        Finding("no_baseline", "Sheet1", 0, 3, "10", "10"),
        Finding(
            "unit_mixed",
            "Sheet1",
            5,
            2,
            "จำนวนแปลงหรือฟาร์มที่เพิ่มขึ้น จากการทำการเกษตร ปลอดภัย",
            "count",
            {"percent_count": "9", "kpi_count": "10"},
        ),
        Finding(
            "style_undeclared",
            "Sheet1",
            5,
            2,
            "จำนวนแปลงหรือฟาร์มที่เพิ่มขึ้น จากการทำการเกษตร ปลอดภัย",
        ),
        Finding(
            "target_total_disputed",
            "Sheet1",
            8,
            8,
            "10 (เป้าหมาย รวม)",
            "40 (sum), 46.41 (compound), 10 (overall/final/maintain/max/mean)",
            {"sum": "40", "compound": "46.41", "final": "10"},
        ),
    )


def test_the_sentence_of_the_disputed_total_tells_every_candidate():
    disputed = check_table(drawn("kpi_targets", TARGETS_2557))[-1]
    assert disputed.message("th") == (
        "เป้าหมายรวมเขียนว่า «10 (เป้าหมาย รวม)» แต่รวมทุกปีได้ 40 คิดทบต้นได้ 46.41 และปีสุดท้ายคือ 10 "
        "กรุณาระบุวิธีรวมเป้าหมาย หรือแก้เป้าหมายรวม"
    )


@pytest.mark.parametrize(("rule", "codes"), [("overall", []), ("sum", ["target_total_disputed"])])
def test_a_declared_rule_settles_the_total_when_it_gives_it(rule, codes):
    text = f"""
    area | kpi | unit | baseline | target_rule | target@2557 | target@2558 | target_total@2557-2558
    52   | รายได้จากการท่องเที่ยวเพิ่มขึ้น | ร้อยละ | 100{{100 ล้านบาท}} | {rule} | 10 | 10 | 10
    """
    assert [finding.code for finding in check_table(drawn("kpi_targets", text))] == codes


def test_single_blank_baselines_are_told_at_their_cells():
    text = """
    area | kpi | unit | baseline | submission_style
    50 | จำนวนฟาร์มปลอดภัย | แห่ง | 12 | stock
    50 | จำนวนหมู่บ้านต้นแบบ | แห่ง | | stock
    """
    assert check_table(drawn("kpi_targets", text)) == (
        Finding("no_baseline", "Sheet1", 2, 3, "1", "2"),
    )


@pytest.mark.parametrize(
    ("kpi", "unit", "baseline", "targets", "asked"),
    [
        ("สัดส่วนขยะที่กำจัดถูกต้องเพิ่มขึ้น", "ร้อยละ", "19.53", "5 5 5", True),
        ("ร้อยละประชากรที่ประสบภัยพิบัติ", "ร้อยละ", "9.42", "5 5 5", True),
        ("จำนวนคดียาเสพติดลดลง", "คดี", "3085", "5 5 5", True),
        ("ร้อยละของครัวเรือนที่มีรายได้ผ่านเกณฑ์", "ร้อยละ", "80", "85 85 85", False),
        ("สัดส่วนขยะที่กำจัดถูกต้องเพิ่มขึ้น", "ร้อยละ", "19.53", "25 30 35", False),
        ("รายได้จากการท่องเที่ยวเพิ่มขึ้น", "ร้อยละ", "9981.97", "5 5 5", False),
        ("จำนวนปีการศึกษาเฉลี่ย", "ปี", "9.70", "10.5 11 11.5", False),
        ("อัตราส่วนแพทย์ต่อประชากร", "", "3366", "2500 2250 2000", False),
        ("จำนวนฟาร์มที่เพิ่มขึ้น", "แห่ง", "900", "10 10 10", False),
    ],
)
def test_a_target_is_asked_about_only_when_level_points_and_percent_are_all_possible(
    kpi, unit, baseline, targets, asked
):
    first, second, third = targets.split()
    text = f"""
    area | kpi | unit | baseline | target@2571 | target@2572 | target@2573
    67 | {kpi} | {unit} | {baseline} | {first} | {second} | {third}
    """
    found = [f for f in check_table(drawn("kpi_targets", text)) if f.code == "change_mode_unclear"]
    expected = Finding(
        "change_mode_unclear",
        "Sheet1",
        1,
        4,
        first,
        params={"baseline": f"{float(baseline):,.10g}"},
    )
    assert found == ([expected] if asked else [])


def test_a_group_target_above_what_its_members_aim_at_is_told_where_bases_are_known():
    text = """
    area | kpi | unit | baseline | baseline_unit | target@2557
    upper-north-1 | ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยว | | 60000 | ล้านบาท | 5
    50 | ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยว | | 50000 | ล้านบาท | 3
    52 | ร้อยละที่เพิ่มขึ้นของรายได้จากการท่องเที่ยว | | 10000 | ล้านบาท | 10
    """
    assert check_table(drawn("kpi_targets", text)) == (
        Finding(
            "group_target_above_members",
            "Sheet1",
            1,
            5,
            "5",
            "4.17",
            {"fiscal_year": "2557", "covered": "2"},
        ),
    )
    without_bases = text.replace("50000", "").replace("10000", "")
    codes = {finding.code for finding in check_table(drawn("kpi_targets", without_bases))}
    assert codes == {"no_baseline"}
