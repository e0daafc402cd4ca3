-- assessments: one row per thing assessed at the agencies in the newest period up to the one asked
-- for, to be assessed again.
with assessed as (
    select *
    from fact_assessment
    semi join published_at(null) using (submission_id)
    where
        area_code = $area
        and 4 * fiscal_year + coalesce(quarter, 4) <= 4 * $fiscal_year + coalesce($quarter, 4)
        and ($agencies is null or list_contains($agencies, agency))
    qualify rank() over (order by fiscal_year desc, quarter desc nulls first) = 1
)
select
    $area as area,
    $fiscal_year as fiscal_year,
    $quarter as quarter,
    agency,
    kpi,
    project,
    assessor,
    assessor_agency
from assessed
order by submission_id, src_row;
