-- plan_choice: one row per plan of the published strategies and budgets, in Thai order.
select plan_code, title, null as name_en, list_filter([owner_area_code], code -> code is not null)
from plan_name_at(null)
order by title collate th
