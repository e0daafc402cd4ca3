"""The consistency rules each form goes through, by the finding that says a rule was broken.

A rule asks whether the cells of a table agree with each other or with what is stored; whether one
cell can be read at all is no rule but correctness.
"""

from collections.abc import Mapping

_OF_EVERY_FORM = ("duplicate_row", "total_differs", "ratio_as_percent")
_OF_SCORES = (
    "thresholds_turn_back",
    "thresholds_incomplete",
    "weights_not_100",
    "kpi_cannot_be_scored",
)
_OF_SHARES = ("share_differs", "shares_swapped", "shares_do_not_add")

_OF_FORM: Mapping[str, tuple[str, ...]] = {
    "kpi_targets": (
        "unit_mixed",
        "target_total_disputed",
        "no_baseline",
        "change_mode_unclear",
        "style_undeclared",
        "aggregation_conflict",
        "base_years_unclear",
        "too_many_kpis",
        "kpi_without_project",
        "group_target_above_members",
        "issue_not_in_strategy",
    ),
    "kpi_results": (
        *("looks_cumulative", "running_total_fell", "unit_suspected", "kpi_not_declared"),
    ),
    "projects": (
        "date_order",
        "decreasing_cumulative",
        "disbursed_over_allocated",
        "future_quarter",
        "progress_spending_gap",
        "unit_suspected",
        "plan_not_in_strategy",
        "issue_not_in_strategy",
        "project_sent_twice",
        "source_unknown",
    ),
    "budget_by_plan": (*_OF_SHARES, "unit_suspected", "plan_not_in_strategy"),
    "project_steps": ("date_order", "weights_not_100"),
    "budget_requests": ("plan_not_in_strategy", "issue_not_in_strategy"),
    "money_monthly": (
        "wrong_period",
        "disbursed_over_allocated",
        "decreasing_cumulative",
        "source_unknown",
    ),
    "community_plans": ("grade_differs",),
    "community_plan_grades": _OF_SHARES,
    "evaluation_framework": (*_OF_SCORES, "dimension_weight_differs"),
    "agreements": _OF_SCORES,
    "area_profile": ("price_unclear",),
    "assessments": ("assessor_conflict", "personal_data"),
    "district_surveillance": ("personal_data", "more_than_all"),
}


def rules_of(form_name: str) -> tuple[str, ...]:
    """The codes of the findings that say a rule of this form was broken."""
    return (*_OF_EVERY_FORM, *_OF_FORM.get(form_name, ()))
