"""Reading a Thai indicator's name, and the rules that lead from yearly targets to a total."""

from decimal import Decimal

import pytest

from loaders.semantics import (
    RULES,
    candidate_rules,
    infer_direction,
    infer_unit_kind,
    says_added_count,
    says_change,
    settled_rule,
)

TOURISM_GROWTH = "ร้อยละของการขยายตัวของ รายได้จากการท่องเที่ยวและธุรกิจ เกี่ยวเนื่อง"
INVESTMENT_GROWTH = "ร้อยละมูลค่าการลงทุนใน อุตสาหกรรมเป้าหมายที่เพิ่มขึ้น"
FARMS = "จำนวนแปลงหรือฟาร์มที่เพิ่มขึ้น จากการทำการเกษตร ปลอดภัย"


@pytest.mark.parametrize(
    ("name", "unit", "kind", "direction"),
    [
        (TOURISM_GROWTH, None, "growth", "higher"),
        (INVESTMENT_GROWTH, None, "growth", "higher"),
        ("ร้อยละที่เพิ่มขึ้นของมูลค่าการค้า ชายแดน", None, "growth", "higher"),
        ("ร้อยละที่ลดลงของอุบัติเหตุทางถนน", None, "growth", "lower"),
        ("อัตราการขยายตัวของผลิตภัณฑ์มวลรวมจังหวัด", "ร้อยละ", "growth", "higher"),
        (FARMS, None, "count", "higher"),
        ("รายได้จากการท่องเที่ยวเพิ่มขึ้น", "ร้อยละ", "growth", "higher"),
        ("รายได้จากการท่องเที่ยวเพิ่มขึ้น", "ล้านบาท", "money", "higher"),
        ("รายได้จากการท่องเที่ยวเพิ่มขึ้น", None, None, "higher"),
        ("มูลค่าการจำหน่ายสินค้า OTOP", None, "money", "higher"),
        ("จำนวนคดียาเสพติดลดลง", "คดี", "count", "lower"),
        ("จำนวนคดียาเสพติดลดลง", "ร้อยละ", "growth", "lower"),
        ("อัตราการเสียชีวิตจากอุบัติเหตุทางถนนต่อประชากรแสนคน", None, "level", "lower"),
        ("อัตราส่วนแพทย์ต่อประชากร", None, "ratio", "lower"),
        ("จำนวนปีการศึกษาเฉลี่ย", "ปี", "level", "higher"),
        ("จำนวนปีการศึกษาเฉลี่ย", None, "level", "higher"),
        ("สัดส่วนขยะที่กำจัดถูกต้องตามหลักวิชาการเพิ่มขึ้น", "ร้อยละ", "percent", "higher"),
        ("ร้อยละประชากรที่ประสบภัยพิบัติ", None, "percent", "lower"),
        ("ร้อยละของครัวเรือนที่มีน้ำสะอาดใช้", None, "percent", None),
        ("ระดับความสำเร็จของการพัฒนาเมืองอัจฉริยะ", None, "milestone", "higher"),
        ("ดัชนีความก้าวหน้าของคน", None, "index", "higher"),
        ("ร้อยละของผู้ติดยาเสพติดที่ได้รับการบำบัด", None, "percent", "higher"),
        ("ร้อยละของหมู่บ้านที่มีรายได้เพิ่มขึ้นและรายจ่ายลดลง", None, "percent", None),
        ("จำนวนคดียาเสพติดเพิ่มขึ้น", None, "count", None),
        ("เมืองน่าอยู่", None, None, None),
    ],
)
def test_a_name_tells_kind_and_direction_or_nothing(name, unit, kind, direction):
    assert (infer_unit_kind(name, unit), infer_direction(name)) == (kind, direction)


def test_an_added_count_is_told_from_an_announced_change():
    names = [FARMS, "จำนวนคดียาเสพติดลดลง", "อัตราส่วนแพทย์ต่อประชากร"]
    assert [(says_added_count(n), says_change(n)) for n in names] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_nine_rows_of_the_2557_table_fit_the_sum_and_nothing_else():
    rows = [
        *(("5 5 5 5", "20"), ("5 5 5 5", "20"), ("3 3.5 4 4.5", "15"), ("3 3.5 4 4.5", "15")),
        *(("10 10 10 10", "40"), ("5 5 5 5", "20"), ("3 3 3 3", "12")),
        *(("3 3 3 3", "12"), ("5 5 5 5", "20")),
    ]
    fits = [candidate_rules(numbers(targets), Decimal(total)) for targets, total in rows]
    assert [[fit.rule for fit in row if fit.fits] for row in fits] == [["sum"]] * 9
    assert [settled_rule(row) for row in fits] == ["sum"] * 9


def test_the_lampang_row_fits_several_rules_but_neither_sum_nor_compound():
    fits = candidate_rules(numbers("10 10 10 10"), Decimal(10))
    assert [(fit.rule, fit.value, fit.fits) for fit in fits] == [
        ("sum", Decimal(40), False),
        ("compound", Decimal("46.41"), False),
        ("overall", Decimal(10), True),
        ("final", Decimal(10), True),
        ("maintain", Decimal(10), True),
        ("max", Decimal(10), True),
        ("mean", Decimal(10), True),
    ]
    assert settled_rule(fits) is None


@pytest.mark.parametrize(
    ("targets", "total", "rule"),
    [
        ("5 5 5 5", "21.55", "compound"),
        ("3 3.5 4 4.5", "15.9", "compound"),
        ("10.5 10.75 11 11.5", "11.5", "final"),
        ("0.5 0.5 0.5 0.5", "2", "sum"),
        ("1 1 1 1", "4", "sum"),
        ("3 3.5 4 4.5", "14", None),
        ("10 12 11", "12", None),
    ],
)
def test_the_one_rule_that_gives_the_total_is_proposed(targets, total, rule):
    assert settled_rule(candidate_rules(numbers(targets), Decimal(total))) == rule


def test_a_total_without_yearly_targets_is_a_goal_of_its_own():
    fits = candidate_rules([None, None], Decimal(10))
    assert settled_rule(fits) == "overall"
    assert [fit.rule for fit in fits] == list(RULES)


def test_a_fall_of_more_than_everything_has_no_compound():
    fits = {fit.rule: fit.value for fit in candidate_rules(numbers("-100 5"), Decimal(5))}
    assert fits["compound"] is None


def numbers(text: str) -> list[Decimal]:
    return [Decimal(word) for word in text.split()]
