"""Money as the treasury sees it: targets where there are any, words where there are none."""

import datetime as dt

import pandas as pd
import pytest
from frames import drawn

from charts import treasury, treasury_course
from charts.headlines import treasury as sentences

FUNDS = drawn(
    """
    fund       | spending_type | disbursed_pct | disbursed_target_pct | disbursed_gap_pp | spent_pct | spent_target_pct | spent_gap_pp | target_state
    year       | all           | 59.92         | 72                   | -12.08           | 84.17     | 81.74            | 2.43         | official
    year       | capital       | 40            | 46                   | -6               |           | 81.65            |              | official
    carry_over | all           | 80            |                      |                  | 90        |                  |              | none
    """,
    allocated_thb=3_599_270_000,
    disbursed_thb=2_156_640_000,
    committed_thb=872_880_000,
    as_of_on=dt.date(2022, 6, 10),
)
COURSE = drawn(
    """
    month_no | quarter | measure   | actual_pct | target_pct | gap_pp | months_to_target | year_target_pct | target_state
    2        | 1       | disbursed | 20         | 32         | -12    | 1                | 93              | official
    2        | 1       | spent     | 30         |            |        | 1                |                 | not_loaded
    3        | 1       | disbursed | 34         | 32         | 2      | 0                | 93              | official
    3        | 1       | spent     | 44         |            |        | 0                |                 | not_loaded
    """,
    fiscal_year=2566,
)
RANKS = drawn(
    """
    area_code | measure   | value_pct | rank | ranked_count
    50        | disbursed | 80        | 1    | 3
    51        | disbursed | 80        | 1    | 3
    52        | disbursed | 50        | 3    | 3
    52        | spent     | 90        | 1    | 1
    """,
    area="ลำปาง",
)
REQUESTS = drawn(
    """
    plan | name | requested_thb | decided_requested_thb | allocated_thb | decided_count | request_count | allocated_pct
    ก    | ก    | 1000000       | 1000000               | 400000        | 1             | 1             | 40
    ข    | ข    | 5000000       |                       |               | 0             | 2             |
    """,
    fiscal_year=2570,
)


def test_each_target_that_is_loaded_has_its_own_mark():
    figure = treasury.by_source(FUNDS, "th")
    marks = {trace.name: list(trace.x) for trace in figure.data if trace.type == "scatter"}

    assert marks == {"เป้าเบิกจ่าย": [72, 46], "เป้าใช้จ่าย": [81.74, 81.65]}
    assert [code for (code,) in figure.data[1].customdata] == ["year", "year", "carry_over"]


def test_a_fund_says_both_gaps_or_why_there_is_none():
    texts = [note.text for note in treasury.by_source(FUNDS, "th").layout.annotations]

    assert texts[1] == (
        "เบิกจ่าย <b>59.9%</b> ▼ ต่ำกว่าเป้า 12.1 จุด<br>ใช้จ่าย <b>84.2%</b> ▲ สูงกว่าเป้า 2.4 จุด"
    )
    assert texts[3].endswith("ใช้จ่าย <b>ไม่มีข้อมูล</b> ○ ไม่ได้รายงาน")
    assert texts[5] == "เบิกจ่าย <b>80.0%</b> ○ ไม่มีเป้า<br>ใช้จ่าย <b>90.0%</b> ○ ไม่มีเป้า"


def test_official_targets_are_steps_over_their_quarters_and_the_year_ends_at_its_own():
    spent, disbursed, steps = treasury_course.over_months(COURSE, "th").data

    assert (list(spent.y), list(disbursed.y)) == ([30, 44], [20, 34])
    assert list(steps.x) == ["ต.ค.", "พ.ย.", "ธ.ค.", None, "ก.ค.", "ส.ค.", "ก.ย.", None]
    assert list(steps.y) == [32, 32, 32, None, 93, 93, 93, None]


def test_months_not_reported_yet_keep_their_place():
    axis = treasury_course.over_months(COURSE, "en").layout.xaxis

    assert (axis.categoryarray[0], axis.categoryarray[11]) == ("Oct", "Sep")
    assert tuple(axis.range) == (-0.5, 11.5)


def test_only_a_single_chosen_province_has_its_rank_written():
    def notes(*chosen):
        figure = treasury_course.rank_strip(RANKS, "th", chosen=frozenset(chosen))
        return [note.text for note in figure.layout.annotations]

    assert notes("52") == ["<b>ลำดับ 3/3</b>", "<b>ลำดับ 1/1</b>"]
    assert notes("50", "51") == notes() == []


def test_requests_come_largest_first_and_say_when_nothing_is_decided():
    figure = treasury.requests(REQUESTS, "th")

    assert list(figure.data[0].x) == [5_000_000, 1_000_000]
    assert [note.text for note in figure.layout.annotations] == [
        "<b>ข</b>",
        "5.0 ล้านบาท<br>○ ยังไม่พิจารณา",
        "<b>ก</b>",
        "ได้ <b>40.0%</b> ของที่ขอ<br>0.4 ล้านบาท จาก 1.0 ล้านบาท",
    ]


@pytest.mark.parametrize(
    ("course", "sentence"),
    [
        (
            COURSE[COURSE["month_no"] == 2],
            "เบิกจ่าย ▼ ต่ำกว่าเป้า 12.0 จุด (เป้า 32% ของไตรมาส 1/2566 เหลืออีก 1 เดือน)",
        ),
        (COURSE, "เบิกจ่าย ▲ สูงกว่าเป้า 2.0 จุด (เป้า 32% ของไตรมาส 1/2566)"),
        (
            COURSE.assign(target_pct=None, fiscal_year=2570),
            "ยังไม่ได้บันทึกเป้าหมายเบิกจ่ายตามมติ ครม. ของไตรมาส 1/2570 จึงไม่เทียบกับปีอื่น",
        ),
    ],
)
def test_the_course_says_how_far_from_the_target_or_that_none_is_loaded(course, sentence):
    assert sentences.over_months(course, "th") == sentence


def test_a_rank_always_comes_with_how_many_report():
    assert sentences.rank(RANKS, "th", chosen=frozenset({"52"})) == (
        "เบิกจ่ายลำดับ 3 ใช้จ่ายลำดับ 1 จาก 3 จังหวัดที่มีข้อมูล (ทั้งหมด 76)"
    )
    assert sentences.rank(RANKS, "th", chosen=frozenset({"90"})) == (
        "ไม่มีข้อมูลของเดือนเดียวกับ 3 จังหวัดที่จัดลำดับ"
    )


def test_requests_in_words_leave_the_undecided_out_of_the_share():
    assert sentences.requests(REQUESTS, "en") == (
        "2570: asked for 6 million baht, got 0 million baht (40% of what is decided)"
        " · 2 of 3 requests undecided"
    )


def test_missing_denominators_are_named():
    amounts = pd.DataFrame(
        {
            "denominator": ["population", "households", "villages"],
            "allocated_per_unit_thb": [1237.84, None, None],
            "denominator_count": [1_801_223, None, None],
            "denominator_year_be": [2563, None, None],
        }
    )
    assert sentences.per_head(amounts, "th") == (
        "งบประมาณ 1,238 บาทต่อคน (ประชากรปี 2563) · ไม่มีครัวเรือน, หมู่บ้าน"
    )
    nothing = amounts.assign(allocated_per_unit_thb=None, denominator_count=None)
    assert sentences.per_head(nothing, "th") == (
        "คิดเงินต่อคนไม่ได้ เพราะไม่มีตัวหาร: คน, ครัวเรือน, หมู่บ้าน — ส่งแบบ 7 ข้อมูลพื้นฐานพื้นที่"
    )
