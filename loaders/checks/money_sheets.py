"""The treasury's monthly sheets: the day in its fiscal year, running totals, and the budget."""

from collections.abc import Iterator
from itertools import pairwise

from loaders.checks.cells import at_row, grouped_rows, numbers, shown, source_rows, values
from loaders.findings import Finding
from loaders.table import FormTable
from thai.calendar import fiscal_year_be, format_date

_LINE = ("fiscal_year", "province", "spender", "source", "spending_type")


def check_days(table: FormTable) -> Iterator[Finding]:
    """A finding for the first row whose day lies outside the fiscal year it is reported for."""
    columns = (source_rows(table), values(table, "as_of"), values(table, "fiscal_year"))
    for src_row, day, year in zip(*columns, strict=True):
        if day and year and fiscal_year_be(day) != year:
            yield at_row(
                table, "wrong_period", src_row, "as_of", value=format_date(day), expected=str(year)
            )
            return


def check_money_paid(table: FormTable) -> Iterator[Finding]:
    """A finding for each row that pays more than it has, and for each total that falls."""
    budget, after = numbers(table, "budget_thb"), numbers(table, "after_transfers_thb")
    paid = numbers(table, "disbursed_thb")
    available = [own if net is None else net for own, net in zip(budget, after, strict=True)]
    for src_row, total, most in zip(source_rows(table), paid, available, strict=True):
        if total is not None and most is not None and total > most:
            yield at_row(
                table,
                "disbursed_over_allocated",
                src_row,
                "disbursed_thb",
                value=shown(total),
                expected=shown(most),
            )
    yield from _falls(table, paid)


def _falls(table: FormTable, paid: list) -> Iterator[Finding]:
    rows, days = source_rows(table), values(table, "as_of")
    for line in grouped_rows(table, *_LINE):
        known = sorted(
            (place for place in line if days[place] and paid[place] is not None),
            key=lambda place: days[place],
        )
        for before, after in pairwise(known):
            if paid[after] < paid[before]:
                yield at_row(
                    table,
                    "decreasing_cumulative",
                    rows[after],
                    "disbursed_thb",
                    value=shown(paid[after]),
                    expected=shown(paid[before]),
                )
