-- problems: one row per problem of the newest register that is not solved yet.
with shown as (
    select submission_id, agency as sender from published_at(null)
),
newest as (
    select fact_problem.*
    from fact_problem
    inner join shown using (submission_id)
    where
        area_code = $area
        and fiscal_year <= $fiscal_year
        and solved_on is null
        and problem_state is distinct from 'solved'
        and ($agencies is null or list_contains($agencies, sender))
    qualify rank() over (order by submission_id desc) = 1
)
select
    $area as area,
    district_code as district,
    $fiscal_year as fiscal_year,
    problem_area,
    sub_area,
    problem,
    proposal,
    raised_in,
    raised_on,
    problem_state,
    owner
from newest
order by src_row;
