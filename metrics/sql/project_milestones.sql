-- งวดงานของโครงการ: หนึ่งแถวต่องวดงาน ตามลำดับกำหนด
-- Milestones one by one: one row per milestone, in order of their planned days
-- source: แบบ 20 ขั้นตอนโครงการ (form 20)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project_milestone by province_code=area_code and fiscal_year and project_code and milestone; weight_pct, planned_on, actual_on, delay_days=planned_on
-- columns:
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   milestone | งวดงาน | Milestone | | ชื่องวดงาน | name of the milestone
--   milestone_state | สถานะงวด | State | | reached เสร็จ, late เสร็จหลังกำหนด, overdue เลยกำหนด, waiting ยังไม่ถึงกำหนด, unplanned ไม่มีกำหนด | reached, late: reached after its day, overdue, waiting, unplanned: no planned day
--   planned_on | กำหนดเสร็จ | Planned on | | กำหนดตามแผน | planned day
--   actual_on | เสร็จจริง | Reached on | | วันที่เสร็จจริง ว่าง = ยังไม่เสร็จ | day it was reached, blank = not yet
--   delay_days | ล่าช้า | Delay | วัน | เสร็จจริง (หรือวันนี้เมื่อเลยกำหนด) ลบกำหนด | actual (or today when overdue) minus planned
--   weight_pct | น้ำหนัก | Weight | ร้อยละ | น้ำหนักของงวด | weight of the milestone
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | จังหวัด | Province | | จังหวัดของโครงการ | province of the project
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
select
    life.project,
    told.milestone,
    case
        when told.actual_on > told.planned_on then 'late'
        when told.actual_on is not null then 'reached'
        when told.planned_on < $today then 'overdue'
        when told.planned_on is null then 'unplanned'
        else 'waiting'
    end as milestone_state,
    told.planned_on,
    told.actual_on,
    case
        when told.actual_on is not null then told.actual_on - told.planned_on
        when told.planned_on < $today then $today - told.planned_on
    end as delay_days,
    told.weight_pct,
    life.fiscal_year,
    area.name_th as area,
    life.project_code,
    life.district_code,
    life.province_code as area_code
from project_milestone_at($as_of::timestamp, $fiscal_year, $province_codes) as told
inner join project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    ) as life using (fiscal_year, province_code, project_code)
left join area on area.area_code = life.province_code
order by life.fiscal_year, life.province_code, life.project_code, told.planned_on, told.src_row
