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

-- village_grade: one row per village as sent, with its criteria met (null = not reported) and grade.
-- Unknown criteria leave the grade open between worst and best; it is null unless both agree.
-- The reported grade stands in only where no criterion was reported at all.
create or replace view village_grade as
with judged as (
    select
        fact.*,
        rule.rule_version,
        rule.criteria_count,
        rule.grade_by_met,
        fact.accounts_pct >= rule.accounts_threshold_pct as accounts_met,
        fact.attending_pct >= rule.attending_threshold_pct as attending_met
    from fact_community_plan as fact
    inner join grade_rule_of_year as rule using (fiscal_year)
),
counted as (
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
    from judged
)
select
    * exclude (grade_by_met),
    grade_by_met[met_count + 1] as grade_worst,
    grade_by_met[met_count + unknown_count + 1] as grade_best,
    case
        when grade_by_met[met_count + 1] = grade_by_met[met_count + unknown_count + 1]
            then grade_by_met[met_count + 1]
        when unknown_count = criteria_count then grade_reported
    end as grade
from counted;
comment on view village_grade is 'หมู่บ้านตามที่ส่งมา พร้อมเกณฑ์ที่ผ่านและเกรดที่คำนวณ';

-- village_at(...): one row per village and year, the newest published assessment as of a moment.
-- A village sent in two workbooks (by the district and by the province) counts once; looking for
-- such pairs only where a district has several workbooks keeps the whole country fast.
create or replace macro village_at(moment, of_year, of_provinces, of_district) as table
    with published as (
        select submission_id, published_at from published_at(moment)
    ),
    sent as (
        select fiscal_year, district_code, count(distinct submission_id) as workbook_count
        from fact_community_plan
        semi join published using (submission_id)
        where (of_year is null or fiscal_year = of_year)
            and (of_provinces is null or list_contains(of_provinces, province_code))
            and (of_district is null or district_code = of_district)
        group by fiscal_year, district_code
    ),
    village as (
        select village_grade.*, published.published_at, sent.workbook_count
        from village_grade
        inner join published using (submission_id)
        inner join sent using (fiscal_year, district_code)
        where (of_year is null or village_grade.fiscal_year = of_year)
            and (of_provinces is null or list_contains(of_provinces, province_code))
            and (of_district is null or village_grade.district_code = of_district)
    )
    from village where workbook_count = 1
    union all
    select *
    from village
    where workbook_count > 1
    qualify row_number() over (
        partition by fiscal_year, district_code,
            coalesce(village_code, concat_ws('/', subdistrict, village_no, village))
        order by published_at desc, submission_id desc
    ) = 1;

-- registered_villages_at(moment): one row per area and year for which a number of villages was sent.
create or replace macro registered_villages_at(moment) as table
    select area_code, year_be, arg_max(value, submission_id)::bigint as registered_count
    from fact_area_measure
    semi join published_at(moment) using (submission_id)
    where measure = 'villages'
    group by area_code, year_be;
