-- group_choice: one row per province group that has members today, in Thai order.
select area_code, name_th, name_en, [] as parents
from area
where level = 'group'
    and area_code in (select group_code from group_member where valid_to is null)
order by name_th collate th
