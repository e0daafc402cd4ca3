"""Risks (form 8), assessments (form 9) and the surveillance of districts as facts."""

import pyarrow as pa
import pyarrow.compute as pc

from loaders.facts.columns import (
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    canonical,
    column,
    keys_of,
)
from loaders.table import FormTable

_RISK_TEXTS = (
    *("strategic_issue", "project", "kpi", "risk", "category", "control", "owner", "status"),
)
_COUNTS = (
    *("incident_count", "drilled_count", "subdistrict_count"),
    *("registered_count", "relieved_count"),
)
_ASSESSMENT_TEXTS = ("agency", "kpi", "project", "assessor", "assessor_agency", "comment")


def risks(table: FormTable) -> dict[str, pa.Table]:
    """fact_risk, a row a risk and period."""
    texts = {key: column(table, key, TEXT) for key in _RISK_TEXTS}
    fact = {
        **_period(table),
        **texts,
        "issue_key": keys_of(canonical(table, "strategic_issue", texts["strategic_issue"])),
        "project_key": keys_of(texts["project"]),
        "kpi_key": keys_of(canonical(table, "kpi", texts["kpi"])),
        "risk_key": keys_of(texts["risk"]),
        "likelihood": column(table, "likelihood", WHOLE),
        "impact": column(table, "impact", WHOLE),
        "next_review": column(table, "next_review", DAY),
    }
    return {"fact_risk": pa.table(fact)}


def assessments(table: FormTable) -> dict[str, pa.Table]:
    """fact_assessment, a row an assessment."""
    fact = {
        **_period(table),
        **{key: column(table, key, TEXT) for key in _ASSESSMENT_TEXTS},
        "kpi_key": keys_of(canonical(table, "kpi", column(table, "kpi", TEXT))),
        "score": column(table, "score", NUMBER),
        "self_score": column(table, "self_score", NUMBER),
        "evidence_ok": column(table, "evidence_ok", FLAG),
    }
    return {"fact_assessment": pa.table(fact)}


def district_surveillance(table: FormTable) -> dict[str, pa.Table]:
    """fact_district_surveillance, a row a district or subdistrict, period and kind of risk.

    A row of a named period belongs to no quarter, whatever the title says.
    """
    named = column(table, "named_period", TEXT)
    quarter = column(table, "quarter", WHOLE)
    subdistrict = column(table, "subdistrict", TEXT)
    fact = {
        "src_row": column(table, "src_row", WHOLE),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "quarter": pc.if_else(named.is_valid(), pa.scalar(None, WHOLE), quarter),
        "named_period": named,
        "province_code": column(table, "province", TEXT),
        "district_code": column(table, "district", TEXT),
        "subdistrict": subdistrict,
        "subdistrict_key": keys_of(subdistrict),
        "risk_type": column(table, "risk_type", TEXT),
        "risk_level": column(table, "risk_level", TEXT),
        "has_plan": column(table, "has_plan", FLAG),
        **{key: column(table, key, pa.int64()) for key in _COUNTS},
    }
    return {"fact_district_surveillance": pa.table(fact)}


def _period(table: FormTable) -> dict[str, pa.Array]:
    return {
        "src_row": column(table, "src_row", WHOLE),
        "area_code": column(table, "area", TEXT),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "quarter": column(table, "quarter", WHOLE),
    }
