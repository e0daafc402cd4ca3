-- joint_indicators: one row per joint topic and province of the newest year published; one empty
-- row when none is.
with known as (
    select fact.*, published.published_at
    from fact_joint_indicator as fact
    inner join (
        select submission_id, published_at from published_at(null)
    ) as published using (submission_id)
    qualify rank() over (order by fact.fiscal_year desc, published_at desc, submission_id desc) = 1
)
select
    $fiscal_year as fiscal_year,
    known.topic,
    known.measured_in,
    known.area_code as province,
    known.ministry,
    known.kpi,
    known.unit
from (select 1) as always
left join known on true
order by known.src_row;
