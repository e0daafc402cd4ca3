"""The forms, by name, in the order of their numbers."""

from collections.abc import Mapping
from types import MappingProxyType

from loaders.form import Form
from loaders.forms import (
    agreements,
    area_profile,
    assessments,
    budget_by_plan,
    budget_requests,
    community_plan_grades,
    community_plans,
    cultural_assets,
    datasets,
    district_surveillance,
    evaluation_framework,
    joint_indicators,
    kpi_results,
    kpi_targets,
    money_monthly,
    plan_projects,
    problems,
    project_brief,
    project_steps,
    projects,
    reward_bands,
    risks,
    strategy,
    surveys,
)

FORMS: Mapping[str, Form] = MappingProxyType(
    {
        module.FORM.name: module.FORM
        for module in (
            kpi_targets,
            kpi_results,
            projects,
            budget_by_plan,
            community_plans,
            community_plan_grades,
            area_profile,
            risks,
            assessments,
            strategy,
            plan_projects,
            project_brief,
            district_surveillance,
            money_monthly,
            budget_requests,
            evaluation_framework,
            agreements,
            reward_bands,
            joint_indicators,
            project_steps,
            problems,
            surveys,
            datasets,
            cultural_assets,
        )
    }
)
