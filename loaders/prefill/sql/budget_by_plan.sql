-- budget_by_plan: one row per plan of the area's newest budget up to the year asked for, with its
-- figures only where they are of that very year; without any budget, the plans of its strategy.
with shown as (
    select submission_id from published_at(null)
),
budget as (
    select *
    from fact_budget_plan
    semi join shown using (submission_id)
    where area_code = $area and fiscal_year <= $fiscal_year
    qualify rank() over (order by fiscal_year desc, submission_id desc) = 1
),
strategy as (
    select *
    from fact_strategy_node
    semi join shown using (submission_id)
    where owner_area_code = $area and node_type = 'plan'
    qualify rank() over (order by year_from desc, submission_id desc) = 1
),
plan as (
    select
        plan,
        ordinal,
        case when fiscal_year = $fiscal_year then project_count end as project_count,
        case when fiscal_year = $fiscal_year then budget_thb end as budget_thb
    from budget
    union all
    select title, row_number() over (order by src_row), null, null
    from strategy
    where not exists (from budget)
)
select
    $area as area,
    $fiscal_year as fiscal_year,
    plan,
    project_count,
    budget_thb
from plan
order by ordinal;
