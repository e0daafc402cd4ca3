-- agreements: one row per indicator of the newest agreements that the agencies sent for the area, up
-- to the year asked for; of an earlier year the results are left to be filled in anew.
with agreement as (
    select fact.*
    from fact_agreement as fact
    inner join (
        select submission_id, agency from published_at(null)
    ) as shown using (submission_id)
    where
        area_code = $area
        and fiscal_year <= $fiscal_year
        and ($agencies is null or list_contains($agencies, shown.agency))
    qualify rank() over (order by fiscal_year desc) = 1
        and rank() over (
            partition by signer_key order by fiscal_year desc, submission_id desc
        ) = 1
)
select
    $area as area,
    $fiscal_year as fiscal_year,
    signer,
    role,
    superior,
    kpi_code,
    kpi,
    unit,
    weight_pct,
    score_scale,
    score_method,
    score_1,
    score_2,
    score_3,
    score_4,
    score_5,
    score_minimum,
    score_standard,
    score_advanced,
    if(fiscal_year = $fiscal_year, actual, null) as actual,
    if(fiscal_year = $fiscal_year, self_score, null) as self_score
from agreement
order by submission_id, src_row;
