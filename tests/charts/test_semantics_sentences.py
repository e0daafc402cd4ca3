"""What definitions and forecasts say in a sentence, and what the forecast's chart shows."""

import pytest
from frames import drawn

from charts import forecast as chart
from charts.headlines import definitions, forecasts, indicators


def test_a_mean_base_names_its_years_and_how_many_had_a_value():
    frame = drawn(
        """
        value | base_value | growth_pct | base_years | base_year_count | named_year_count
        120   | 100        | 20         | 2549, 2553 | 2               | 3
        """,
        **{"unit": "ราย", "unit_kind": "count", "fiscal_year": 2569, "quarter": 1},
        **{"base_fiscal_year": None, "is_small_base": True, "trend": "better"},
        **{"status": "ok", "reason": None},
    )

    assert indicators.growth(frame, "th") == (
        "ไตรมาส 1/2569: เพิ่มขึ้น 20.0% (▲ ดีขึ้น) จากฐาน 100 ราย"
        " (เฉลี่ยปี 2549, 2553 มีข้อมูล 2 จาก 3 ปี) (ฐานเล็ก)"
    )


def test_definitions_are_counted_with_those_that_cannot_be_measured():
    frame = drawn(
        """
        completeness | kpi
        complete     | ก
        undeclared   | ข
        partial      | ค
        """,
        is_measurable=[True, False, True],
        has_target=[True, False, True],
    )

    assert definitions.completeness(frame, "th") == (
        "นิยามครบ 1 จาก 3 ตัวชี้วัด · ยังไม่กำหนดนิยาม 1 · วัดไม่ได้ 1 · ยังไม่มีค่าเป้าหมาย 1"
    )


YEAR = """
spending_type | disbursed_pct | forecast_pct | low_pct | high_pct | method  | reason         | target_pct | gap_pp
all           | 39.8          | 62.1         | 60      | 65.5     | profile |                | 80         | -17.9
capital       | 20            | 26.7         |         |          | linear  | too_few_years  |            |
"""


def year_end(**more):
    about = {"backtest_error_pp": 3.2, "years": "2564, 2565, 2566", "year_count": 3, "quarter": 3}
    return drawn(YEAR, **(about | more))


def test_a_forecast_names_range_years_and_back_test():
    assert forecasts.disbursement(year_end(), "th") == (
        "คาดว่าสิ้นปีเบิกจ่าย 62.1% (ช่วง 60.0%–65.5%) จากจังหวะปี 2564, 2565, 2566"
        " ย้อนทดสอบคลาดเคลื่อน 3.2 จุดร้อยละ เทียบเป้า 80.0% ต่ำกว่า 17.9 จุดร้อยละ"
    )


def test_a_straight_line_is_called_one_and_says_why():
    frame = year_end(year_count=2, years="2564, 2566").iloc[1:].assign(spending_type="all")

    assert forecasts.disbursement(frame, "th") == (
        "ประมาณการเชิงเส้น: สิ้นปีเบิกจ่าย 26.7% (มีปีปกติเพียง 2 ปี ยังไม่พอหาจังหวะ)"
        " ย้อนทดสอบปี 2564, 2566 คลาดเคลื่อน 3.2 จุดร้อยละ"
    )


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_chart_tells_a_line_from_a_profile_by_its_sign_and_word(lang):
    figure = chart.of_the_year(year_end(), lang)
    profile, line = (trace for trace in figure.data if trace.type == "scatter")

    assert (profile.marker.symbol, line.marker.symbol) == ("diamond", "diamond-open")
    assert profile.error_x.array == pytest.approx((3.4,))
    assert line.error_x.array is None
    assert len(figure.layout.shapes) == 1  # only one of the two has a target


@pytest.mark.parametrize(
    ("pace", "sentence"),
    [
        (
            "much_faster",
            "ต้องเร่งกว่าเดิม 2.5 เท่า · ต้องทำเดือนละ 10 ราย (สามเดือนล่าสุดเฉลี่ยเดือนละ 4 ราย) เหลือ 6 เดือน",
        ),
        ("reached", "ถึงเป้าหมายแล้ว"),
        ("no_pace", "สามเดือนล่าสุดไม่มีผล จึงบอกไม่ได้ว่าต้องเร่งกี่เท่า"),
    ],
)
def test_the_pace_is_told_with_what_it_takes(pace, sentence):
    row = {"pace": pace, "ratio": 2.5, "needed_per_month": 10, "recent_per_month": 4}
    row |= {"months_left": 6, "unit": "ราย", "unit_kind": "count"}

    assert forecasts.pace(row, "th") == sentence
