-- is_closed_risk(status): whether a register says that a risk is over. "เปิด" is not "ปิด".
create or replace macro is_closed_risk(status) as
    coalesce(
        regexp_matches(status, '(^|[^เ])ปิด|ยุติ|สิ้นสุด|[Cc]losed')
            and not regexp_matches(status, 'ยังไม่|ไม่ปิด|[Nn]ot closed'),
        false
    );

-- period_no(year, quarter): quarters counted through, so that a year's first follows the last of the
-- year before. A register of the whole year stands for its last quarter.
create or replace macro period_no(fiscal_year, quarter) as
    4 * fiscal_year + coalesce(quarter, 4);

-- risk_at(moment, areas): one row per area, quarter and risk of the published registers, the newest,
-- with its score, level, and the issue of its sheet, else of its indicator, else of its project.
create or replace macro risk_at(moment, areas) as table
    with sent as (
        select
            fact.*,
            period_no(fact.fiscal_year, fact.quarter) as period_no,
            fact.likelihood * fact.impact as score,
            is_closed_risk(fact.status) as is_closed
        from fact_risk as fact
        inner join published_at(moment) as published using (submission_id)
        where areas is null or list_contains(areas, fact.area_code)
        qualify row_number() over (
            partition by fact.area_code, period_no(fact.fiscal_year, fact.quarter),
                fact.project_key, fact.kpi_key, fact.risk_key
            order by published.published_at desc, fact.submission_id desc, fact.src_row
        ) = 1
    ),
    indicator as (
        select
            area_code,
            kpi_key,
            min(kpi_code) as kpi_code,
            min(strategic_issue) as strategic_issue,
            min(issue_key) as issue_key
        from indicator_at(moment)
        where areas is null or list_contains(areas, area_code)
        group by area_code, kpi_key
    ),
    project as (
        select
            province_code,
            fiscal_year,
            project,
            min(strategic_issue) as strategic_issue,
            min(issue_key) as issue_key
        from project_at(moment)
        where (areas is null or list_contains(areas, province_code))
            and project in (select project from sent)
        group by province_code, fiscal_year, project
    )
    select
        sent.* replace (
            coalesce(
                sent.strategic_issue, indicator.strategic_issue, project.strategic_issue
            ) as strategic_issue,
            coalesce(sent.issue_key, indicator.issue_key, project.issue_key) as issue_key
        ),
        indicator.kpi_code,
        band.risk_level,
        band.level_order
    from sent
    left join indicator using (area_code, kpi_key)
    left join project
        on project.province_code = sent.area_code
        and project.fiscal_year = sent.fiscal_year
        and project.project = sent.project
    left join risk_band as band on sent.score between band.min_score and band.max_score;

-- risk_period_at(...): one row per area with a register: the newest quarter of it in the year asked
-- for (up to the quarter asked for), and whether there is one of the quarter before.
create or replace macro risk_period_at(moment, of_year, of_quarter, areas) as table
    with sent as (
        select distinct area_code, fiscal_year, period_no(fiscal_year, quarter) as period_no
        from fact_risk
        semi join published_at(moment) using (submission_id)
        where areas is null or list_contains(areas, area_code)
    ),
    newest as (
        select area_code, max(period_no) as period_no
        from sent
        where (of_year is null or fiscal_year = of_year)
            and (of_year is null or of_quarter is null or period_no <= 4 * of_year + of_quarter)
        group by area_code
    )
    select
        newest.area_code,
        newest.period_no,
        before.period_no is not null as has_before
    from newest
    left join sent as before
        on before.area_code = newest.area_code
        and before.period_no = newest.period_no - 1;

-- interpolated_score(pct): a percent of the target on the scale of 1 to 5: 60 and less is 1, 100 and
-- more is 5, straight lines between. Null stays null, which greatest() alone would make a 1.
create or replace macro interpolated_score(pct) as
    if(pct is null, null, least(5, greatest(1, 1 + (pct - 60) / 10.0)));

-- assessment_at(moment, areas): one row per assessment of the published sheets, the newest, beside
-- what the agency itself said of the same period: the score it gave itself, else the result it
-- reported against the target of that period.
create or replace macro assessment_at(moment, areas) as table
    with sent as (
        select fact.*
        from fact_assessment as fact
        inner join published_at(moment) as published using (submission_id)
        where areas is null or list_contains(areas, fact.area_code)
        qualify row_number() over (
            partition by fact.area_code, fact.fiscal_year, fact.quarter, fact.agency,
                coalesce(fact.kpi_key, fact.kpi), fact.project, fact.assessor
            order by published.published_at desc, fact.submission_id desc, fact.src_row
        ) = 1
    ),
    indicator as (
        select
            area_code,
            kpi_key,
            min(kpi_code) as kpi_code,
            min(unit_kind) as unit_kind,
            min(direction) as direction,
            min(baseline) as baseline
        from indicator_at(moment)
        where areas is null or list_contains(areas, area_code)
        group by area_code, kpi_key
    ),
    assessed_year as (
        select min(fiscal_year) as first_year, max(fiscal_year) as last_year from sent
    ),
    result as (
        select *
        from kpi_result_at(
            moment,
            (select first_year from assessed_year),
            (select last_year from assessed_year),
            areas
        )
        where district_code is null
            and (select first_year from assessed_year) is not null
    ),
    compared as (
        select
            sent.*,
            indicator.kpi_code,
            result.actual,
            coalesce(
                result.target, if(sent.quarter is null, target.target, null)
            ) as claimed_target,
            attainment(
                coalesce(indicator.unit_kind, result.unit_kind),
                coalesce(indicator.direction, 'higher'),
                result.actual,
                coalesce(result.target, if(sent.quarter is null, target.target, null)),
                indicator.baseline
            ) as claimed_pct
        from sent
        left join indicator using (area_code, kpi_key)
        left join result
            on result.area_code = sent.area_code
            and result.kpi_code = indicator.kpi_code
            and result.fiscal_year = sent.fiscal_year
            and result.quarter is not distinct from sent.quarter
        left join target_at(moment, null, areas) as target
            on target.area_code = sent.area_code
            and target.kpi_code = indicator.kpi_code
            and target.fiscal_year = sent.fiscal_year
    )
    select
        *,
        coalesce(self_score, interpolated_score(claimed_pct))::decimal(9, 4) as claimed_score,
        case
            when self_score is not null then 'self_score'
            when claimed_pct is not null then 'reported_result'
        end as claim_basis,
        case
            when self_score is not null or claimed_pct is not null then null
            when kpi is null then 'project_without_score'
            when kpi_code is null then 'kpi_not_declared'
            when actual is null then 'nothing_reported'
            when claimed_target is null then 'claim_without_target'
            else 'not_a_ratio'
        end as no_claim_reason
    from compared;

-- surveillance_at(...): one row per district or subdistrict, quarter or named period, and kind of
-- risk: the newest published figures.
create or replace macro surveillance_at(moment, of_year, of_provinces, of_district) as table
    select fact.*
    from fact_district_surveillance as fact
    inner join published_at(moment) as published using (submission_id)
    where (of_year is null or fact.fiscal_year = of_year)
        and (of_provinces is null or list_contains(of_provinces, fact.province_code))
        and (of_district is null or fact.district_code = of_district)
    qualify row_number() over (
        partition by fact.district_code, fact.subdistrict_key, fact.fiscal_year, fact.quarter,
            fact.named_period, fact.risk_type
        order by published.published_at desc, fact.submission_id desc, fact.src_row
    ) = 1;

-- is_small(count): a count that could point at single persons, 1 to 4.
create or replace macro is_small(incident_count) as
    coalesce(incident_count between 1 and 4, false);

-- subdistrict_incidents_at(...): one row per subdistrict, fiscal year and kind of risk: incidents of
-- its quarters together, and whether they must not be shown: `small`, because there are 1 to 4, or
-- `complementary`, where a small one could be told from the district's total: then the smallest of the
-- others is hidden with it under the same word, as a bound on either would tell the other.
-- `hides_total`: no other subdistrict is left to hide behind, so that the total is not shown either.
create or replace macro subdistrict_incidents_at(
    moment, of_year, of_provinces, of_district
) as table
    with yearly as (
        select
            province_code,
            district_code,
            subdistrict_key,
            min(subdistrict) as subdistrict,
            fiscal_year,
            risk_type,
            sum(incident_count)::bigint as incident_count
        from surveillance_at(moment, of_year, of_provinces, of_district)
        where subdistrict_key is not null and named_period is null
        group by province_code, district_code, subdistrict_key, fiscal_year, risk_type
    ),
    counted as (
        select
            *,
            count_if(is_small(incident_count)) over siblings as small_count,
            coalesce(
                sum(incident_count) filter (is_small(incident_count)) over siblings, 0
            ) as small_sum,
            row_number() over (
                partition by district_code, fiscal_year, risk_type, incident_count > 4
                order by incident_count, subdistrict_key
            ) as place_among_alike,
            count_if(incident_count > 4) over siblings as large_count
        from yearly
        window siblings as (partition by district_code, fiscal_year, risk_type)
    ),
    -- The total less what is shown is the sum of what is hidden: it tells each of them when there is
    -- one only, when all are 1, or when all are 4.
    judged as (
        select
            *,
            small_count > 0
                and (small_count = 1 or small_sum in (small_count, 4 * small_count)) as is_telling
        from counted
    )
    select
        * exclude (place_among_alike, is_telling),
        case
            when is_telling and large_count > 0 and (
                is_small(incident_count) or (incident_count > 4 and place_among_alike = 1)
            ) then 'complementary'
            when is_small(incident_count) then 'small'
        end as suppressed,
        is_telling and large_count = 0 as hides_total
    from judged;

-- district_watch_at(...): one row per district, quarter or named period, and kind of risk: the
-- district's own row, else its subdistricts together. Incidents are null where the total would tell
-- a small count of a subdistrict (`is_withheld`).
create or replace macro district_watch_at(moment, of_year, of_provinces, of_district) as table
    with hiding as (
        select distinct district_code, fiscal_year, risk_type
        from subdistrict_incidents_at(moment, of_year, of_provinces, of_district)
        where hides_total
    ),
    gathered as (
        select
            province_code,
            district_code,
            fiscal_year,
            quarter,
            named_period,
            risk_type,
            any_value(risk_level) filter (subdistrict_key is null) as risk_level,
            max(band.level_order) as highest_order,
            bool_or(subdistrict_key is null) as has_own_row,
            any_value(has_plan) filter (subdistrict_key is null) as has_plan,
            bool_and(has_plan) as all_have_plan,
            any_value(incident_count) filter (subdistrict_key is null) as own_count,
            sum(incident_count)::bigint as summed_count,
            max(drilled_count) filter (subdistrict_key is null) as drilled_count,
            max(subdistrict_count) filter (subdistrict_key is null) as subdistrict_count,
            any_value(registered_count) filter (subdistrict_key is null) as registered_count,
            any_value(relieved_count) filter (subdistrict_key is null) as relieved_count,
            sum(registered_count)::bigint as registered_sum,
            sum(relieved_count)::bigint as relieved_sum
        from surveillance_at(moment, of_year, of_provinces, of_district)
        left join risk_band as band using (risk_level)
        group by province_code, district_code, fiscal_year, quarter, named_period, risk_type
    )
    select
        gathered.province_code,
        gathered.district_code,
        gathered.fiscal_year,
        gathered.quarter,
        gathered.named_period,
        gathered.risk_type,
        coalesce(gathered.risk_level, band.risk_level) as risk_level,
        coalesce(gathered.has_plan, gathered.all_have_plan) as has_plan,
        case
            when hiding.district_code is not null then null
            when has_own_row and own_count is not null then own_count
            else summed_count
        end as incident_count,
        hiding.district_code is not null
            and coalesce(own_count, summed_count) is not null as is_withheld,
        drilled_count,
        gathered.subdistrict_count,
        if(has_own_row, registered_count, registered_sum) as registered_count,
        if(has_own_row, relieved_count, relieved_sum) as relieved_count
    from gathered
    left join hiding using (district_code, fiscal_year, risk_type)
    left join risk_band as band on band.level_order = gathered.highest_order;

-- district_population_at(moment, of_provinces): one row per district and calendar year for which a
-- population was sent (form 7).
create or replace macro district_population_at(moment, of_provinces) as table
    select area_code as district_code, year_be, arg_max(value, submission_id)::bigint as population
    from fact_area_measure
    semi join published_at(moment) using (submission_id)
    where measure = 'population'
        and length(area_code) = 4
        and (of_provinces is null or list_contains(of_provinces, left(area_code, 2)))
    group by area_code, year_be;

-- incident_rate_at(...): one row per district, fiscal year and kind of risk: incidents of the quarters
-- up to the one asked for, people (of that calendar year or the newest before) and incidents per
-- 10,000 of them.
create or replace macro incident_rate_at(
    moment, of_year, of_quarter, of_provinces, of_district
) as table
    with counted as (
        select
            province_code,
            district_code,
            fiscal_year,
            risk_type,
            max(quarter) as quarter,
            count(incident_count) as quarter_count,
            sum(incident_count)::bigint as incident_count,
            bool_or(is_withheld) as is_withheld
        from district_watch_at(moment, of_year, of_provinces, of_district)
        where quarter is not null and (of_quarter is null or quarter <= of_quarter)
        group by province_code, district_code, fiscal_year, risk_type
    ),
    peopled as (
        select counted.*, people.population, people.year_be as population_year
        from counted
        asof left join district_population_at(moment, of_provinces) as people
            on people.district_code = counted.district_code
            and people.year_be <= counted.fiscal_year
    )
    select
        * replace (if(is_withheld, null, incident_count) as incident_count),
        if(is_withheld, null, 10000.0 * incident_count / nullif(population, 0)) as rate_per_10k,
        case
            when is_withheld then 'withheld_small'
            when incident_count is null then 'not_reported'
            when coalesce(population, 0) = 0 then 'population_unknown'
            when quarter_count < quarter then 'quarter_missing'
        end as rate_reason
    from peopled;
