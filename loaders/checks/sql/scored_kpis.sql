-- scored_kpis: one row per indicator that published target sheets or frameworks hold for an area.
-- $area: area code. Columns: kpi_code, kpi_key.
select
    kpi_code,
    kpi_key
from fact_indicator
semi join published_at(null) using (submission_id)
where area_code = $area
union
select
    kpi_code,
    kpi_key
from fact_evaluation_item
semi join published_at(null) using (submission_id)
where area_code in ($area, 'TH') and kpi_key is not null
order by kpi_code, kpi_key;
