-- สัดส่วนงบประมาณตามแผนงาน: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และแผนงาน
-- Budget share by plan: one row per area, fiscal year and plan
-- source: แบบ 4 สรุปงบประมาณตามแผนงาน (form 4) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: budget_plan by area_code and fiscal_year and plan_key; budget_thb, project_count, share_pct_reported; source=summary/mixed/group
-- trace: budget_plan by area_code and fiscal_year; total_thb=budget_thb, project_total_count=project_count; source=summary/mixed/group
-- trace: project by province_code=area_code and fiscal_year and plan_key; budget_thb=allocated_thb, project_count=project; source=projects
-- trace: project_not_summed by province_code=area_code and fiscal_year and plan_key; budget_thb=allocated_thb, project_count=project; source=mixed
-- trace: project by province_code=area_code and fiscal_year; total_thb=allocated_thb, project_total_count=project; source=projects
-- trace: project_not_summed by province_code=area_code and fiscal_year; total_thb=allocated_thb, project_total_count=project; source=mixed
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   plan | แผนงาน | Plan | | แผนงานตามที่เขียน | the plan as written
--   project_count | จำนวนโครงการ | Projects | โครงการ | จำนวนโครงการในแผนงาน | projects in the plan
--   budget_thb | งบประมาณ | Budget | บาท | งบประมาณของแผนงาน | budget of the plan
--   total_thb | งบประมาณรวม | Total budget | บาท | งบประมาณทุกแผนงานของพื้นที่และปี ตัวหารของสัดส่วน | budget of all plans of the area and year, the denominator of the share
--   share_pct | สัดส่วน | Share | ร้อยละ | งบประมาณของแผนงานต่องบประมาณรวม | budget of the plan in percent of the total
--   share_pct_reported | สัดส่วนตามที่พิมพ์ | Share as printed | ร้อยละ | สัดส่วนที่หน่วยงานพิมพ์ไว้ ว่างเมื่อไม่ได้พิมพ์หรือรวมหลายจังหวัด | share printed by the agency, blank when none or when provinces are added up
--   share_pct_display | สัดส่วน (แสดง) | Share (shown) | ร้อยละ | สองตำแหน่งตามวิธีเศษเหลือมากที่สุด ทุกแผนงานรวมกันได้ 100.00 พอดี | two decimals by largest remainder, all plans add to exactly 100.00
--   average_thb_per_project | เฉลี่ยต่อโครงการ | Average per project | บาท | งบประมาณต่อจำนวนโครงการ | budget divided by projects
--   project_total_count | โครงการรวม | All projects | โครงการ | จำนวนโครงการทุกแผนงาน ตัวหารของสัดส่วนโครงการ | projects of all plans, the denominator of the share of projects
--   share_of_projects_pct | สัดส่วนโครงการ | Share of projects | ร้อยละ | จำนวนโครงการของแผนงานต่อโครงการรวม | projects of the plan in percent of all projects
--   source | ที่มา | Source | | summary = แบบ 4, projects = รวมจากแบบ 3, mixed = ทั้งสอง, group = แบบ 4 ของกลุ่มจังหวัดเอง | summary = form 4, projects = added up from form 3, mixed = both, group = form 4 of the group itself
--   plan_code | รหัสแผนงาน | Plan code | | รหัสที่ใช้กรองแผนงาน | code by which the plan is filtered
--   plan_key | คีย์แผนงาน | Plan key | | ชื่อแผนงานสำหรับเทียบ | the plan's name for matching
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   พื้นที่และปีใดส่งแบบ 4 แล้ว ใช้แบบ 4 ไม่นำโครงการมารวมซ้ำ | where an area sent form 4 for a year it is used, and its projects are not added again
--   เมื่อกรองอำเภอหรือประเด็น ใช้แบบ 3 เท่านั้น เพราะแบบ 4 ไม่แยก | asked for a district or an issue only form 3 is used, as form 4 does not tell them apart
--   ตัวกรองแผนงานเลือกแถวที่แสดง ตัวหารยังเป็นทุกแผนงาน | the plan filter picks rows to show, the denominator stays all plans
--   งบของกลุ่มจังหวัดคือผลรวมของจังหวัด ใช้แบบ 4 ของกลุ่มเองเมื่อไม่มีจังหวัดใดส่ง | a group is the sum of its provinces; its own form 4 is used when none of them sent anything
with summary as (
    select
        area_code,
        fiscal_year,
        plan_key,
        min(plan) as plan,
        min(ordinal) as ordinal,
        sum(project_count) as project_count,
        sum(budget_thb) as budget_thb,
        case when count(*) = 1 then min(share_pct_reported) end as share_pct_reported,
        if(area_code = $group_code, 'group', 'summary') as source
    from budget_plan_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($area_codes is null or list_contains($area_codes, area_code))
        and $district_code is null
        and $issue_keys is null
    group by area_code, fiscal_year, plan_key
),
projects as (
    select
        province_code as area_code,
        fiscal_year,
        plan_key,
        min(plan) as plan,
        null::integer as ordinal,
        count(*) as project_count,
        sum(allocated_thb) as budget_thb,
        null::decimal(9, 4) as share_pct_reported,
        'projects' as source
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
    group by province_code, fiscal_year, plan_key
),
of_each_area as (
    from summary
    union all
    select projects.*
    from projects
    anti join summary using (area_code, fiscal_year)
),
-- The group's own sheet stands in only for a year in which no member sent anything.
counted as (
    select *
    from of_each_area
    qualify source <> 'group' or bool_and(source = 'group') over (partition by fiscal_year)
),
covered as (
    select
        coalesce($group_code, area_code) as area_code,
        fiscal_year,
        count(distinct area_code) filter (source <> 'group') as members_reporting
    from counted
    group by coalesce($group_code, area_code), fiscal_year
),
by_plan as (
    select
        coalesce($group_code, area_code) as area_code,
        fiscal_year,
        plan_key,
        min(plan) as plan,
        min(ordinal) as ordinal,
        sum(project_count) as project_count,
        sum(budget_thb) as budget_thb,
        case when count(*) = 1 then min(share_pct_reported) end as share_pct_reported,
        case when count(distinct source) = 1 then min(source) else 'mixed' end as source
    from counted
    group by coalesce($group_code, area_code), fiscal_year, plan_key
),
total as (
    select
        area_code,
        fiscal_year,
        sum(budget_thb) as total_thb,
        sum(project_count) as project_total_count
    from by_plan
    group by area_code, fiscal_year
),
share as (
    select
        by_plan.*,
        total_thb,
        project_total_count,
        100.0 * budget_thb / if(total_thb > 0, total_thb, null) as share_pct
    from by_plan
    inner join total using (area_code, fiscal_year)
),
-- Hundredths of a percent: everyone gets the whole part, the largest remainders the rest.
remainder as (
    select
        *,
        floor(100 * share_pct) as hundredths,
        10000 - sum(floor(100 * share_pct)) over area_year as left_over,
        row_number() over (
            partition by area_code, fiscal_year
            order by 100 * share_pct - floor(100 * share_pct) desc nulls last, plan_key
        ) as turn
    from share
    window area_year as (partition by area_code, fiscal_year)
)
select
    remainder.fiscal_year,
    area.name_th as area,
    remainder.plan,
    remainder.project_count::bigint as project_count,
    remainder.budget_thb,
    remainder.total_thb,
    remainder.share_pct,
    remainder.share_pct_reported,
    ((hundredths + if(turn <= left_over, 1, 0)) / 100)::decimal(9, 2) as share_pct_display,
    (remainder.budget_thb / nullif(remainder.project_count, 0))::decimal(18, 2)
        as average_thb_per_project,
    remainder.project_total_count::bigint as project_total_count,
    100.0 * remainder.project_count / nullif(remainder.project_total_count, 0)
        as share_of_projects_pct,
    remainder.source,
    coalesce(declared.plan_code, 'p-' || left(md5(remainder.plan_key), 8)) as plan_code,
    remainder.plan_key,
    remainder.area_code,
    $basket::integer as basket,
    covered.members_reporting,
    $members_total::integer as members_total
from remainder
inner join covered using (area_code, fiscal_year)
left join area using (area_code)
left join declared_plan_at($as_of::timestamp) as declared using (plan_key)
where $plan_keys is null or list_contains($plan_keys, remainder.plan_key)
order by
    remainder.fiscal_year,
    remainder.area_code,
    remainder.ordinal nulls last,
    remainder.budget_thb desc nulls last,
    remainder.plan_key
