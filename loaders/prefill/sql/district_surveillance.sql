-- district_surveillance: one row per district of the province and kind of risk, with the level,
-- the plan and the number of subdistricts that were reported last.
with reported as (
    select district_code, risk_type, risk_level, has_plan, subdistrict_count
    from fact_district_surveillance
    semi join published_at(null) using (submission_id)
    where
        province_code = $area
        and subdistrict is null
        and named_period is null
        and 4 * fiscal_year + quarter < 4 * $fiscal_year + coalesce($quarter, 4)
    qualify row_number() over (
        partition by district_code, risk_type
        order by fiscal_year desc, quarter desc, submission_id desc
    ) = 1
)
select
    $area as province,
    area.area_code as district,
    $fiscal_year as fiscal_year,
    $quarter as quarter,
    null as named_period,
    kind.risk_type,
    reported.risk_level,
    reported.has_plan,
    reported.subdistrict_count
from area
cross join (
    select unnest(['crime', 'drugs', 'accident', 'disaster']) as risk_type, unnest([1, 2, 3, 4]) as n
) as kind
left join reported on reported.district_code = area.area_code and reported.risk_type = kind.risk_type
where area.parent_code = $area
order by area.sort_order, kind.n;
