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
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and (area_code = 'TH' or area_code in (from scope_province) or area_code = $group)
)
select
    max(coalesce(sent.as_of_date, cast(sent.published_at + interval 7 hour as date))) as as_of,
    count(distinct sent.area_code) filter (length(sent.area_code) = 2 and sent.area_code <> 'TH')
        as reporting,
    (select count(*) from scope_province) as total,
    coalesce(bool_or(sent.demo), false) as demo
from sent
