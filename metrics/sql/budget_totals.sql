-- งบประมาณรวม: หนึ่งแถวต่อพื้นที่และปีงบประมาณ
-- Budget totals: one row per area and fiscal year
-- source: แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year; allocated_thb, project_count=project, hired_count=kind
-- trace: project_quarter by province_code=area_code and fiscal_year and quarter=newest_quarter; disbursed_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   project_count | จำนวนโครงการ | Projects | โครงการ | จำนวนโครงการ | projects
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของทุกโครงการ | budget of all projects
--   newest_quarter | ไตรมาสล่าสุด | Newest quarter | | ไตรมาสล่าสุดที่มีรายงานเบิกจ่าย | newest quarter with a report of spending
--   reporting_count | โครงการที่รายงาน | Projects reporting | โครงการ | โครงการที่รายงานไตรมาสล่าสุด | projects that reported the newest quarter
--   reporting_allocated_thb | งบของโครงการที่รายงาน | Allocated to those | บาท | งบประมาณของโครงการที่รายงานไตรมาสล่าสุด ตัวหาร | budget of the projects that reported the newest quarter, the denominator
--   disbursed_thb | เบิกจ่ายสะสม | Disbursed | บาท | เบิกจ่ายสะสมถึงไตรมาสล่าสุดของโครงการที่รายงาน | disbursed up to the newest quarter by the projects that reported
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายสะสมต่องบของโครงการที่รายงาน | disbursed in percent of the budget of the projects that reported
--   hired_count | โครงการจ้างเหมา | Hired projects | โครงการ | โครงการที่จ้างเหมา | projects carried out by hired work
--   kind_count | โครงการที่ระบุลักษณะ | Projects of known kind | โครงการ | โครงการที่ระบุลักษณะการดำเนินงาน ตัวหาร | projects whose kind is stated, the denominator
--   hired_pct | สัดส่วนจ้างเหมา | Share hired | ร้อยละ | โครงการจ้างเหมาต่อโครงการที่ระบุลักษณะ | hired projects in percent of those whose kind is stated
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   เงินกันไว้เบิกเหลื่อมปีเป็นกองเงินแยก ไม่นับในการเบิกจ่ายของปี | carry-over is a fund apart and never part of the year's rate
with project as (
    select
        fiscal_year,
        coalesce($group_code, province_code) as area_code,
        count(*) as project_count,
        sum(allocated_thb) as allocated_thb,
        count_if(kind = 'hired') as hired_count,
        count(kind) as kind_count,
        count(distinct province_code) as members_reporting
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
    group by fiscal_year, coalesce($group_code, province_code)
),
spending as (
    select
        fiscal_year,
        coalesce($group_code, province_code) as area_code,
        quarter,
        count(*) as reporting_count,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb,
        sum(disbursed_thb) filter (allocated_thb is not null) as disbursed_of_allocated_thb
    from project_quarter_at($as_of::timestamp)
    where source is distinct from 'carry_over'
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
    group by fiscal_year, coalesce($group_code, province_code), quarter
),
newest as (
    select *
    from spending
    qualify row_number() over (partition by fiscal_year, area_code order by quarter desc) = 1
)
select
    project.fiscal_year,
    area.name_th as area,
    project.project_count,
    project.allocated_thb,
    newest.quarter as newest_quarter,
    newest.reporting_count,
    newest.allocated_thb as reporting_allocated_thb,
    newest.disbursed_thb,
    100.0 * newest.disbursed_of_allocated_thb / nullif(newest.allocated_thb, 0) as disbursed_pct,
    project.hired_count::bigint as hired_count,
    project.kind_count,
    100.0 * project.hired_count / nullif(project.kind_count, 0) as hired_pct,
    project.area_code,
    $basket::integer as basket,
    project.members_reporting,
    $members_total::integer as members_total
from project
left join newest using (fiscal_year, area_code)
left join area using (area_code)
order by project.fiscal_year, area.sort_order
