"""A report for quarter 1 with money in the later columns once showed a whole year as spent."""

from loaders.checks import check_table
from loaders.findings import Finding
from loaders.table import Context
from tests.loaders.drawn import drawn

SHEET = """
project|plan|agency|province|fiscal_year|allocated_thb|disbursed_thb@q1|disbursed_thb@q2|disbursed_thb@q4
ท่อประปาภูเขา|บริการ|อำเภอจอมทอง|50|2570|70000|10000|20000|
โรงสีชุมชน|บริการ|อำเภอแม่ริม|50|2570|43000|4000||4300
"""


def test_money_in_later_quarters_is_an_error_at_its_first_cell():
    table = drawn("projects", SHEET, context=Context(quarter=1))

    assert check_table(table) == (
        Finding(
            "future_quarter",
            "Sheet1",
            1,
            7,
            "20,000",
            "1",
            {"quarter": "2", "cell_count": "2"},
        ),
    )


def test_a_report_of_the_whole_year_may_fill_every_quarter():
    assert check_table(drawn("projects", SHEET, context=Context(quarter=4))) == ()
    assert check_table(drawn("projects", SHEET)) == ()
