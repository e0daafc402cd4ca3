from datetime import datetime

import pytest

from i18n import LANGUAGES, t
from metrics.params import query_parameters
from metrics.scope import Scope, ScopeError

SOUTH_BORDER_2557 = ["90", "91", "94", "95", "96"]
SOUTH_BORDER_TODAY = ["94", "95", "96"]
TODAY = datetime(2026, 11, 21)


def provinces(given, **scope):
    return query_parameters(given.con, Scope(as_of=TODAY, **scope))["province_codes"]


def test_without_an_area_every_province_is_meant(given):
    parameters = query_parameters(given.con, Scope())
    assert (parameters["province_codes"], parameters["members_total"]) == (None, 1)


def test_a_group_is_the_provinces_of_today_unless_a_year_is_named(given):
    assert provinces(given, group="south-border") == SOUTH_BORDER_TODAY
    assert provinces(given, group="south-border", basket_fy=2557) == SOUTH_BORDER_2557


def test_the_year_of_the_basket_is_told(given):
    today = query_parameters(given.con, Scope(group="south-border", as_of=TODAY))
    named = query_parameters(given.con, Scope(group="south-border", basket_fy=2557, as_of=TODAY))
    assert (today["basket"], named["basket"]) == (2570, 2557)


def test_the_year_in_which_membership_changed_uses_the_set_at_its_end(given):
    assert provinces(given, group="south-border", basket_fy=2560) == SOUTH_BORDER_2557
    assert provinces(given, group="south-border", basket_fy=2561) == SOUTH_BORDER_TODAY


def test_a_series_over_a_changed_membership_by_period_is_refused(given):
    with pytest.raises(ScopeError) as refusal:
        provinces(given, group="south-border", basket_fy="period")
    assert refusal.value.code == "basket_needed"


def test_by_period_one_year_or_an_unchanged_group_is_answered(given):
    one_year = provinces(given, group="south-border", fiscal_year=2558, basket_fy="period")
    unchanged = provinces(given, group="upper-north-1", basket_fy="period")
    assert one_year == SOUTH_BORDER_2557
    assert unchanged == ["50", "51", "52", "58"]


def test_a_group_that_is_no_more_needs_a_year_in_which_it_was(given):
    with pytest.raises(ScopeError) as refusal:
        provinces(given, group="mid-central")
    assert refusal.value.code == "group_not_in_force"
    assert len(provinces(given, group="mid-central", basket_fy=2557)) == 5


def test_every_refusal_has_its_sentence(given):
    for code in ("basket_needed", "group_not_in_force"):
        for lang in LANGUAGES:
            assert t(f"metrics.scope.{code}", lang, group="ก", fiscal_year=2557)


def test_the_narrowest_area_wins(given):
    assert provinces(given, group="upper-north-1", province="51") == ["51"]
    assert provinces(given, district="5001") == ["50"]


def test_a_plan_is_its_code_and_an_unknown_code_matches_nothing(given):
    given.sent(
        "budget_by_plan",
        fact_budget_plan="""
        area_code | fiscal_year | plan | budget_thb
        50        | 2569        | ก    | 10
        """,
    )
    (code,) = given.con.execute("select plan_code from plan_name_at(null)").fetchone()
    assert query_parameters(given.con, Scope(plan=code))["plan_keys"] == ["ก"]
    assert query_parameters(given.con, Scope(plan="p-none"))["plan_keys"] == []
