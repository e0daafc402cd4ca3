-- is_made_code(code, area): whether a code was made of an area and words, where a sheet gave none.
create or replace macro is_made_code(code, area) as
    starts_with(code, area || '-') and length(code) = length(area) + 11;

-- issue_name_at(moment): one row per strategic issue known as of a moment, by its matching key.
-- From the published strategies (form 10); an issue only mentioned elsewhere gets a code of its own.
create or replace macro issue_name_at(moment) as table
    with declared as (
        select
            title_key as issue_key,
            arg_max(node_code, submission_id) as issue_code,
            arg_max(title, submission_id) as title,
            arg_max(owner_area_code, submission_id) as owner_area_code,
            arg_max(coalesce(priority, try_cast(ordinal as integer)), submission_id) as priority
        from fact_strategy_node
        semi join published_at(moment) using (submission_id)
        where node_type = 'strategic_issue'
        group by title_key
    ),
    mentioned as (
        select issue_key, min(strategic_issue) as title from (
            select distinct issue_key, strategic_issue from fact_indicator
            semi join published_at(moment) using (submission_id)
            union
            select distinct issue_key, strategic_issue from fact_project
            semi join published_at(moment) using (submission_id)
        )
        where issue_key is not null
        group by issue_key
    )
    from declared
    union all
    select issue_key, 'i-' || left(md5(issue_key), 8), title, null, null
    from mentioned
    anti join declared using (issue_key);

-- plan_name_at(moment): one row per plan (แผนงาน) known as of a moment, by its matching key.
create or replace macro plan_name_at(moment) as table
    with declared as (
        select
            title_key as plan_key,
            arg_max(node_code, submission_id) as plan_code,
            arg_max(title, submission_id) as title,
            arg_max(owner_area_code, submission_id) as owner_area_code
        from fact_strategy_node
        semi join published_at(moment) using (submission_id)
        where node_type = 'plan'
        group by title_key
    ),
    mentioned as (
        select plan_key, min(plan) as title from (
            select distinct plan_key, plan from fact_budget_plan
            semi join published_at(moment) using (submission_id)
            union
            select distinct plan_key, plan from fact_project
            semi join published_at(moment) using (submission_id)
        )
        group by plan_key
    )
    from declared
    union all
    select plan_key, 'p-' || left(md5(plan_key), 8), title, null
    from mentioned
    anti join declared using (plan_key);
