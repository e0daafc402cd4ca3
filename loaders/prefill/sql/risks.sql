-- risks: one row per risk in the agencies' newest register up to the period asked for.
with shown as (
    select submission_id, agency from published_at(null)
),
register as (
    select fact_risk.*
    from fact_risk
    inner join shown using (submission_id)
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
    strategic_issue,
    project,
    kpi,
    risk,
    category,
    likelihood,
    impact,
    control,
    owner,
    status,
    next_review
from register
order by submission_id, src_row;
