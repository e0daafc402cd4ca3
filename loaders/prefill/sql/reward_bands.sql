-- reward_bands: one row per band of the newest year up to the one asked for, the area's own if any.
with known as (
    select fact.*
    from fact_reward_band as fact
    semi join published_at(null) using (submission_id)
    where area_code in ($area, 'TH') and fiscal_year <= $fiscal_year
    qualify rank() over (
        order by area_code = $area desc, fiscal_year desc, submission_id desc
    ) = 1
)
select
    $area as area,
    $fiscal_year as fiscal_year,
    score_scale,
    score_from,
    band,
    reward
from known
order by src_row;
