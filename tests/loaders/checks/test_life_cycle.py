"""The days of a project's life cycle in order, and milestones that weigh 100 together."""

import pytest

from loaders.checks import check_table
from loaders.findings import Finding
from tests.loaders.drawn import drawn

STEPS = "project|province|fiscal_year|announced_on|deadline_on|proposed_on|approved_on|disbursed_on"
PIECES = "project|province|fiscal_year|milestone|weight_pct"


@pytest.mark.parametrize(
    ("cells", "findings"),
    [
        ("||2026-01-01|2026-02-01|2026-03-01", ()),
        ("||2026-01-01||2026-01-01", ()),
        (
            "||2026-01-15||2026-01-10",
            (Finding("date_order", "Sheet1", 1, 7, "10 ม.ค. 2569", "15 ม.ค. 2569"),),
        ),
        (
            "||2026-03-01|2026-01-10|2026-02-01",
            (
                Finding("date_order", "Sheet1", 1, 6, "10 ม.ค. 2569", "1 มี.ค. 2569"),
                Finding("date_order", "Sheet1", 1, 7, "1 ก.พ. 2569", "1 มี.ค. 2569"),
            ),
        ),
        (
            "2026-02-01|2026-01-31|||",
            (Finding("date_order", "Sheet1", 1, 4, "31 ม.ค. 2569", "1 ก.พ. 2569"),),
        ),
        ("|||2026-02-01|", ()),
    ],
)
def test_a_stage_before_an_earlier_one_is_named(cells, findings):
    table = drawn("project_steps", f"{STEPS}\nท่อประปา|50|2569|{cells}")
    assert _with_spaces(check_table(table)) == findings


def test_milestones_that_do_not_weigh_100_are_named_once_for_each_project():
    table = drawn(
        "project_steps",
        f"""{PIECES}
ก|50|2569|หนึ่ง|60
ก|50|2569|สอง|30
ข|50|2569|หนึ่ง|100
ค|50|2569|หนึ่ง|
ง|50|2569||
จ|50|2569|หนึ่ง|50
จ|50|2569|สอง|""",
    )
    assert check_table(table) == (
        _weighs("ก", 1, "90", "0"),
        _weighs("จ", 6, "50", "1"),
    )


def _weighs(project, row, added, blanks):
    params = {"whose": project, "blank_count": blanks}
    return Finding("weights_not_100", "Sheet1", row, 4, added, "100", params)


def _with_spaces(findings):
    """The findings with the dates' no-break spaces as plain ones."""
    plain = [
        Finding(
            f.code,
            f.sheet,
            f.row,
            f.col,
            f.value.replace("\u00a0", " "),
            f.expected.replace("\u00a0", " "),
        )
        for f in findings
    ]
    return tuple(plain)
