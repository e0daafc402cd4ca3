-- submission_list: one row per submission, the newest first: what it is, its state, when it came
-- (UTC) and from whom, the first time its slot was filled, and its findings by severity.
with found as (
    select
        submission_id,
        count(*) filter (severity = 'warning') as warnings,
        count(*) filter (severity = 'question') as questions
    from finding
    where submission_id is not null
    group by submission_id
)
select
    state.submission_id,
    state.slot,
    state.version,
    state.form,
    state.agency,
    state.area_code,
    state.fiscal_year,
    state.quarter,
    state.state,
    state.state_at,
    state.row_count,
    coalesce(found.warnings, 0) as warnings,
    coalesce(found.questions, 0) as questions,
    coalesce(state.received_at, state.created_at) as received_at,
    min(coalesce(state.received_at, state.created_at)) over (partition by state.slot)
        as first_received_at,
    state.received_by,
    state.file_name,
    state.stored_path,
    state.demo
from submission_state as state
left join found using (submission_id)
order by state.submission_id desc
