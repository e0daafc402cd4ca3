-- ลักษณะการดำเนินงานของโครงการ: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และลักษณะ
-- Kinds of work: one row per area, fiscal year and kind
-- source: แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year and kind; project_count=kind, allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   kind | ลักษณะการดำเนินงาน | Kind of work | | จ้างเหมา ดำเนินการเอง จัดซื้อ อบรม ว่าง = ไม่ระบุ | hired, self-reliant, procurement, training, blank = not given
--   project_count | โครงการ | Projects | โครงการ | โครงการลักษณะนี้ | projects of this kind
--   known_count | โครงการที่ระบุลักษณะ | Projects with a kind | โครงการ | โครงการที่ระบุลักษณะ ตัวหาร | projects that give their kind, the denominator
--   share_pct | สัดส่วนโครงการ | Share of projects | ร้อยละ | ต่อโครงการที่ระบุลักษณะ ว่างสำหรับแถวที่ไม่ระบุ | of the projects that give their kind, blank for those that do not
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   total_count | โครงการทั้งหมด | All projects | โครงการ | โครงการทั้งหมด รวมที่ไม่ระบุลักษณะ | all projects, those without a kind included
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   จุดอ่อนที่เคยพบคือโครงการส่วนใหญ่เป็นงานจ้าง ไม่ใช่การพึ่งตนเอง | a weakness once found: most projects are hired work and not self-reliant
with counted as (
    select
        fiscal_year,
        coalesce($group_code, province_code) as area_code,
        kind,
        count(*) as project_count,
        sum(allocated_thb) as allocated_thb,
        list(distinct province_code) as provinces
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
    group by all
),
summed as (
    select
        *,
        coalesce(sum(project_count) filter (kind is not null) over of_area, 0)::bigint
            as known_count,
        sum(project_count) over of_area::bigint as total_count,
        len(list_distinct(flatten(list(provinces) over of_area))) as members_reporting
    from counted
    window of_area as (partition by fiscal_year, area_code)
)
select
    summed.fiscal_year,
    summed.kind,
    summed.project_count,
    summed.known_count,
    case
        when summed.kind is not null then 100.0 * summed.project_count / summed.known_count
    end as share_pct,
    summed.allocated_thb,
    summed.total_count,
    area.name_th as area,
    summed.area_code,
    $basket::integer as basket,
    summed.members_reporting,
    $members_total::integer as members_total
from summed
left join area on area.area_code = summed.area_code
order by summed.fiscal_year, area.sort_order, summed.kind nulls last
