-- ข้อตรวจพบตามเวลา: หนึ่งแถวต่อไตรมาสที่ได้รับไฟล์และระดับ
-- Findings over time: one row per quarter in which files came, and severity
-- source: ข้อตรวจพบของไฟล์ที่ได้รับ (findings of the files received)
-- filters: group, province, fiscal_year, quarter, as_of
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณที่ได้รับไฟล์ | fiscal year in which the file came
--   quarter | ไตรมาส | Quarter | | ไตรมาสที่ได้รับไฟล์ | quarter in which the file came
--   severity | ระดับ | Severity | | error ข้อผิดพลาด, warning ควรตรวจ, question ต้องยืนยัน, note เพื่อทราบ | error, warning, question, note
--   finding_count | จำนวนที่พบ | Found | ครั้ง | ครั้งที่พบ ตัวตั้ง | times found, the numerator
--   file_count | ไฟล์ที่พบ | Files with any | ไฟล์ | ไฟล์ที่พบอย่างน้อยหนึ่งข้อ | files with at least one
--   checked_count | เซลล์ที่ตรวจ | Cells checked | เซลล์ | เซลล์ที่ตรวจในไตรมาสเดียวกัน ตัวหาร ว่าง = ไม่ได้นับ | cells checked in the same quarter, the denominator, blank = not counted
--   per_thousand | ต่อพันเซลล์ | Per thousand cells | ครั้ง | จำนวนที่พบต่อเซลล์ที่ตรวจหนึ่งพัน | found per thousand cells checked
-- notes:
--   ไม่นับข้อเพื่อทราบ | notes are not counted
with found as (
    select
        fiscal_year_of(found_at) as came_in_year,
        fiscal_quarter_of(found_at) as came_in_quarter,
        severity,
        sha256
    from finding_at($as_of::timestamp)
    where
        severity <> 'note'
        and ($area_codes is null or list_contains($area_codes, area_code))
),
checked as (
    select
        fiscal_year_of(examined_at) as came_in_year,
        fiscal_quarter_of(examined_at) as came_in_quarter,
        sum(checked_count)::bigint as checked_count
    from examined_at_moment($as_of::timestamp)
    where $area_codes is null or list_contains($area_codes, area_code)
    group by all
)
select
    found.came_in_year as fiscal_year,
    found.came_in_quarter as quarter,
    found.severity,
    count(*) as finding_count,
    count(distinct found.sha256) as file_count,
    any_value(checked.checked_count) as checked_count,
    1000.0 * count(*) / nullif(any_value(checked.checked_count), 0) as per_thousand
from found
left join checked using (came_in_year, came_in_quarter)
where
    ($fiscal_year is null or found.came_in_year = $fiscal_year)
    and ($quarter is null or found.came_in_quarter = $quarter)
group by found.came_in_year, found.came_in_quarter, found.severity
order by found.came_in_year, found.came_in_quarter, found.severity
