"""A month's money sheet takes a place of its own; a sheet of many months another."""

from loaders.slots import slot_of
from tests.loaders.drawn import drawn

HEADER = "province|fiscal_year|as_of|source|spending_type|budget_thb|disbursed_thb"


def slot(*days: str) -> str:
    lines = [f"50|2569|{day}|province|current|100|10" for day in days]
    return slot_of(drawn("money_monthly", "\n".join([HEADER, *lines]))).text


def test_the_next_month_does_not_replace_this_one():
    assert slot("2026-05-31") == "money_monthly+2026-05-31/-/50/2569/-"
    assert slot("2026-06-30") != slot("2026-05-31")
    assert slot("2026-05-31", "2026-06-30") == "money_monthly/-/50/2569/-"
