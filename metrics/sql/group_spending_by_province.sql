-- งบกลุ่มจังหวัดที่แต่ละจังหวัดใช้: หนึ่งแถวต่อปีงบประมาณ กลุ่ม และจังหวัดที่ใช้จ่าย
-- Group budget by the province that spends it: one row per fiscal year, group and spending province
-- source: แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year and source='group'; allocated_thb, project_count=project, cross_province_count=project
-- trace: project_quarter by province_code=area_code and fiscal_year and quarter and source='group'; disbursed_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   province_group | กลุ่มจังหวัด | Province group | | กลุ่มที่จังหวัดอยู่ | the group the province belongs to
--   area | จังหวัดที่ใช้จ่าย | Spending province | | จังหวัดที่ดำเนินโครงการด้วยงบกลุ่มจังหวัด | the province whose projects spend the group's budget
--   project_count | โครงการ | Projects | โครงการ | โครงการที่ใช้งบกลุ่มจังหวัด | projects with group budget
--   allocated_thb | งบประมาณ | Budget | บาท | งบกลุ่มจังหวัดของจังหวัดนี้ ตัวตั้ง | group budget of this province, the numerator
--   group_total_thb | งบทั้งกลุ่ม | Of the group | บาท | งบกลุ่มจังหวัดของทุกจังหวัดในกลุ่มที่รายงาน ตัวหาร | group budget of all reporting provinces, the denominator
--   share_pct | สัดส่วน | Share | ร้อยละ | ของงบทั้งกลุ่ม | of the group's budget
--   cross_province_count | โครงการข้ามจังหวัด | Cross-province projects | โครงการ | โครงการชื่อเดียวกันที่ทำในสองจังหวัดขึ้นไปของกลุ่ม | projects of one name carried out in two or more provinces of the group
--   cross_province_thb | งบโครงการข้ามจังหวัด | Budget of those | บาท | งบของโครงการเหล่านั้นในจังหวัดนี้ | their budget in this province
--   disbursed_thb | เบิกจ่าย | Disbursed | บาท | เบิกจ่ายสะสมถึงไตรมาสล่าสุดของโครงการที่รายงาน | disbursed to the newest quarter by projects that reported
--   reported_thb | งบของโครงการที่รายงาน | Budget of those reporting | บาท | งบของโครงการที่รายงานไตรมาสล่าสุด ตัวหารของร้อยละเบิกจ่าย | budget of projects that reported the newest quarter, the denominator of disbursed percent
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายต่องบของโครงการที่รายงาน | disbursed in percent of the budget of projects that reported
--   quarter | ไตรมาสล่าสุด | Newest quarter | | ไตรมาสล่าสุดที่จังหวัดรายงาน | newest quarter the province reported
--   group_code | รหัสกลุ่มจังหวัด | Group code | | รหัสของกลุ่ม | code of the group
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เลือกจังหวัดแล้วตัวหารยังเป็นทั้งกลุ่ม จังหวัดอยู่กลุ่มตามวันนี้ | the denominator stays the whole group when one province is asked for; provinces belong to groups as of today
with member as (
    select province_code, group_code
    from group_member
    where valid_from <= $today and (valid_to is null or valid_to > $today)
),
asked as (
    select group_code
    from member
    where $province_codes is null or list_contains($province_codes, province_code)
    group by group_code
),
beside as (
    select province_code
    from member
    semi join asked using (group_code)
),
project as (
    select
        fact.fiscal_year,
        member.group_code,
        fact.province_code,
        fact.project,
        fact.allocated_thb
    from project_at($as_of::timestamp) as fact
    inner join member using (province_code)
    where source = 'group'
        and province_code in (from beside)
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
),
crossing as (
    select fiscal_year, group_code, project
    from project
    group by fiscal_year, group_code, project
    having count(distinct province_code) > 1
),
summed as (
    select
        project.fiscal_year,
        project.group_code,
        project.province_code,
        count(*) as project_count,
        sum(allocated_thb) as allocated_thb,
        count(crossing.project) as cross_province_count,
        sum(allocated_thb) filter (crossing.project is not null) as cross_province_thb
    from project
    left join crossing using (fiscal_year, group_code, project)
    group by project.fiscal_year, project.group_code, project.province_code
),
spent as (
    select
        fiscal_year,
        province_code,
        quarter,
        sum(disbursed_thb) filter (allocated_thb is not null) as disbursed_thb,
        sum(allocated_thb) as reported_thb
    from project_quarter_at($as_of::timestamp)
    where source = 'group'
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
    group by fiscal_year, province_code, quarter
    qualify quarter = max(quarter) over (partition by fiscal_year, province_code)
),
shared as (
    select
        *,
        sum(allocated_thb) over (partition by fiscal_year, group_code) as group_total_thb
    from summed
)
select
    shared.fiscal_year,
    province_group.name_th as province_group,
    area.name_th as area,
    shared.project_count,
    shared.allocated_thb,
    shared.group_total_thb,
    100.0 * shared.allocated_thb / nullif(shared.group_total_thb, 0) as share_pct,
    shared.cross_province_count,
    shared.cross_province_thb,
    spent.disbursed_thb,
    spent.reported_thb,
    100.0 * spent.disbursed_thb / nullif(spent.reported_thb, 0) as disbursed_pct,
    spent.quarter,
    shared.group_code,
    shared.province_code as area_code
from shared
left join spent using (fiscal_year, province_code)
left join area as province_group on province_group.area_code = shared.group_code
left join area on area.area_code = shared.province_code
where $province_codes is null or list_contains($province_codes, shared.province_code)
order by
    shared.fiscal_year, province_group.sort_order, shared.allocated_thb desc, area.sort_order
