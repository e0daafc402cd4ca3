-- declared_issues: one row per strategic issue that the published strategies of an area hold.
-- $area: area code. Columns: title_key, title.
select
    title_key,
    min(title) as title
from fact_strategy_node
semi join published_at(null) using (submission_id)
where
    node_type = 'strategic_issue'
    and owner_area_code = $area
group by title_key
order by title_key;
