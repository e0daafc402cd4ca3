"""Risks (form 8) and assessments (form 9) as facts."""

import pyarrow as pa

from loaders.facts.columns import DAY, FLAG, NUMBER, TEXT, WHOLE, column
from loaders.table import FormTable

_RISK_TEXTS = ("project", "kpi", "risk", "category", "control", "owner", "status")
_ASSESSMENT_TEXTS = ("agency", "kpi", "project", "assessor", "assessor_agency", "comment")


def risks(table: FormTable) -> dict[str, pa.Table]:
    """fact_risk, a row a risk and period."""
    fact = {
        **_period(table),
        **{key: column(table, key, TEXT) for key in _RISK_TEXTS},
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
        "score": column(table, "score", NUMBER),
        "evidence_ok": column(table, "evidence_ok", FLAG),
    }
    return {"fact_assessment": pa.table(fact)}


def _period(table: FormTable) -> dict[str, pa.Array]:
    return {
        "src_row": column(table, "src_row", WHOLE),
        "area_code": column(table, "area", TEXT),
        "fiscal_year": column(table, "fiscal_year", WHOLE),
        "quarter": column(table, "quarter", WHOLE),
    }
