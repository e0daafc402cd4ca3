"""Projects' money and time."""

import pytest

from loaders.checks import check_table
from loaders.findings import Finding
from tests.loaders.drawn import drawn

HEADER = (
    "project|plan|agency|province|fiscal_year|allocated_thb|progress_pct|start_date|end_date"
    "|disbursed_thb@q1|disbursed_thb@q2|disbursed_thb@q3|disbursed_thb@q4"
)


def project(cells: str) -> str:
    return f"{HEADER}\nท่อประปาภูเขา|บริการ|อำเภอจอมทอง|50|2569|{cells}"


@pytest.mark.parametrize(
    ("cells", "findings"),
    [
        ("70000||||10000|20000|60000|70000", ()),
        (
            "70000||||10000|30000|20000|70000",
            (Finding("decreasing_cumulative", "Sheet1", 1, 11, "20,000", "30,000"),),
        ),
        (
            "70000||||10000||90000|95000",
            (Finding("disbursed_over_allocated", "Sheet1", 1, 11, "90,000", "70,000"),),
        ),
        (
            "70000||||40000000000|||",
            (
                Finding(
                    "unit_suspected",
                    "Sheet1",
                    1,
                    9,
                    "40000000000",
                    "40,000",
                    {"factor": "1,000,000"},
                ),
            ),
        ),
        ("70000|40|||14000|||", ()),
        (
            "70000|41|||14000|||",
            (
                Finding(
                    "progress_spending_gap", "Sheet1", 1, 6, "41", "20.00", {"difference": "21.00"}
                ),
            ),
        ),
        ("70000|100||||||", ()),
        ("0|100||||||", ()),
        (
            "70000||2026-03-31|2026-01-15||||",
            (
                Finding(
                    "date_order", "Sheet1", 1, 8, "15\u00a0ม.ค.\u00a02569", "31\u00a0มี.ค.\u00a02569"
                ),
            ),
        ),
    ],
)
def test_each_slip_of_a_project_gives_its_one_finding(cells, findings):
    assert check_table(drawn("projects", project(cells))) == findings


def test_money_of_single_quarters_is_added_up_before_it_meets_the_budget():
    text = """
    project | plan | agency | province | fiscal_year | allocated_thb | disbursed_in_quarter_thb@q1 | disbursed_in_quarter_thb@q2
    ท่อ | ก | อำเภอ | 50 | 2569 | 70000 | 50000 | 20000
    ถนน | ก | อำเภอ | 50 | 2569 | 70000 | 50000 | 30000
    """
    assert check_table(drawn("projects", text)) == (
        Finding("disbursed_over_allocated", "Sheet1", 2, 7, "80,000", "70,000"),
    )
