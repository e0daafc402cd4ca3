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

-- accumulation(...): how the quarters of a year make its value to date: running (the newest one is
-- the total), sum, mean, last, or unknown where only the definition could tell. Percentages are
-- never added nor averaged.
create or replace macro accumulation(kind, style, time_agg) as
    case
        when style = 'cumulative' then 'running'
        when time_agg = 'mean' and kind not in ('percent', 'growth') then 'mean'
        when style = 'stock' then 'last'
        when style = 'period' and kind not in ('percent', 'growth', 'ratio', 'index')
            and coalesce(time_agg, if(kind in ('count', 'money'), 'sum', 'last')) = 'sum'
            then 'sum'
        when style is null and kind in ('count', 'money') then 'unknown'
        else 'last'
    end;

-- kpi_period_at(...): the rows of kpi_result_at with what each period adds: of a running total the
-- quarter less the one before it. Null where the quarter before is missing; fell where a running
-- total became smaller, which is kept as it is.
create or replace macro kpi_period_at(moment, first_year, last_year, areas) as table
    with styled as (
        select
            result.*,
            coalesce(result.stored_style, indicator.submission_style) as style,
            lag(result.quarter) over course as quarter_before,
            lag(result.actual) over course as actual_before
        from kpi_result_at(moment, first_year, last_year, areas) as result
        left join indicator_at(moment) as indicator using (area_code, kpi_code)
        window course as (
            partition by
                result.area_code, result.district_code, result.kpi_code, result.fiscal_year,
                result.quarter is null
            order by result.quarter
        )
    )
    select
        * exclude (quarter_before, actual_before),
        case
            when style is distinct from 'cumulative' or coalesce(quarter, 1) = 1 then actual
            when quarter_before = quarter - 1 then actual - actual_before
        end as period_actual,
        coalesce(style = 'cumulative' and quarter > 1 and actual < actual_before, false) as fell
    from styled;

-- base_needs(named): how many of the years named for a base must have a value, two of three.
create or replace macro base_needs(named) as greatest(2, ceil(2 * named / 3.0));

-- history_of(indicators, ...): results of some of the rows of indicator_at, with what each period
-- adds, one row per area, district, indicator and period. which = flow: counts and money that add
-- up, in the years asked for; named: those that name the years of their base, in these years;
-- change: those that write their targets as a change, in the years named and in those asked for.
create or replace macro history_of(indicators, moment, which, first_year, last_year) as table
    with declared as (
        select *, [year::integer for year in string_split(base_years, ';')] as years
        from query_table(indicators)
        where case which
            when 'flow' then unit_kind in ('count', 'money')
                and accumulation(unit_kind, submission_style, time_agg) in ('sum', 'running')
            when 'named' then base_rule in ('fixed', 'mean') and base_years is not null
            else change_mode in ('points', 'percent')
        end
    ),
    -- By code, or by name where the results came with a name only.
    named as (
        select area_code, kpi_code as result_code, kpi_code, years, submission_style from declared
        union all
        select area_code, unnamed.kpi_code, declared.kpi_code, years, submission_style
        from declared
        inner join kpi_without_code as unnamed using (area_code, kpi_key)
        where unnamed.kpi_code <> declared.kpi_code
    ),
    result as (
        select
            named.area_code,
            named.kpi_code,
            fact.district_code,
            fact.fiscal_year,
            fact.quarter,
            fact.actual,
            fact.period_basis,
            fact.value_status,
            coalesce(fact.stored_style, named.submission_style) as style
        from fact_kpi_result as fact
        inner join named
            on named.area_code = fact.area_code
            and named.result_code = fact.kpi_code
        inner join (
            select submission_id, published_at from published_at(moment)
        ) as published on published.submission_id = fact.submission_id
        where (which <> 'flow' and coalesce(list_contains(named.years, fact.fiscal_year), false))
            or (which <> 'named'
                and (first_year is null or fact.fiscal_year >= first_year)
                and (last_year is null or fact.fiscal_year <= last_year))
        qualify row_number() over (
            partition by
                named.area_code, fact.district_code, named.kpi_code, fact.fiscal_year, fact.quarter
            order by published.published_at desc, fact.submission_id desc, fact.src_row
        ) = 1
    ),
    parted as (
        select
            *,
            case
                when style is distinct from 'cumulative' or coalesce(quarter, 1) = 1 then actual
                when lag(quarter) over course = quarter - 1 then actual - lag(actual) over course
            end as period_actual
        from result
        window course as (
            partition by area_code, district_code, kpi_code, fiscal_year, quarter is null
            order by quarter
        )
    )
    select
        parted.*,
        declared.* exclude (
            area_code, kpi_code, submission_id, sheet_id, src_row, period_basis
        ),
        accumulation(declared.unit_kind, parted.style, declared.time_agg) as accumulation
    from parted
    inner join declared using (area_code, kpi_code);

-- history_at(...): the same of the areas asked for.
create or replace macro history_at(moment, which, first_year, last_year, areas) as table
    with indicator as materialized (
        from indicator_at(moment) where areas is null or list_contains(areas, area_code)
    )
    from history_of('indicator', moment, which, first_year, last_year);

-- named_base_at(...): one row per area, district, indicator and period (a quarter, or null for the
-- year) of indicators that name the years of their base: its value, null where too few of them
-- have one, and the years it is made of.
create or replace macro named_base_at(moment, areas) as table
    select
        area_code,
        district_code,
        kpi_code,
        quarter,
        base_rule,
        any_value(years) as years_named,
        list(fiscal_year order by fiscal_year) as years_used,
        if(base_rule = 'fixed' or count(*) >= base_needs(len(any_value(years))),
            avg(period_actual)::decimal(28, 6), null) as base_value,
        if(count(distinct period_basis) = 1, any_value(period_basis), 'mixed') as period_basis,
        bool_or(value_status = 'provisional') as is_provisional
    from history_at(moment, 'named', null, null, areas)
    where period_actual is not null
    group by area_code, district_code, kpi_code, quarter, base_rule;

-- change_base_of(indicators, ...): one row per area, indicator and fiscal year whose target is written
-- as a change: how large a change, and the base it starts from (a whole year, or its four quarters).
-- Yearly changes that add up over the years of a plan add up from a base that stays.
create or replace macro change_base_of(indicators, moment, first_year, last_year) as table
    with history as (
        select *
        from history_of(indicators, moment, 'change', first_year - 1, last_year - 1)
        where district_code is null
    ),
    yearly as (
        select
            area_code,
            kpi_code,
            fiscal_year,
            any_value(base_rule) as base_rule,
            any_value(base_years) as base_years,
            case
                when count(actual) filter (quarter is null) > 0
                    then max(actual) filter (quarter is null)
                when any_value(accumulation) = 'sum'
                    then if(count(actual) = 4, sum(actual), null)
                else max(actual) filter (quarter = 4)
            end as value
        from history
        group by area_code, kpi_code, fiscal_year
    ),
    named as (
        select
            area_code,
            kpi_code,
            if(base_rule = 'fixed' or count(value)
                >= base_needs(len(string_split(any_value(base_years), ';'))),
                avg(value), null) as value
        from yearly
        where base_rule in ('fixed', 'mean')
            and list_contains(string_split(base_years, ';'), fiscal_year::varchar)
        group by area_code, kpi_code, base_rule
    ),
    stepped as (
        select
            declared.area_code,
            declared.kpi_code,
            declared.change_mode,
            declared.base_rule,
            declared.base_years,
            declared.baseline,
            declared.baseline_year,
            target.fiscal_year,
            if(declared.base_rule = 'fixed' and declared.target_rule = 'sum',
                sum(target.target) over (
                    partition by target.area_code, target.kpi_code order by target.fiscal_year
                ),
                target.target
            ) as step
        from query_table(indicators) as declared
        inner join fact_target as target using (
            submission_id, sheet_id, src_row, area_code, kpi_code
        )
        where declared.change_mode in ('points', 'percent')
    )
    select
        area_code,
        kpi_code,
        stepped.fiscal_year,
        stepped.change_mode,
        stepped.step,
        case
            when stepped.base_rule = 'mean' then named.value
            when stepped.base_rule = 'fixed' then coalesce(
                named.value,
                if(stepped.baseline_year::varchar = stepped.base_years, stepped.baseline, null)
            )
            else coalesce(
                before.value,
                if(stepped.baseline_year = stepped.fiscal_year - 1, stepped.baseline, null)
            )
        end as base_value
    from stepped
    left join named using (area_code, kpi_code)
    left join yearly as before
        on before.area_code = stepped.area_code
        and before.kpi_code = stepped.kpi_code
        and before.fiscal_year = stepped.fiscal_year - 1
    where (first_year is null or stepped.fiscal_year >= first_year)
        and (last_year is null or stepped.fiscal_year <= last_year);

-- changed_level(...): the level meant by a target written as a change from a base.
create or replace macro changed_level(mode, direction, base, step) as
    (base + if(direction = 'lower', -abs(step), step) * if(mode = 'percent', base / 100, 1))
        ::decimal(28, 6);

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

-- kpi_standing_of(indicators, ...): one row per area, indicator and fiscal year: how far it has come
-- by the newest period reported (or by the quarter asked for) against the target of the year.
-- `indicators` has the rows of indicator_at of the areas asked for.
create or replace macro kpi_standing_of(
    indicators, moment, first_year, last_year, of_quarter, areas, of_district, issues, today
) as table
    with result as (
        select
            *,
            actual < lag(actual) over (
                partition by area_code, kpi_code, fiscal_year, quarter is null order by quarter
            ) as fell
        from kpi_result_at(moment, first_year, last_year, areas)
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
            bool_or(result.fell) as fell,
            any_value(result.stored_style) as stored_style,
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
        from target_at(moment, null, areas)
        where of_district is null
            and (first_year is null or fiscal_year >= first_year)
            and (last_year is null or fiscal_year <= last_year)
    ),
    known as (
        select
            area_code,
            kpi_code,
            fiscal_year,
            reported.* exclude (area_code, kpi_code, fiscal_year, kpi, unit, unit_kind),
            coalesce(reported.stored_style, indicator.submission_style) as style,
            coalesce(indicator.kpi, reported.kpi) as kpi,
            coalesce(indicator.unit, reported.unit) as unit,
            coalesce(indicator.unit_kind, reported.unit_kind) as unit_kind,
            indicator.direction as declared_direction,
            coalesce(indicator.direction, 'higher') as direction,
            if(changed.step is null, indicator.baseline, changed.base_value) as baseline,
            indicator.time_agg,
            changed.step as target_step,
            indicator.strategic_issue,
            indicator.issue_key,
            indicator.topic,
            indicator.owner,
            indicator.level,
            indicator.policy,
            if(changed.step is null, target.target,
                changed_level(
                    changed.change_mode, indicator.direction, changed.base_value, changed.step
                )
            ) as declared_target
        from reported
        full join target using (area_code, kpi_code, fiscal_year)
        left join query_table(indicators) as indicator using (area_code, kpi_code)
        left join change_base_of(indicators, moment, first_year, last_year) as changed
            using (area_code, kpi_code, fiscal_year)
        where issues is null or list_contains(issues, indicator.issue_key)
    ),
    accumulated as (
        select
            *,
            accumulation(unit_kind, style, time_agg) as accumulation,
            coalesce(
                unit_kind in ('count', 'money')
                    and accumulation(unit_kind, style, time_agg) in ('sum', 'running'),
                false
            ) as adds_up,
            -- Of one quarter alone the value is the same, whatever its style.
            accumulation(unit_kind, style, time_agg) = 'unknown' and quarter > 1
                and not coalesce(has_year, false) as is_undeclared
        from known
    ),
    valued as (
        select
            *,
            case
                when has_year then year_actual
                when is_undeclared then null
                when unit_kind = 'percent' and ratio_count = quarter
                    and style is distinct from 'stock' and style is distinct from 'cumulative'
                    and time_agg is distinct from 'last' and time_agg is distinct from 'none'
                    then (100.0 * numerator_sum / denominator_sum)::decimal(28, 6)
                when accumulation = 'sum' then if(quarter_count = quarter, quarter_sum, null)
                when accumulation = 'mean'
                    then if(quarter_count = quarter,
                        (quarter_sum / quarter)::decimal(28, 6), null)
                else quarter_last
            end as actual,
            coalesce(
                declared_target,
                if(target_step is null, year_target, null),
                if(accumulation in ('sum', 'running', 'unknown') or target_step is not null,
                    null, quarter_target_last)
            ) as year_end_target
        from accumulated
    ),
    -- What is due by a quarter: of counts and money that add up the quarters' own targets (a
    -- running one as it is, others added), else n quarters of the year's; of all else the quarter's
    -- own target, else the year's. A quarterly target as large as the year's is the year's repeated.
    paced as (
        select
            *,
            if(quarter is null, 1.0, quarter / 4.0) as elapsed,
            case
                when quarter is null then year_end_target
                when accumulation = 'unknown' then null
                when target_step is not null then year_end_target
                when not adds_up then coalesce(quarter_target_last, year_end_target)
                when accumulation = 'running' and (
                    year_end_target is null or quarter = 4 or quarter_target_last < year_end_target
                ) and quarter_target_last is not null then quarter_target_last
                when accumulation = 'sum' and quarter_target_count = quarter
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
            when target_to_date is null then 'no_data'
            when is_met then 'met'
            when attainment_to_date_pct >= 100 then 'near'
            else coalesce(attainment_status(attainment_to_date_pct), 'critical')
        end as status,
        case
            when is_undeclared then 'style_undeclared'
            when actual is null and quarter_count > 0 then 'quarter_missing'
            when actual is null then 'result_missing'
            when target is null and target_step is not null then 'base_missing'
            when target is null then 'target_missing'
            when target_to_date is null then 'style_undeclared'
            when fell and accumulation = 'running' then 'cumulative_fell'
            when direction = 'range' then 'range_not_declared'
            when unit_kind = 'growth' and actual < 0 then 'shrinking'
            when target = 0 then 'target_zero'
            when declared_direction is null then 'direction_assumed'
        end as reason
    from measured;

-- kpi_standing_at(...): the same of one year or all, its indicators looked up once for all that asks for them.
create or replace macro kpi_standing_at(
    moment, of_year, of_quarter, areas, of_district, issues, today
) as table
    with indicator as materialized (
        from indicator_at(moment) where areas is null or list_contains(areas, area_code)
    )
    from kpi_standing_of(
        'indicator', moment, of_year, of_year, of_quarter, areas, of_district, issues, today
    );
