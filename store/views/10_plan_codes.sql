-- declared_plan_at(moment): one row per plan (แผนงาน) of the published strategies, by matching key.
create or replace macro declared_plan_at(moment) as table
    select
        title_key as plan_key,
        arg_max(node_code, submission_id) as plan_code
    from fact_strategy_node
    semi join published_at(moment) using (submission_id)
    where node_type = 'plan'
    group by title_key;
