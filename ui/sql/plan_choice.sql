-- plan_choice: one row per plan of the published strategies and budgets, in Thai order, with the
-- areas that own or use it and their groups of today.
with used as (
    select plan_key, area_code from fact_budget_plan semi join published_at(null) using (submission_id)
    union
    select plan_key, province_code from fact_project semi join published_at(null) using (submission_id)
    union
    select plan_key, owner_area_code from plan_name_at(null) where owner_area_code is not null
),
belongs as (
    from used
    union
    select plan_key, group_code
    from used
    inner join group_member on province_code = area_code and valid_to is null
)
select plan_code, min(title), null as name_en, list(distinct area_code) as parents
from plan_name_at(null)
inner join belongs using (plan_key)
group by plan_code
order by min(title) collate th
