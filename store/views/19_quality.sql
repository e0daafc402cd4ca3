-- fiscal_year_of(moment), fiscal_quarter_of(moment): the fiscal period in Thailand at a UTC moment.
create or replace macro fiscal_year_of(moment) as
    year(thai_day(moment)) + 543 + if(month(thai_day(moment)) >= 10, 1, 0);

create or replace macro fiscal_quarter_of(moment) as (month(thai_day(moment)) + 2) // 3 % 4 + 1;

-- cell_address(src_row, src_col): "E2" from one-based numbers, the row alone without a column, null
-- without either.
create or replace macro cell_address(src_row, src_col) as
    nullif(concat(
        if(src_col > 702, chr(64 + ((src_col - 703) // 676 + 1)::integer), ''),
        if(src_col > 26, chr(65 + ((src_col - 27) // 26 % 26)::integer), ''),
        if(src_col > 0, chr(65 + ((src_col - 1) % 26)::integer), ''),
        src_row
    ), '');

-- finding_at(moment): one row per thing found in a file, with the agency and period the file is
-- about; what was found in withdrawn submissions is left out.
create or replace macro finding_at(moment) as table
    with state as (
        select submission_id, arg_max(event, event_id) as event
        from submission_event
        where moment is null or at_time <= moment
        group by submission_id
    ),
    about as (
        select
            sha256,
            examined_at,
            bool_and(submission_id is null) as is_rejected,
            case when count(distinct form) = 1 then any_value(form) end as form,
            case when count(distinct agency_key) = 1 then any_value(agency) end as agency,
            case when count(distinct area_code) = 1 then any_value(area_code) end as area_code,
            case when count(distinct fiscal_year) = 1 then any_value(fiscal_year) end
                as fiscal_year,
            case when count(distinct quarter) = 1 then any_value(quarter) end as quarter
        from examination
        group by sha256, examined_at
    )
    select
        finding.*,
        source_file.file_name,
        coalesce(about.is_rejected, false) as is_rejected,
        coalesce(submission.form, about.form) as form,
        coalesce(submission.agency, about.agency) as agency,
        coalesce(submission.area_code, about.area_code) as area_code,
        coalesce(submission.fiscal_year, about.fiscal_year) as fiscal_year,
        case
            when coalesce(submission.fiscal_year, about.fiscal_year) is not null then round_quarter(
                coalesce(submission.form, about.form), coalesce(submission.quarter, about.quarter)
            )
        end as quarter
    from finding
    inner join source_file using (sha256)
    left join about
        on about.sha256 = finding.sha256
        and about.examined_at = finding.found_at
    left join submission on submission.submission_id = finding.submission_id
    left join state on state.submission_id = finding.submission_id
    where
        state.event is distinct from 'withdrawn'
        and (moment is null or finding.found_at <= moment);

-- examined_at_moment(moment): the rows of examination whose submission was not withdrawn.
create or replace macro examined_at_moment(moment) as table
    select examination.*
    from examination
    left join (
        select submission_id, arg_max(event, event_id) as event
        from submission_event
        where moment is null or at_time <= moment
        group by submission_id
    ) as state using (submission_id)
    where
        state.event is distinct from 'withdrawn'
        and (moment is null or examination.examined_at <= moment);

-- quality_at(moment, today): one row per round, agency and area: the parts and wholes of the four
-- measures of data quality. What was never counted is null.
create or replace macro quality_at(moment, today) as table
    with examined as (
        select
            fiscal_year,
            round_quarter(form, quarter) as quarter,
            coalesce(agency_key, '-') as agency_key,
            area_code,
            sum(checked_count)::bigint as checked_count,
            sum(error_count)::bigint as error_count,
            sum(rule_count)::bigint as rule_count,
            sum(rule_failed_count)::bigint as rule_failed_count
        from examined_at_moment(moment)
        where is_due_every_year(form)
        group by all
    ),
    sent as (
        select
            fiscal_year,
            quarter,
            agency_key,
            area_code,
            any_value(agency) as agency,
            count_if(is_expected and status <> 'waived') as expected_count,
            count_if(status in ('sent', 'late')) as received_count,
            count_if(status = 'sent') as on_time_count,
            count_if(status = 'not_due') as not_due_count
        from round_slot_at(moment, today)
        group by all
    )
    select
        sent.*,
        examined.checked_count,
        examined.error_count,
        examined.rule_count,
        examined.rule_failed_count
    from sent
    left join examined using (fiscal_year, quarter, agency_key, area_code);

-- overall_quality(…): the geometric mean of four percentages, null when one is unknown.
create or replace macro overall_quality(correct_pct, complete_pct, consistent_pct, on_time_pct) as
    power(
        (correct_pct / 100) * (complete_pct / 100) * (consistent_pct / 100) * (on_time_pct / 100),
        0.25
    ) * 100;
