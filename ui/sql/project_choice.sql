-- project_choice: one row per project of a province and fiscal year, in Thai order.
select project_code, any_value(project) as project
from project_at($as_of::timestamp)
where province_code = $province and ($fiscal_year is null or fiscal_year = $fiscal_year)
group by project_code
order by any_value(project) collate th
