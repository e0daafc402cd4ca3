-- district_choice: one row per district under its province, in Thai order.
select district_code, name_th, name_en, [province_code] as parents
from district
order by name_th collate th
