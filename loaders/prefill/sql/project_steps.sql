-- project_steps: one row per project of the agencies in the fiscal year and milestone told of it, so
-- that only the new days are left to fill in; projects that never sent their steps come from form 3.
with shown as (
    select submission_id, agency as sender from published_at(null)
),
detail as (
    select fact.*, shown.sender
    from fact_project_detail as fact
    inner join shown using (submission_id)
    where province_code = $area and fiscal_year = $fiscal_year
    qualify row_number() over (partition by project_code order by submission_id desc) = 1
),
step as (
    pivot (
        select submission_id, project_code, stage, reached_on
        from fact_project_step
        semi join detail using (submission_id, project_code)
    )
    on stage in (
        'proposed', 'selected', 'screened', 'approved', 'transferred', 'in_progress', 'disbursed',
        'completed', 'evaluated'
    )
    using first(reached_on)
    group by submission_id, project_code
),
reported as (
    select fact.*, shown.sender
    from fact_project as fact
    inner join shown using (submission_id)
    where province_code = $area and fiscal_year = $fiscal_year
    qualify row_number() over (partition by project_code order by submission_id desc, src_row) = 1
),
project as (
    select
        coalesce(detail.project_code, reported.project_code) as project_code,
        coalesce(detail.project, reported.project) as project,
        coalesce(detail.agency, reported.agency) as agency,
        coalesce(detail.sender, reported.sender) as sender,
        coalesce(detail.district_code, reported.district_code) as district_code,
        coalesce(detail.submission_id, reported.submission_id) as submission_id,
        coalesce(detail.src_row, reported.src_row) as src_row,
        detail.priority,
        detail.requested_thb,
        detail.afp,
        detail.partners,
        detail.announced_on,
        detail.deadline_on
    from detail
    full join reported on reported.project_code = detail.project_code
)
select
    project.project_code,
    project.project,
    $fiscal_year as fiscal_year,
    project.agency,
    $area as province,
    project.district_code as district,
    project.priority,
    project.requested_thb,
    project.afp,
    project.partners,
    project.announced_on,
    project.deadline_on,
    step.proposed as proposed_on,
    step.selected as selected_on,
    step.screened as screened_on,
    step.approved as approved_on,
    step.transferred as transferred_on,
    step.in_progress as in_progress_on,
    step.disbursed as disbursed_on,
    step.completed as completed_on,
    step.evaluated as evaluated_on,
    milestone.milestone,
    milestone.planned_on,
    milestone.actual_on,
    milestone.weight_pct
from project
left join step using (submission_id, project_code)
left join fact_project_milestone as milestone
    on milestone.submission_id = project.submission_id
    and milestone.project_code = project.project_code
where
    $agencies is null
    or list_contains($agencies, project.agency)
    or list_contains($agencies, project.sender)
order by project.submission_id, project.src_row, milestone.src_row;
