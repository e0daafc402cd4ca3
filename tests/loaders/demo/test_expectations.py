"""The demonstration asks for all that it sends every round, and for what it never sends."""

from loaders.demo.expectations import expectations
from loaders.demo.schedule import sendings
from loaders.quality import agency_key

PROVINCES = ("50", "93")
EVERY_YEAR = ("kpi_results", "projects", "budget_by_plan", "community_plans")


def asked_for(one, form, given):
    quarter = given.quarter or (1 if form == "budget_by_plan" else 4)
    number = 4 * given.fiscal_year + quarter
    until = one.until
    return (
        one.assignment.form == form
        and one.assignment.area_code == given.area_code
        and agency_key(one.assignment.agency) == agency_key(given.agency)
        and 4 * one.start.fiscal_year + one.start.quarter <= number
        and (until is None or number <= 4 * until.fiscal_year + until.quarter)
        and one.due_quarter in (None, quarter)
    )


def test_everything_that_is_sent_every_round_is_asked_for():
    asked = expectations(PROVINCES)
    unasked = [
        sending.name
        for sending in sendings(PROVINCES)
        if sending.form in EVERY_YEAR
        and not any(asked_for(one, sending.form, sending.given) for one in asked)
    ]
    assert unasked == []
