"""Units, ratios and running totals that are hardly meant."""

from loaders.checks import check_table
from loaders.findings import Finding
from tests.loaders.drawn import drawn


def test_half_a_million_million_baht_for_one_activity_is_a_question_of_units():
    text = """
    project | plan | agency | province | fiscal_year | allocated_thb
    อบรมอาสาสมัคร | ก | อำเภอ | 93 | 2566 | 538800000000{538800.0000 ล้านบาท}
    ท่อประปา | ก | อำเภอ | 93 | 2566 | 70000
    """
    assert check_table(drawn("projects", text)) == (
        Finding(
            "unit_suspected",
            "Sheet1",
            1,
            5,
            "538800.0000 ล้านบาท",
            "538,800",
            {"factor": "1,000,000"},
        ),
    )


def test_a_budget_in_millions_without_its_unit_is_asked_about_once():
    text = """
    area | fiscal_year | plan | project_count | budget_thb
    50 | 2550 | ก | 495 | 36.928
    50 | 2550 | ข | 267 | 22.123
    50 | 2550 | ค | 100 | 8.464
    """
    assert check_table(drawn("budget_by_plan", text)) == (
        Finding("unit_suspected", "Sheet1", 1, 4, "36.928", "36,928,000", {"factor": "1,000,000"}),
    )


def test_quarters_that_rise_to_the_target_look_like_running_totals():
    text = """
    area | kpi | unit | fiscal_year | target | actual_by_quarter@q1 | actual_by_quarter@q2 | actual_by_quarter@q3 | actual_by_quarter@q4
    50 | จำนวนฟาร์มปลอดภัย | แห่ง | 2569 | 50 | 10 | 22 | 35 | 48
    50 | จำนวนแปลงใหญ่ | แห่ง | 2569 | 50 | 10 | 12 | 13 | 15
    50 | ร้อยละของถนนที่ดี | ร้อยละ | 2569 | 50 | 10 | 22 | 35 | 48
    """
    assert check_table(drawn("kpi_results", text)) == (
        Finding(
            "looks_cumulative",
            "Sheet1",
            1,
            8,
            "48",
            "50",
            {"values": "10, 22, 35, 48", "target": "50"},
        ),
    )


def test_quarters_in_rows_of_their_own_are_seen_as_one_year():
    text = """
    area | kpi | unit | fiscal_year | quarter | target | actual
    50 | จำนวนฟาร์มปลอดภัย | แห่ง | 2569 | 4 | 50 | 48
    50 | จำนวนฟาร์มปลอดภัย | แห่ง | 2569 | 1 | 50 | 10
    50 | จำนวนฟาร์มปลอดภัย | แห่ง | 2569 | 2 | 50 | 22
    50 | จำนวนฟาร์มปลอดภัย | แห่ง | 2569 | 3 | 50 | 35
    """
    found = check_table(drawn("kpi_results", text))
    assert [(finding.code, finding.cell) for finding in found] == [("looks_cumulative", "G2")]


def test_a_column_of_ratios_where_percents_belong_is_asked_about_once():
    text = """
    area | fiscal_year | plan | budget_thb | share_pct_reported
    50 | 2569 | ก | 500000 | 0.5
    50 | 2569 | ข | 300000 | 0.3
    50 | 2569 | ค | 200000 | 0.2
    """
    assert check_table(drawn("budget_by_plan", text)) == (
        Finding("ratio_as_percent", "Sheet1", 1, 4, "0.5", "50", {"cell_count": "3"}),
    )


def test_a_result_a_hundredth_of_its_percent_target_is_asked_about():
    text = """
    area | kpi | fiscal_year | quarter | target | actual
    50 | ร้อยละที่เพิ่มขึ้นของรายได้ | 2569 | 1 | 5 | 0.05
    50 | ร้อยละของครัวเรือนยากจน | 2569 | 1 | 0.5 | 0.4
    51 | ร้อยละที่เพิ่มขึ้นของรายได้ | 2569 | 1 | 5 | 0.4
    """
    assert check_table(drawn("kpi_results", text)) == (
        Finding("ratio_as_percent", "Sheet1", 1, 5, "0.05", "5", {"cell_count": "1"}),
    )


def test_one_year_in_another_unit_than_its_neighbours_is_found():
    text = """
    area | kpi | unit | actual_by_year@2562 | actual_by_year@2563 | actual_by_year@2564
    67 | มูลค่าการท่องเที่ยว | ล้านบาท | 9981.97 | 10250 | 10400000
    67 | จำนวนนักท่องเที่ยว | คน | 1000000 | 300 | 5000
    """
    assert check_table(drawn("kpi_results", text)) == (
        Finding("unit_suspected", "Sheet1", 1, 5, "10400000", "10,400", {"factor": "1,000"}),
    )
