-- grade_count_at(...): one row per area, fiscal year and grade, with the villages of that grade.
-- The area is `of_group` when given, else each province. Where form 5 and form 6 were both sent for
-- a province and year, the one that covers more villages counts, form 5 when they are equal.
create or replace macro grade_count_at(
    moment, of_year, of_areas, of_provinces, of_district, of_group
) as table
    with summary_row as (
        select
            *,
            bool_or(district_code is null) over (
                partition by area_code, fiscal_year
            ) as has_whole_area
        from grade_summary_at(moment)
        where (of_year is null or fiscal_year = of_year)
            and (of_areas is null or list_contains(of_areas, area_code))
            and (of_district is null or district_code = of_district)
    ),
    -- A summary of the whole area wins over the sum of its districts' summaries.
    summary as (
        select
            area_code,
            fiscal_year,
            grade,
            sum(village_count)::bigint as village_count,
            case when count(*) = 1 then min(share_pct_reported) end as share_pct_reported,
            0::bigint as undetermined_count,
            null::bigint as listed_count,
            if(area_code = of_group, 'group', 'summary') as source
        from summary_row
        where of_district is not null or has_whole_area = (district_code is null)
        group by area_code, fiscal_year, grade
    ),
    village_total as (
        select
            province_code as area_code,
            fiscal_year,
            grade,
            sum(village_count)::bigint as village_count
        from village_count_at(moment, of_year, of_provinces, of_district, false)
        group by province_code, fiscal_year, grade
    ),
    villages as (
        select
            area_code,
            fiscal_year,
            grade,
            village_count,
            null::decimal(9, 4) as share_pct_reported,
            coalesce(sum(village_count) filter (grade is null) over area_year, 0)::bigint
                as undetermined_count,
            sum(village_count) over area_year as listed_count,
            'villages' as source
        from village_total
        window area_year as (partition by area_code, fiscal_year)
    ),
    either as (
        from villages
        union all
        from summary
    ),
    size as (
        select
            area_code,
            fiscal_year,
            source,
            coalesce(sum(village_count) filter (grade is not null), 0) as assessed_count,
            max(undetermined_count) as undetermined_count,
            max(listed_count) as listed_count
        from either
        group by area_code, fiscal_year, source
        qualify row_number() over (
            partition by area_code, fiscal_year
            order by assessed_count desc, source = 'villages' desc
        ) = 1
    ),
    -- The group's own sheet stands in only for a year in which no member sent anything.
    chosen as (
        select *
        from size
        qualify source <> 'group' or bool_and(source = 'group') over (partition by fiscal_year)
    ),
    registered as (
        select
            chosen.area_code,
            chosen.fiscal_year,
            arg_max(profile.registered_count, profile.year_be) as registered_count
        from chosen
        inner join registered_villages_at(moment) as profile
            on profile.area_code = coalesce(of_district, chosen.area_code)
            and profile.year_be <= chosen.fiscal_year
        group by chosen.area_code, chosen.fiscal_year
    ),
    total as (
        select
            coalesce(of_group, area_code) as area_code,
            fiscal_year,
            sum(assessed_count)::bigint as total_count,
            sum(undetermined_count)::bigint as undetermined_count,
            case
                when count(*) = count(coalesce(registered_count, listed_count))
                    then sum(coalesce(registered_count, listed_count))::bigint
            end as registered_count,
            case when count(distinct source) = 1 then min(source) else 'mixed' end as source,
            count(*) filter (source <> 'group') as members_reporting
        from chosen
        left join registered using (area_code, fiscal_year)
        group by coalesce(of_group, area_code), fiscal_year
    ),
    graded as (
        select
            coalesce(of_group, area_code) as area_code,
            fiscal_year,
            grade,
            sum(village_count)::bigint as village_count,
            case when count(*) = 1 then min(share_pct_reported) end as share_pct_reported
        from either
        semi join chosen using (area_code, fiscal_year, source)
        where grade is not null
        group by coalesce(of_group, area_code), fiscal_year, grade
    )
    select
        total.*,
        rule.rule_version,
        band.grade,
        band.name_th as grade_name,
        coalesce(graded.village_count, 0) as village_count,
        100.0 * coalesce(graded.village_count, 0) / nullif(total.total_count, 0) as share_pct,
        graded.share_pct_reported
    from total
    inner join grade_rule_of_year as rule using (fiscal_year)
    inner join grade_band as band using (rule_version)
    left join graded using (area_code, fiscal_year, grade);
