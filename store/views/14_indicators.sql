-- indicator_at(moment): one row per area and indicator, as defined in the newest published form 1.
create or replace macro indicator_at(moment) as table
    select fact.*
    from fact_indicator as fact
    inner join published_at(moment) as published using (submission_id)
    qualify row_number() over (
        partition by fact.area_code, fact.kpi_code
        order by published.published_at desc, fact.submission_id desc, fact.src_row
    ) = 1;

-- target_at(...): one row per area, indicator and fiscal year, the newest published target.
create or replace macro target_at(moment, of_year, areas) as table
    select fact.*
    from fact_target as fact
    inner join published_at(moment) as published using (submission_id)
    where (of_year is null or fact.fiscal_year = of_year)
        and (areas is null or list_contains(areas, fact.area_code))
    qualify row_number() over (
        partition by fact.area_code, fact.kpi_code, fact.fiscal_year
        order by published.published_at desc, fact.submission_id desc, fact.src_row
    ) = 1;

-- declared_code_at(moment): one row per area and code made of a name (as results without a code
-- have it) for whose name the published target sheets declare one code, with that code.
create or replace macro declared_code_at(moment) as table
    select
        unnamed.area_code,
        unnamed.kpi_code as made_code,
        any_value(declared.kpi_code) as kpi_code
    from kpi_without_code as unnamed
    inner join fact_indicator as declared using (area_code, kpi_key)
    semi join published_at(moment) as published
        on published.submission_id = declared.submission_id
    group by unnamed.area_code, unnamed.kpi_code
    having count(distinct declared.kpi_code) = 1;

-- kpi_result_at(...): one row per area, district, indicator and period of the years asked for, the
-- newest published result. A later workbook that restates an earlier quarter replaces it. A result
-- that came without a code has the one its target sheet declares, whichever of the two came first.
create or replace macro kpi_result_at(moment, first_year, last_year, areas) as table
    with linked as (
        select
            fact.* replace (coalesce(declared.kpi_code, fact.kpi_code) as kpi_code),
            published.published_at
        from fact_kpi_result as fact
        inner join (
            select submission_id, published_at from published_at(moment)
        ) as published using (submission_id)
        left join declared_code_at(moment) as declared
            on declared.area_code = fact.area_code
            and declared.made_code = fact.kpi_code
        where (first_year is null or fact.fiscal_year >= first_year)
            and (last_year is null or fact.fiscal_year <= last_year)
            and (areas is null or list_contains(areas, fact.area_code))
    )
    select *
    from linked
    qualify row_number() over (
        partition by area_code, district_code, kpi_code, fiscal_year, quarter
        order by published_at desc, submission_id desc, src_row
    ) = 1;

-- attainment_status(pct): the four steps of attainment, the one place of their thresholds.
create or replace macro attainment_status(pct) as
    case
        when pct >= 100 then 'met'
        when pct >= 75 then 'near'
        when pct >= 50 then 'at_risk'
        when pct is not null then 'critical'
    end;

-- attainment(kind, direction, actual, target, baseline): a result in percent of its target.
-- Null where a ratio says nothing (target zero, unknown values); see attainment_met for those.
create or replace macro attainment(kind, direction, actual, target, baseline) as
    case
        when actual is null or target is null then null
        when kind = 'growth' and target > 0 then 100.0 * greatest(actual, 0) / target
        when kind = 'growth' then null
        when direction = 'lower' and baseline > target
            then 100.0 * (baseline - actual) / (baseline - target)
        when direction = 'lower' and actual > 0 then 100.0 * target / actual
        when direction = 'lower' then null
        when target > 0 then 100.0 * actual / target
        when target < 0 and baseline < target
            then 100.0 * (actual - baseline) / (target - baseline)
    end;

-- attainment_met(kind, direction, actual, target): whether the target is met, ratio or not.
-- A growth indicator that counts a decrease states its size: more is better, as its target.
create or replace macro attainment_met(kind, direction, actual, target) as
    if(direction = 'lower' and (kind is distinct from 'growth' or target < 0),
        actual <= target, actual >= target);

-- quarter_end(year, quarter): the last day of a fiscal quarter, of the fiscal year when null.
create or replace macro quarter_end(fiscal_year, quarter) as
    (make_date(fiscal_year - 544, 10, 1) + to_months(3 * coalesce(quarter, 4)::integer))::date - 1;

-- kpi_standing_at(...): one row per area, indicator and fiscal year: how far it has come by the
-- newest period reported (or by the quarter asked for) against the target of the year.
create or replace macro kpi_standing_at(
    moment, of_year, of_quarter, areas, of_district, issues, today
) as table
    with result as (
        select *
        from kpi_result_at(moment, of_year, of_year, areas)
        where district_code is not distinct from of_district
            and (of_quarter is null or quarter <= of_quarter)
    ),
    -- Quarters up to the newest reported one; counts and money add up only without a gap.
    newest as (
        select
            area_code,
            kpi_code,
            fiscal_year,
            bool_or(quarter is null and actual is not null) as has_year,
            max(quarter) filter (actual is not null) as quarter
        from result
        group by area_code, kpi_code, fiscal_year
    ),
    reported as (
        select
            result.area_code,
            result.kpi_code,
            result.fiscal_year,
            if(any_value(newest.has_year), null, any_value(newest.quarter)) as quarter,
            any_value(newest.has_year) as has_year,
            min(result.kpi) as kpi,
            min(result.unit) as unit,
            min(result.unit_kind) as unit_kind,
            max(result.published_at) as published_at,
            bool_or(result.value_status = 'provisional') as is_provisional,
            count(result.actual) filter (result.quarter is not null) as quarter_count,
            count(*) filter (result.quarter is not null and result.numerator is not null
                and result.denominator > 0) as ratio_count,
            sum(result.actual) filter (result.quarter is not null) as quarter_sum,
            sum(result.numerator) filter (result.quarter is not null) as numerator_sum,
            sum(result.denominator) filter (result.quarter is not null) as denominator_sum,
            arg_max(result.actual, result.quarter) as quarter_last,
            max(result.actual) filter (result.quarter is null) as year_actual,
            count(result.target) filter (result.quarter is not null) as quarter_target_count,
            sum(result.target) filter (result.quarter is not null) as quarter_target_sum,
            arg_max(result.target, result.quarter) as quarter_target_last,
            max(result.target) filter (result.quarter is null) as year_target
        from result
        inner join newest using (area_code, kpi_code, fiscal_year)
        where if(newest.has_year, result.quarter is null,
            result.quarter is null or result.quarter <= coalesce(newest.quarter, 4))
        group by result.area_code, result.kpi_code, result.fiscal_year
    ),
    target as (
        select *
        from target_at(moment, of_year, areas)
        where of_district is null
    ),
    known as (
        select
            area_code,
            kpi_code,
            fiscal_year,
            reported.* exclude (area_code, kpi_code, fiscal_year, kpi, unit, unit_kind),
            coalesce(indicator.kpi, reported.kpi) as kpi,
            coalesce(indicator.unit, reported.unit) as unit,
            coalesce(indicator.unit_kind, reported.unit_kind) as unit_kind,
            indicator.direction as declared_direction,
            coalesce(indicator.direction, 'higher') as direction,
            indicator.baseline,
            indicator.strategic_issue,
            indicator.issue_key,
            indicator.topic,
            indicator.owner,
            target.target as declared_target
        from reported
        full join target using (area_code, kpi_code, fiscal_year)
        left join indicator_at(moment) as indicator using (area_code, kpi_code)
        where issues is null or list_contains(issues, indicator.issue_key)
    ),
    valued as (
        select
            *,
            coalesce(unit_kind in ('count', 'money'), false) as adds_up,
            case
                when has_year then year_actual
                when unit_kind in ('count', 'money')
                    then if(quarter_count = quarter, quarter_sum, null)
                when unit_kind = 'percent' and ratio_count = quarter
                    then (100.0 * numerator_sum / denominator_sum)::decimal(28, 6)
                else quarter_last
            end as actual,
            coalesce(
                declared_target,
                year_target,
                if(unit_kind in ('count', 'money'), null, quarter_target_last)
            ) as year_end_target
        from known
    ),
    -- What is due by a quarter: of counts and money the quarters' own targets added up, else n
    -- quarters of the year's; of all else the quarter's own target, else the year's. A quarterly target as large as the year's is the year's repeated.
    paced as (
        select
            *,
            if(quarter is null, 1.0, quarter / 4.0) as elapsed,
            case
                when quarter is null then year_end_target
                when not adds_up then coalesce(quarter_target_last, year_end_target)
                when quarter_target_count = quarter
                    and (year_end_target is null or quarter_target_sum <= year_end_target)
                    then quarter_target_sum
                else (year_end_target * quarter / 4)::decimal(28, 6)
            end as target_to_date
        from valued
    ),
    measured as (
        select
            *,
            coalesce(year_end_target, target_to_date) as target,
            attainment(
                unit_kind, direction, actual, coalesce(year_end_target, target_to_date), baseline
            ) as attainment_pct,
            attainment(
                unit_kind, direction, actual, target_to_date,
                if(adds_up, baseline * elapsed, baseline)
            ) as attainment_to_date_pct,
            attainment_met(unit_kind, direction, actual, target_to_date) as is_met
        from paced
    )
    select
        *,
        case
            when actual is null and today <= quarter_end(
                fiscal_year, coalesce(quarter, of_quarter, 1)
            ) then 'not_due'
            when actual is null or target is null or direction = 'range' then 'no_data'
            when is_met then 'met'
            when attainment_to_date_pct >= 100 then 'near'
            else coalesce(attainment_status(attainment_to_date_pct), 'critical')
        end as status,
        case
            when actual is null and quarter_count > 0 then 'quarter_missing'
            when actual is null then 'result_missing'
            when target is null then 'target_missing'
            when direction = 'range' then 'range_not_declared'
            when unit_kind = 'growth' and actual < 0 then 'shrinking'
            when target = 0 then 'target_zero'
            when declared_direction is null then 'direction_assumed'
        end as reason
    from measured;
