-- half_up(part, whole): part divided by whole, rounded to four places half up; null of a whole of 0.
-- In whole numbers, as a quotient of floats may fall on the wrong side of a half.
create or replace macro half_up(part, whole) as
    if(whole = 0, null, (
        (20000 * (part * 100000000)::hugeint + (whole * 100000000)::hugeint)
        // nullif(2 * (whole * 100000000)::hugeint, 0)
    ) / 10000)::decimal(9, 4);

-- score_points(scale): what each threshold earns; below the first it is score_floor(scale).
create or replace macro score_points(scale) as
    case scale when '0-100' then [50, 75, 100] else [1, 2, 3, 4, 5] end;
create or replace macro score_floor(scale) as
    case scale when '0-100' then 0 when '1-5' then 1 end;

-- score_band(score, scale): high, middle or low: cut at 4 and 3 of 1–5, at 90 and 60 of 0–100.
create or replace macro score_band(score, scale) as
    case
        when score is null then 'no_score'
        when score >= if(scale = '0-100', 90, 4) then 'high'
        when score >= if(scale = '0-100', 60, 3) then 'middle'
        else 'low'
    end;

-- ladder(...): the thresholds of a scale in their order; null when none is written.
create or replace macro ladder(scale, one, two, three, four, five, minimum, standard, advanced) as
    case
        when scale = '0-100' and coalesce(minimum, standard, advanced) is not null
            then [minimum, standard, advanced]
        when scale = '1-5' and coalesce(one, two, three, four, five) is not null
            then [one, two, three, four, five]
    end;

-- ladder_sign(thresholds, direction): 1 when more is better, -1 when less is; of thresholds that
-- are all equal only the indicator's direction tells.
create or replace macro ladder_sign(thresholds, direction) as
    case
        when thresholds[-1] > thresholds[1] then 1
        when thresholds[-1] < thresholds[1] then -1
        when direction = 'higher' then 1
        when direction = 'lower' then -1
    end;

-- unscored_reason(...): why a result cannot be scored; null when it can.
create or replace macro unscored_reason(has_kpi, method, scale, thresholds, sign, actual) as
    case
        when not has_kpi then 'kpi_unnamed'
        when method is null then 'method_missing'
        when thresholds is null and (method <> 'milestone' or scale <> '1-5')
            then 'thresholds_missing'
        when list_count(thresholds) < len(thresholds) then 'thresholds_incomplete'
        when list_sort(thresholds) <> thresholds and list_reverse_sort(thresholds) <> thresholds
            then 'thresholds_turn_back'
        when thresholds is not null and sign is null then 'direction_missing'
        when actual is null then 'result_missing'
    end;

-- thresholds_met(thresholds, sign, actual): how many of the thresholds a result reaches.
create or replace macro thresholds_met(thresholds, sign, actual) as
    len(list_filter(thresholds, lambda threshold: sign * actual >= sign * threshold));

-- score_of(...): a result's score, four places, by the number of thresholds it has `met`: the points
-- of the last one, and by proportion what lies beyond it; a milestone without thresholds is its
-- level. To be asked only where unscored_reason is null. Each branch is cast by itself: the common
-- type of a floor and a score has no decimals.
create or replace macro score_of(method, scale, thresholds, actual, met) as
    case
        when thresholds is null then least(greatest(floor(actual), 1), 5)::decimal(9, 4)
        when met = 0 then score_floor(scale)::decimal(9, 4)
        when met = len(thresholds) or method <> 'interpolate'
            then score_points(scale)[met]::decimal(9, 4)
        else (score_points(scale)[met] + half_up(
            (score_points(scale)[met + 1] - score_points(scale)[met])
            * abs(actual - thresholds[met]),
            abs(thresholds[met + 1] - thresholds[met])
        ))::decimal(9, 4)
    end;

-- evaluation_item_at(...): one row per row of the newest framework published for an area and year.
create or replace macro evaluation_item_at(moment, first_year, last_year) as table
    select fact.*
    from fact_evaluation_item as fact
    inner join published_at(moment) as published using (submission_id)
    where (first_year is null or fact.fiscal_year >= first_year)
        and (last_year is null or fact.fiscal_year <= last_year)
    qualify rank() over (
        partition by fact.area_code, fact.fiscal_year
        order by published.published_at desc, fact.submission_id desc
    ) = 1;

-- agreement_at(...): one row per indicator of the newest agreement published for a position and year.
create or replace macro agreement_at(moment, first_year, last_year, areas) as table
    select fact.*
    from fact_agreement as fact
    inner join published_at(moment) as published using (submission_id)
    where (first_year is null or fact.fiscal_year >= first_year)
        and (last_year is null or fact.fiscal_year <= last_year)
        and (areas is null or list_contains(areas, fact.area_code))
    qualify rank() over (
        partition by fact.area_code, fact.fiscal_year, fact.signer_key
        order by published.published_at desc, fact.submission_id desc
    ) = 1;

-- reward_band_at(...): one row per band of the newest bands published for an area and year.
create or replace macro reward_band_at(moment, of_year) as table
    select fact.*
    from fact_reward_band as fact
    inner join published_at(moment) as published using (submission_id)
    where of_year is null or fact.fiscal_year = of_year
    qualify rank() over (
        partition by fact.area_code, fact.fiscal_year
        order by published.published_at desc, fact.submission_id desc
    ) = 1;

-- applied_framework_at(...): one row per area and row of the framework it is evaluated by: its own,
-- else the country's. Asked for all areas, the country's stands for itself and for provinces that
-- have agreements in its year.
create or replace macro applied_framework_at(moment, first_year, last_year, areas) as table
    with framework as (
        select * from evaluation_item_at(moment, first_year, last_year)
    ),
    evaluated as (
        select area_code, fiscal_year
        from framework
        where areas is null or list_contains(areas, area_code)
        union
        select unnest(areas) as area_code, fiscal_year
        from framework
        where area_code = 'TH'
        union
        select agreement.area_code, agreement.fiscal_year
        from agreement_at(moment, first_year, last_year, areas) as agreement
    ),
    settled as (
        select
            evaluated.area_code,
            evaluated.fiscal_year,
            coalesce(own.area_code, 'TH') as framework_area_code
        from evaluated
        left join (
            select distinct area_code, fiscal_year from framework
        ) as own using (area_code, fiscal_year)
    )
    select
        settled.area_code,
        framework.area_code as framework_area_code,
        framework.* exclude (area_code)
    from settled
    inner join framework
        on framework.area_code = settled.framework_area_code
        and framework.fiscal_year = settled.fiscal_year;

-- kpi_ladder_of(indicators): one row per area and indicator: how form 1 says it is scored.
create or replace macro kpi_ladder_of(indicators) as table
    select
        area_code,
        kpi_code,
        kpi_key,
        kpi,
        direction,
        score_method,
        [score_1, score_2, score_3, score_4, score_5]::decimal(28, 6)[] as thresholds
    from query_table(indicators);

-- scored_line_at(...): one row per area and line of its framework, and per line of its agreements
-- (told_in says which), of the years asked for, with the result and its score. The result is that of form 2, else what is
-- reported with the agreement: of a line of the framework, with the governor's. What is reported
-- there is of the year, so it answers no question about a quarter.
create or replace macro scored_line_at(
    moment, first_year, last_year, of_quarter, areas, today
) as table
    with indicator as materialized (
        from indicator_at(moment) where areas is null or list_contains(areas, area_code)
    ),
    agreement as (
        select * from agreement_at(moment, first_year, last_year, areas)
    ),
    self_reported as (
        select
            area_code,
            fiscal_year,
            kpi_key,
            any_value(actual) as self_actual
        from agreement
        where role = 'governor' and actual is not null and of_quarter is null
        group by area_code, fiscal_year, kpi_key
    ),
    line as (
        select 'framework' as told_in, applied.*, self_actual
        from applied_framework_at(moment, first_year, last_year, areas) as applied
        left join self_reported using (area_code, fiscal_year, kpi_key)
        union all by name
        select
            'agreement' as told_in,
            * exclude (actual),
            if(of_quarter is null, actual, null) as self_actual
        from agreement
    ),
    declared as (
        select * from kpi_ladder_of('indicator')
    ),
    -- By code, else by name: a framework of the country knows the indicators of no province.
    named as (
        select
            line.* replace (
                coalesce(by_code.kpi_code, by_name.kpi_code, line.kpi_code) as kpi_code
            ),
            coalesce(by_code.direction, by_name.direction) as direction,
            coalesce(by_code.score_method, by_name.score_method) as declared_method,
            coalesce(by_code.thresholds, by_name.thresholds) as declared_thresholds
        from line
        left join declared as by_code
            on by_code.area_code = line.area_code
            and by_code.kpi_code = line.kpi_code
        left join (
            select * from declared
            qualify row_number() over (partition by area_code, kpi_key order by kpi_code) = 1
        ) as by_name
            on by_name.area_code = line.area_code
            and by_name.kpi_key = line.kpi_key
            and by_code.kpi_code is null
    ),
    standing as (
        select
            area_code,
            kpi_code,
            fiscal_year,
            quarter,
            unit,
            actual,
            is_provisional,
            year_end_target
        from kpi_standing_of(
            'indicator', moment, first_year, last_year, of_quarter, areas, null, null, today
        )
    ),
    known as (
        select
            named.* replace (
                coalesce(named.unit, standing.unit) as unit,
                coalesce(
                    named.score_scale,
                    if(named.score_minimum is not null, '0-100', null),
                    if(coalesce(named.score_1, declared_thresholds[1]) is not null
                        or coalesce(named.score_method, declared_method) = 'milestone',
                        '1-5', null)
                ) as score_scale
            ),
            coalesce(standing.actual, named.self_actual) as actual,
            case
                when standing.actual is not null then 'kpi_results'
                when named.self_actual is not null then 'agreements'
            end as result_source,
            if(standing.actual is null, null, standing.quarter) as quarter,
            coalesce(standing.actual is not null and standing.is_provisional, false)
                as is_provisional,
            standing.year_end_target as target
        from named
        left join standing using (area_code, kpi_code, fiscal_year)
    ),
    measured as (
        select
            * replace (
                coalesce(
                    score_method, declared_method, if(score_scale = '0-100', 'interpolate', null)
                ) as score_method
            ),
            coalesce(
                ladder(
                    score_scale, score_1, score_2, score_3, score_4, score_5, score_minimum,
                    score_standard, score_advanced
                ),
                if(score_scale = '1-5' and list_count(declared_thresholds) > 0,
                    declared_thresholds, null)
            ) as thresholds
        from known
    ),
    signed as (
        select *, ladder_sign(thresholds, direction) as sign
        from measured
    ),
    reasoned as (
        select
            *,
            thresholds_met(thresholds, sign, actual) as met,
            thresholds_met(thresholds, sign, target) as target_met,
            unscored_reason(
                coalesce(kpi, kpi_code) is not null, score_method, score_scale, thresholds, sign,
                actual
            ) as reason
        from signed
    )
    select
        * exclude (sign, met, target_met),
        if(reason is null, score_of(score_method, score_scale, thresholds, actual, met), null)
            as score,
        -- Without a declared target the whole score is what is aimed at.
        case
            when reason <> 'result_missing' then null
            when target is null or thresholds is null
                then score_points(score_scale)[-1]::decimal(9, 4)
            else score_of(score_method, score_scale, thresholds, target, target_met)
        end as score_at_target
    from reasoned;

-- roll_up(sum of weight × score, weight, scales): the weighted score, four places; null where no
-- weight is decided, or where scores of two scales meet: they do not add up.
create or replace macro roll_up(weighted_sum, weight, scale_count) as
    if(scale_count = 1 and weight > 0, half_up(weighted_sum, weight), null);
