"""Community-plan grades against their criteria."""

import pytest

from loaders.checks import check_table
from loaders.findings import Finding
from tests.loaders.drawn import drawn

HEADER = (
    "fiscal_year|province|district|village_no|village|households|households_with_accounts"
    "|accounts_pct|attending_pct|local_government_joined|written_plan|grade_reported"
)


def village(criteria: str) -> str:
    return f"{HEADER}\n2550|50|5014|1|บ้านสะลวง|{criteria}"


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ("100||70|70|yes|yes|A", None),
        ("100||69.99|70|yes|yes|A", "B"),
        ("10|7||70|yes|yes|A", None),
        ("10|6||70|yes|yes|A", "B"),
        ("100||80|80|no|no|B", "C"),
        ("100||80|80|||C", None),
        ("100||80|80|||A", None),
        ("100||80|20|yes||A", "C–B"),
        ("100||80|80|yes|yes|", None),
        ("||||||C", None),
        ("0|0||90|yes|yes|A", None),
    ],
)
def test_a_grade_differs_only_when_its_criteria_exclude_it(criteria, expected):
    found = check_table(drawn("community_plans", village(criteria)))
    assert [(f.code, f.cell, f.expected) for f in found] == (
        [("grade_differs", "L2", expected)] if expected else []
    )


def test_the_finding_tells_how_many_criteria_were_met_and_unknown():
    assert check_table(drawn("community_plans", village("100||80|20|yes||A"))) == (
        Finding(
            "grade_differs",
            "Sheet1",
            1,
            11,
            "A",
            "C–B",
            {"met_count": "2", "unknown_count": "1"},
        ),
    )


def test_more_households_than_there_are_is_out_of_range():
    assert check_table(drawn("community_plans", village("100|120|||||"))) == (
        Finding("out_of_range", "Sheet1", 1, 6, "120", "0–100"),
    )


def test_the_same_village_twice_in_a_year_is_told_at_the_second_row():
    text = (
        f"{HEADER}\n2550|50|5014|1|บ้านสะลวง|||||||\n2550|50|5014|2|บ้านสะลวง|||||||"
        "\n2550|50|5014|1|บ้านสะลวง|||||||"
    )
    assert check_table(drawn("community_plans", text)) == (
        Finding(
            "duplicate_row",
            "Sheet1",
            3,
            4,
            "2550 · เชียงใหม่ · สันทราย · 1 · บ้านสะลวง",
            params={"first_row": "2"},
        ),
    )
