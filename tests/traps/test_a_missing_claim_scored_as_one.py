"""greatest(1, null) is 1 in DuckDB: an agency that had said nothing was given the lowest score."""

from given import Given, records

from metrics.scope import Scope


def test_an_agency_that_reported_nothing_has_no_score_of_its_own():
    store = Given()
    store.sent("kpi_targets", fact_indicator="area_code | kpi\n50 | รายได้")
    store.sent(
        "assessments",
        fact_assessment="""
        area_code | fiscal_year | quarter | agency | kpi | kpi_key | assessor | score
        50 | 2569 | 2 | พาณิชย์ | รายได้ | รายได้ | จังหวัด | 5
        """,
    )
    columns = ("claimed_score", "score_difference", "no_claim_reason")
    found = records(store.con, "assessment_agreement", Scope(), *columns)
    store.con.close()
    assert found == [(None, None, "nothing_reported")]
