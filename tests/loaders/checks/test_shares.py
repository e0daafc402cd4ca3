"""Printed shares: the swapped rows of 2550, small residues, sums beside 100."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from loaders.checks import check_table
from loaders.checks.shares import Share, find_swaps
from loaders.findings import Finding
from tests.loaders.drawn import drawn

BUDGET_2550 = """
area | fiscal_year | plan                            | project_count | budget_thb       | share_pct_reported
50   | 2550        | เศรษฐกิจพอเพียง                   | 495           | 36928000{36.928} | 39.69
50   | 2550        | พัฒนาและสร้างโอกาสให้ชุมชน           | 267           | 22123000{22.123} | 23.77
50   | 2550        | พัฒนาคุณภาพชีวิตของชุมชน            | 100           | 8464000{8.464}   | 2.98
50   | 2550        | สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ      | 42            | 2765000{2.765}   | 9.14
50   | 2550        | บริการขั้นพื้นฐาน                   | 394           | 22720000{22.720} | 24.42
=    |             |                                 | 1298          | 93000000{93.00}  | 100.00
"""


def test_the_budget_of_2550_has_rows_3_and_4_swapped_and_a_small_residue():
    assert check_table(drawn("budget_by_plan", BUDGET_2550)) == (
        Finding("shares_residue", "Sheet1", 1, 5, params={"row_count": "5", "largest": "0.04"}),
        Finding(
            "shares_swapped",
            "Sheet1",
            3,
            5,
            "2.98",
            "9.10",
            {
                "rows": "3",
                "last_row": "4",
                "names": "พัฒนาคุณภาพชีวิตของชุมชน ↔ สงเคราะห์ผู้ด้อยโอกาสและผู้สูงอายุ",
                "cells": "F4, F5",
                "printed": "2.98 ↔ 9.14",
                "computed": "9.10 ↔ 2.97",
            },
        ),
    )


def test_the_sentence_names_the_rows_the_plans_and_both_figures():
    (swapped,) = [
        finding
        for finding in check_table(drawn("budget_by_plan", BUDGET_2550))
        if finding.code == "shares_swapped"
    ]
    assert swapped.message("th").startswith("แถว 3 และ 4 สลับกัน")
    assert "2.98 ↔ 9.14" in swapped.message("th")
    assert swapped.message("en").startswith("Rows 3 and 4 are swapped")


def test_the_grades_of_2550_are_printed_right():
    table = drawn(
        "community_plan_grades",
        """
        area | fiscal_year | grade | village_count | share_pct_reported
        50   | 2550        | A     | 1257          | 63.5
        50   | 2550        | B     | 475           | 24.0
        50   | 2550        | C     | 247           | 12.5
        =    |             | รวม   | 1979          | 100.0
        """,
    )
    assert check_table(table) == ()


def test_one_wrong_share_is_told_alone_at_its_cell():
    table = drawn(
        "budget_by_plan",
        """
        area | fiscal_year | plan | budget_thb | share_pct_reported
        50   | 2569        | ก    | 500000     | 50.00
        50   | 2569        | ข    | 300000     | 36.00
        50   | 2569        | ค    | 200000     | 20.00
        """,
    )
    assert check_table(table) == (
        Finding("share_differs", "Sheet1", 2, 4, "36.00", "30.00", {"difference": "6.00"}),
    )


def test_one_mistyped_amount_does_not_accuse_the_other_rows():
    table = drawn(
        "budget_by_plan",
        """
        area | fiscal_year | plan | budget_thb | share_pct_reported
        50   | 2569        | ก    | 500000     | 50.00
        50   | 2569        | ข    | 390000     | 30.00
        50   | 2569        | ค    | 200000     | 20.00
        =    |             | รวม  | 1000000    | 100.00
        """,
    )
    assert [(f.code, f.cell) for f in check_table(table)] == [
        ("share_differs", "E3"),
        ("total_differs", "D5"),
    ]


def test_shares_that_each_hold_but_do_not_add_are_told_at_the_printed_sum():
    table = drawn(
        "budget_by_plan",
        """
        area | fiscal_year | plan | budget_thb | share_pct_reported
        50   | 2569        | ก    | 500000     | 50.05
        50   | 2569        | ข    | 300000     | 30.05
        50   | 2569        | ค    | 200000     | 20.05
        =    |             | รวม  | 1000000    | 100.00
        """,
    )
    assert check_table(table)[-1] == Finding(
        "shares_do_not_add", "Sheet1", 4, 4, "100.15", "100.00", {"row_count": "3"}
    )


def test_shares_of_two_years_in_one_sheet_are_of_their_own_year():
    table = drawn(
        "budget_by_plan",
        """
        area | fiscal_year | plan | budget_thb | share_pct_reported
        50   | 2568        | ก    | 700000     | 70.00
        50   | 2568        | ข    | 300000     | 30.00
        50   | 2569        | ก    | 100000     | 25.00
        50   | 2569        | ข    | 300000     | 75.00
        """,
    )
    assert check_table(table) == ()


def test_a_missing_amount_leaves_the_shares_unchecked():
    table = drawn(
        "budget_by_plan",
        """
        area | fiscal_year | plan | budget_thb | share_pct_reported
        50   | 2569        | ก    | 500000     | 40.00
        50   | 2569        | ข    |            | 60.00
        """,
    )
    assert check_table(table) == ()


TOLERANCE = Decimal("0.055")
distinct_amounts = st.lists(st.integers(1, 1000), min_size=2, max_size=30, unique=True).filter(
    lambda amounts: 100 / sum(amounts) > 3 * TOLERANCE
)


@given(distinct_amounts, st.data())
def test_any_exchange_of_two_distinguishable_shares_is_named(amounts, data):
    computed = [Decimal(100) * amount / sum(amounts) for amount in amounts]
    printed = [round(share, 2) for share in computed]
    places = st.integers(0, len(amounts) - 1)
    a, b = sorted(data.draw(st.lists(places, min_size=2, max_size=2, unique=True)))
    printed[a], printed[b] = printed[b], printed[a]
    shares = [
        Share(i + 1, i + 2, f"plan {i}", p, c)
        for i, (p, c) in enumerate(zip(printed, computed, strict=True))
    ]
    assert find_swaps(shares, TOLERANCE) == ((shares[a], shares[b]),)


@given(distinct_amounts)
def test_shares_in_their_places_are_never_called_swapped(amounts):
    computed = [Decimal(100) * amount / sum(amounts) for amount in amounts]
    shares = [Share(i + 1, i + 2, "", round(c, 2), c) for i, c in enumerate(computed)]
    assert find_swaps(shares, TOLERANCE) == ()


def test_three_rows_in_a_round_are_one_swap_and_two_pairs_are_two():
    wanted = [Decimal(n) for n in (50, 25, 12, 8, 5)]
    turned = [wanted[i] for i in (1, 2, 0, 3, 4)]
    paired = [wanted[i] for i in (1, 0, 3, 2, 4)]
    assert [
        [
            [share.ordinal for share in swap]
            for swap in find_swaps(shares_of(held, wanted), TOLERANCE)
        ]
        for held in (turned, paired)
    ] == [[[1, 2, 3]], [[1, 2], [3, 4]]]


def shares_of(printed: list[Decimal], computed: list[Decimal]) -> list[Share]:
    pairs = zip(printed, computed, strict=True)
    return [Share(i, i + 1, "", p, c) for i, (p, c) in enumerate(pairs, start=1)]
