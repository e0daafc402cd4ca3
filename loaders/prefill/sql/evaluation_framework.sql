-- evaluation_framework: one row per row of the area's newest framework up to the year asked for, to
-- be decided again; the country's where the area has none of its own.
with framework as (
    select fact.*
    from fact_evaluation_item as fact
    semi join published_at(null) using (submission_id)
    where area_code in ($area, 'TH') and fiscal_year <= $fiscal_year
    qualify rank() over (
        order by area_code = $area desc, fiscal_year desc, submission_id desc
    ) = 1
)
select
    $area as area,
    $fiscal_year as fiscal_year,
    dimension_group,
    dimension_no,
    dimension,
    dimension_weight_pct,
    item_no,
    item,
    if(item_identity = item_key, null, item_identity) as item_identity,
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
    score_advanced
from framework
order by src_row;
