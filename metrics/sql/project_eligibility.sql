-- โครงการของหมู่บ้านตามความพร้อมของแผนชุมชน: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และความพร้อม
-- Village projects by readiness of the plan: one row per area, fiscal year and readiness
-- source: แบบ 3 โครงการ (form 3) · แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year; project_count=village, total_count=village, share_pct=village, allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   readiness | ความพร้อมของหมู่บ้าน | Readiness of the village | | ready แผนเกรด A หรือ B, prepare เกรด C, no_plan ไม่มีผลประเมินทั้งที่อำเภอประเมินแล้ว, unknown ไม่ทราบ | ready: grade A or B, prepare: grade C, no_plan: not among the villages assessed in its district, unknown
--   project_count | โครงการ | Projects | โครงการ | โครงการที่ระบุหมู่บ้านและอยู่ในกลุ่มนี้ | projects that name their village and are in this group
--   total_count | โครงการหมู่บ้านทั้งหมด | All village projects | โครงการ | โครงการที่ระบุหมู่บ้านทั้งหมด ตัวหาร | all projects that name a village, the denominator
--   share_pct | สัดส่วน | Share | ร้อยละ | โครงการในกลุ่มต่อโครงการหมู่บ้านทั้งหมด | projects of the group in percent of all village projects
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   หมู่บ้านที่มีแผนคุณภาพ (A หรือ B) เสนอโครงการได้ หมู่บ้านเกรด C หรือไม่มีแผนควรเตรียมแผนสำหรับปีถัดไป | a village with a plan of quality (A or B) may propose; one with grade C or without a plan prepares for the next year
with counted as (
    select
        fiscal_year,
        coalesce($group_code, province_code) as area_code,
        readiness,
        count(*) as project_count,
        sum(allocated_thb) as allocated_thb,
        list(distinct province_code) as provinces
    from project_village_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys,
        false
    )
    group by all
)
select
    counted.fiscal_year,
    counted.readiness,
    counted.project_count,
    sum(counted.project_count) over of_area::bigint as total_count,
    100.0 * counted.project_count / sum(counted.project_count) over of_area as share_pct,
    counted.allocated_thb,
    area.name_th as area,
    counted.area_code,
    $basket::integer as basket,
    len(list_distinct(flatten(list(counted.provinces) over of_area))) as members_reporting,
    $members_total::integer as members_total
from counted
left join area on area.area_code = counted.area_code
window of_area as (partition by counted.fiscal_year, counted.area_code)
order by
    counted.fiscal_year,
    area.sort_order,
    list_position(['ready', 'prepare', 'no_plan', 'unknown'], counted.readiness)
