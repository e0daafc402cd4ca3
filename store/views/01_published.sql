-- published_at(moment): one row per submission that pages may show as of a moment (null = now).
-- A submission's state is its last event; only 'published' is shown.
create or replace macro published_at(moment) as table
    select
        submission.submission_id,
        submission.slot,
        submission.form,
        submission.area_code,
        submission.agency,
        submission.fiscal_year,
        submission.quarter,
        submission.as_of_date,
        submission.demo,
        state.published_at
    from submission
    inner join (
        select
            submission_id,
            arg_max(event, event_id) as event,
            max(at_time) as published_at
        from submission_event
        where moment is null or at_time <= moment
        group by submission_id
    ) as state using (submission_id)
    where state.event = 'published';

-- submission_state: one row per submission with its latest event, as of now.
create or replace view submission_state as
select
    submission.*,
    source_file.file_name,
    source_file.kind,
    source_file.stored_path,
    source_file.received_at,
    source_file.received_by,
    latest.event as state,
    latest.at_time as state_at,
    latest.actor as state_actor,
    latest.reason as state_reason
from submission
left join source_file using (sha256)
left join (
    select
        submission_id,
        arg_max(event, event_id) as event,
        max(at_time) as at_time,
        arg_max(actor, event_id) as actor,
        arg_max(reason, event_id) as reason
    from submission_event
    group by submission_id
) as latest using (submission_id);
