-- ความคืบหน้าตามงวดงาน: หนึ่งแถวต่อโครงการที่ส่งรายละเอียดขั้นตอน ช้าที่สุดก่อน
-- Milestones of projects: one row per project that sent its steps, latest first
-- source: แบบ 20 ขั้นตอนโครงการ (form 20)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project_milestone by province_code=area_code and fiscal_year and project_code; milestone_count=milestone, reached_count=actual_on, overdue_count=planned_on, overdue_days=planned_on, median_delay_days=actual_on, reached_weight_pct=weight_pct, due_weight_pct=weight_pct
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   district | อำเภอ | District | | อำเภอของโครงการ ว่าง = ไม่ระบุ | district of the project, blank = not given
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   schedule_state | สถานะตามแผน | Schedule | | no_milestones ไม่มีงวดงานจึงบอกว่าตามแผนไม่ได้, behind มีงวดเลยกำหนด, finished เสร็จทุกงวด, on_track ตามแผน, unknown ไม่มีกำหนดวัน | no_milestones cannot be called on track, behind: some are overdue, finished: all reached, on_track, unknown: no planned days
--   milestone_count | งวดงาน | Milestones | งวด | งวดงานทั้งหมด | all milestones
--   reached_count | งวดที่เสร็จ | Reached | งวด | งวดงานที่เสร็จแล้ว | milestones reached
--   overdue_count | งวดที่เลยกำหนด | Overdue | งวด | เลยกำหนดและยังไม่เสร็จ | past their planned day and not reached
--   overdue_days | เลยกำหนดนานที่สุด | Longest overdue | วัน | วันที่เลยกำหนดของงวดที่ช้าที่สุดซึ่งยังไม่เสร็จ | days of the milestone overdue longest
--   median_delay_days | ค่ากลางความล่าช้า | Median delay | วัน | ค่ากลางของวันเสร็จจริงลบกำหนด ติดลบ = ก่อนกำหนด | median of actual minus planned days, negative = early
--   reached_weight_pct | น้ำหนักที่เสร็จ | Weight reached | ร้อยละ | น้ำหนักรวมของงวดที่เสร็จ ว่าง = มีงวดที่ไม่บอกน้ำหนัก | weight of those reached, blank = some weight is not given
--   due_weight_pct | น้ำหนักที่ครบกำหนด | Weight due | ร้อยละ | น้ำหนักรวมของงวดที่ครบกำหนดแล้ว ว่าง = มีงวดที่ไม่บอกน้ำหนัก | weight of those due by now, blank = some weight is not given
--   agency | หน่วยดำเนินการ | Agency | | หน่วยงานที่ดำเนินโครงการ | the agency that carries it out
--   area | จังหวัด | Province | | จังหวัดของโครงการ | province of the project
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
with life as (
    select fiscal_year, province_code, district_code, project_code, project, agency
    from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )
    where has_details
),
told as (
    select
        fiscal_year,
        province_code,
        project_code,
        count(*) as milestone_count,
        count(planned_on) as planned_count,
        count(actual_on) as reached_count,
        count(*) filter (planned_on < $today and actual_on is null) as overdue_count,
        max($today - planned_on) filter (planned_on < $today and actual_on is null)
            as overdue_days,
        median(actual_on - planned_on) as median_delay_days,
        count(weight_pct) = count(*) as has_weights,
        coalesce(sum(weight_pct) filter (actual_on is not null), 0) as reached_weight_pct,
        coalesce(sum(weight_pct) filter (planned_on <= $today), 0) as due_weight_pct
    from project_milestone_at($as_of::timestamp, $fiscal_year, $province_codes)
    group by all
)
select
    life.fiscal_year,
    district.name_th as district,
    life.project,
    case
        when told.milestone_count is null then 'no_milestones'
        when told.overdue_count > 0 then 'behind'
        when told.reached_count = told.milestone_count then 'finished'
        when told.planned_count < told.milestone_count then 'unknown'
        else 'on_track'
    end as schedule_state,
    coalesce(told.milestone_count, 0) as milestone_count,
    coalesce(told.reached_count, 0) as reached_count,
    coalesce(told.overdue_count, 0) as overdue_count,
    told.overdue_days,
    told.median_delay_days,
    case when told.has_weights then told.reached_weight_pct end as reached_weight_pct,
    case when told.has_weights then told.due_weight_pct end as due_weight_pct,
    life.agency,
    area.name_th as area,
    life.project_code,
    life.district_code,
    life.province_code as area_code
from life
left join told using (fiscal_year, province_code, project_code)
left join area as district on district.area_code = life.district_code
left join area on area.area_code = life.province_code
order by told.overdue_days desc nulls last, life.province_code, life.project_code
