"""A form's table as the rows of the fact tables it goes into."""

from collections.abc import Callable, Mapping

import pyarrow as pa

from loaders.facts.areas import area_profile, community_plan_grades, community_plans, strategy
from loaders.facts.budget import budget_by_plan, projects
from loaders.facts.evaluation import agreements, evaluation_framework, reward_bands
from loaders.facts.indicators import kpi_results, kpi_targets
from loaders.facts.joint import joint_indicators
from loaders.facts.life_cycle import project_steps
from loaders.facts.official import plan_projects, project_brief
from loaders.facts.registers import cultural_assets, datasets, problems, surveys
from loaders.facts.reviews import assessments, district_surveillance, risks
from loaders.facts.treasury import budget_requests, money_monthly
from loaders.table import FormTable

_BUILDERS: Mapping[str, Callable[[FormTable], dict[str, pa.Table]]] = {
    "kpi_targets": kpi_targets,
    "kpi_results": kpi_results,
    "projects": projects,
    "budget_by_plan": budget_by_plan,
    "community_plans": community_plans,
    "community_plan_grades": community_plan_grades,
    "area_profile": area_profile,
    "risks": risks,
    "assessments": assessments,
    "strategy": strategy,
    "plan_projects": plan_projects,
    "project_brief": project_brief,
    "district_surveillance": district_surveillance,
    "money_monthly": money_monthly,
    "budget_requests": budget_requests,
    "evaluation_framework": evaluation_framework,
    "agreements": agreements,
    "reward_bands": reward_bands,
    "project_steps": project_steps,
    "joint_indicators": joint_indicators,
    "problems": problems,
    "surveys": surveys,
    "datasets": datasets,
    "cultural_assets": cultural_assets,
}


def facts_of(table: FormTable) -> dict[str, pa.Table]:
    """Fact table name → its rows, columns named as in the database.

    Only submission_id and sheet_id are missing: they are known when the rows are stored. Money is
    in baht, percentages are percent numbers, what was not reported is null or has no row.
    """
    return _BUILDERS[table.form.name](table)
