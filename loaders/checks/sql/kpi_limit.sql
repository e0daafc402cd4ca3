-- kpi_limit: how many indicators an owner of a level may have in a fiscal year; no row when no rule.
-- $owner_level: province or group; $fiscal_year: Buddhist-era year. Columns: max_count.
select max_count
from kpi_limit
where
    owner_level = $owner_level
    and $fiscal_year >= fiscal_year_from
    and $fiscal_year <= coalesce(fiscal_year_to, $fiscal_year)
order by fiscal_year_from desc
limit 1;
