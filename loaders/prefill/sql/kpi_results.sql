-- kpi_results: one row per indicator that the agencies report, for the period asked for.
-- Theirs is what they reported this year or last, and what they own and nobody has reported yet.
with shown as (
    select submission_id, agency from published_at(null)
),
standing as (
    select fact_indicator.*
    from fact_indicator
    semi join shown using (submission_id)
    where area_code = $area
    qualify row_number() over (partition by kpi_code order by submission_id desc, src_row) = 1
),
yearly as (
    select kpi_code, arg_max(target, submission_id) as target
    from fact_target
    semi join shown using (submission_id)
    where area_code = $area and fiscal_year = $fiscal_year
    group by kpi_code
),
reported as (
    select result.*, shown.agency
    from kpi_result_at(null, $fiscal_year - 1, $fiscal_year, [$area]) as result
    inner join shown using (submission_id)
),
theirs as (
    select kpi_code, district_code
    from reported
    where $agencies is null or list_contains($agencies, agency)
    union
    select standing.kpi_code, null as district_code
    from standing
    anti join reported using (kpi_code)
    where $agencies is null or list_contains($agencies, standing.owner)
),
latest as (
    select *
    from reported
    qualify row_number() over (
        partition by kpi_code, district_code
        order by fiscal_year desc, quarter desc nulls first, submission_id desc
    ) = 1
),
same_period as (
    select kpi_code, district_code, arg_max(target, submission_id) as target
    from reported
    where fiscal_year = $fiscal_year and quarter is not distinct from $quarter
    group by all
),
before as (
    select kpi_code, district_code, arg_max(actual, submission_id) as actual
    from reported
    where
        fiscal_year = case when $quarter > 1 then $fiscal_year else $fiscal_year - 1 end
        and quarter is not distinct from case when $quarter = 1 then 4 else $quarter - 1 end
    group by all
)
select
    $area as area,
    theirs.district_code as district,
    theirs.kpi_code,
    coalesce(standing.kpi, latest.kpi) as kpi,
    coalesce(latest.unit, standing.unit) as unit,
    $fiscal_year as fiscal_year,
    coalesce($quarter::varchar, 'ทั้งปี') as quarter,
    coalesce(latest.period_basis, 'fiscal') as "window",
    coalesce(same_period.target, case when $quarter is null then yearly.target end) as target,
    case when $quarter is not null then yearly.target end as annual_target,
    before.actual as previous_actual
from theirs
left join standing using (kpi_code)
left join yearly using (kpi_code)
left join latest
    on latest.kpi_code = theirs.kpi_code
    and latest.district_code is not distinct from theirs.district_code
left join same_period
    on same_period.kpi_code = theirs.kpi_code
    and same_period.district_code is not distinct from theirs.district_code
left join before
    on before.kpi_code = theirs.kpi_code
    and before.district_code is not distinct from theirs.district_code
order by standing.src_row nulls last, theirs.kpi_code, theirs.district_code nulls first;
