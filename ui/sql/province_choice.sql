-- province_choice: one row per province with the groups it belongs to today, in Thai order.
select
    province.province_code,
    province.name_th,
    province.name_en,
    coalesce(list(member.group_code) filter (member.group_code is not null), []) as parents
from province
left join group_member as member
    on member.province_code = province.province_code
    and member.valid_to is null
group by province.province_code, province.name_th, province.name_en
order by province.name_th collate th
