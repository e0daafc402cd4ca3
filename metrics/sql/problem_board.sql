-- กระดานปัญหา: หนึ่งแถวต่อปัญหา ที่ค้างนานที่สุดมาก่อน
-- Problem board: one row per problem, the one open longest first
-- source: แบบทะเบียนปัญหาและข้อเสนอ (problems and proposals) · ข้อคิดเห็นจากที่ประชุม (remarks of meetings)
-- filters: group, province, district, fiscal_year, as_of
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัด | province or province group
--   district | อำเภอ | District | | ว่าง = ทั้งพื้นที่ | blank = the whole area
--   problem_area | กลุ่มปัญหา | Area of the problem | | information driving integration budgeting field | information driving integration budgeting field
--   sub_area | เรื่องย่อย | Matter | | ตามที่เขียน | as written
--   problem | ปัญหา | Problem | | ตามที่เขียน | as written
--   proposal | ข้อเสนอ | Proposal | | ว่าง = ยังไม่มีข้อเสนอ | blank = none yet
--   problem_state | สถานะ | State | | open ยังไม่แก้ in_progress กำลังแก้ solved แก้แล้ว | open, in_progress or solved
--   days_open | วันที่ค้าง | Days open | วัน | ตั้งแต่วันที่พบถึงวันนี้หรือวันที่แก้เสร็จ ว่าง = ไม่ระบุวันที่พบ | from the day it was raised to today or its solution, blank = day unknown
--   raised_in | มาจาก | Raised in | | meeting field_visit survey complaint document | meeting field_visit survey complaint document
--   raised_on | วันที่พบ | Raised on | | วันที่พบ | the day it was raised
--   solved_on | วันที่แก้เสร็จ | Solved on | | วันที่แก้เสร็จ | the day it was solved
--   owner | ผู้รับผิดชอบ | Owner | | ผู้รับผิดชอบ | who is in charge
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
-- notes:
--   ปีที่เลือกแสดงปัญหาของปีนั้น และของปีก่อนที่ยังไม่แก้ | a year shows its own problems and earlier ones not solved yet
select
    area.name_th as area,
    district.name_th as district,
    problem.problem_area,
    problem.sub_area,
    problem.problem,
    problem.proposal,
    problem.problem_state,
    case
        when problem.raised_on is not null then greatest(
            0, date_diff('day', problem.raised_on, coalesce(problem.solved_on, $today::date))
        )
    end as days_open,
    problem.raised_in,
    problem.raised_on,
    problem.solved_on,
    problem.owner,
    problem.fiscal_year,
    problem.area_code,
    problem.district_code
from problem_at($as_of::timestamp) as problem
left join area on area.area_code = problem.area_code
left join area as district on district.area_code = problem.district_code
where ($area_codes is null or list_contains($area_codes, problem.area_code))
    and ($district_code is null or problem.district_code = $district_code)
    and (
        $fiscal_year is null
        or problem.fiscal_year = $fiscal_year
        or (problem.fiscal_year < $fiscal_year and problem.problem_state <> 'solved')
    )
order by
    problem.problem_state = 'solved',
    days_open desc nulls last,
    area.sort_order,
    problem.problem
