-- result_history: one row per area and indicator with published results above zero.
-- $areas: area codes. Columns: area_code, kpi_code, usual (median of the results, their own unit).
select
    area_code,
    kpi_code,
    median(actual) as usual
from fact_kpi_result
semi join published_at(null) using (submission_id)
where
    area_code in (select unnest($areas))
    and actual > 0
group by area_code, kpi_code;
