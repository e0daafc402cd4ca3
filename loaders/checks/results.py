"""Results that are hardly meant: ratios for percents, running totals for quarters, lost units."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from loaders.asks import Asks, Choice
from loaders.checks.cells import (
    Entry,
    asks,
    at_entry,
    at_row,
    entries,
    grouped_rows,
    numbers,
    shown,
    source_rows,
    typed,
    values,
)
from loaders.checks.plausibility import AS_WRITTEN, RATIO_FACTORS
from loaders.findings import Finding
from loaders.semantics import infer_unit_kind
from loaders.table import FormTable
from loaders.tolerances import (
    CUMULATIVE_END,
    CUMULATIVE_SUM,
    PERIOD_UNIT_BAND,
    period_unit_slip,
)

STYLES = ("cumulative", "period")
ACTUAL_SERIES = ("actual_by_quarter", "actual_by_year")


def check_results_as_ratios(table: FormTable) -> Iterator[Finding]:
    """A question for each percent indicator whose result is a hundredth of about its target."""
    columns = [values(table, "kpi"), values(table, "unit"), numbers(table, "target")]
    results = numbers(table, "actual")
    for src_row, kpi, unit, target, actual in zip(
        source_rows(table), *columns, results, strict=True
    ):
        percent = infer_unit_kind(kpi or "", unit) in ("percent", "growth")
        if percent and target and actual and _is_hundredth(actual, target):
            yield at_row(
                table,
                "ratio_as_percent",
                src_row,
                "actual",
                value=typed(table, src_row, "actual", actual),
                expected=shown(actual * 100),
                params={"cell_count": "1"},
                asks=about_results(table, kpi, src_row, RATIO_FACTORS),
            )


def check_running_totals(table: FormTable) -> Iterator[Finding]:
    """A question for each indicator whose quarters only rise and end about at the year's target.

    Levels, ratios and growth stand for themselves in every quarter and may rise.
    """
    columns = (source_rows(table), values(table, "kpi"), values(table, "unit"))
    added_up = {
        src_row
        for src_row, kpi, unit in zip(*columns, strict=True)
        if infer_unit_kind(kpi or "", unit) in ("count", "money", None)
    }
    for quarters, target in _quarters_and_targets(table):
        if target is None or not {quarter.src_row for quarter in quarters} <= added_up:
            continue
        if _looks_cumulative([quarter.value for quarter in quarters], target):
            yield at_entry(
                table,
                "looks_cumulative",
                quarters[-1],
                value=shown(quarters[-1].value),
                expected=shown(target),
                params={
                    "values": ", ".join(shown(quarter.value) for quarter in quarters),
                    "target": shown(target),
                },
                asks=_running_or_not(table, quarters),
            )


def check_period_units(table: FormTable) -> Iterator[Finding]:
    """A question for each result a thousand or million times the same indicator's other periods."""
    for found in result_periods(table):
        known = [entry for entry in found if entry.value is not None and entry.value > 0]
        for entry in known:
            others = [other.value for other in known if other is not entry]
            factor = period_unit_slip(entry.value, median(others)) if len(others) > 1 else None
            if factor and _alike(others):
                yield _period_slip(table, entry, factor, median(others))


def result_periods(table: FormTable) -> Iterator[list[Entry]]:
    """The results of each indicator and area over the sheet's periods, in order of time."""
    yield from entries(table, *ACTUAL_SERIES).values()
    if "actual" in table.column_of:
        yield from _row_groups(table)


def meant_value(value: Decimal, usual: Decimal, factor: Decimal) -> Decimal:
    """What a value off by `factor` from the usual was probably meant to be."""
    return value / factor if value > usual else value * factor


def _is_hundredth(actual: Decimal, target: Decimal) -> bool:
    ratio = actual * 100 / target
    return 0 < actual < 1 < target and 1 / PERIOD_UNIT_BAND <= ratio <= PERIOD_UNIT_BAND


def _quarters_and_targets(table: FormTable) -> Iterator[tuple[list[Entry], Decimal | None]]:
    """Each indicator's four quarters with the year's target, from a column or a row a quarter."""
    targets = dict(zip(source_rows(table), numbers(table, "target"), strict=True))
    for src_row, found in entries(table, "actual_by_quarter").items():
        yield found, targets.get(src_row)
    if "actual" not in table.column_of:
        return
    for group in _row_groups(table, "fiscal_year"):
        whole = [entry for entry in group if entry.quarter is None]
        quarters = [entry for entry in group if entry.quarter is not None]
        stated = [targets[entry.src_row] for entry in (whole or quarters)]
        known = [target for target in stated if target is not None]
        yield quarters, max(known, default=None)


def _looks_cumulative(found: Sequence[Decimal | None], target: Decimal) -> bool:
    if len(found) != 4 or None in found or target <= 0 or found[0] <= 0:
        return False
    rising = all(after > before for before, after in pairwise(found))
    low, high = CUMULATIVE_END
    return rising and low <= found[-1] / target <= high and sum(found) / target > CUMULATIVE_SUM


def _row_groups(table: FormTable, *keys: str) -> Iterator[list[Entry]]:
    """The results of one indicator and area, in order of time, where each period has its own row."""
    rows, actual = source_rows(table), numbers(table, "actual")
    years, quarters = values(table, "fiscal_year"), values(table, "quarter")
    col = table.column_of["actual"] + 1
    for group in grouped_rows(table, "area", "district", "kpi_code", "kpi", *keys):
        found = [Entry(rows[i], col, years[i], quarters[i], actual[i], None) for i in group]
        yield sorted(found, key=lambda entry: (entry.year or 0, entry.quarter or 0))


def _alike(others: Sequence[Decimal]) -> bool:
    """Whether the other periods agree among themselves well enough to judge this one by them."""
    return max(others) <= min(others) * PERIOD_UNIT_BAND**2


def _period_slip(table: FormTable, entry: Entry, factor: Decimal, usual: Decimal) -> Finding:
    meant = meant_value(entry.value, usual, factor)
    return at_entry(
        table,
        "unit_suspected",
        entry,
        value=entry.text or shown(entry.value),
        expected=shown(meant),
        params={"factor": shown(factor)},
        asks=about_results(table, kpi_at(table, entry.src_row), entry.src_row, (AS_WRITTEN,)),
    )


def about_results(table: FormTable, kpi: str, src_row: int, factors: Iterable[str]) -> Asks:
    """Whether the results of an indicator are to be multiplied."""
    col = table.column_of.get("actual")
    cells = () if col is None else ((src_row - 1, col),)
    choices = map(Choice, factors)
    return asks(table, "unit_factor", kpi, choices, within="actual", cells=cells, cell_count=1)


def _running_or_not(table: FormTable, quarters: Sequence[Entry]) -> Asks:
    cells = tuple((entry.src_row - 1, entry.src_col - 1) for entry in quarters)
    kpi, choices = kpi_at(table, quarters[0].src_row), map(Choice, STYLES)
    return asks(table, "style", kpi, choices, cells=cells, cell_count=len(cells))


def kpi_at(table: FormTable, src_row: int) -> str:
    """The indicator of a row (one-based)."""
    kpis = dict(zip(source_rows(table), values(table, "kpi"), strict=True))
    return kpis[src_row] or ""
