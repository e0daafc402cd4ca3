-- โครงการที่ค้างอยู่: หนึ่งแถวต่อโครงการที่ยังไม่เสร็จและรู้วันที่ถึงขั้นตอนปัจจุบัน นานที่สุดก่อน
-- Projects and how long they stand: one row per unfinished project whose day at its stage is known, longest first
-- source: แบบ 20 ขั้นตอนโครงการ (form 20) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project_step by province_code=area_code and fiscal_year and project_code and stage; stage_on=reached_on, standing_days=reached_on
-- trace: project by province_code=area_code and fiscal_year and project_code; allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   district | อำเภอ | District | | อำเภอของโครงการ ว่าง = ไม่ระบุ | district of the project, blank = not given
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   stage | ขั้นตอน | Stage | | ขั้นตอนของโครงการ | stage of the project
--   actor_level | ระดับผู้ดำเนินการ | Level | | หมู่บ้าน ตำบล อำเภอ หรือจังหวัด | village, subdistrict, district or province
--   stage_on | ถึงขั้นตอนเมื่อ | Reached on | | วันที่ถึงขั้นตอนปัจจุบัน | the day it reached its stage
--   standing_days | อยู่ขั้นนี้มาแล้ว | Standing for | วัน | วันนับจากวันที่ถึงขั้นตอนถึงวันนี้ | days since it reached the stage
--   median_days | ค่ากลางของวัน | Median days | วัน | ค่ากลางของวันที่โครงการอยู่ในขั้นตอนนี้จนถึงขั้นตอนถัดไป | median of the days from this stage to the very next one
--   stay_count | จำนวนที่ใช้หาค่ากลาง | Stays counted | โครงการ | โครงการที่รู้ทั้งวันเข้าและวันออกจากขั้นตอน | projects whose first and last day in the stage are both known
--   times_median | เท่าของค่ากลาง | Times the median | เท่า | วันที่ค้างหารด้วยค่ากลางของขั้นตอน ว่าง = ค่ากลางไม่พอ | days standing divided by the median of the stage, blank = too few to compare
--   is_stuck | ค้าง | Stuck | | จริงเมื่อเกิน 2 เท่าของค่ากลาง ว่าง = เทียบไม่ได้ | true beyond twice the median, blank = cannot be compared
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   agency | หน่วยดำเนินการ | Agency | | หน่วยงานที่ดำเนินโครงการ | the agency that carries it out
--   plan | แผนงาน | Plan | | แผนงานตามที่โครงการระบุ | plan as the project states it
--   area | จังหวัด | Province | | จังหวัดของโครงการ | province of the project
--   stage_order | ลำดับขั้นตอน | Order of the stage | | 1 = เสนอ … 9 = ประเมินผล | 1 = proposed … 9 = evaluated
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ค่ากลางเป็นของทั้งจังหวัดในปีเดียวกัน ใช้เมื่อมีอย่างน้อย 3 โครงการที่ออกจากขั้นตอนแล้ว | the median is that of the whole province in the same year, used when at least 3 projects have left the stage
--   แล้วเสร็จหรือประเมินผลแล้วไม่ถือว่าค้าง | a project that is completed or evaluated is not standing
with stay as (
    select fiscal_year, province_code, stage, median(days) as median_days, count(*) as stay_count
    from project_stay_at(
        $as_of::timestamp, $fiscal_year, $province_codes, null, null, null
    )
    group by all
),
standing as (
    select
        life.*,
        $today - life.stage_on as standing_days,
        stay.median_days,
        coalesce(stay.stay_count, 0) as stay_count,
        case
            when stay.stay_count >= 3
                then ($today - life.stage_on) / nullif(stay.median_days, 0)
        end as times_median
    from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    ) as life
    inner join project_stage as completed on completed.stage = 'completed'
    left join stay
        on stay.fiscal_year = life.fiscal_year
        and stay.province_code = life.province_code
        and stay.stage = life.stage
    where life.stage_order < completed.stage_order
        and life.stage_on <= $today
)
select
    standing.fiscal_year,
    district.name_th as district,
    standing.project,
    standing.stage,
    standing.actor_level,
    standing.stage_on,
    standing.standing_days,
    standing.median_days,
    standing.stay_count,
    standing.times_median,
    standing.times_median > 2 as is_stuck,
    standing.allocated_thb,
    standing.agency,
    standing.plan,
    area.name_th as area,
    standing.stage_order,
    standing.project_code,
    standing.district_code,
    standing.province_code as area_code
from standing
left join area as district on district.area_code = standing.district_code
left join area on area.area_code = standing.province_code
order by standing.standing_days desc, standing.province_code, standing.project_code
