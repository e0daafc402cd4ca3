-- strategy: one row per node of the area's newest strategy.
select
    owner_area_code as plan_owner,
    plan_name,
    year_from,
    year_to,
    revision,
    node_type,
    ordinal,
    node_code,
    title,
    corrected_title,
    parent_code as parent,
    linked_to,
    priority,
    work_stream,
    afp
from fact_strategy_node
semi join published_at(null) using (submission_id)
where owner_area_code = $area
qualify rank() over (order by year_from desc, submission_id desc) = 1
order by src_row;
