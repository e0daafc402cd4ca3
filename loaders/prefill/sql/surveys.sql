-- surveys: one row per subject surveyed last time.
with shown as (
    select submission_id, agency as sender from published_at(null)
),
newest as (
    select fact_survey.*
    from fact_survey
    inner join shown using (submission_id)
    where
        area_code = $area
        and fiscal_year <= $fiscal_year
        and ($agencies is null or list_contains($agencies, sender))
    qualify rank() over (order by submission_id desc) = 1
)
select
    $area as area,
    $fiscal_year as fiscal_year,
    $quarter as quarter,
    subject,
    agency
from newest
order by src_row;
