-- project_twins: the projects of `incoming` that submissions of other slots hold as well.
-- $slot: the slot of the incoming ones. One row per incoming row and stored row of the same project.
-- The same is: the same code in the same province and year; or, where one of the two came without a
-- code and was given one made of its words, the same name and the same budget.
with stored as (
    select
        fact.submission_id,
        fact.sheet_id,
        fact.src_row,
        fact.province_code,
        fact.fiscal_year,
        fact.project_code,
        replace(fact.project, ' ', '') as project,
        fact.allocated_thb
    from fact_project as fact
    inner join submission using (submission_id)
    where
        submission.slot <> $slot
        and fact.fiscal_year in (select fiscal_year from incoming)
        and fact.province_code in (select province_code from incoming)
),
sent as (
    select
        src_row,
        province_code,
        fiscal_year,
        project_code,
        replace(project, ' ', '') as project,
        allocated_thb
    from incoming
),
by_code as (
    select sent.src_row, stored.submission_id, stored.sheet_id, stored.src_row as stored_row
    from sent
    inner join stored using (province_code, fiscal_year, project_code)
),
by_name as (
    select sent.src_row, stored.submission_id, stored.sheet_id, stored.src_row as stored_row
    from sent
    inner join stored using (province_code, fiscal_year, project, allocated_thb)
    where
        is_made_code(sent.project_code, sent.province_code)
        <> is_made_code(stored.project_code, stored.province_code)
)
select src_row, submission_id, sheet_id, stored_row from by_code
union
select src_row, submission_id, sheet_id, stored_row from by_name
order by src_row, submission_id, sheet_id, stored_row;
