"""The 2550 percentages add up to 100.00 with two rows exchanged; adding up proves nothing."""

from decimal import Decimal

from loaders.checks import check_table
from tests.loaders.checks.test_shares import BUDGET_2550
from tests.loaders.drawn import drawn


def test_swapped_shares_are_found_although_every_column_adds_up():
    table = drawn("budget_by_plan", BUDGET_2550)
    assert sum(table.rows.column("share_pct_reported").to_pylist()) == Decimal(100)
    assert "shares_swapped" in {finding.code for finding in check_table(table)}
