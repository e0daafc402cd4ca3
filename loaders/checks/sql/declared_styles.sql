-- declared_styles: one row per indicator of some areas whose style of submission is declared.
-- $areas: area codes. Columns: area_code, kpi_key, submission_style.
select area_code, kpi_key, submission_style
from indicator_at(null)
where submission_style is not null and list_contains($areas, area_code);
