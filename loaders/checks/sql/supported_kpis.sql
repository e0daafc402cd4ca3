-- supported_kpis: one row per indicator code that a published project with a budget names.
-- $area: province code; $fiscal_year: Buddhist-era year. Columns: kpi_code.
select distinct kpi_code
from fact_project
semi join published_at(null) using (submission_id)
where
    province_code = $area
    and fiscal_year = $fiscal_year
    and allocated_thb > 0
    and kpi_code is not null
order by kpi_code;
