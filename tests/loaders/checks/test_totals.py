"""Printed totals: exact counts, money within rounding, sections, averages, lost units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.checks import check_table
from loaders.findings import Finding
from tests.loaders.drawn import drawn


def budget(*rows: str) -> str:
    return "\n".join(["area|fiscal_year|plan|project_count|budget_thb", *rows])


def test_a_sheet_off_by_one_in_the_last_place_is_accepted_silently():
    table = drawn(
        "budget_by_plan",
        budget(
            "81|2565|งบประจำ|9|24320000{24.32}",
            "81|2565|งบลงทุน|7|102740000{102.74}",
            "=||รวม|16|127050000{127.05}",
        ),
    )
    assert check_table(table) == ()


def test_a_sheet_off_by_more_than_its_rounding_is_not():
    table = drawn(
        "budget_by_plan",
        budget(
            "81|2565|งบประจำ|9|24320000{24.32}",
            "81|2565|งบลงทุน|7|102740000{102.74}",
            "=||รวม|16|127040000{127.04}",
        ),
    )
    assert check_table(table) == (
        Finding(
            "total_differs",
            "Sheet1",
            3,
            4,
            "127,040,000",
            "127,060,000",
            {"row_count": "2", "difference": "20,000"},
        ),
    )


def test_counts_add_up_exactly():
    table = drawn(
        "budget_by_plan", budget("50|2569|ก|10|500", "50|2569|ข|20|600", "=||รวม|31|1100")
    )
    assert [(f.code, f.cell, f.value, f.expected) for f in check_table(table)][-1] == (
        "total_differs",
        "D4",
        "31",
        "30",
    )


def test_subtotals_cover_their_section_and_the_last_row_everything():
    rows = (
        *("50|2569|ก|1|100000", "50|2569|ข|2|200000", "=||รวมย่อย|3|300000"),
        *("50|2569|ค|4|400000", "=||รวมย่อย|4|400000", "=|||7|700000"),
    )
    assert check_table(drawn("budget_by_plan", budget(*rows))) == ()


@pytest.mark.parametrize("label", ["เฉลี่ย", "ค่าเฉลี่ย", "Average"])
def test_an_average_is_not_a_total(label):
    rows = ("50|2569|ก|10|100000", "50|2569|ข|20|300000", f"=||{label}|15|200000")
    assert check_table(drawn("budget_by_plan", budget(*rows))) == ()


def test_a_blank_row_leaves_its_total_unchecked():
    rows = ("50|2569|ก||100000", "50|2569|ข|20|300000", "=||รวม|25|400000")
    assert check_table(drawn("budget_by_plan", budget(*rows))) == ()


def test_a_total_in_another_unit_than_its_rows_is_a_question_of_units():
    rows = ("50|2569|ก|10|100000", "50|2569|ข|20|300000", "=||รวม|30|0.4")
    (finding,) = check_table(drawn("budget_by_plan", budget(*rows)))
    assert (finding.code, finding.cell, finding.value, finding.expected, finding.params) == (
        "unit_suspected",
        "E4",
        "0.4",
        "400,000",
        {"factor": "1,000,000"},
    )


def test_each_quarter_has_its_own_total():
    text = """
    project | plan | agency | province | fiscal_year | allocated_thb | disbursed_thb@q1 | disbursed_thb@q2
    ถนน     | ก    | ทล.    | 50       | 2569        | 900000        | 100000           | 300000
    ท่อ      | ก    | ทล.    | 50       | 2569        | 500000        | 50000            | 200000
    =       |      |        |          | รวม         | 1400000       | 150000           | 510000
    """
    assert [(f.code, f.cell, f.expected) for f in check_table(drawn("projects", text))] == [
        ("total_differs", "H4", "500,000")
    ]


amounts = st.lists(st.integers(1_000, 99_999_999), min_size=1, max_size=12)


@given(amounts)
def test_rows_rounded_to_hundredths_of_a_million_agree_with_their_exact_sum(exact):
    rounded = [round(Decimal(value) / 1_000_000, 2) for value in exact]
    total = round(Decimal(sum(exact)) / 1_000_000, 2)
    assert codes_of(rounded, total) == []


@given(amounts, st.integers(1, 1000))
def test_a_total_off_by_more_than_rounding_allows_is_found(exact, beyond):
    rounded = [round(Decimal(value) / 1_000_000, 2) for value in exact]
    allowed = len(exact) * Decimal("0.005")
    total = sum(rounded) + allowed.quantize(Decimal("0.01")) + beyond * Decimal("0.01")
    assert codes_of(rounded, total) in (["total_differs"], ["unit_suspected"])


def codes_of(millions: list[Decimal], total: Decimal) -> list[str]:
    rows = [f"50|2569|แผน {i}||{value * 1_000_000}{{{value}}}" for i, value in enumerate(millions)]
    text = budget(*rows, f"=||รวม||{total * 1_000_000}{{{total}}}")
    wanted = ("total_differs", "unit_suspected")
    found = check_table(drawn("budget_by_plan", text))
    return [f.code for f in found if f.code in wanted and f.row == len(millions) + 1]
