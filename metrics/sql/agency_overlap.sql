-- หน่วยงานที่ทำเรื่องเดียวกัน: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และประเด็นยุทธศาสตร์
-- Agencies on one issue: one row per area, fiscal year and strategic issue
-- source: แบบ 3 โครงการ (form 3) · แบบ 20 ขั้นตอนโครงการ (form 20)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year and issue_key; lead_count=agency, agency_count=agency, project_count=strategic_issue, allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ตามที่โครงการระบุ | as the project states it
--   agency_count | หน่วยงาน | Agencies | หน่วยงาน | หน่วยดำเนินการและหน่วยงานร่วม ไม่นับซ้ำ | lead agencies and partners, each once
--   lead_count | หน่วยดำเนินการ | Lead agencies | หน่วยงาน | หน่วยงานที่เป็นเจ้าของโครงการ | agencies that carry projects out
--   partner_count | หน่วยงานร่วม | Partners | หน่วยงาน | หน่วยงานที่ร่วมเท่านั้น ไม่ได้เป็นเจ้าของโครงการในประเด็นนี้ | those that only take part in the issue
--   project_count | โครงการ | Projects | โครงการ | โครงการทั้งหมดในขอบเขต | all projects in the scope
--   joint_count | โครงการที่ทำร่วมกัน | Joint projects | โครงการ | โครงการที่ระบุหน่วยงานร่วม | projects that name a partner
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   agencies | รายชื่อหน่วยงาน | Names | | หน่วยงานทั้งหมด คั่นด้วย ; | all of them, separated by ;
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   หลายหน่วยงานในประเด็นเดียวไม่ใช่ความผิด แต่ควรรู้ว่าใครทำอะไร | several agencies on one issue are no fault, but one should know who does what
with life as (
    select
        fiscal_year,
        coalesce($group_code, province_code) as area_code,
        province_code,
        issue_key,
        strategic_issue,
        project_code,
        agency,
        partners,
        allocated_thb
    from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )
    where issue_key is not null
),
taking_part as (
    select distinct fiscal_year, area_code, issue_key, agency as name, true as leads
    from life
    where agency is not null
    union
    select distinct fiscal_year, area_code, issue_key, trim(partner), false
    from (
        select fiscal_year, area_code, issue_key, unnest(string_split(partners, ';')) as partner
        from life
        where partners is not null
    )
    where trim(partner) <> ''
),
named as (
    select fiscal_year, area_code, issue_key, name, bool_or(leads) as leads
    from taking_part
    group by all
),
agencies as (
    select
        fiscal_year,
        area_code,
        issue_key,
        count(*) as agency_count,
        count(*) filter (leads) as lead_count,
        count(*) filter (not leads) as partner_count,
        string_agg(name, '; ' order by not leads, name) as agencies
    from named
    group by all
),
projects as (
    select
        fiscal_year,
        area_code,
        issue_key,
        min(strategic_issue) as strategic_issue,
        count(*) as project_count,
        count(partners) as joint_count,
        sum(allocated_thb) as allocated_thb,
        count(distinct province_code) as members_reporting
    from life
    group by all
)
select
    projects.fiscal_year,
    projects.strategic_issue,
    coalesce(agencies.agency_count, 0) as agency_count,
    coalesce(agencies.lead_count, 0) as lead_count,
    coalesce(agencies.partner_count, 0) as partner_count,
    projects.project_count,
    projects.joint_count,
    projects.allocated_thb,
    agencies.agencies,
    area.name_th as area,
    projects.issue_key,
    projects.area_code,
    $basket::integer as basket,
    projects.members_reporting,
    $members_total::integer as members_total
from projects
left join agencies using (fiscal_year, area_code, issue_key)
left join area on area.area_code = projects.area_code
order by
    projects.fiscal_year,
    area.sort_order,
    agency_count desc,
    projects.allocated_thb desc nulls last,
    projects.issue_key
