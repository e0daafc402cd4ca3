-- round_quarter(form, quarter): the quarter in whose round a report falls. A report on a whole year
-- falls in its last quarter, a budget in the first.
create or replace macro round_quarter(form, quarter) as
    coalesce(quarter, case when form = 'budget_by_plan' then 1 else 4 end);

-- is_due_every_year(form): whether a form belongs to rounds at all; plans and profiles do not.
create or replace macro is_due_every_year(form) as
    form in (
        'kpi_results', 'projects', 'budget_by_plan', 'community_plans',
        'community_plan_grades', 'risks', 'assessments'
    );

-- thai_day(moment): the calendar day in Thailand at a UTC moment.
create or replace macro thai_day(moment) as (moment + interval 7 hour)::date;

-- sending_at(moment): one row per round, form, agency and area from which something was taken in
-- and not withdrawn, a draft included: the agency has sent it.
create or replace macro sending_at(moment) as table
    with state as (
        select submission_id, arg_max(event, event_id) as event
        from submission_event
        where moment is null or at_time <= moment
        group by submission_id
    )
    select
        submission.fiscal_year,
        round_quarter(submission.form, submission.quarter) as quarter,
        submission.form,
        array_to_string(string_split(submission.slot, '/')[2:-4], '/') as agency_key,
        submission.area_code,
        arg_max(submission.agency, submission.submission_id) as agency,
        min(submission.created_at) as first_received_at,
        max(submission.created_at) as last_received_at,
        count(*) as version_count,
        max(submission.submission_id) as submission_id,
        bool_or(submission.quarter is not null) as is_quarterly
    from submission
    inner join state using (submission_id)
    where
        state.event <> 'withdrawn'
        and submission.fiscal_year is not null
        and is_due_every_year(submission.form)
    group by all;

-- rejected_at(moment): one row per round, form, agency and area of which a file was not taken in.
create or replace macro rejected_at(moment) as table
    select
        fiscal_year,
        round_quarter(form, quarter) as quarter,
        form,
        coalesce(agency_key, '-') as agency_key,
        area_code,
        arg_max(agency, examined_at) as agency,
        count(*) as rejected_count,
        arg_max(error_count, examined_at) as error_count,
        max(examined_at) as rejected_at,
        arg_max(sha256, examined_at) as sha256
    from examination
    where
        submission_id is null
        and fiscal_year is not null
        and is_due_every_year(form)
        and (moment is null or examined_at <= moment)
    group by all;

-- round_lock_at(today): one row per round with announced dates or closed or opened by hand. An
-- announced round closes by itself; an act by hand counts until dates are announced anew.
create or replace macro round_lock_at(today) as table
    with announced as (
        select *
        from submission_round
        qualify row_number() over (partition by fiscal_year, quarter order by round_id desc) = 1
    ),
    handled as (
        select *
        from round_event
        qualify row_number() over (partition by fiscal_year, quarter order by event_id desc) = 1
    ),
    period as (
        select fiscal_year, quarter from announced
        union
        select fiscal_year, quarter from handled
    ),
    standing as (
        select
            period.fiscal_year,
            period.quarter,
            announced.opens_on,
            announced.due_on,
            announced.locks_on,
            announced.note,
            handled.event,
            handled.at_time as handled_at,
            handled.actor as handled_by,
            handled.reason as handled_reason
        from period
        left join announced using (fiscal_year, quarter)
        left join handled
            on handled.fiscal_year = period.fiscal_year
            and handled.quarter = period.quarter
            and (announced.recorded_at is null or handled.at_time >= announced.recorded_at)
    )
    select * exclude (event), coalesce(event = 'locked', today > locks_on, false) as is_locked
    from standing;

-- round_at(moment, today): one row per quarter of each fiscal year with data or announced dates.
-- Dates are those announced last, else those of the rule.
create or replace macro round_at(moment, today) as table
    with rule as (
        select *
        from round_rule
        order by rule_id desc
        limit 1
    ),
    locks as (
        from round_lock_at(today)
    ),
    years as (
        select fiscal_year from sending_at(moment)
        union
        select fiscal_year from locks
    ),
    period as (
        select
            fiscal_year,
            unnest([1, 2, 3, 4]) as quarter
        from years
    ),
    dated as (
        select *, quarter_end(fiscal_year, quarter) as ends_on
        from period
    )
    select
        dated.fiscal_year,
        dated.quarter,
        date_trunc('quarter', dated.ends_on)::date as begins_on,
        dated.ends_on,
        coalesce(locks.opens_on, dated.ends_on + rule.opens_after_days) as opens_on,
        coalesce(locks.due_on, dated.ends_on + rule.due_after_days) as due_on,
        coalesce(locks.locks_on, dated.ends_on + rule.locks_after_days) as locks_on,
        rule.grace_days,
        locks.due_on is not null as is_announced,
        coalesce(locks.is_locked, false) as is_locked,
        locks.note,
        locks.handled_at,
        locks.handled_by,
        locks.handled_reason
    from dated
    cross join rule
    left join locks using (fiscal_year, quarter);

-- expected_at(moment, today): one row per round, form, agency and area from which it is expected.
-- What the office has said of an agency's form counts alone; of others it is proposed from what
-- they sent: for the same quarter a year before, or in one of the last three quarters for reports
-- that come every quarter.
create or replace macro expected_at(moment, today) as table
    with round as (
        select fiscal_year, quarter, 4 * fiscal_year + quarter as period_no
        from round_at(moment, today)
    ),
    said as (
        select
            *,
            4 * valid_from_fy + valid_from_quarter as first_no,
            4 * valid_to_fy + valid_to_quarter as last_no
        from expected_submission
        where not demo or exists (from published_at(moment) where demo)
    ),
    in_force as (
        select round.fiscal_year, round.quarter, said.*
        from round
        inner join said
            on round.period_no >= said.first_no
            and (said.last_no is null or round.period_no <= said.last_no)
            and (said.due_quarter is null or said.due_quarter = round.quarter)
        qualify row_number() over (
            partition by
                round.fiscal_year, round.quarter, said.form, said.agency_key, said.area_code
            order by said.expectation_id desc
        ) = 1
    ),
    proposed as (
        select
            round.fiscal_year,
            round.quarter,
            sent.form,
            sent.agency_key,
            sent.area_code,
            arg_max(sent.agency, sent.submission_id) as agency
        from round
        inner join (
            select *, 4 * fiscal_year + quarter as period_no from sending_at(moment)
        ) as sent
            on round.period_no - sent.period_no = 4
            or (
                sent.is_quarterly
                and sent.form in ('kpi_results', 'risks', 'assessments')
                and round.period_no - sent.period_no between 1 and 3
            )
        anti join said
            on said.form = sent.form
            and said.agency_key = sent.agency_key
            and said.area_code = sent.area_code
        group by all
    )
    select fiscal_year, quarter, form, agency_key, area_code, agency, false as is_proposed
    from in_force
    where expected
    union all
    select fiscal_year, quarter, form, agency_key, area_code, agency, true as is_proposed
    from proposed;

-- round_slot_at(moment, today): one row per round that has begun, form, agency and area expected to
-- send or having sent. status: sent late faulty missing waived not_due, or extra (sent unexpectedly).
create or replace macro round_slot_at(moment, today) as table
    with expected as (
        from expected_at(moment, today)
    ),
    sending as (
        from sending_at(moment)
    ),
    rejected as (
        from rejected_at(moment)
    ),
    slot as (
        select fiscal_year, quarter, form, agency_key, area_code from expected
        union
        select fiscal_year, quarter, form, agency_key, area_code from sending
        union
        select fiscal_year, quarter, form, agency_key, area_code from rejected
    ),
    excused as (
        select *
        from waiver
        where moment is null or at_time <= moment
        qualify row_number() over (
            partition by fiscal_year, quarter, form, agency_key, area_code
            order by waiver_id desc
        ) = 1
    ),
    known as (
        select
            slot.*,
            coalesce(sending.agency, expected.agency, rejected.agency, '-') as agency,
            round.begins_on,
            round.due_on,
            round.is_locked,
            expected.form is not null as is_expected,
            coalesce(expected.is_proposed, false) as is_proposed,
            sending.form is not null as is_received,
            sending.first_received_at,
            sending.last_received_at,
            coalesce(sending.version_count, 0) as version_count,
            sending.submission_id,
            coalesce(rejected.rejected_count, 0) as rejected_count,
            rejected.error_count,
            rejected.sha256 as rejected_sha256,
            case when sending.form is null and excused.waived then excused.reason end
                as waiver_reason,
            coalesce(thai_day(sending.first_received_at), today) - round.due_on as days_after_due,
            round.grace_days
        from slot
        inner join round_at(moment, today) as round using (fiscal_year, quarter)
        left join expected using (fiscal_year, quarter, form, agency_key, area_code)
        left join sending using (fiscal_year, quarter, form, agency_key, area_code)
        left join rejected using (fiscal_year, quarter, form, agency_key, area_code)
        left join excused using (fiscal_year, quarter, form, agency_key, area_code)
        where round.begins_on <= today
    )
    select
        * exclude (begins_on, days_after_due, grace_days),
        case
            when is_received and not is_expected then 'extra'
            when is_received and days_after_due > grace_days then 'late'
            when is_received then 'sent'
            when waiver_reason is not null then 'waived'
            when rejected_count > 0 then 'faulty'
            when days_after_due > 0 then 'missing'
            else 'not_due'
        end as status,
        case when status in ('late', 'faulty', 'missing') and days_after_due > 0 then days_after_due
            end as days_late
    from known;

-- ratio_pct(part, whole): part in percent of whole, null without a whole.
create or replace macro ratio_pct(part, whole) as 100.0 * part / nullif(whole, 0);
