"""Indicators and their targets: totals no one rule gives, units left open, baselines left blank."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from loaders.asks import Choice
from loaders.checks.cells import (
    Entry,
    asks,
    at_entry,
    at_row,
    entries,
    numbers,
    shown,
    source_rows,
    typed,
    values,
)
from loaders.findings import Finding
from loaders.semantics import (
    DECLARABLE_RULES,
    RuleFit,
    candidate_rules,
    infer_direction,
    infer_unit_kind,
    says_added_count,
    says_change,
    settled_rule,
)
from loaders.table import FormTable
from loaders.tolerances import CHANGE_NOT_LEVEL

CHANGE_MODES = ("level", "points", "percent")
_PERCENT_KINDS = ("growth", "percent")


@dataclass(frozen=True)
class Indicator:
    """One row of form 1: its words, its base, and its targets in order of year."""

    src_row: int
    kpi: str
    unit: str | None
    kind: str | None
    baseline: Decimal | None
    baseline_unit: str | None
    target_rule: str | None
    targets: tuple[Entry, ...]
    total: Entry | None


def check_targets(table: FormTable) -> Iterator[Finding]:
    """All findings about the indicators of a table and their targets."""
    indicators = indicators_of(table)
    yield from _without_baseline(table, indicators)
    yield from _mixed_units(table, indicators)
    for indicator in indicators:
        yield from _disputed_total(table, indicator)
        yield from _unclear_change(table, indicator)


def indicators_of(table: FormTable) -> list[Indicator]:
    """The indicators of a kpi_targets table, in row order."""
    targets, totals = entries(table, "target"), entries(table, "target_total")
    columns = [values(table, key) for key in ("kpi", "unit")]
    more = [values(table, key) for key in ("baseline_unit", "target_rule")]
    found = zip(source_rows(table), *columns, numbers(table, "baseline"), *more, strict=True)
    return [
        Indicator(
            src_row,
            kpi or "",
            unit,
            infer_unit_kind(kpi or "", unit),
            baseline,
            baseline_unit,
            rule or table.answer("target_rule", kpi or ""),
            tuple(targets.get(src_row, ())),
            totals[src_row][-1] if src_row in totals else None,
        )
        for src_row, kpi, unit, baseline, baseline_unit, rule in found
    ]


def _without_baseline(table: FormTable, indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """One finding at the header when all are blank, else one at each blank cell."""
    blank = [indicator for indicator in indicators if indicator.baseline is None]
    count, of_all = str(len(blank)), str(len(indicators))
    if blank and len(blank) == len(indicators):
        yield at_row(table, "no_baseline", None, "baseline", value=count, expected=of_all)
        return
    for indicator in blank:
        yield at_row(
            table, "no_baseline", indicator.src_row, "baseline", value=count, expected=of_all
        )


def _mixed_units(table: FormTable, indicators: Sequence[Indicator]) -> Iterator[Finding]:
    """A count (or money, a level …) whose unit nobody states, where most others are percentages."""
    percents = [one for one in indicators if one.kind in _PERCENT_KINDS]
    if 2 * len(percents) <= len(indicators):
        return
    for one in indicators:
        if one.kind and one.kind not in _PERCENT_KINDS and not one.unit:
            yield at_row(
                table,
                "unit_mixed",
                one.src_row,
                "kpi",
                value=one.kpi,
                expected=one.kind,
                params={"percent_count": str(len(percents)), "kpi_count": str(len(indicators))},
            )


def _disputed_total(table: FormTable, indicator: Indicator) -> Iterator[Finding]:
    total = indicator.total
    if total is None or total.value is None or not indicator.targets:
        return
    fits = candidate_rules([entry.value for entry in indicator.targets], total.value)
    if _is_settled(indicator, fits):
        return
    value_of = {fit.rule: _rounded(fit) for fit in fits}
    yield at_entry(
        table,
        "target_total_disputed",
        total,
        value=total.text or shown(total.value),
        expected=_candidates(fits),
        params={
            "sum": value_of["sum"],
            "compound": value_of["compound"] or "-",
            "final": value_of["final"],
        },
        asks=asks(
            table,
            "target_rule",
            indicator.kpi,
            [Choice(fit.rule, _rounded(fit)) for fit in fits if fit.rule in DECLARABLE_RULES],
            cells=((total.src_row - 1, total.src_col - 1),),
            cell_count=1,
        ),
    )


def _is_settled(indicator: Indicator, fits: Sequence[RuleFit]) -> bool:
    """By the rule a person declared, when the sheet has one; else by the only rule that fits."""
    if indicator.target_rule:
        return any(fit.rule == indicator.target_rule and fit.fits for fit in fits)
    return settled_rule(fits) is not None


def _candidates(fits: Sequence[RuleFit]) -> str:
    """The values the total might have, each with its rules: "40 (sum), 46.41 (compound), …"."""
    rules_of: dict[str, list[str]] = {}
    for fit in fits:
        if fit.value is not None:
            rules_of.setdefault(_rounded(fit), []).append(fit.rule)
    return ", ".join(f"{value} ({'/'.join(rules)})" for value, rules in rules_of.items())


def _rounded(fit: RuleFit) -> str:
    """Compound growth and means to two decimals, everything else as it is."""
    computed = fit.rule in ("compound", "mean") and fit.value is not None and fit.value % 1
    return shown(fit.value, 2 if computed else None)


def _unclear_change(table: FormTable, indicator: Indicator) -> Iterator[Finding]:
    known = [entry for entry in indicator.targets if entry.value is not None]
    if indicator.baseline and known and _is_unclear(indicator, [e.value for e in known]):
        baseline = typed(table, indicator.src_row, "baseline", indicator.baseline)
        yield at_entry(
            table,
            "change_mode_unclear",
            known[0],
            value=shown(known[0].value),
            params={"baseline": baseline},
            asks=asks(
                table,
                "change_mode",
                indicator.kpi,
                map(Choice, CHANGE_MODES),
                cells=tuple((entry.src_row - 1, entry.src_col - 1) for entry in known),
                cell_count=len(known),
            ),
        )


def _is_unclear(indicator: Indicator, targets: Sequence[Decimal]) -> bool:
    """Whether the yearly targets may be levels, points or percent of the base.

    Ratios in percent: the same target every year that is no level on the way to better. Counts and
    money announced to rise or fall: targets far too small to be levels beside the base.
    """
    if indicator.kind == "percent":
        wrong_way = infer_direction(indicator.kpi) != "higher" or max(targets) < indicator.baseline
        return len(set(targets)) == 1 and targets[0] != indicator.baseline and wrong_way
    if indicator.kind in ("count", "money", None) and says_change(indicator.kpi):
        tiny = max(map(abs, targets)) < indicator.baseline * CHANGE_NOT_LEVEL
        return tiny and not says_added_count(indicator.kpi)
    return False
