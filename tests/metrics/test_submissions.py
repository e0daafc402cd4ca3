from datetime import datetime

from given import records

from metrics.scope import Scope

EMPTY = "area_code | kpi | fiscal_year | actual\n50 | ก | {fy} | 1"
LATER = datetime(2027, 1, 1)


def send(given, agency, fy, quarter, area="50"):
    given.sent(
        "kpi_results",
        agency=agency,
        area=area,
        fy=fy,
        quarter=quarter,
        fact_kpi_result=EMPTY.format(fy=fy),
    )


def test_the_age_of_the_data_counts_from_its_newest_publication(given):
    send(given, "ก", 2569, 1)
    send(given, "ข", 2569, 2, area="51")
    columns = ("form", "newest_quarter", "age_days", "submission_count", "area_count", "is_demo")
    scope = Scope(as_of=datetime(2026, 1, 13))
    assert records(given.con, "data_age", scope, *columns) == [("kpi_results", 2, 10, 2, 2, False)]
    first = Scope(province="50", as_of=datetime(2026, 1, 13))
    assert records(given.con, "data_age", first, *columns) == [("kpi_results", 1, 11, 1, 1, False)]


def test_the_past_is_shown_as_it_was_known_then(given):
    budget = "area_code | fiscal_year | plan | budget_thb\n50 | 2569 | ก | {amount}"
    first = given.sent("budget_by_plan", fact_budget_plan=budget.format(amount=10))
    then = given.day
    given.sent("budget_by_plan", fact_budget_plan=budget.format(amount=20))
    given.event(first, "superseded")
    amounts = [
        records(given.con, "budget_share_by_plan", Scope(as_of=moment), "budget_thb")
        for moment in (then, None)
    ]
    assert amounts == [[(10,)], [(20,)]]


def test_what_is_withdrawn_or_only_a_draft_is_not_counted(given):
    budget = "area_code | fiscal_year | plan | budget_thb\n50 | 2569 | ก | 10"
    given.event(given.sent("budget_by_plan", fact_budget_plan=budget), "withdrawn")
    given.event(given.sent("budget_by_plan", fact_budget_plan=budget), "drafted")
    assert records(given.con, "budget_share_by_plan", Scope(), "budget_thb") == []
