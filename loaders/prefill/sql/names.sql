-- names: one row per name to choose from, by the column of the form that it may fill.
with shown as (
    select submission_id from published_at(null)
),
indicator as (
    select kpi_code, kpi
    from fact_indicator
    semi join shown using (submission_id)
    where area_code = $area
),
node as (
    select node_type, title
    from fact_strategy_node
    semi join shown using (submission_id)
    where owner_area_code = $area
)
select 'strategic_issue' as key, title as name from node where node_type = 'strategic_issue'
union
select 'plan', title from node where node_type = 'plan'
union
select 'kpi_code', kpi_code from indicator
union
select 'kpi', kpi from indicator
order by key, name;
