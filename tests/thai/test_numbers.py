from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai.digits import to_thai
from thai.numbers import (
    ParsedNumber,
    find_unit,
    is_nil,
    is_placeholder,
    parse_number,
    unit_factor,
)

amounts = st.decimals(-(10**12), 10**12, places=2, allow_nan=False)


def parsed(value: str, **around) -> ParsedNumber:
    return ParsedNumber(Decimal(value), **around)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("9,981.97 ล้านบาท", parsed("9981.97", unit="ล้านบาท")),
        ("๙,๙๘๑.๙๗ ล้านบาท", parsed("9981.97", unit="ล้านบาท")),
        ("1,938 ราย", parsed("1938", unit="ราย")),
        ("5 บาท/คน/ปี", parsed("5", unit="บาท/คน/ปี")),
        ("฿ 500", parsed("500", unit="บาท")),
        ("500.-", parsed("500", unit="บาท")),
        ("1:3,366", parsed("3366", ratio_first=Decimal(1))),
        ("1 : 3,366 คน", parsed("3366", ratio_first=Decimal(1), unit="คน")),
        ("ร้อยละ 5", parsed("5", percent=True)),
        ("5 %", parsed("5", percent=True)),
        ("ร้อยละ 5 ต่อปี", parsed("5", percent=True, unit="ต่อปี")),
        ("10 (เป้าหมาย รวม)", parsed("10", note="เป้าหมาย รวม")),
        ("10*", parsed("10", note="*")),
        ("9,981.97 ล้านบาท*", parsed("9981.97", unit="ล้านบาท", note="*")),
        ("1,234p", parsed("1234", note="p")),
        ("(1,234.50)", parsed("-1234.50")),
        ("\u22125.2", parsed("-5.2")),
        ("-5.2", parsed("-5.2")),
        ("+1.15", parsed("1.15")),
        ("\u00a01,257 ", parsed("1257")),
        (".5", parsed("0.5")),
        ("1e-05", parsed("0.00001")),
        ("0", parsed("0")),
    ],
)
def test_numbers_as_they_stand_in_cells(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "-", "1,23", "1,000,00", "1.234,56", "1 234", "10-20", "5/7", "3 ใน 5", "- 5", "5 (1)",
     "ไม่น้อยกว่า 5", "พ.ศ. 2557", "nan", "inf", "1E5", "หมู่ 5", ".......ล้านบาท", "9" * 300],
)  # fmt: skip
def test_no_number_and_every_ambiguous_text_gives_none(text):
    assert parse_number(text) is None


@given(amounts)
def test_an_amount_reads_back_however_it_is_printed(amount):
    grouped = f"{amount:,.2f}"
    assert parse_number(grouped) == ParsedNumber(amount)
    assert parse_number(to_thai(grouped)) == ParsedNumber(amount)
    assert parse_number(f"{grouped} ล้านบาท") == ParsedNumber(amount, unit="ล้านบาท")
    assert parse_number(grouped.replace("-", "\u2212")) == ParsedNumber(amount)


@given(st.floats(allow_nan=False, allow_infinity=False, width=64))
def test_a_float_written_by_software_reads_back_exactly(value):
    text = repr(value)
    assert float(parse_number(text).value) == value


@given(st.text(max_size=60))
def test_any_text_is_answered_without_an_exception(text):
    parse_number(text), is_nil(text), is_placeholder(text), unit_factor(text), find_unit(text)


@given(st.text(max_size=30))
def test_no_text_is_both_nil_and_a_number_or_a_placeholder(text):
    assert [is_nil(text), is_placeholder(text), parse_number(text) is not None].count(True) <= 1


@pytest.mark.parametrize(
    "text", ["", " ", "\u00a0", "-", "–", "—", "--", "ไม่มี", "N/A", "n/a", "..", "…", "ไม่มีข้อมูล"]
)
def test_nil_marks(text):
    assert is_nil(text)
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", ["0", "0.00", "*", "()", "ไม่มีผู้รับผิดชอบ", "ก", ".......ล้านบาท"])
def test_what_is_not_nil(text):
    assert not is_nil(text)


@pytest.mark.parametrize("text", [".......ล้านบาท", "……. ล้านบาท", "ร้อยละ ....", "____ ราย"])
def test_a_blank_left_to_be_filled_in_is_a_placeholder(text):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["5 ล้านบาท", "ล้านบาท", "ดำเนินการแล้ว ... เสร็จ", ".5 ล้านบาท"])
def test_what_is_no_placeholder(text):
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("unit", "baht"),
    [
        ("บาท", 1),
        ("พันบาท", 1_000),
        ("หมื่นบาท", 10_000),
        ("แสนบาท", 100_000),
        ("ล้านบาท", 1_000_000),
        ("ล้าน บาท", 1_000_000),
        ("ลบ.", 1_000_000),
        ("ล.บ.", 1_000_000),
        ("Million Baht", 1_000_000),
        ("พันล้านบาท", 1_000_000_000),
        ("ล้าน", None),  # a million of what?
        ("ราย", None),
        ("", None),
    ],
)
def test_units_of_money(unit, baht):
    assert unit_factor(unit) == baht


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("หน่วย: ล้านบาท", "ล้านบาท"),
        ("(หน่วย : พันบาท)", "พันบาท"),
        ("หน่วย ล้านบาท", "ล้านบาท"),
        ("หน่วย : คน", "คน"),
        ("หน่วย: ล้านบาท  ณ วันที่ 5 ม.ค. 2565", "ล้านบาท"),
        ("งบประมาณ (บาท)", "บาท"),
        ("ผลิตภัณฑ์ (ล้านบาท) รวม (ล้านบาท)", "ล้านบาท"),
        ("ร้อยละ (%)", "%"),
        ("งบประมาณ (บาท) รายได้ (ล้านบาท)", None),
        ("หน่วยงาน : กรมการปกครอง", None),
        ("จังหวัด (เหนือ)", None),
        ("", None),
    ],
)
def test_the_unit_of_a_title(title, unit):
    assert find_unit(title) == unit
