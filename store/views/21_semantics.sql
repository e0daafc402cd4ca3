-- definition_at(moment): one row per area, indicator and published statement of its definition, the
-- replaced ones too: what was declared when, newest last.
create or replace macro definition_at(moment) as table
    with told as (
        select
            submission_id,
            arg_max(event, event_id) as state,
            min(at_time) filter (event = 'published') as published_at
        from submission_event
        where moment is null or at_time <= moment
        group by submission_id
    )
    select fact.*, told.published_at, told.state = 'published' as is_shown
    from fact_indicator as fact
    inner join told using (submission_id)
    where told.state in ('published', 'superseded');

-- definition_start_at(moment): one row per area and indicator with the fiscal years in which a
-- version of its definition began; values on the two sides of one are not compared.
create or replace macro definition_start_at(moment) as table
    select area_code, kpi_code, list(distinct definition_from) as starts
    from definition_at(moment)
    where definition_from is not null
    group by area_code, kpi_code;

-- base_floor(kind, unit): below this a base is so small that a percentage of it misleads.
create or replace macro base_floor(kind, unit) as
    case
        when kind = 'count' then 20
        when kind <> 'money' then null
        when unit in ('ล้านบาท', 'million baht') then 1
        when unit in ('พันบาท', 'thousand baht') then 1000
        when unit in ('บาท', 'baht') then 1000000
    end;

-- undeclared_attributes(...): which of what an indicator has to declare before its numbers can be
-- computed is missing. How its results are sent matters only to what is reported within the year.
create or replace macro undeclared_attributes(
    unit, kind, direction, style, time_agg, geo_agg, frequency, basis, rule, base_years
) as
    list_filter(
        [
            if(unit is null, 'unit', null),
            if(kind is null, 'unit_kind', null),
            if(direction is null, 'direction', null),
            if(style is null and frequency is distinct from 'yearly', 'submission_style', null),
            if(time_agg is null and frequency is distinct from 'yearly', 'time_agg', null),
            if(geo_agg is null, 'geo_agg', null),
            if(frequency is null, 'frequency', null),
            if(basis is null, 'window', null),
            if(rule is null, 'base_rule', null),
            if(rule in ('fixed', 'mean') and base_years is null, 'base_years', null)
        ],
        lambda name: name is not null
    );

-- definition_standing_at(moment, areas): one row per area and indicator as it is defined now: what is
-- missing, how complete that makes it, and whether it can be measured at all (unit, target, source).
create or replace macro definition_standing_at(moment, areas) as table
    with defined as (
        select
            *,
            undeclared_attributes(
                unit, unit_kind, direction, submission_style, time_agg, geo_agg, frequency,
                period_basis, base_rule, base_years
            ) as missing
        from indicator_at(moment)
        where areas is null or list_contains(areas, area_code)
    ),
    aimed as (
        select area_code, kpi_code, count(target) as target_year_count
        from target_at(moment, null, areas)
        group by area_code, kpi_code
    )
    select
        defined.*,
        coalesce(aimed.target_year_count, 0) as target_year_count,
        coalesce(aimed.target_year_count, 0) > 0 as has_target,
        defined.unit is not null and coalesce(aimed.target_year_count, 0) > 0
            and defined.data_source is not null as is_measurable,
        case
            when len(missing) = 0 and definition is not null and formula is not null
                then 'complete'
            when coalesce(
                submission_style, frequency, time_agg, geo_agg, base_rule, definition, formula
            ) is null then 'undeclared'
            else 'partial'
        end as completeness
    from defined
    left join aimed using (area_code, kpi_code);
