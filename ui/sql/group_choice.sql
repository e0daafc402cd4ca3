-- group_choice: one row per province group of today, in Thai order.
select group_code, name_th, name_en, [] as parents
from province_group
order by name_th collate th
