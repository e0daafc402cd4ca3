-- due: one row per form, agency and area from which a report is expected in a round. Of a round
-- nothing is known of yet, those that reported in the same quarter a year before.
with expected as (
    select form, agency, area_code
    from expected_at(null, current_date)
    where fiscal_year = $fiscal_year and quarter = $quarter
),
sent as (
    select form, agency, area_code
    from sending_at(null)
    where fiscal_year = $fiscal_year - 1 and quarter = $quarter
)
from expected
union all
from sent
where not exists (from expected)
order by area_code, agency, form;
