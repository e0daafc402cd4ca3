-- community_plans: one row per village assessed in the newest year up to the one asked for.
with shown as (
    select submission_id, agency from published_at(null)
),
assessed as (
    select fact_community_plan.*
    from fact_community_plan
    inner join shown using (submission_id)
    where
        province_code = $area
        and fiscal_year <= $fiscal_year
        and ($agencies is null or list_contains($agencies, agency))
    qualify rank() over (order by fiscal_year desc) = 1
)
select
    $fiscal_year as fiscal_year,
    province_code as province,
    district_code as district,
    subdistrict,
    village_code,
    village_no,
    village,
    households
from assessed
order by submission_id, src_row;
