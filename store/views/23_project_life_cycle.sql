-- project_detail_at(...): the details of form 20 of published submissions, each project from the
-- submission that was published last.
create or replace macro project_detail_at(moment, of_year, of_provinces) as table
    select detail.*
    from fact_project_detail as detail
    inner join published_at(moment) as published using (submission_id)
    where (of_year is null or detail.fiscal_year = of_year)
        and (of_provinces is null or list_contains(of_provinces, detail.province_code))
    qualify row_number() over (
        partition by detail.fiscal_year, detail.province_code, detail.project_code
        order by published.published_at desc, detail.submission_id desc
    ) = 1;

-- project_step_at(...): one row per stage that a project reached, with its day, its place in the
-- order and the day of the stage right after it (null when that is not known: a gap hides how
-- long the stage lasted).
create or replace macro project_step_at(moment, of_year, of_provinces) as table
    select
        step.*,
        project_stage.stage_order,
        project_stage.actor_level,
        case
            when lead(project_stage.stage_order) over following = project_stage.stage_order + 1
                then lead(step.reached_on) over following
        end as left_on
    from fact_project_step as step
    inner join project_stage using (stage)
    semi join project_detail_at(moment, of_year, of_provinces) as detail
        on detail.submission_id = step.submission_id
        and detail.fiscal_year = step.fiscal_year
        and detail.province_code = step.province_code
        and detail.project_code = step.project_code
    where (of_year is null or step.fiscal_year = of_year)
        and (of_provinces is null or list_contains(of_provinces, step.province_code))
    window following as (
        partition by step.fiscal_year, step.province_code, step.project_code
        order by project_stage.stage_order
    );

-- project_milestone_at(...): the milestones of the same submissions.
create or replace macro project_milestone_at(moment, of_year, of_provinces) as table
    select milestone.*
    from fact_project_milestone as milestone
    semi join project_detail_at(moment, of_year, of_provinces) as detail
        on detail.submission_id = milestone.submission_id
        and detail.fiscal_year = milestone.fiscal_year
        and detail.province_code = milestone.province_code
        and detail.project_code = milestone.project_code
    where (of_year is null or milestone.fiscal_year = of_year)
        and (of_provinces is null or list_contains(of_provinces, milestone.province_code));

-- project_life_at(...): one row per project that form 3 or form 20 tells of. The stage is the last
-- one with a day on form 20; where there is none, the stage that form 3 gives, with its day.
create or replace macro project_life_at(
    moment, of_year, of_provinces, of_district, of_issues, of_plans
) as table
    with reported as (
        select *
        from project_at(moment)
        where (of_year is null or fiscal_year = of_year)
            and (of_provinces is null or list_contains(of_provinces, province_code))
    ),
    reached as (
        select
            fiscal_year,
            province_code,
            project_code,
            max(stage_order) as stage_order,
            arg_max(reached_on, stage_order) as reached_on,
            min(reached_on) filter (stage = 'proposed') as proposed_on,
            min(reached_on) filter (stage = 'approved') as approved_on,
            min(reached_on) filter (stage = 'disbursed') as disbursed_on
        from project_step_at(moment, of_year, of_provinces)
        group by fiscal_year, province_code, project_code
    ),
    joined as (
        select
            coalesce(detail.fiscal_year, reported.fiscal_year) as fiscal_year,
            coalesce(detail.province_code, reported.province_code) as province_code,
            coalesce(reported.district_code, detail.district_code) as district_code,
            coalesce(detail.project_code, reported.project_code) as project_code,
            coalesce(reported.project, detail.project) as project,
            coalesce(reported.agency, detail.agency) as agency,
            reported.stage as reported_stage,
            reported.stage_date as reported_on,
            reported.* exclude (
                submission_id, sheet_id, src_row, fiscal_year, province_code, district_code,
                project_code, project, agency, stage, stage_date
            ),
            detail.priority,
            detail.requested_thb,
            detail.afp,
            detail.partners,
            detail.announced_on,
            detail.deadline_on,
            detail.project_code is not null as has_details
        from reported
        full join project_detail_at(moment, of_year, of_provinces) as detail
            on detail.fiscal_year = reported.fiscal_year
            and detail.province_code = reported.province_code
            and detail.project_code = reported.project_code
    )
    select
        joined.*,
        coalesce(dated.stage_order, undated.stage_order) as stage_order,
        coalesce(dated.stage, undated.stage) as stage,
        coalesce(dated.actor_level, undated.actor_level) as actor_level,
        case
            when dated.stage is not null then reached.reached_on
            else joined.reported_on
        end as stage_on,
        reached.stage_order is not null as has_days,
        reached.proposed_on,
        reached.approved_on,
        reached.disbursed_on
    from joined
    left join reached using (fiscal_year, province_code, project_code)
    left join project_stage as dated on dated.stage_order = reached.stage_order
    left join project_stage as undated on undated.stage = joined.reported_stage
    where (of_district is null or joined.district_code = of_district)
        and (of_issues is null or list_contains(of_issues, joined.issue_key))
        and (of_plans is null or list_contains(of_plans, joined.plan_key));

-- project_stay_at(...): one row per stage that a project has left, with its days.
create or replace macro project_stay_at(
    moment, of_year, of_provinces, of_district, of_issues, of_plans
) as table
    select
        step.fiscal_year,
        step.province_code,
        step.project_code,
        life.district_code,
        step.stage,
        step.stage_order,
        step.left_on - step.reached_on as days
    from project_step_at(moment, of_year, of_provinces) as step
    inner join project_life_at(
        moment, of_year, of_provinces, of_district, of_issues, of_plans
    ) as life using (fiscal_year, province_code, project_code)
    where step.left_on is not null;

-- project_village_at(...): one row per project that a village carries out, with the grade of that
-- village's plan in the same year. Villages are told by district and name, "บ้าน" and spaces aside.
--   ready: grade A or B · prepare: grade C · no_plan: its district's villages were assessed, it was
--   not among them · unknown: nobody assessed the district that year, or the grade is open.
-- `best_only` leaves only best practices, before villages are looked up.
create or replace macro village_word(name) as
    regexp_replace(replace(name, ' ', ''), '^บ้าน', '');

create or replace macro project_village_at(
    moment, of_year, of_provinces, of_district, of_issues, of_plans, best_only
) as table
    with named as (
        select *
        from project_at(moment)
        where village is not null
            and (best_practice or not best_only)
            and (of_year is null or fiscal_year = of_year)
            and (of_provinces is null or list_contains(of_provinces, province_code))
            and (of_district is null or district_code = of_district)
            and (of_issues is null or list_contains(of_issues, issue_key))
            and (of_plans is null or list_contains(of_plans, plan_key))
    ),
    wanted as (
        select distinct fiscal_year, district_code from named
    ),
    published as (
        select submission_id, published_at from published_at(moment)
    ),
    assessed as (
        select
            village.fiscal_year,
            village.district_code,
            village_word(village.village) as village_word,
            village_word(village.subdistrict) as subdistrict_word,
            grade_of(
                rule.grade_by_met,
                village.met_count,
                village.unknown_count,
                village.grade_reported
            ) as grade,
            village.households
        from (
            from village_criteria
            semi join wanted using (fiscal_year, district_code)
            where (of_year is null or fiscal_year = of_year)
                and (of_provinces is null or list_contains(of_provinces, province_code))
        ) as village
        inner join published using (submission_id)
        inner join grade_rule_of_year as rule using (fiscal_year)
        qualify row_number() over (
            partition by
                village.fiscal_year,
                village.district_code,
                coalesce(
                    village.village_code,
                    concat_ws('/', village.subdistrict, village.village_no, village.village)
                )
            order by published.published_at desc, village.submission_id desc
        ) = 1
    ),
    districts as (
        select distinct fiscal_year, district_code from assessed
    ),
    matched as (
        select
            named.fiscal_year,
            named.province_code,
            named.project_code,
            count(assessed.village_word) as match_count,
            any_value(assessed.grade) as grade,
            any_value(assessed.households) as households
        from named
        left join assessed
            on assessed.fiscal_year = named.fiscal_year
            and assessed.district_code = named.district_code
            and assessed.village_word = village_word(named.village)
            and (
                named.subdistrict is null
                or assessed.subdistrict_word is null
                or assessed.subdistrict_word = village_word(named.subdistrict)
            )
        group by named.fiscal_year, named.province_code, named.project_code
    )
    select
        named.*,
        case when matched.match_count = 1 then matched.grade end as grade,
        case when matched.match_count = 1 then matched.households end as households,
        case
            when matched.match_count = 0 and districts.district_code is not null then 'no_plan'
            when matched.match_count = 1 and matched.grade in ('A', 'B') then 'ready'
            when matched.match_count = 1 and matched.grade = 'C' then 'prepare'
            else 'unknown'
        end as readiness
    from named
    inner join matched using (fiscal_year, province_code, project_code)
    left join districts
        on districts.fiscal_year = named.fiscal_year
        and districts.district_code = named.district_code;
