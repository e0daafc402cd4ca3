-- issue_choice: one row per strategic issue of the published strategies and reports, with the areas
-- that own or use it and their groups of today.
with used as (
    select issue_key, area_code from fact_indicator semi join published_at(null) using (submission_id)
    union
    select issue_key, province_code from fact_project semi join published_at(null) using (submission_id)
    union
    select issue_key, owner_area_code from issue_name_at(null) where owner_area_code is not null
),
belongs as (
    from used where issue_key is not null
    union
    select issue_key, group_code
    from used
    inner join group_member on province_code = area_code and valid_to is null
    where issue_key is not null
)
select issue_code, min(title), null as name_en, list(distinct area_code) as parents
from issue_name_at(null)
inner join belongs using (issue_key)
group by issue_code
order by min(priority) nulls last, min(title) collate th
