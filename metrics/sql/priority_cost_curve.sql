-- เส้นโค้งเงินตามลำดับความสำคัญ: หนึ่งแถวต่อโครงการที่จัดลำดับและบอกวงเงินที่ขอ สะสมจากสำคัญที่สุด
-- Cost curve by priority: one row per project with a rank and a request, added up from the most important
-- source: แบบ 20 ขั้นตอนโครงการ (form 20) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project_detail by province_code=area_code and fiscal_year and project_code; priority, requested_thb, cumulative_thb=requested_thb
-- trace: project by province_code=area_code and fiscal_year and project_code; allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   priority | ลำดับ | Rank | | ลำดับความสำคัญ 1 = สำคัญที่สุด | rank, 1 = most important
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   district | อำเภอ | District | | อำเภอของโครงการ ว่าง = ไม่ระบุ | district of the project, blank = not given
--   requested_thb | วงเงินที่ขอ | Requested | บาท | วงเงินที่โครงการเสนอขอ | money the project asked for
--   cumulative_thb | วงเงินสะสม | Cumulative | บาท | วงเงินที่ขอสะสมถึงโครงการนี้ โครงการลำดับเดียวกันนับพร้อมกัน | requests added up to this project, those of the same rank together
--   available_thb | งบที่ได้รับทั้งหมด | Allocation | บาท | งบที่โครงการที่จัดลำดับได้รับรวมกัน เส้นตัด ว่าง = ยังไม่มีงบ | what the ranked projects were allocated together, the cut line, blank = nothing reported
--   within_allocation | อยู่เหนือเส้นตัด | Above the cut | | จริงเมื่อวงเงินสะสมไม่เกินงบที่ได้รับ | true while the requests so far fit the allocation
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   out_of_order | ผิดลำดับ | Out of order | | จริงเมื่อได้งบทั้งที่อยู่ใต้เส้นตัด หรือไม่ได้ทั้งที่อยู่เหนือเส้น ว่าง = ไม่ทราบงบ | true when funded below the cut or not funded above it, blank = budget not known
--   ranked_count | โครงการที่จัดลำดับ | Ranked projects | โครงการ | โครงการที่จัดลำดับและบอกวงเงิน | projects with a rank and a request
--   project_count | โครงการ | Projects | โครงการ | โครงการทั้งหมดในขอบเขต | all projects in the scope
--   area | จังหวัด | Province | | จังหวัดของโครงการ | province of the project
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
with life as (
    select *, count(*) over (partition by fiscal_year, province_code) as project_count
    from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )
    qualify priority is not null and requested_thb is not null
),
curve as (
    select
        *,
        sum(requested_thb) over (
            partition by fiscal_year, province_code
            order by priority
            range unbounded preceding
        ) as cumulative_thb,
        sum(allocated_thb) over (partition by fiscal_year, province_code) as available_thb,
        count(*) over (partition by fiscal_year, province_code) as ranked_count
    from life
)
select
    curve.fiscal_year,
    curve.priority,
    curve.project,
    district.name_th as district,
    curve.requested_thb,
    curve.cumulative_thb,
    curve.available_thb,
    curve.cumulative_thb <= curve.available_thb as within_allocation,
    curve.allocated_thb,
    (curve.cumulative_thb <= curve.available_thb) <> (curve.allocated_thb > 0) as out_of_order,
    curve.ranked_count,
    curve.project_count,
    area.name_th as area,
    curve.project_code,
    curve.district_code,
    curve.province_code as area_code
from curve
left join area as district on district.area_code = curve.district_code
left join area on area.area_code = curve.province_code
order by curve.fiscal_year, area.sort_order, curve.priority, curve.project_code
