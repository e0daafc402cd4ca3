-- คะแนนกลั่นกรองโครงการ: หนึ่งแถวต่อโครงการที่มีคะแนนกลั่นกรองอย่างน้อยหนึ่งข้อ
-- Screening of projects: one row per project with at least one of the five scores
-- source: แบบ 3 โครงการ (form 3) · แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year and project_code; screen_1, screen_2, screen_3, screen_4, screen_5, allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   district | อำเภอ | District | | อำเภอของโครงการ ว่าง = ไม่ระบุ | district of the project, blank = not given
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   screen_1 | ความเชื่อมโยง | Link to the strategy | คะแนน | คะแนนข้อ 1 ความเชื่อมโยงกับยุทธศาสตร์ | score 1, link to the strategy
--   screen_2 | มาจากแผนชุมชน | From the community plan | คะแนน | คะแนนข้อ 2 มาจากแผนชุมชน | score 2, comes from the community plan
--   screen_3 | ประโยชน์ | Benefit | คะแนน | คะแนนข้อ 3 ประโยชน์ | score 3, benefit
--   screen_4 | ความคุ้มค่า | Value for money | คะแนน | คะแนนข้อ 4 ความคุ้มค่า | score 4, value for money
--   screen_5 | ความสมบูรณ์ | Completeness | คะแนน | คะแนนข้อ 5 ความสมบูรณ์ | score 5, completeness
--   scored_count | ข้อที่มีคะแนน | Criteria scored | ข้อ | จำนวนข้อที่มีคะแนนจาก 5 | criteria with a score, of 5
--   plan_check | ตรวจข้อ 2 กับเกรดแผน | Criterion 2 against the grade | | agrees แผนหมู่บ้านเกรด A หรือ B, contradicts ให้คะแนนข้อ 2 ทั้งที่แผนเกรด C หรือไม่มีแผน, unknown ตรวจไม่ได้ | agrees: plan graded A or B, contradicts: scored although the plan is graded C or missing, unknown: cannot be checked
--   village | หมู่บ้าน | Village | | หมู่บ้านที่ดำเนินโครงการ | the village that carries it out
--   grade | เกรดแผนชุมชน | Grade of the plan | | เกรดแผนชุมชนของหมู่บ้านในปีเดียวกัน ว่าง = ไม่ทราบ | grade of the village's plan in the same year, blank = not known
--   readiness | ความพร้อมของหมู่บ้าน | Readiness of the village | | ready แผนเกรด A หรือ B, prepare เกรด C, no_plan ไม่มีผลประเมินทั้งที่อำเภอประเมินแล้ว, unknown ไม่ทราบ | ready: grade A or B, prepare: grade C, no_plan: not among the villages assessed in its district, unknown
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   agency | หน่วยดำเนินการ | Agency | | หน่วยงานที่ดำเนินโครงการ | the agency that carries it out
--   area | จังหวัด | Province | | จังหวัดของโครงการ | province of the project
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ไม่รวมคะแนนห้าข้อ เพราะยังไม่มีน้ำหนักที่ประกาศ | the five scores are not added up: no weights were declared
with project as (
    select *
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
        and coalesce(screen_1, screen_2, screen_3, screen_4, screen_5) is not null
),
graded as (
    select fiscal_year, province_code, project_code, grade, readiness
    from project_village_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys,
        false
    )
)
select
    project.fiscal_year,
    district.name_th as district,
    project.project,
    project.screen_1,
    project.screen_2,
    project.screen_3,
    project.screen_4,
    project.screen_5,
    (project.screen_1 is not null)::integer
        + (project.screen_2 is not null)::integer
        + (project.screen_3 is not null)::integer
        + (project.screen_4 is not null)::integer
        + (project.screen_5 is not null)::integer as scored_count,
    case
        when project.screen_2 is null then 'unknown'
        when graded.readiness = 'ready' then 'agrees'
        when graded.readiness in ('prepare', 'no_plan') and project.screen_2 > 0
            then 'contradicts'
        else 'unknown'
    end as plan_check,
    project.village,
    graded.grade,
    coalesce(graded.readiness, 'unknown') as readiness,
    project.allocated_thb,
    project.agency,
    area.name_th as area,
    project.project_code,
    project.district_code,
    project.province_code as area_code
from project
left join graded using (fiscal_year, province_code, project_code)
left join area as district on district.area_code = project.district_code
left join area on area.area_code = project.province_code
order by
    plan_check <> 'contradicts',
    project.fiscal_year,
    project.province_code,
    project.project_code
