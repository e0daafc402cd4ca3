"""Assessments: the independent assessor's score beside what the agency says of itself."""

import streamlit as st

from charts import assessments
from charts.headlines import assessments as sentences
from ui.filters import current_scope
from ui.language import tr
from ui.panel import panel, table_panel

FORMS = ("assessments",)
LIST = (
    *("agency", "subject", "score", "claimed_score", "score_difference", "no_claim_reason"),
    *("evidence_ok", "is_official", "assessor_office", "comment", "quarter", "area"),
)
AREAS = (
    *("area", "fiscal_year", "quarter", "assessment_count", "comparable_count", "agreed_count"),
    *("agreed_pct", "mean_absolute_difference", "claimed_higher_count", "evidence_ok_count"),
)

scope = current_scope()
said = {"scope": scope, "forms": FORMS}
panel("assessment_agreement", assessments.dumbbell, headline=sentences.agreement, **said)
st.caption(tr("assessments.page.how"))
if not scope.province:
    table_panel("assessment_summary", headline=sentences.by_area, columns=AREAS, **said)
table_panel(
    "assessment_agreement", headline=sentences.evidence, columns=LIST, key="assessments", **said
)
