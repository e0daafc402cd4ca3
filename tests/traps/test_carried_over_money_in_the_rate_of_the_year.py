"""Money carried over from last year, nearly all paid out, once lifted the rate of this year."""

from given import Given, records

from metrics.scope import Scope

SPENDING = """
    fiscal_year | quarter | province_code | project_code | plan | source     | spending_type | allocated_thb | disbursed_thb
    2569        | 4       | 50            | p1           | ก    | province   | capital       | 100           | 40
    2569        | 4       | 50            | p2           | ก    |            | capital       | 100           | 40
    2569        | 4       | 50            | p3           | ก    | carry_over | capital       | 200           | 200
"""


def test_no_rate_of_the_year_holds_money_carried_over():
    store = Given()
    store.sent("projects", fact_project_quarter=SPENDING)
    for metric in ("disbursement", "disbursement_total", "disbursement_by_type"):
        found = records(store.con, metric, Scope(province="50"), "allocated_thb", "disbursed_pct")
        assert found == [(200, 40.0)], metric
    store.con.close()
