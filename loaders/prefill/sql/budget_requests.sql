-- budget_requests: one row per project asked for in the fiscal year, so that what was decided can be
-- filled in beside it.
with shown as (
    select submission_id, agency as sender from published_at(null)
),
newest as (
    select fact_budget_request.*
    from fact_budget_request
    inner join shown using (submission_id)
    where
        area_code = $area
        and fiscal_year = $fiscal_year
        and ($agencies is null or list_contains($agencies, sender))
    qualify rank() over (order by submission_id desc) = 1
)
select
    $area as area,
    fiscal_year,
    priority,
    strategic_issue,
    plan,
    project,
    agency,
    requested_thb,
    allocated_thb,
    cut_reason
from newest
order by src_row;
