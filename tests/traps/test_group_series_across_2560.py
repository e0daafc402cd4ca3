"""ภาคใต้ชายแดน lost two provinces on 17 November 2560: summed by name, its series fell by half."""

from decimal import Decimal as D

import pytest
from given import Given, records

from metrics.scope import Scope, ScopeError

MEMBERS_OF_2557 = ("90", "91", "94", "95", "96")


@pytest.fixture
def store():
    made = Given()
    rows = [
        f"{code} | {year} | gpp | current | 10"
        for code in MEMBERS_OF_2557
        for year in range(2558, 2564)
    ]
    drawn = "\n".join(["area_code | year_be | measure | price | value", *rows])
    made.sent("area_profile", fact_area_measure=drawn)
    yield made
    made.con.close()


def series(store, **scope):
    columns = ("year", "value_thb", "basket", "members_total")
    asked = Scope(group="south-border", **scope)
    return records(store.con, "gross_provincial_product", asked, *columns)


def test_one_set_of_provinces_runs_through_the_whole_series_and_is_named(store):
    assert series(store, basket_fy=2557) == [
        (year, D("50.00"), 2557, 5) for year in range(2558, 2564)
    ]
    today = series(store)
    assert {(value, members) for _, value, _, members in today} == {(D("30.00"), 3)}


def test_a_series_by_the_provinces_of_each_year_is_refused(store):
    with pytest.raises(ScopeError, match="basket_needed"):
        series(store, basket_fy="period")
