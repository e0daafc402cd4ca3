"""Form 4 sums up the very projects of form 3: adding both doubled every plan's budget."""

from decimal import Decimal as D

import pytest
from given import Given, records

from metrics.scope import Scope

SUMMARY = """
    area_code | fiscal_year | plan | budget_thb | project_count
    50        | 2569        | ก    | 1000       | 2
"""
PROJECTS = """
    fiscal_year | province_code | plan | project_code | allocated_thb
    2569        | 50            | ก    | p1           | 400
    2569        | 50            | ก    | p2           | 600
    2569        | 51            | ก    | p3           | 50
    2568        | 50            | ก    | p4           | 7
"""


@pytest.fixture
def store():
    made = Given()
    made.sent("budget_by_plan", fact_budget_plan=SUMMARY)
    made.sent("projects", fact_project=PROJECTS)
    yield made
    made.con.close()


def test_the_summary_is_used_and_its_projects_are_not_added_again(store):
    columns = ("fiscal_year", "area_code", "budget_thb", "project_count", "source")
    assert records(store.con, "budget_share_by_plan", Scope(), *columns) == [
        (2568, "50", D("7.00"), 1, "projects"),
        (2569, "50", D("1000.00"), 2, "summary"),
        (2569, "51", D("50.00"), 1, "projects"),
    ]


def test_a_group_mixes_summaries_and_projects_without_counting_twice(store):
    scope = Scope(group="upper-north-1", fiscal_year=2569)
    columns = ("budget_thb", "project_count", "source", "members_reporting")
    assert records(store.con, "budget_share_by_plan", scope, *columns) == [
        (D("1050.00"), 3, "mixed", 2)
    ]
