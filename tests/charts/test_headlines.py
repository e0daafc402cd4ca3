"""Headlines say what the numbers say: sums before ratios, reasons where there is no number."""

import pytest
from frames import drawn

from charts.headlines import areas, indicators, money, villages


def test_indicators_are_counted_worst_first():
    standing = drawn("status\nmet\ncritical\nmet\nno_data")

    assert indicators.counts(standing, "th") == "▼ วิกฤต 1 · ○ ไม่มีข้อมูล 1 · ▲ บรรลุ 2 จาก 4 ตัวชี้วัด"
    assert (
        indicators.counts(standing, "en")
        == "▼ Critical 1 · ○ No data 1 · ▲ On target 2 of 4 indicators"
    )


GROWTH = """
value | base_value | growth_pct | change_pp | change | trend  | status         | reason
120   | 100        | 20         |           | 20     | better | ok             |
5     | 7          |            | -2        | -2     | worse  | provisional    | percent_unit
8     | 0          |            |           | 8      | better | not_meaningful | zero_base
8     |            |            |           |        |        | no_base        | base_missing
"""


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (0, "ไตรมาส 1/2569: เพิ่มขึ้น 20.0% (▲ ดีขึ้น) จากฐาน 100 ราย (ไตรมาส 1/2568)"),
        (1, "ไตรมาส 1/2569: ลดลง 2.00 จุดร้อยละ (▼ แย่ลง) จากฐาน 7 ราย (ไตรมาส 1/2568) (เบื้องต้น)"),
        (2, "ไตรมาส 1/2569: เปลี่ยนไป 8.00 (เริ่มจากศูนย์) (▲ ดีขึ้น) จากฐาน 0 ราย (ไตรมาส 1/2568)"),
        (3, "ไตรมาส 1/2569: บอกอัตราการขยายตัวไม่ได้ เพราะไม่มีค่าฐานให้เทียบ"),
    ],
)
def test_growth_names_its_base_or_says_why_there_is_none(row, sentence):
    frame = drawn(
        GROWTH, unit="ราย", unit_kind="count", fiscal_year=2569, base_fiscal_year=2568, quarter=1
    )

    assert indicators.growth(frame.iloc[[row]], "th") == sentence


TOTALS = drawn(
    """
    kpi_code | target_total | sum_of_targets | compound_of_targets | target_rule
    sum      | 20           | 20             | 21.5506             |
    compound | 21.55        | 20             | 21.5506             |
    lampang  | 10           | 40             | 46.41               |
    final    | 10           | 40             | 46.41               | final
    blank    |              | 40             | 46.41               |
    """,
    kpi="รายได้จากการท่องเที่ยว",
    area="ลำปาง",
    unit="ร้อยละ",
    unit_kind="growth",
)


def test_a_total_that_fits_no_reading_is_disputed_with_every_candidate():
    assert list(indicators.disputed(TOTALS)["kpi_code"]) == ["lampang"]
    row = indicators.disputed(TOTALS).to_dict("records")[0]
    sentence = indicators.dispute(row, 10, "th")
    assert "พิมพ์ไว้ 10% แต่บวกทุกปีได้ 40% ทบต้นได้ 46.41% ปีสุดท้ายคือ 10%" in sentence


SPENDING = drawn(
    """
    area  | quarter | allocated_thb | disbursed_thb | disbursed_pct | target_pct
    ลำพูน | 1       | 100           | 50            | 50            | 32
    ลำพูน | 2       | 100           | 90            | 90            | 52
    ลำปาง | 2       | 900           | 90            | 10            | 52
    """,
    fiscal_year=2566,
)


def test_spending_of_several_areas_is_the_ratio_of_their_sums():
    assert money.spent(SPENDING, "th") == "ไตรมาส 2/2566 เบิกจ่าย 18.0% ต่ำกว่าเป้า 34.0 จุดร้อยละ"


def test_without_a_target_nothing_is_compared():
    assert money.spent(SPENDING.assign(target_pct=None), "th") == (
        "ไตรมาส 2/2566 เบิกจ่าย 18.0% · ยังไม่มีเป้าหมายทางการ"
    )


def test_a_quarter_nobody_reported_is_not_the_newest():
    later = drawn("area | quarter | disbursed_pct\nลำพูน | 1 | 5\nลำพูน | 2 |", fiscal_year=2566)

    assert money.newest_quarter(later)["quarter"].tolist() == [1]


TREND = drawn(
    """
    fiscal_year | area_code | grade | village_count | total_count | change_pp
    2568        | 50        | A     | 10            | 100         |
    2569        | 50        | A     | 30            | 100         | 20
    2569        | 51        | A     | 90            | 100         |
    """
)


def test_the_change_of_a_counts_only_areas_seen_in_both_years():
    assert villages.share_of_a(TREND, "th") == ("แผนชุมชนเกรด A 60.0% เพิ่มขึ้น 20.0 จุดร้อยละ จากปีก่อน")


def test_years_of_another_set_of_areas_are_not_compared():
    assert "2568" not in villages.over_years(TREND, "th")


def test_one_area_alone_is_neither_first_nor_last():
    one = drawn("area | grade | share_pct\nเชียงใหม่ | A | 63.5")

    assert villages.extremes(one, "th") == "เชียงใหม่ เกรด A 63.5%"


def test_the_leader_and_the_chosen_provinces_of_a_ranking():
    ranking = drawn(
        """
        area    | area_code | rank | value
        ระยอง   | 21        | 1    | 831734
        ลำพูน   | 51        | 17   | 200000
        """,
        measure="gpp_per_head",
        unit="thb",
        year=2563,
        ranked_count=77,
    )
    assert areas.ranked(ranking, "th", chosen=frozenset({"51"})) == (
        "GPP ต่อหัว ปี 2563: ลำพูน อันดับ 17 จาก 77 จังหวัด · อันดับ 1 ระยอง (831,734 บาท)"
    )


def test_products_of_several_areas_are_not_added_up_here():
    each = drawn("area | area_code | year | value_thb\nลำพูน | 51 | 2563 | 8\nลำปาง | 52 | 2563 | 7")

    assert areas.product(each, each, "th") == "GPP รายจังหวัด 2 จังหวัด ถึงปี 2563"
