-- province_choice: one row per province with the groups it belongs to today, in Thai order.
with today as (
    select province_code, list(group_code) as group_codes
    from group_member
    where valid_to is null
    group by province_code
)
select area.area_code, area.name_th, area.name_en, coalesce(today.group_codes, []) as parents
from area
left join today on today.province_code = area.area_code
where area.level = 'province'
order by area.name_th collate th
