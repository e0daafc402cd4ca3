-- ข้อสั่งการและผลการติดตาม: หนึ่งแถวต่อข้อสั่งการ ที่เกินกำหนดมาก่อน
-- Decisions and what came of them: one row per decision, overdue ones first
-- source: บันทึกการประชุมในระบบ (register of meetings)
-- filters: group, province, district, as_of
-- columns:
--   decision_state | สถานะ | State | | overdue เกินกำหนด, due_soon ครบกำหนดใน 7 วัน, open กำลังดำเนินการ, done เสร็จ, cancelled ยกเลิก | overdue, due_soon within 7 days, open, done, cancelled
--   decision | ข้อสั่งการ | Decision | | ข้อความตามที่บันทึก | as recorded
--   area | พื้นที่ | Area | | พื้นที่ที่สั่งการ | area it is about
--   owner | ผู้รับผิดชอบ | Owner | | ผู้รับผิดชอบ | who is in charge
--   due_on | ครบกำหนด | Due | | วันครบกำหนด หลังเลื่อนครั้งล่าสุด | due day, after the last postponement
--   overdue_days | เกินกำหนด | Overdue by | วัน | วันที่เลยกำหนด ว่าง = ไม่เกิน | days past due, blank = not overdue
--   age_days | อายุ | Age | วัน | วันตั้งแต่วันประชุม ถึงวันนี้หรือวันที่ปิด | days since the meeting, until today or until it was closed
--   newest_note | ความคืบหน้าล่าสุด | Latest progress | | บันทึกล่าสุด | the newest note
--   tied_kind | ผูกกับ | Tied to | | indicator ตัวชี้วัด, project โครงการ, district อำเภอ, none ไม่ผูก | indicator, project, district, none
--   tied_name | เรื่อง | Subject | | ชื่อของตัวชี้วัด โครงการ หรืออำเภอ ณ วันสั่งการ | name of the indicator, project or district when decided
--   progress_count | ครั้งที่รายงาน | Reports | ครั้ง | จำนวนครั้งที่รายงานความคืบหน้า | times progress was reported
--   postponed_count | ครั้งที่เลื่อน | Postponed | ครั้ง | จำนวนครั้งที่เลื่อนกำหนด | times the due day was moved
--   first_due_on | กำหนดเดิม | First due | | วันครบกำหนดที่ตั้งครั้งแรก | due day set at first
--   opened_at | สั่งการเมื่อ | Decided at | | เวลาที่บันทึก (UTC) | when it was recorded (UTC)
--   changed_at | ปรับปรุงเมื่อ | Changed at | | เวลาของความคืบหน้าล่าสุด (UTC) | when it last changed (UTC)
--   meeting | การประชุม | Meeting | | การประชุมที่สั่งการ | meeting that decided it
--   held_on | วันประชุม | Held on | | วันประชุม | day of the meeting
--   is_closed | ปิดแล้ว | Closed | | จริงเมื่อเสร็จหรือยกเลิก | true when done or cancelled
--   tied_code | รหัสเรื่อง | Subject code | | รหัสของสิ่งที่ผูก | code of what it is tied to
--   meeting_id | เลขที่การประชุม | Meeting number | | เลขที่การประชุม | number of the meeting
--   decision_id | เลขที่ข้อสั่งการ | Decision number | | เลขที่ข้อสั่งการ | number of the decision
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เลือกอำเภอ: แสดงเฉพาะข้อสั่งการที่ผูกกับอำเภอนั้น | in a district: only decisions tied to it
select
    item.decision_state,
    item.decision,
    area.name_th as area,
    item.owner,
    item.due_on,
    item.overdue_days,
    item.age_days,
    item.newest_note,
    item.tied_kind,
    item.tied_name,
    item.progress_count,
    item.postponed_count,
    item.first_due_on,
    item.opened_at,
    item.changed_at,
    item.meeting,
    item.held_on,
    item.is_closed,
    item.tied_code,
    item.meeting_id,
    item.decision_id,
    item.area_code
from decision_at($as_of::timestamp, $today::date) as item
left join area using (area_code)
where
    ($area_codes is null or list_contains($area_codes, item.area_code))
    and (
        $district_code is null
        or (item.tied_kind = 'district' and item.tied_code = $district_code)
    )
order by item.is_closed, item.due_on, item.decision_id
