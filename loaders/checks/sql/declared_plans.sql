-- declared_plans: one row per plan (แผนงาน) that the published strategies of an area hold for a year.
-- $area: area code; $fiscal_year: Buddhist-era year. Columns: title_key, title.
select
    title_key,
    min(title) as title
from fact_strategy_node
semi join published_at(null) using (submission_id)
where
    node_type = 'plan'
    and owner_area_code = $area
    and $fiscal_year between year_from and year_to
group by title_key
order by title_key;
