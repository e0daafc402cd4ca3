-- โครงการในแต่ละขั้นตอน: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และขั้นตอน
-- Projects by stage: one row per area, fiscal year and stage
-- source: แบบ 20 ขั้นตอนโครงการ (form 20) · แบบ 3 โครงการ (form 3) · ขั้นตอนโครงการ (stages of a project)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project_step by province_code=area_code and fiscal_year and stage; reached_count=reached_on, standing_count=reached_on, median_days=reached_on, stay_count=reached_on, dated_count=reached_on, known_count=reached_on
-- trace: project by province_code=area_code and fiscal_year and stage; standing_thb=allocated_thb, project_count=allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   stage | ขั้นตอน | Stage | | ขั้นตอนของโครงการ | stage of the project
--   actor_level | ระดับผู้ดำเนินการ | Level | | หมู่บ้าน ตำบล อำเภอ หรือจังหวัด | village, subdistrict, district or province
--   standing_count | อยู่ที่ขั้นตอนนี้ | Standing here | โครงการ | โครงการที่มาถึงขั้นตอนนี้และยังไม่ถึงขั้นถัดไป | projects that reached this stage and none after it
--   standing_thb | เงินของโครงการที่อยู่ขั้นนี้ | Money standing here | บาท | งบประมาณของโครงการที่อยู่ขั้นตอนนี้ ว่าง = ไม่มีโครงการใดรายงานงบ | budget of the projects standing here, blank = none of them reported a budget
--   reached_count | มาถึงขั้นนี้แล้ว | Came this far | โครงการ | โครงการที่อยู่ขั้นตอนนี้หรือผ่านไปแล้ว | projects at this stage or beyond it
--   median_days | ค่ากลางของวัน | Median days | วัน | ค่ากลางของวันที่โครงการอยู่ในขั้นตอนนี้จนถึงขั้นตอนถัดไป | median of the days from this stage to the very next one
--   stay_count | จำนวนที่ใช้หาค่ากลาง | Stays counted | โครงการ | โครงการที่รู้ทั้งวันเข้าและวันออกจากขั้นตอน | projects whose first and last day in the stage are both known
--   project_count | โครงการ | Projects | โครงการ | โครงการทั้งหมดในขอบเขต | all projects in the scope
--   known_count | โครงการที่รู้ขั้นตอน | Projects with a stage | โครงการ | โครงการที่บอกขั้นตอนในแบบ 20 หรือแบบ 3 | projects that give their stage on form 20 or form 3
--   dated_count | โครงการที่บอกวันที่ | Projects with days | โครงการ | โครงการที่ส่งวันที่ของขั้นตอน (แบบ 20) | projects that sent the days of their stages (form 20)
--   dated_pct | สัดส่วนที่บอกวันที่ | Share with days | ร้อยละ | โครงการที่บอกวันที่ต่อโครงการทั้งหมด | projects with days in percent of all projects
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   stage_order | ลำดับขั้นตอน | Order of the stage | | 1 = เสนอ … 9 = ประเมินผล | 1 = proposed … 9 = evaluated
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   ขั้นตอนคือขั้นสุดท้ายที่มีวันที่ในแบบ 20 ถ้าไม่มีใช้ขั้นตอนในแบบ 3 | the stage is the last one with a day on form 20; without one, the stage on form 3
--   เมื่อวันที่ของขั้นถัดไปขาดหาย ไม่นับวันของขั้นนั้น | where the day of the very next stage is missing, the days of a stage are not counted
with life as (
    select
        fiscal_year,
        province_code,
        project_code,
        coalesce($group_code, province_code) as area_code,
        stage,
        stage_order,
        has_days,
        allocated_thb
    from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )
),
stay as (
    select
        life.fiscal_year,
        life.area_code,
        step.stage,
        median(step.left_on - step.reached_on) as median_days,
        count(*) as stay_count
    from project_step_at($as_of::timestamp, $fiscal_year, $province_codes) as step
    inner join life using (fiscal_year, province_code, project_code)
    where step.left_on is not null
    group by all
),
by_area as (
    select
        fiscal_year,
        area_code,
        count(*) as project_count,
        count(stage) as known_count,
        count(*) filter (has_days) as dated_count,
        count(distinct province_code) as members_reporting
    from life
    group by all
),
standing as (
    select
        fiscal_year,
        area_code,
        stage_order,
        count(*) as standing_count,
        sum(allocated_thb) as standing_thb
    from life
    where stage is not null
    group by all
)
select
    by_area.fiscal_year,
    project_stage.stage,
    project_stage.actor_level,
    coalesce(standing.standing_count, 0) as standing_count,
    standing.standing_thb,
    coalesce(
        sum(standing.standing_count) over (
            partition by by_area.fiscal_year, by_area.area_code
            order by project_stage.stage_order desc
        ),
        0
    )::bigint as reached_count,
    stay.median_days,
    coalesce(stay.stay_count, 0) as stay_count,
    by_area.project_count,
    by_area.known_count,
    by_area.dated_count,
    100.0 * by_area.dated_count / by_area.project_count as dated_pct,
    area.name_th as area,
    project_stage.stage_order,
    by_area.area_code,
    $basket::integer as basket,
    by_area.members_reporting,
    $members_total::integer as members_total
from by_area
cross join project_stage
left join standing
    on standing.fiscal_year = by_area.fiscal_year
    and standing.area_code = by_area.area_code
    and standing.stage_order = project_stage.stage_order
left join stay
    on stay.fiscal_year = by_area.fiscal_year
    and stay.area_code = by_area.area_code
    and stay.stage = project_stage.stage
left join area on area.area_code = by_area.area_code
where by_area.known_count > 0
order by by_area.fiscal_year, area.sort_order, project_stage.stage_order
