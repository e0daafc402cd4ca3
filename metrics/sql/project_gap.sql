-- แผนงาน–แผนคน–แผนเงิน: หนึ่งแถวต่อโครงการที่รายงานความก้าวหน้าของงาน ต่างกันมากที่สุดก่อน
-- Plan, people and money: one row per project that reports the progress of its work, widest gap first
-- source: แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year and project_code; progress_pct, staff_planned, staff_actual, allocated_thb, staff_pct=staff_actual
-- trace: project_quarter by province_code=area_code and fiscal_year and project_code and quarter; disbursed_thb, disbursed_pct=disbursed_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   district | อำเภอ | District | | อำเภอของโครงการ ว่าง = ไม่ระบุ | district of the project, blank = not given
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   progress_pct | ความก้าวหน้าของงาน | Progress of the work | ร้อยละ | ความก้าวหน้าตามที่รายงานล่าสุด | progress as reported last
--   staff_pct | คนตามแผน | Staff in place | ร้อยละ | คนที่ทำงานจริงต่อคนตามแผน ว่าง = ไม่ได้รายงาน | staff at work in percent of staff planned, blank = not reported
--   disbursed_pct | เงินที่เบิกจ่าย | Money disbursed | ร้อยละ | เบิกจ่ายสะสมต่องบประมาณ ว่าง = ไม่ได้รายงาน | disbursed to date in percent of the budget, blank = not reported
--   gap_pp | งานนำเงิน | Work ahead of money | จุดร้อยละ | ความก้าวหน้าลบร้อยละเบิกจ่าย ติดลบ = เงินนำงาน | progress minus disbursed, negative = money ahead of work
--   gap_state | สมดุลของงานกับเงิน | Balance | | work_ahead งานนำเงินเกิน 20 จุด, money_ahead เงินนำงานเกิน 20 จุด, balanced, unknown ไม่รู้การเบิกจ่าย | work_ahead or money_ahead by more than 20 points, balanced, unknown when spending is not known
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่รายงานเบิกจ่าย | newest quarter with a report of spending
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   disbursed_thb | เบิกจ่ายสะสม | Disbursed | บาท | เบิกจ่ายสะสมถึงไตรมาสนั้น | disbursed to the end of that quarter
--   staff_planned | คนตามแผน (คน) | Staff planned | คน | อัตรากำลังตามแผน | staff planned
--   staff_actual | คนจริง (คน) | Staff at work | คน | อัตรากำลังที่ทำงานจริง | staff at work
--   stage | ขั้นตอน | Stage | | ขั้นตอนของโครงการ | stage of the project
--   agency | หน่วยดำเนินการ | Agency | | หน่วยงานที่ดำเนินโครงการ | the agency that carries it out
--   plan | แผนงาน | Plan | | แผนงานตามที่โครงการระบุ | plan as the project states it
--   project_count | โครงการทั้งหมด | All projects | โครงการ | โครงการของจังหวัดและปีในขอบเขต รวมที่ไม่รายงานความก้าวหน้า | projects of the province and year in the scope, those without progress included
--   area | จังหวัด | Province | | จังหวัดของโครงการ | province of the project
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ความก้าวหน้าเป็นค่าล่าสุดที่รายงาน เมื่อเลือกไตรมาสก่อนหน้า เงินเป็นของไตรมาสนั้น | progress is the newest reported; when an earlier quarter is asked for, the money is that quarter's
--   เกิน 20 จุดทางใดทางหนึ่งจึงทำเครื่องหมาย 20 พอดีไม่นับ | flagged beyond 20 points either way; exactly 20 is not
with project as (
    select
        *,
        count(*) over (partition by fiscal_year, province_code) as project_count
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
    qualify progress_pct is not null
),
spent as (
    select
        fiscal_year,
        province_code,
        project_code,
        max(quarter) as quarter,
        arg_max(disbursed_thb, quarter) as disbursed_thb
    from project_quarter_at($as_of::timestamp) as spending
    semi join project using (fiscal_year, province_code, project_code)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter <= $quarter)
        and ($province_codes is null or list_contains($province_codes, province_code))
    group by all
),
measured as (
    select
        project.*,
        spent.quarter,
        spent.disbursed_thb,
        100.0 * spent.disbursed_thb / nullif(project.allocated_thb, 0) as disbursed_pct,
        100.0 * project.staff_actual / nullif(project.staff_planned, 0) as staff_pct
    from project
    left join spent using (fiscal_year, province_code, project_code)
)
select
    measured.fiscal_year,
    district.name_th as district,
    measured.project,
    measured.progress_pct,
    measured.staff_pct,
    measured.disbursed_pct,
    measured.progress_pct - measured.disbursed_pct as gap_pp,
    case
        when measured.disbursed_pct is null then 'unknown'
        when measured.progress_pct - measured.disbursed_pct > 20 then 'work_ahead'
        when measured.progress_pct - measured.disbursed_pct < -20 then 'money_ahead'
        else 'balanced'
    end as gap_state,
    measured.quarter,
    measured.allocated_thb,
    measured.disbursed_thb,
    measured.staff_planned,
    measured.staff_actual,
    measured.stage,
    measured.agency,
    measured.plan,
    measured.project_count,
    area.name_th as area,
    measured.project_code,
    measured.district_code,
    measured.province_code as area_code
from measured
left join area as district on district.area_code = measured.district_code
left join area on area.area_code = measured.province_code
order by abs(gap_pp) desc nulls last, measured.province_code, measured.project_code
