-- cultural_assets: one row per piece of heritage registered last time.
with shown as (
    select submission_id, agency as sender from published_at(null)
),
newest as (
    select fact_cultural_asset.*
    from fact_cultural_asset
    inner join shown using (submission_id)
    where
        province_code = $area
        and fiscal_year <= $fiscal_year
        and ($agencies is null or list_contains($agencies, sender))
    qualify rank() over (order by submission_id desc) = 1
)
select
    $area as province,
    district_code as district,
    $fiscal_year as fiscal_year,
    asset_kind,
    asset,
    risk_level,
    custodian
from newest
order by src_row;
