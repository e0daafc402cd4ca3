import pytest
from given import Given

import metrics
from metrics.scope import Scope

BUDGETS = """
    area_code | fiscal_year | plan | project_count | budget_thb
    50        | 2568        | ก    | 2             | 100
    50        | 2569        | ก    | 3             | 200
    50        | 2569        | ข    | 4             | 300
    51        | 2569        | ก    | 5             | 400
"""


@pytest.fixture(scope="module")
def budgets():
    store = Given()
    store.sent("budget_by_plan", fact_budget_plan=BUDGETS)
    yield store.con
    store.con.close()


@pytest.mark.parametrize(
    ("scope", "count"),
    [
        (Scope(), 4),
        (Scope(fiscal_year=2569), 3),
        (Scope(province="50"), 3),
        (Scope(province="52"), 0),
    ],
    ids=str,
)
def test_rows_are_counted_without_being_fetched(budgets, scope, count):
    assert metrics.row_count(budgets, "budget_share_by_plan", scope) == count
    assert len(metrics.run(budgets, "budget_share_by_plan", scope)) == count


@pytest.mark.parametrize("name", metrics.names())
def test_the_rows_of_every_metric_can_be_counted(budgets, name):
    frame = metrics.run(budgets, name, Scope(fiscal_year=2569))
    assert metrics.row_count(budgets, name, Scope(fiscal_year=2569)) == len(frame)
