-- problem_at(moment): one row per problem and area as in the newest published register, the remarks
-- of meetings about one of the four areas among them (raised in a meeting, open).
create or replace macro problem_at(moment) as table
    with registered as (
        select fact.*, published.published_at
        from fact_problem as fact
        inner join (
            select submission_id, published_at from published_at(moment)
        ) as published using (submission_id)
        qualify row_number() over (
            partition by fact.area_code, fact.district_code, fact.problem_area, fact.problem_key
            order by published_at desc, fact.submission_id desc, fact.src_row
        ) = 1
    )
    select
        submission_id, sheet_id, src_row, fiscal_year, area_code, district_code, problem_area,
        sub_area, problem, problem_key, proposal, raised_in, raised_on,
        if(solved_on is not null, 'solved', coalesce(problem_state, 'open')) as problem_state,
        solved_on, owner
    from registered
    union all
    select
        null, null, null, year(said.at_time + interval 3 month) + 543, said.area_code, null,
        said.topic, null, said.feedback, null, null, 'meeting', meeting.held_on, 'open', null, null
    from feedback as said
    inner join meeting_at(moment) as meeting using (meeting_id)
    where said.topic in ('information', 'driving', 'integration', 'budgeting')
        and (moment is null or said.at_time <= moment);

-- days_between_updates(frequency): how many days may pass before a dataset is due again.
create or replace macro days_between_updates(frequency) as
    case frequency
        when 'monthly' then 31
        when 'quarterly' then 92
        when 'half_yearly' then 184
        when 'yearly' then 366
    end;
