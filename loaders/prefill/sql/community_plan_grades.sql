-- community_plan_grades: one row per grade and district summed up last; without any, per grade.
with shown as (
    select submission_id from published_at(null)
),
summed as (
    select *
    from fact_grade_summary
    semi join shown using (submission_id)
    where area_code = $area and fiscal_year <= $fiscal_year
    qualify rank() over (order by fiscal_year desc) = 1
),
place as (
    select distinct district_code from summed
    union all
    select null where not exists (from summed)
)
select
    $area as area,
    district_code as district,
    $fiscal_year as fiscal_year,
    unnest(['A', 'B', 'C']) as grade
from place
order by district_code nulls first, grade;
