-- area_profile: one row per place of the area that any profile tells of; the area when none does.
with place as (
    select distinct area_code
    from fact_area_measure
    semi join published_at(null) using (submission_id)
    where area_code = $area or (len(area_code) = 4 and starts_with(area_code, $area))
    union
    select $area
)
select
    $area as area,
    case when area_code <> $area then area_code end as district,
    $fiscal_year as year
from place
order by len(area_code), area_code;
