"""The days of a project's life cycle, and what its milestones weigh together."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from loaders.checks.cells import at_row, numbers, shown, source_rows, values
from loaders.findings import Finding
from loaders.forms.project_steps import stage_key
from loaders.spread import spread_codes
from loaders.table import FormTable
from loaders.tolerances import WEIGHTS_SLACK_PCT
from store.life_cycle import stages
from thai.calendar import format_date

_CALL = ("announced_on", "deadline_on")
_WHOLE = Decimal(100)


def check_steps(table: FormTable) -> Iterator[Finding]:
    """A finding for each day that comes before the day of an earlier stage, and for a deadline
    before its announcement."""
    yield from _out_of_order(table, [stage_key(stage.code) for stage in stages()])
    yield from _out_of_order(table, _CALL)


def check_milestone_weights(table: FormTable) -> Iterator[Finding]:
    """A finding for each project whose milestones do not weigh 100 together."""
    weights, rows = numbers(table, "weight_pct"), source_rows(table)
    names, milestones = values(table, "project"), values(table, "milestone")
    for group in _rows_of_projects(table):
        named = [position for position in group if milestones[position]]
        known = [weights[position] for position in named if weights[position] is not None]
        added = sum(known, Decimal(0))
        if known and abs(added - _WHOLE) > WEIGHTS_SLACK_PCT:
            yield at_row(
                table,
                "weights_not_100",
                rows[named[0]],
                "weight_pct",
                value=shown(added),
                expected=shown(_WHOLE),
                params={
                    "whose": names[group[0]] or "",
                    "blank_count": str(len(named) - len(known)),
                },
            )


def _rows_of_projects(table: FormTable) -> Iterable[list[int]]:
    """Positions of each project's rows, in sheet order."""
    about = [values(table, key) for key in ("project", "province", "fiscal_year")]
    groups: dict[tuple, list[int]] = {}
    codes = spread_codes(values(table, "project_code"), *about)
    for position, key in enumerate(zip(codes, *about, strict=True)):
        groups.setdefault(key, []).append(position)
    return groups.values()


def _out_of_order(table: FormTable, keys: Sequence[str]) -> Iterator[Finding]:
    """The days in a row of `keys` that fall before the latest one of the keys before them."""
    days_of_rows = zip(*(values(table, key) for key in keys), strict=True)
    for src_row, days in zip(source_rows(table), days_of_rows, strict=True):
        latest: date | None = None
        for key, day in zip(keys, days, strict=True):
            if day is None:
                continue
            if latest is not None and day < latest:
                said = {"value": format_date(day), "expected": format_date(latest)}
                yield at_row(table, "date_order", src_row, key, **said)
            latest = day if latest is None else max(latest, day)
