import math
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai import format as thai_format
from thai.numbers import parse_number

FORMATTERS = [
    thai_format.baht,
    thai_format.million_baht,
    thai_format.number,
    thai_format.percent,
    thai_format.points,
    thai_format.signed,
]


@pytest.mark.parametrize("show", FORMATTERS)
@pytest.mark.parametrize(
    "nothing", [None, math.nan, math.inf, Decimal("NaN"), np.float64("nan"), pd.NA, pd.NaT]
)
def test_a_missing_figure_is_said_in_words_and_never_zero(show, nothing):
    assert show(nothing) == "ไม่มีข้อมูล"
    assert show(nothing, lang="en") == "no data"


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (thai_format.million_baht(93_000_000), "93.00 ล้านบาท"),
        (thai_format.million_baht(Decimal("22123000.00")), "22.12 ล้านบาท"),
        (thai_format.baht(Decimal("74602.02")), "74,602.02 บาท"),
        (thai_format.percent(Decimal("9.10"), 2), "9.10%"),
        (thai_format.percent(63.5169, 1), "63.5%"),
        (thai_format.points(Decimal("30.84") - 32), "\u22121.16 จุดร้อยละ"),
        (thai_format.points(1.15, lang="en"), "+1.15 percentage points"),
        (thai_format.signed(-0.001), "0.00"),
        (thai_format.number(-1234.5, 1), "\u22121,234.5"),
        (thai_format.number(np.int64(1979)), "1,979"),
        (thai_format.number(2.675, 2), "2.68"),
    ],
)
def test_figures_as_shown(shown, expected):
    assert shown == expected


@given(st.decimals(-(10**13), 10**13, places=4, allow_nan=False), st.integers(0, 4))
def test_a_shown_number_reads_back_within_half_a_unit_of_its_last_place(value, decimals):
    read = parse_number(thai_format.number(value, decimals)).value
    assert abs(read - value) <= Decimal(1).scaleb(-decimals) / 2


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_finite_float_is_shown(value):
    assert thai_format.number(value, 2) != thai_format.missing()
