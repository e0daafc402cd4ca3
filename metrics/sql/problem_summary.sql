-- ปัญหาตามกลุ่ม: หนึ่งแถวต่อกลุ่มปัญหา
-- Problems by area: one row per area of problems
-- source: แบบทะเบียนปัญหาและข้อเสนอ (problems and proposals) · ข้อคิดเห็นจากที่ประชุม (remarks of meetings)
-- filters: group, province, district, fiscal_year, as_of
-- columns:
--   problem_area | กลุ่มปัญหา | Area of the problem | | information driving integration budgeting field | information driving integration budgeting field
--   open_count | ยังไม่แก้ | Open | เรื่อง | ยังไม่เริ่มแก้ | not begun
--   in_progress_count | กำลังแก้ | In progress | เรื่อง | กำลังแก้ | being solved
--   solved_count | แก้แล้ว | Solved | เรื่อง | แก้แล้ว | solved
--   problem_count | ทั้งหมด | All | เรื่อง | ตัวหาร | the denominator
--   solved_pct | อัตราแก้เสร็จ | Closure rate | ร้อยละ | แก้แล้วต่อทั้งหมด | solved in percent of all
--   median_days_to_solve | วันแก้ (มัธยฐาน) | Days to solve | วัน | ของเรื่องที่แก้แล้วและรู้วันที่ ว่าง = ไม่มี | of those solved whose days are known, blank = none
--   timed_count | รู้วัน | With days | เรื่อง | เรื่องที่แก้แล้วและรู้ทั้งวันพบและวันแก้ | solved with both days known
--   without_proposal_count | ไม่มีข้อเสนอ | Without proposal | เรื่อง | ยังไม่แก้และยังไม่มีข้อเสนอ | not solved and nothing proposed
--   area_order | ลำดับ | Order | | ตามเอกสาร | as in the document
with problem as (
    select *
    from problem_at($as_of::timestamp)
    where ($area_codes is null or list_contains($area_codes, area_code))
        and ($district_code is null or district_code = $district_code)
        and (
            $fiscal_year is null
            or fiscal_year = $fiscal_year
            or (fiscal_year < $fiscal_year and problem_state <> 'solved')
        )
)
select
    problem_area,
    count(*) filter (problem_state = 'open') as open_count,
    count(*) filter (problem_state = 'in_progress') as in_progress_count,
    count(*) filter (problem_state = 'solved') as solved_count,
    count(*) as problem_count,
    100.0 * count(*) filter (problem_state = 'solved') / count(*) as solved_pct,
    median(date_diff('day', raised_on, solved_on)) as median_days_to_solve,
    count(date_diff('day', raised_on, solved_on)) as timed_count,
    count(*) filter (problem_state <> 'solved' and proposal is null) as without_proposal_count,
    list_position(
        ['information', 'driving', 'integration', 'budgeting', 'field'], problem_area
    ) as area_order
from problem
group by problem_area
order by area_order
