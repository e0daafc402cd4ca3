-- issue_choice: one row per strategic issue of the published strategies and reports.
select issue_code, title, null as name_en, list_filter([owner_area_code], code -> code is not null)
from issue_name_at(null)
order by priority nulls last, title collate th
