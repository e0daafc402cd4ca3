-- spellings: every spelling of an agency's name in what is published, each once.
select distinct agency
from (
    select agency from published_at(null)
    union all
    select owner from fact_indicator semi join published_at(null) using (submission_id)
    union all
    select agency from fact_project semi join published_at(null) using (submission_id)
    union all
    select agency from fact_assessment semi join published_at(null) using (submission_id)
)
where agency is not null
order by agency;
