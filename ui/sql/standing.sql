-- standing: one row, how old and how complete the published figures of a scope are.
-- as_of: the newest date the figures speak of, or the Thai day they were published (null: none);
-- reporting of total provinces in scope; demo: whether any of it is demonstration data.
with scope_province as (
    select area_code as province_code
    from area
    where level = 'province'
        and ($province is null or area_code = $province)
        and (
            $group is null
            or area_code in (
                select province_code from group_member
                where group_code = $group and valid_to is null
            )
        )
),
sent as (
    select *
    from published_at($as_of)
    where (len($forms) = 0 or list_contains($forms, form))
        -- Statistics of many years belong to none; they count where they are asked for by form.
        and (
            $fiscal_year is null
            or fiscal_year = $fiscal_year
            or (fiscal_year is null and form = 'area_profile' and len($forms) > 0)
        )
        and (area_code = 'TH' or area_code in (from scope_province) or area_code = $group)
),
-- A workbook about several provinces speaks for those it has figures of.
spoken_for as (
    select area_code from sent
    union
    select area_code from fact_area_measure
    semi join (from sent where area_code = 'TH') using (submission_id)
    union
    select area_code from fact_kpi_result
    semi join (from sent where area_code = 'TH') using (submission_id)
)
select
    max(coalesce(sent.as_of_date, cast(sent.published_at + interval 7 hour as date))) as as_of,
    (select count(*) from spoken_for semi join scope_province on province_code = area_code)
        as reporting,
    (select count(*) from scope_province) as total,
    coalesce(bool_or(sent.demo), false) as demo
from sent
