-- meeting_at(moment): one row per meeting as known at a moment (null = now), with the one before it
-- of the same area.
create or replace macro meeting_at(moment) as table
    with newest as (
        select *
        from meeting
        where moment is null or recorded_at <= moment
        qualify row_number() over (partition by meeting_id order by entry_id desc) = 1
    )
    select
        meeting_id,
        area_code,
        title,
        held_on,
        snapshot_at,
        lag(meeting_id) over earlier as previous_id,
        lag(snapshot_at) over earlier as previous_snapshot_at
    from newest
    where not withdrawn
    window earlier as (partition by area_code order by snapshot_at, meeting_id);

-- decision_at(moment, today): one row per decision as known at a moment (null = now), with its state
-- on a day: overdue, due_soon (within a week), open, done, cancelled.
create or replace macro decision_at(moment, today) as table
    with state as (
        select
            decision_id,
            arg_max(event, event_id) as event,
            arg_max(note, event_id) filter (note is not null) as newest_note,
            arg_max(due_on, event_id) filter (due_on is not null) as due_on,
            arg_min(due_on, event_id) filter (due_on is not null) as first_due_on,
            min(at_time) as opened_at,
            max(at_time) as changed_at,
            count(*) filter (event = 'progress') as progress_count,
            count(*) filter (event = 'postponed') as postponed_count
        from decision_event
        where moment is null or at_time <= moment
        group by decision_id
    ),
    dated as (
        select
            decision.*,
            state.* exclude (decision_id, event),
            state.event in ('done', 'cancelled') as is_closed,
            state.event as last_event,
            meeting.title as meeting,
            meeting.held_on
        from decision
        inner join state using (decision_id)
        left join meeting_at(moment) as meeting using (meeting_id)
    )
    select
        *,
        case
            when is_closed then last_event
            when due_on < today then 'overdue'
            when due_on <= today + 7 then 'due_soon'
            else 'open'
        end as decision_state,
        case when not is_closed and due_on < today then today - due_on end as overdue_days,
        -- Minutes are often written down days after the meeting.
        greatest(
            0,
            if(is_closed, thai_day(changed_at), today) - least(thai_day(opened_at), held_on)
        ) as age_days
    from dated;
