"""Which checks each form goes through."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import duckdb

from loaders.checks.conflicts import check_conflicts
from loaders.checks.duplicates import check_duplicates
from loaders.checks.evaluation import (
    check_agreement_weights,
    check_framework_weights,
    check_scored_kpis,
    check_thresholds,
)
from loaders.checks.grades import check_grades, check_household_counts
from loaders.checks.history import check_plan_history, check_result_history
from loaders.checks.kpi_sets import check_group_targets, check_kpi_count, check_kpi_projects
from loaders.checks.life_cycle import check_milestone_weights, check_steps
from loaders.checks.money_sheets import check_days, check_money_paid
from loaders.checks.plans import check_declared_kpis, check_issues, check_plans
from loaders.checks.plausibility import check_project_money, check_ratio_columns
from loaders.checks.prices import check_prices
from loaders.checks.repeats import check_sent_twice
from loaders.checks.results import (
    check_period_units,
    check_results_as_ratios,
    check_running_totals,
)
from loaders.checks.semantics import check_falling_totals, check_semantics
from loaders.checks.shares import check_shares
from loaders.checks.sources import check_sources
from loaders.checks.spending import check_dates, check_spending
from loaders.checks.surveillance import check_periods, check_surveillance_counts
from loaders.checks.targets import check_targets
from loaders.checks.totals import check_totals
from loaders.checks.unanswered import unanswered
from loaders.findings import Finding
from loaders.rules import NO_RULES, RuleBook
from loaders.table import FormTable

Check = Callable[[FormTable], Iterable[Finding]]
StoreCheck = Callable[[duckdb.DuckDBPyConnection, FormTable], Iterable[Finding]]

_EVERY_FORM: tuple[Check, ...] = (check_duplicates, check_totals, check_ratio_columns)

_OF_FORM: Mapping[str, tuple[Check, ...]] = {
    "kpi_targets": (check_targets, check_group_targets, check_semantics),
    "kpi_results": (check_results_as_ratios, check_running_totals, check_period_units),
    "projects": (
        check_spending,
        check_dates,
        check_sources,
        partial(check_project_money, money_key="allocated_thb", count_key=None),
    ),
    "budget_by_plan": (
        partial(check_shares, amount_key="budget_thb", name_key="plan"),
        partial(check_project_money, money_key="budget_thb", count_key="project_count"),
    ),
    "project_steps": (check_steps, check_milestone_weights),
    "money_monthly": (check_days, check_money_paid, check_sources),
    "area_profile": (check_prices,),
    "assessments": (check_conflicts,),
    "district_surveillance": (check_periods, check_surveillance_counts),
    "community_plans": (check_grades, check_household_counts),
    "evaluation_framework": (check_thresholds, check_framework_weights),
    "agreements": (check_thresholds, check_agreement_weights),
    "community_plan_grades": (partial(check_shares, amount_key="village_count", name_key="grade"),),
}

_AGAINST_STORE: Mapping[str, tuple[StoreCheck, ...]] = {
    "kpi_targets": (check_kpi_count, check_kpi_projects, check_issues),
    "kpi_results": (check_result_history, check_declared_kpis, check_falling_totals),
    "projects": (check_plans, check_issues, check_sent_twice),
    "budget_by_plan": (check_plans, check_plan_history),
    "evaluation_framework": (check_scored_kpis,),
    "agreements": (check_scored_kpis,),
    "budget_requests": (check_plans, check_issues),
}


def check_table(table: FormTable, rules: RuleBook = NO_RULES) -> tuple[Finding, ...]:
    """Everything that can be said from the table alone, in order of cells.

    Findings the reader already made (table.findings) are not repeated, nor are questions asked that
    `rules` answer.
    """
    checks = (*_EVERY_FORM, *_OF_FORM.get(table.form.name, ()), *table.form.checks)
    found = (finding for check in checks for finding in check(table))
    return _in_order(unanswered(found, rules))


def check_against_store(
    con: duckdb.DuckDBPyConnection, table: FormTable, rules: RuleBook = NO_RULES
) -> tuple[Finding, ...]:
    """What shows only beside the reference data and the published submissions, in order of cells."""
    checks = _AGAINST_STORE.get(table.form.name, ())
    found = (finding for check in checks for finding in check(con, table))
    return _in_order(unanswered(found, rules))


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[int, int]:
    return (
        -1 if finding.row is None else finding.row,
        -1 if finding.col is None else finding.col,
    )
