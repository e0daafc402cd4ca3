-- ความครบถ้วนของรายละเอียดโครงการ: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และรายการ
-- Completeness of project details: one row per area, fiscal year and item
-- source: แบบ 3 โครงการ (form 3) · แบบ 20 ขั้นตอนโครงการ (form 20)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year; filled_pct=stage, before_filled_count=stage, before_count=stage, after_filled_count=stage, after_count=stage
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   item | รายการ | Item | | รายละเอียดที่โครงการควรมีก่อนอนุมัติ | a detail that a project should have before approval
--   before_filled_count | ครบ (ก่อนอนุมัติ) | Filled, before approval | โครงการ | โครงการก่อนอนุมัติที่มีรายการนี้ | projects not yet approved that have it
--   before_count | โครงการก่อนอนุมัติ | Before approval | โครงการ | โครงการที่ยังไม่อนุมัติ | projects not yet approved
--   after_filled_count | ครบ (อนุมัติแล้ว) | Filled, approved | โครงการ | โครงการที่อนุมัติแล้วและมีรายการนี้ | approved projects that have it
--   after_count | โครงการที่อนุมัติแล้ว | Approved | โครงการ | โครงการที่อนุมัติแล้ว | approved projects
--   filled_pct | ครบร้อยละ | Filled | ร้อยละ | มีรายการนี้ต่อโครงการที่รู้ขั้นตอน | with this item in percent of the projects whose stage is known
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   รายละเอียดที่ไม่ครบทำให้จัดซื้อจัดจ้างและเบิกจ่ายติดขัด จึงตรวจก่อนอนุมัติ | incomplete details cause trouble in procurement and payment, hence the check before approval
with milestone as (
    select distinct fiscal_year, province_code, project_code, true as has_milestones
    from project_milestone_at($as_of::timestamp, $fiscal_year, $province_codes)
),
counted as (
    select
        fiscal_year,
        coalesce($group_code, province_code) as area_code,
        life.stage_order < approved.stage_order as is_before,
        count(*) as project_count,
        count(strategic_issue) as strategic_issue,
        count(kpi_code) as kpi_code,
        count(life.district_code) as district,
        count(implementer) as implementer,
        count(kind) as kind,
        count(start_date + (end_date - start_date)::integer) as schedule,
        count(staff_planned) as staff_plan,
        count(screen_1 + screen_2 + screen_3 + screen_4 + screen_5) as screening,
        count(has_milestones) as milestones,
        list(distinct province_code) as provinces
    from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    ) as life
    inner join project_stage as approved on approved.stage = 'approved'
    left join milestone using (fiscal_year, province_code, project_code)
    where life.stage_order is not null
    group by all
),
by_item as (
    unpivot counted
    on strategic_issue, kpi_code, district, implementer, kind, schedule, staff_plan, screening,
        milestones
    into name item value filled_count
)
select
    by_item.fiscal_year,
    by_item.item,
    coalesce(sum(filled_count) filter (is_before), 0)::bigint as before_filled_count,
    coalesce(sum(project_count) filter (is_before), 0)::bigint as before_count,
    coalesce(sum(filled_count) filter (not is_before), 0)::bigint as after_filled_count,
    coalesce(sum(project_count) filter (not is_before), 0)::bigint as after_count,
    100.0 * sum(filled_count) / sum(project_count) as filled_pct,
    any_value(area.name_th) as area,
    by_item.area_code,
    $basket::integer as basket,
    len(list_distinct(flatten(list(by_item.provinces)))) as members_reporting,
    $members_total::integer as members_total
from by_item
left join area on area.area_code = by_item.area_code
group by by_item.fiscal_year, by_item.area_code, by_item.item
order by by_item.fiscal_year, any_value(area.sort_order), filled_pct, by_item.item
