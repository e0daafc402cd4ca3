"""The forms, by name: the ten of the dashboard, and two of the official plan."""

from collections.abc import Mapping
from types import MappingProxyType

from loaders.form import Form
from loaders.forms import (
    area_profile,
    assessments,
    budget_by_plan,
    community_plan_grades,
    community_plans,
    kpi_results,
    kpi_targets,
    plan_projects,
    project_brief,
    projects,
    risks,
    strategy,
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
        )
    }
)
