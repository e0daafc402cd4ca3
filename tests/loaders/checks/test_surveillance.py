"""Rows of no period, and parts larger than their whole."""

from loaders.checks import check_table
from tests.loaders.drawn import drawn

HEAD = (
    "province | district | fiscal_year | quarter | named_period | risk_type"
    " | drilled_count | subdistrict_count | registered_count | relieved_count\n"
)


def found(cells):
    table = drawn("district_surveillance", f"{HEAD}93 | 9301 | 2569 | {cells}")
    return [(f.code, f.cell, f.value, f.expected) for f in check_table(table)]


def test_a_row_is_of_a_quarter_or_of_a_named_period():
    assert found("1 | | disaster | | | |") == []
    assert found(" | songkran | accident | | | |") == []
    assert found(" | | accident | | | |") == [("missing_value", "D2", None, "ไตรมาส / ช่วงเฝ้าระวัง")]


def test_a_part_is_not_larger_than_its_whole():
    assert found("1 | | disaster | 14 | 14 | 30 | 30") == []
    assert found("1 | | disaster | 15 | 14 | 30 | 31") == [
        ("more_than_all", "G2", "15", "14"),
        ("more_than_all", "J2", "31", "30"),
    ]
    assert found("1 | | disaster | 15 | | | 31") == []
