-- declared_kpis: one row per indicator that the published target sheets of an area hold.
-- $area: area code. Columns: kpi_key, kpi.
select
    kpi_key,
    min(kpi) as kpi
from fact_indicator
semi join published_at(null) using (submission_id)
where area_code = $area
group by kpi_key
order by kpi_key;
