-- standing: one row, how old and how complete the published figures of a scope are.
-- as_of: the newest date the figures speak of, or the Thai day they were published (null: none);
-- reporting of total provinces in scope, both in the newest of $years (none named: ever); demo:
-- whether anything of any of the years is demonstration data. Of an area profile only $measures
-- count (none named: all).
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
        -- Workbooks about several years belong to none; they count where asked for by form.
        and (
            len($years) = 0
            or list_contains($years, fiscal_year)
            or (
                fiscal_year is null
                and form in ('area_profile', 'risks', 'district_surveillance')
                and len($forms) > 0
            )
            -- A plan holds until the next one, a problem until it is solved.
            or (
                form in ('kpi_targets', 'strategy', 'problems')
                and len($forms) > 0
                and coalesce(fiscal_year, 0) < list_max($years)
            )
        )
        and (area_code = 'TH' or area_code in (from scope_province) or area_code = $group)
        -- One form brings products, people and tourism: who sent only people did not send products.
        and (
            len($measures) = 0
            or form <> 'area_profile'
            or submission_id in (
                select submission_id from fact_area_measure
                where list_contains($measures, measure)
            )
        )
),
newest as (
    from sent
    where len($years) = 0
        or fiscal_year is null
        or fiscal_year = list_max($years)
        or form in ('kpi_targets', 'strategy', 'problems')
),
-- A workbook about several provinces speaks for those it has figures of.
spoken_for as (
    select area_code from newest
    union
    select area_code from fact_area_measure
    semi join (from newest where area_code = 'TH') using (submission_id)
    union
    select area_code from fact_kpi_result
    semi join (from newest where area_code = 'TH') using (submission_id)
    union
    select area_code from fact_target
    semi join newest using (submission_id)
    where len($years) = 0 or list_contains($years, fiscal_year)
    union
    select scope_province.province_code
    from fact_joint_indicator as joint
    semi join newest using (submission_id)
    inner join scope_province
        on scope_province.province_code = joint.area_code or joint.measured_in = 'all'
)
select
    (
        select max(coalesce(as_of_date, cast(published_at + interval 7 hour as date)))
        from newest
    ) as as_of,
    (select count(*) from spoken_for semi join scope_province on province_code = area_code)
        as reporting,
    (select count(*) from scope_province) as total,
    (select coalesce(bool_or(demo), false) from sent) as demo
