"""What makes a fact the same fact in two versions, and by which name a reader knows it."""

from collections.abc import Mapping

# Every other column is a value, but for the address in the sheet, the matching keys and what is
# derived from the name.
IDENTITY: Mapping[str, tuple[str, ...]] = {
    "fact_indicator": ("area_code", "kpi_code"),
    "fact_target": ("area_code", "kpi_code", "fiscal_year"),
    "fact_kpi_result": (
        "area_code",
        "district_code",
        "kpi_code",
        "fiscal_year",
        "quarter",
        "period_basis",
    ),
    "fact_project": ("province_code", "fiscal_year", "project_code"),
    "fact_project_quarter": ("province_code", "fiscal_year", "quarter", "project_code"),
    "fact_budget_plan": ("area_code", "fiscal_year", "plan"),
    "fact_community_plan": (
        "province_code",
        "district_code",
        "fiscal_year",
        "subdistrict",
        "village_no",
        "village",
    ),
    "fact_grade_summary": ("area_code", "district_code", "fiscal_year", "grade"),
    "fact_area_measure": ("area_code", "year_be", "measure", "sector", "price"),
    "fact_strategy_node": ("owner_area_code", "plan_name", "node_type", "node_code"),
    "fact_risk": ("area_code", "fiscal_year", "quarter", "project", "kpi", "risk"),
    "fact_assessment": (
        "area_code",
        "fiscal_year",
        "quarter",
        "agency",
        "kpi",
        "project",
        "assessor",
    ),
    "fact_district_surveillance": (
        "district_code",
        "subdistrict",
        "fiscal_year",
        "quarter",
        "named_period",
        "risk_type",
    ),
    "fact_plan_project": ("area_code", "project_key"),
    "fact_plan_project_year": ("area_code", "project_key", "fiscal_year"),
    "fact_project_brief": ("area_code", "fiscal_year", "project_key"),
    "fact_brief_activity": ("ordinal",),
    "fact_money_monthly": (
        "province_code",
        "fiscal_year",
        "as_of_on",
        "spender",
        "source",
        "spending_type",
    ),
    "fact_project_detail": ("province_code", "fiscal_year", "project_code"),
    "fact_project_step": ("province_code", "fiscal_year", "project_code", "stage"),
    "fact_project_milestone": ("province_code", "fiscal_year", "project_code", "milestone"),
    "fact_budget_request": ("area_code", "fiscal_year", "plan", "project"),
    "fact_problem": ("area_code", "district_code", "fiscal_year", "problem_area", "problem_key"),
    "fact_survey": ("area_code", "fiscal_year", "quarter", "subject", "agency"),
    "fact_dataset": ("area_code", "dataset_key"),
    "fact_cultural_asset": ("province_code", "district_code", "fiscal_year", "asset_key"),
    "fact_joint_indicator": ("fiscal_year", "topic", "kpi_key", "area_code"),
    "fact_evaluation_item": ("area_code", "fiscal_year", "dimension", "item", "kpi"),
    "fact_agreement": ("area_code", "fiscal_year", "signer", "kpi_code", "kpi"),
    "fact_reward_band": ("area_code", "fiscal_year", "score_scale", "score_from"),
}
# The name that stands with its code, in its own row or in another table (table, code, name).
NAME_OF: Mapping[str, str] = {
    "fact_indicator": "kpi",
    "fact_kpi_result": "kpi",
    "fact_project": "project",
    "fact_project_detail": "project",
    "fact_strategy_node": "title",
    "fact_plan_project": "project",
    "fact_project_brief": "project",
    "fact_brief_activity": "activity",
    "fact_problem": "problem",
    "fact_dataset": "dataset",
    "fact_cultural_asset": "asset",
}
NAMED_ELSEWHERE: Mapping[str, tuple[str, str, str]] = {
    "fact_target": ("fact_indicator", "kpi_code", "kpi"),
    "fact_project_quarter": ("fact_project", "project_code", "project"),
    "fact_project_step": ("fact_project_detail", "project_code", "project"),
    "fact_project_milestone": ("fact_project_detail", "project_code", "project"),
    "fact_plan_project_year": ("fact_plan_project", "project_key", "project"),
}
_NOT_VALUES = frozenset({"submission_id", "sheet_id", "src_row", "src_col", "ordinal", "unit_kind"})
# Said of the project itself already.
_REPEATED: Mapping[str, frozenset[str]] = {
    "fact_project_quarter": frozenset(
        {"district_code", "plan", "source", "spending_type", "allocated_thb"}
    )
}


def known_by(fact: str) -> tuple[str, ...]:
    """The columns that say what a fact is of: its identity and, where it has one, its name."""
    return (*IDENTITY[fact], *filter(None, [NAME_OF.get(fact)]))


def values_among(fact: str, columns: list[str]) -> list[str]:
    """Those of a fact table's columns that hold what is said of it, and so may change."""
    left_out = {*IDENTITY[fact], *_NOT_VALUES, *_REPEATED.get(fact, ())}
    return [name for name in columns if name not in left_out and not name.endswith("_key")]
