-- fiscal_year: one row per fiscal year with published figures, newest first.
select distinct fiscal_year
from published_at(null)
where fiscal_year is not null
order by fiscal_year desc
