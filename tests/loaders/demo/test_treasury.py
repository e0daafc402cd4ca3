"""The made-up money sheets and requests hold together as real ones would."""

from itertools import pairwise

import pytest

from loaders.demo.places import PROVINCES, RUNNING_YEAR, STARTED_YEAR
from loaders.demo.schedule import sendings
from loaders.demo.treasury import GROUPS, money_rows, request_rows
from thai.calendar import fiscal_year_be


@pytest.mark.parametrize("province", ["50", "93"])
def test_money_paid_rises_through_the_year_and_stays_within_the_budget(province):
    rows = list(money_rows(province, RUNNING_YEAR))
    assert {fiscal_year_be(row["as_of"]) for row in rows} == {RUNNING_YEAR}
    lines = {}
    for row in rows:
        lines.setdefault((row["source"], row["spending_type"]), []).append(row)
    assert len(lines) == 8
    for line in lines.values():
        assert len({row["as_of"] for row in line}) == len(line) == 12
        assert all(a["disbursed_thb"] <= b["disbursed_thb"] for a, b in pairwise(line))
        assert all(
            0 <= row["disbursed_thb"] + row["committed_thb"] <= row["budget_thb"] for row in line
        )


def test_some_requests_are_cut_with_a_reason_and_some_are_undecided():
    rows = list(request_rows("50", STARTED_YEAR))
    cut = [
        row
        for row in rows
        if row["allocated_thb"] is not None and row["allocated_thb"] < row["requested_thb"]
    ]
    assert cut
    assert all(row["cut_reason"] for row in cut)
    assert sum(row["allocated_thb"] is None for row in rows) == 2


def test_every_province_asks_and_one_of_each_group_asks_for_it():
    sent = [sending.name for sending in sendings() if sending.form == "budget_requests"]
    assert len(sent) == len(PROVINCES) + len(GROUPS)
