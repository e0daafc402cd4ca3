"""The tables of the source documents, as workbooks, through reader and checks: cells and codes."""

from pathlib import Path

import pytest

from loaders.checks import check_table
from loaders.reading import read_workbook
from loaders.table import Context
from loaders.tables import read_tables

SAMPLES = Path(__file__).parents[3] / "data" / "samples"


@pytest.mark.parametrize(
    ("pattern", "findings"),
    [
        ("budget_by_plan_2550_*.xlsx", [("shares_residue", "D6"), ("shares_swapped", "D8")]),
        ("community_plan_grades_2550_*.xlsx", []),
        (
            "kpi_targets_2557_*.xlsx",
            [
                *(("no_baseline", "D7"), ("unit_mixed", "C12"), ("style_undeclared", "C12")),
                ("target_total_disputed", "I15"),
            ],
        ),
    ],
)
def test_a_printed_table_gives_its_findings_at_its_cells(pattern, findings):
    (path,) = SAMPLES.glob(pattern)
    reading = read_tables(read_workbook(path), Context())
    found = [finding for table in reading.tables for finding in check_table(table)]
    assert [(finding.code, finding.cell) for finding in found] == findings
