-- district_choice: one row per district under its province, in Thai order.
select area_code, name_th, name_en, [parent_code] as parents
from area
where level = 'district'
order by name_th collate th
