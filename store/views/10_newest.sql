-- newest_at(moment): one row per published submission that is the newest of its series as of a
-- moment. A series is what one agency sends about one area and year; a later quarter's workbook
-- lists the whole year again, so that adding them up would count everything twice.
create or replace macro newest_at(moment) as table
    select *
    from published_at(moment)
    qualify row_number() over (
        partition by form, agency, area_code, fiscal_year
        order by published_at desc, submission_id desc
    ) = 1;

-- declared_plan_at(moment): one row per plan (แผนงาน) of the published strategies, by matching key.
create or replace macro declared_plan_at(moment) as table
    select
        title_key as plan_key,
        arg_max(node_code, submission_id) as plan_code
    from fact_strategy_node
    semi join published_at(moment) using (submission_id)
    where node_type = 'plan'
    group by title_key;
