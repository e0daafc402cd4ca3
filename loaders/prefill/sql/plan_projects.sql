-- plan_projects: one row per flagship project of the area with money in the fiscal year or later, or
-- without any, as it was sent last. budget_thb: year → money.
with shown as (
    select submission_id, agency from published_at(null)
),
yearly as (
    select
        submission_id,
        src_row,
        max(fiscal_year) as last_year,
        map_from_entries(list((fiscal_year, budget_thb))) as budgets
    from fact_plan_project_year
    semi join shown using (submission_id)
    where area_code = $area
    group by submission_id, src_row
),
standing as (
    select fact_plan_project.*, shown.agency as sender, yearly.budgets
    from fact_plan_project
    inner join shown using (submission_id)
    left join yearly using (submission_id, src_row)
    where area_code = $area and coalesce(last_year >= $fiscal_year, true)
    qualify row_number() over (
        partition by issue_key, plan_key, flagship, project_key
        order by submission_id desc, src_row
    ) = 1
)
select
    area_code as area,
    strategic_issue,
    plan,
    flagship,
    project,
    national_strategy,
    national_plan,
    regional_goal,
    source,
    agency,
    budgets as budget_thb,
    budget_total_thb
from standing
where
    $agencies is null or list_contains($agencies, agency) or list_contains($agencies, sender)
order by submission_id, src_row;
