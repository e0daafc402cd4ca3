-- grade_rule_of_year: one row per fiscal year from the first rule on, with the rule then in force.
-- grade_by_met lists the grades for 0, 1, 2 … criteria met; a null threshold asks for yes or no.
create or replace view grade_rule_of_year as
with version as (
    select
        rule_version,
        min(fiscal_year_from) as fiscal_year_from,
        count(*) as criteria_count,
        max(threshold_pct) filter (criterion_key = 'accounts_pct') as accounts_threshold_pct,
        max(threshold_pct) filter (criterion_key = 'attending_pct') as attending_threshold_pct
    from grade_rule
    group by rule_version
),
met_counts as (
    select rule_version, unnest(range(0, criteria_count + 1)) as met from version
),
grades as (
    select rule_version, list(grade order by met) as grade_by_met
    from met_counts
    inner join grade_band using (rule_version)
    where met between min_met and max_met
    group by rule_version
),
years as (
    select unnest(range((select min(fiscal_year_from) from version), 2701)) as fiscal_year
)
select
    years.fiscal_year::integer as fiscal_year,
    arg_max(rule_version, fiscal_year_from) as rule_version,
    arg_max(criteria_count, fiscal_year_from) as criteria_count,
    arg_max(accounts_threshold_pct, fiscal_year_from) as accounts_threshold_pct,
    arg_max(attending_threshold_pct, fiscal_year_from) as attending_threshold_pct,
    arg_max(grade_by_met, fiscal_year_from) as grade_by_met
from years
inner join version on version.fiscal_year_from <= years.fiscal_year
inner join grades using (rule_version)
group by years.fiscal_year;
comment on view grade_rule_of_year is 'เกณฑ์เกรดแผนชุมชนที่ใช้ในแต่ละปีงบประมาณ';

-- grade_of(...): the grade of a village by criteria met and unknown. Unknown criteria leave it open
-- between two grades, and it is null unless both are the same; the reported grade stands in only
-- where no criterion was reported at all.
create or replace macro grade_of(grade_by_met, met_count, unknown_count, grade_reported) as
    case
        when grade_by_met[met_count + 1] = grade_by_met[met_count + unknown_count + 1]
            then grade_by_met[met_count + 1]
        when unknown_count = len(grade_by_met) - 1 then grade_reported
    end;

-- village_criteria: one row per village as sent, with the criteria it meets (null = not reported).
create or replace view village_criteria as
with judged as (
    select
        fact.*,
        rule.rule_version,
        rule.criteria_count,
        fact.accounts_pct >= rule.accounts_threshold_pct as accounts_met,
        fact.attending_pct >= rule.attending_threshold_pct as attending_met
    from fact_community_plan as fact
    inner join grade_rule_of_year as rule using (fiscal_year)
)
select
    *,
    coalesce(accounts_met, false)::integer
        + coalesce(attending_met, false)::integer
        + coalesce(local_government_joined, false)::integer
        + coalesce(written_plan, false)::integer as met_count,
    criteria_count
        - (accounts_met is not null)::integer
        - (attending_met is not null)::integer
        - (local_government_joined is not null)::integer
        - (written_plan is not null)::integer as unknown_count
from judged;
comment on view village_criteria is 'หมู่บ้านตามที่ส่งมา พร้อมเกณฑ์ที่ผ่าน';

-- newest_village_at(...): one row per village and year, the newest published assessment as of a
-- moment. A village sent in two workbooks (by the district and by the province) counts once; the
-- older rows are looked for only where a district has several workbooks, which keeps the whole
-- country fast.
create or replace macro newest_village_at(moment, of_year, of_provinces, of_district) as table
    with published as (
        select submission_id, published_at from published_at(moment)
    ),
    contested as (
        select fiscal_year, district_code
        from fact_community_plan
        semi join published using (submission_id)
        where (of_year is null or fiscal_year = of_year)
            and (of_provinces is null or list_contains(of_provinces, province_code))
            and (of_district is null or district_code = of_district)
        group by fiscal_year, district_code
        having min(submission_id) <> max(submission_id)
    ),
    older as (
        select fact.submission_id, fact.sheet_id, fact.src_row
        from fact_community_plan as fact
        inner join published using (submission_id)
        semi join contested using (fiscal_year, district_code)
        qualify row_number() over (
            partition by fact.fiscal_year, fact.district_code,
                coalesce(village_code, concat_ws('/', subdistrict, village_no, village))
            order by published.published_at desc, fact.submission_id desc
        ) > 1
    )
    select village_criteria.*
    from village_criteria
    semi join published using (submission_id)
    anti join older using (submission_id, sheet_id, src_row)
    where (of_year is null or fiscal_year = of_year)
        and (of_provinces is null or list_contains(of_provinces, province_code))
        and (of_district is null or district_code = of_district);

-- village_at(...): the same with the grade of each village.
create or replace macro village_at(moment, of_year, of_provinces, of_district) as table
    select
        village.*,
        grade_of(rule.grade_by_met, met_count, unknown_count, grade_reported) as grade
    from newest_village_at(moment, of_year, of_provinces, of_district) as village
    inner join grade_rule_of_year as rule using (fiscal_year);

-- village_count_at(...): one row per province (and district when asked for), year and grade (null =
-- open) with its villages. Villages alike are counted before they are graded; a reported grade
-- tells them apart only where it can count.
create or replace macro village_count_at(
    moment, of_year, of_provinces, of_district, by_district
) as table
    with alike as (
        select
            fiscal_year,
            province_code,
            if(by_district, district_code, null) as district_code,
            met_count,
            unknown_count,
            if(unknown_count = criteria_count, grade_reported, null) as grade_reported,
            count(*) as village_count
        from newest_village_at(moment, of_year, of_provinces, of_district)
        group by all
    )
    select
        fiscal_year,
        province_code,
        district_code,
        grade_of(rule.grade_by_met, met_count, unknown_count, grade_reported) as grade,
        sum(village_count)::bigint as village_count
    from alike
    inner join grade_rule_of_year as rule using (fiscal_year)
    group by all;

-- village_tally_at(...): the same of each district.
create or replace macro village_tally_at(moment, of_year, of_provinces, of_district) as table
    from village_count_at(moment, of_year, of_provinces, of_district, true);

-- registered_villages_at(moment): one row per area and year for which a number of villages was sent.
create or replace macro registered_villages_at(moment) as table
    select area_code, year_be, arg_max(value, submission_id)::bigint as registered_count
    from fact_area_measure
    semi join published_at(moment) using (submission_id)
    where measure = 'villages'
    group by area_code, year_be;
