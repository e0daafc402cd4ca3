-- budget_plan_at(moment): the rows of form 4, of each area and year only the newest published sheet.
create or replace macro budget_plan_at(moment) as table
    select fact.*
    from fact_budget_plan as fact
    inner join (
        select submission_id, published_at from published_at(moment)
    ) as published using (submission_id)
    qualify dense_rank() over (
        partition by fact.area_code, fact.fiscal_year
        order by published.published_at desc, fact.submission_id desc
    ) = 1;

-- grade_summary_at(moment): the rows of form 6, of each area, district and year only the newest
-- published sheet.
create or replace macro grade_summary_at(moment) as table
    select fact.*
    from fact_grade_summary as fact
    inner join (
        select submission_id, published_at from published_at(moment)
    ) as published using (submission_id)
    qualify dense_rank() over (
        partition by fact.area_code, fact.district_code, fact.fiscal_year
        order by published.published_at desc, fact.submission_id desc
    ) = 1;
