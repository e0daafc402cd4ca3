-- plan_budget_history: one row per area and plan with published budgets above zero.
-- $areas: area codes. Columns: area_code, plan_key, usual (median of the yearly budgets, baht).
select
    area_code,
    plan_key,
    median(budget_thb) as usual
from fact_budget_plan
semi join published_at(null) using (submission_id)
where
    area_code in (select unnest($areas))
    and budget_thb > 0
group by area_code, plan_key;
