-- project_brief: one row per brief of the area in the fiscal year, as it was sent last.
with shown as (
    select submission_id, agency from published_at(null)
),
standing as (
    select fact_project_brief.*, shown.agency as sender
    from fact_project_brief
    inner join shown using (submission_id)
    where area_code = $area and fiscal_year = $fiscal_year
    qualify row_number() over (partition by project_key order by submission_id desc) = 1
)
select
    area_code as area,
    fiscal_year,
    strategic_issue,
    guideline,
    issue_indicators,
    main_plan,
    plan,
    project,
    rationale,
    objectives,
    indicators,
    target_area,
    activities,
    agency,
    related_agencies,
    duration,
    budget_thb,
    source,
    outputs,
    outcomes
from standing
where
    $agencies is null or list_contains($agencies, agency) or list_contains($agencies, sender)
order by submission_id, src_row;
