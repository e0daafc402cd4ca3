"""Quarter 1 of 2570 has no cabinet target: last year's, or the projection, was drawn as if it had."""

from decimal import Decimal as D

from given import Given, records

from metrics.scope import Scope


def test_a_missing_target_says_that_it_is_not_loaded_and_a_projection_is_no_target():
    store = Given()
    store.sent(
        "projects",
        fy=2570,
        fact_project_quarter="""
        fiscal_year | quarter | province_code | plan | project_code | allocated_thb | disbursed_thb
        2570        | 1       | 50            | ก    | p1           | 100           | 12
        """,
    )
    columns = ("disbursed_pct", "target_pct", "gap_pp", "target_state", "projection_pct")
    found = records(store.con, "disbursement", Scope(), *columns)
    store.con.close()
    assert found == [(12.0, None, None, "not_loaded", D("20.3000"))]
