-- slot_at(moment): one row per published submission of a form that is due every round, with the
-- part of its slot that stays the same from year to year.
create or replace macro slot_at(moment) as table
    select
        fiscal_year,
        form,
        coalesce(agency, '-') as agency,
        area_code,
        try_cast(string_split(slot, '/')[-1] as integer) as quarter,
        max(published_at) as received_at,
        max(submission_id) as submission_id
    from published_at(moment)
    where fiscal_year is not null
        and form in (
            'kpi_results', 'projects', 'budget_by_plan', 'community_plans',
            'community_plan_grades', 'risks', 'assessments'
        )
    group by all;

-- expected_slot_at(moment, of_year, areas, today): one row per slot of a fiscal year that was sent
-- or that is expected because it was sent a year earlier. state: received, missing, not_due, extra.
create or replace macro expected_slot_at(moment, of_year, areas, today) as table
    with slot as (
        from slot_at(moment)
        where areas is null or list_contains(areas, area_code)
    ),
    expected as (
        select * replace (fiscal_year + 1 as fiscal_year)
        from slot
        where fiscal_year < (select max(fiscal_year) from slot_at(moment))
    )
    select
        coalesce(sent.fiscal_year, expected.fiscal_year) as fiscal_year,
        coalesce(sent.form, expected.form) as form,
        coalesce(sent.agency, expected.agency) as agency,
        coalesce(sent.area_code, expected.area_code) as area_code,
        coalesce(sent.quarter, expected.quarter) as quarter,
        expected.form is not null as is_expected,
        sent.form is not null as is_received,
        sent.received_at,
        sent.submission_id,
        case
            when sent.form is not null and expected.form is not null then 'received'
            when sent.form is not null then 'extra'
            when today <= quarter_end(expected.fiscal_year, expected.quarter) then 'not_due'
            else 'missing'
        end as state
    from slot as sent
    full join expected
        on expected.fiscal_year = sent.fiscal_year
        and expected.form = sent.form
        and expected.agency = sent.agency
        and expected.area_code = sent.area_code
        and expected.quarter is not distinct from sent.quarter
    where of_year is null or coalesce(sent.fiscal_year, expected.fiscal_year) = of_year;
