-- project_repeat_at(moment): one row per project (quarter null) or quarter of a project that does
-- not count as of a moment, because a submission published later says the same of it.
create or replace macro project_repeat_at(moment) as table
    with published as (
        select submission_id, published_at from published_at(moment)
    )
    select distinct twin.sheet_id, twin.src_row, twin.quarter
    from project_twin as twin
    inner join published as own using (submission_id)
    inner join published as other
        on other.submission_id = twin.other_submission_id
        and (other.published_at, other.submission_id) > (own.published_at, own.submission_id);

-- project_at(moment): the rows of form 3 of published submissions, each project once however many
-- agencies sent it.
create or replace macro project_at(moment) as table
    select fact.*
    from fact_project as fact
    semi join published_at(moment) using (submission_id)
    anti join (
        from project_repeat_at(moment) where quarter is null
    ) as repeat
        on repeat.sheet_id = fact.sheet_id
        and repeat.src_row = fact.src_row;

-- project_quarter_at(moment): the same for the spending of each quarter. Of a quarter that only one
-- of the agencies reports, that one counts.
create or replace macro project_quarter_at(moment) as table
    select fact.*
    from fact_project_quarter as fact
    semi join published_at(moment) using (submission_id)
    anti join project_repeat_at(moment) as repeat
        on repeat.sheet_id = fact.sheet_id
        and repeat.src_row = fact.src_row
        and repeat.quarter = fact.quarter;
