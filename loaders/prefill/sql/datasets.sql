-- datasets: one row per dataset of the newest catalogue.
with shown as (
    select submission_id, agency as sender from published_at(null)
),
newest as (
    select fact_dataset.*
    from fact_dataset
    inner join shown using (submission_id)
    where
        area_code = $area
        and ($agencies is null or list_contains($agencies, sender))
    qualify rank() over (order by submission_id desc) = 1
)
select
    $area as area,
    dataset,
    source_kind,
    owner,
    frequency,
    updated_on,
    data_quality,
    note
from newest
order by src_row;
