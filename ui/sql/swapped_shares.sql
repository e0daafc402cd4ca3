-- swapped_shares: one row per pair of printed shares found in each other's rows in published budget
-- summaries: names, printed and computed shares as the finding tells them.
select
    finding.params ->> 'names' as names,
    finding.params ->> 'printed' as printed,
    finding.params ->> 'computed' as computed
from finding
inner join published_at($as_of) as published using (submission_id)
where finding.code = 'shares_swapped'
    and published.form = 'budget_by_plan'
    and ($fiscal_year is null or published.fiscal_year = $fiscal_year)
    and (
        ($province is null and $group is null)
        or published.area_code = $province
        or published.area_code in (
            select province_code from group_member
            where group_code = $group and $province is null and valid_to is null
        )
    )
order by published.area_code, finding.src_row
