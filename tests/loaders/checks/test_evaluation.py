"""Frameworks and agreements that cannot be scored as written."""

import pytest

from loaders.checks import check_against_store, check_table
from loaders.findings import Finding
from loaders.names import name_key
from store import open_store
from tests.loaders.checks.test_against_store import publish
from tests.loaders.drawn import drawn

FRAMEWORK = """
    area | fiscal_year | dimension | dimension_weight_pct | item | weight_pct
    50 | 2569 | ประสิทธิผล | 60 | กลุ่มจังหวัด | 20
    50 | 2569 | ประสิทธิผล |    | จังหวัด     | {province}
    50 | 2569 | คุณภาพ    | 40 | ความพึงพอใจ  | {satisfaction}
"""
LADDER = """
    area | fiscal_year | signer | role | kpi | weight_pct | {head}
    50 | 2569 | ผู้ว่าราชการจังหวัด | governor | รายได้ | 100 | {ladder}
"""
FIVE = "score_1 | score_2 | score_3 | score_4 | score_5"
THREE = "score_minimum | score_standard | score_advanced"


def framework(province, satisfaction):
    return check_table(
        drawn("evaluation_framework", FRAMEWORK.format(**locals())),
    )


def ladder(head, values):
    return check_table(drawn("agreements", LADDER.format(head=head, ladder=values)))


@pytest.mark.parametrize("weights", [(40, 40), ("40.004", "40.005"), ("39.99", "40.01")])
def test_weights_of_100_but_for_a_hundredth_are_right(weights):
    assert framework(*weights) == ()


def test_weights_beside_100_are_said_for_the_whole_and_for_the_dimension():
    whole = {"whose": "2569", "blank_count": "0"}
    assert framework(40, 30) == (
        Finding("weights_not_100", "Sheet1", 1, 5, "90", "100", whole),
        Finding("dimension_weight_differs", "Sheet1", 3, 3, "30", "40", {"dimension": "คุณภาพ"}),
    )


def test_a_blank_weight_is_no_zero_and_said_where_others_are_decided():
    (finding,) = [one for one in framework(40, "") if one.code == "weights_not_100"]
    assert (finding.value, finding.params["blank_count"]) == ("60", "1")


def test_a_framework_without_any_weights_is_not_accused():
    blank = FRAMEWORK.format(province="", satisfaction="").replace("| 20\n", "|\n")
    assert check_table(drawn("evaluation_framework", blank)) == ()


@pytest.mark.parametrize(
    ("head", "values"),
    [
        (FIVE, "1 | 2 | 3 | 4 | 5"),
        (FIVE, "90 | 80 | 70 | 60 | 50"),
        (FIVE, "0 | 0 | 50 | 50 | 100"),
        (THREE, "60 | 70 | 80"),
    ],
)
def test_thresholds_may_run_either_way_and_stand_still(head, values):
    assert ladder(head, values) == ()


@pytest.mark.parametrize(
    ("head", "values", "cell", "said"),
    [
        (FIVE, "1 | 2 | 5 | 4 | 6", "J2", "1 → 2 → 5 → 4 → 6"),
        (FIVE, "5 | 5 | 4 | 4 | 5", "K2", "5 → 5 → 4 → 4 → 5"),
        (THREE, "60 | 80 | 70", "I2", "60 → 80 → 70"),
    ],
)
def test_thresholds_that_turn_back_are_told_at_the_turn(head, values, cell, said):
    (finding,) = ladder(head, values)
    assert (finding.code, finding.cell, finding.value) == ("thresholds_turn_back", cell, said)


def test_a_blank_among_thresholds_is_told_at_the_blank():
    (finding,) = ladder(FIVE, "1 | 2 | | 4 | 5")
    assert (finding.code, finding.cell) == ("thresholds_incomplete", "I2")


@pytest.fixture
def con():
    con = open_store(":memory:")
    publish(con, 1)
    con.execute(
        "insert into fact_indicator (submission_id, sheet_id, src_row, area_code, kpi_code, kpi,"
        " kpi_key) values (1, 1, 2, '50', 'K1', 'รายได้', ?)",
        [name_key("รายได้")],
    )
    yield con
    con.close()


def test_an_indicator_nobody_declared_and_without_thresholds_is_asked_about(con):
    table = drawn(
        "agreements",
        """
        area | fiscal_year | signer | role | kpi_code | kpi | score_1
        50 | 2569 | ก | governor | K1 | ชื่ออื่น |
        50 | 2569 | ก | governor |    | 1. รายได้ |
        50 | 2569 | ก | governor | K9 | ไม่รู้จัก |
        50 | 2569 | ก | governor | K8 | มีเกณฑ์ | 1
        51 | 2569 | ก | governor | K9 | ไม่รู้จัก |
        """,
    )
    (question,) = check_against_store(con, table)
    assert (question.code, question.cell, question.value) == (
        "kpi_cannot_be_scored",
        "F4",
        "ไม่รู้จัก",
    )
