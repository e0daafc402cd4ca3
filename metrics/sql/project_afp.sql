-- โครงการตามมิติพื้นที่ ภารกิจ และการมีส่วนร่วม: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และมิติ
-- Projects by area, function and participation: one row per area, fiscal year and dimension
-- source: แบบ 20 ขั้นตอนโครงการ (form 20) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project_detail by province_code=area_code and fiscal_year and afp; project_count=afp, total_count=project
-- trace: project by province_code=area_code and fiscal_year; allocated_thb, tagged_thb=allocated_thb, share_pct=allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   afp | มิติ AFP | Dimension | | พื้นที่ ภารกิจ หรือการมีส่วนร่วม ว่าง = ไม่ระบุ | area, function or participation, blank = not given
--   project_count | โครงการ | Projects | โครงการ | โครงการของมิตินี้ | projects of this dimension
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   tagged_thb | งบของโครงการที่ระบุมิติ | Money with a dimension | บาท | งบประมาณของโครงการที่ระบุมิติ ตัวหาร | budget of the projects that give a dimension, the denominator
--   share_pct | สัดส่วนงบ | Share of the money | ร้อยละ | งบของมิติต่องบของโครงการที่ระบุมิติ | money of the dimension in percent of the money with one
--   total_count | โครงการทั้งหมด | All projects | โครงการ | โครงการทั้งหมด รวมที่ไม่ระบุมิติ | all projects, those without a dimension included
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
with life as (
    select *, coalesce($group_code, province_code) as area_code
    from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )
),
tagged as (
    select
        fiscal_year,
        area_code,
        sum(allocated_thb) filter (afp is not null) as tagged_thb,
        count(*) as total_count,
        count(distinct province_code) as members_reporting
    from life
    group by all
    having count(afp) > 0
),
counted as (
    select
        fiscal_year,
        area_code,
        afp,
        count(*) as project_count,
        sum(allocated_thb) as allocated_thb
    from life
    group by all
)
select
    counted.fiscal_year,
    counted.afp,
    counted.project_count,
    counted.allocated_thb,
    tagged.tagged_thb,
    case
        when counted.afp is not null
            then 100.0 * counted.allocated_thb / nullif(tagged.tagged_thb, 0)
    end as share_pct,
    tagged.total_count,
    area.name_th as area,
    counted.area_code,
    $basket::integer as basket,
    tagged.members_reporting,
    $members_total::integer as members_total
from counted
inner join tagged using (fiscal_year, area_code)
left join area on area.area_code = counted.area_code
order by counted.fiscal_year, area.sort_order, counted.afp nulls last
