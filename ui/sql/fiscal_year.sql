-- fiscal_year: one row per fiscal year with published figures, newest first. A plan's targets give
-- their years too, but none beyond what has been reported.
with reported as (
    select distinct fiscal_year
    from published_at(null)
    where fiscal_year is not null
)
from reported
union
select fiscal_year
from fact_target
semi join published_at(null) using (submission_id)
where fiscal_year < (select max(fiscal_year) from reported)
order by fiscal_year desc
