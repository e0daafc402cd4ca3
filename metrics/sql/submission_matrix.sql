-- ใครส่งแล้ว ใครยังไม่ส่ง: หนึ่งแถวต่อปีงบประมาณ ไตรมาส แบบฟอร์ม พื้นที่ และหน่วยงาน
-- Who has sent and who has not: one row per fiscal year, quarter, form, area and agency
-- source: ทะเบียนการส่งข้อมูลและปฏิทินรอบการส่ง (register of submissions and calendar of rounds)
-- filters: group, province, fiscal_year, quarter, as_of
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของรอบ รายงานทั้งปีอยู่ในรอบไตรมาส 4 งบประมาณอยู่ในรอบไตรมาส 1 | quarter of the round; a report on the whole year is of quarter 4, a budget of quarter 1
--   form | แบบฟอร์ม | Form | | ชื่อแบบฟอร์ม | name of the form
--   area | พื้นที่ | Area | | พื้นที่ที่รายงาน | area reported on
--   agency | หน่วยงาน | Agency | | หน่วยงานผู้ส่ง - = ไม่ระบุ | agency that sends, - = not stated
--   sending_status | สถานะการส่ง | State | | sent ส่งทัน, late ส่งช้า, faulty มีข้อผิดพลาด, missing ยังไม่ส่ง, waived ยกเว้น, not_due ยังไม่ถึงกำหนด, extra ส่งเพิ่ม | sent in time, late, faulty, missing, waived, not_due, extra
--   due_on | กำหนดส่ง | Due | | วันกำหนดส่ง | day on which it is due
--   received_at | ได้รับเมื่อ | Received at | | เวลาที่ได้รับครั้งแรก (UTC) | first received (UTC)
--   days_late | ช้า | Days late | วัน | วันที่ได้รับหลังกำหนด หรือที่เลยกำหนดมาแล้ว ว่าง = ไม่ช้า | days received after it was due, or past due by now, blank = not late
--   version_count | จำนวนฉบับ | Versions | ฉบับ | ฉบับที่ได้รับในรอบนี้ รวมฉบับแก้ไข | versions received in this round, corrections included
--   rejected_count | ไม่รับ | Rejected | ครั้ง | ครั้งที่ส่งแล้วไม่รับเพราะมีข้อผิดพลาด | times a file was not taken in for its errors
--   error_count | เซลล์ที่ผิด | Wrong cells | เซลล์ | เซลล์ที่ผิดในไฟล์ที่ไม่รับครั้งล่าสุด | wrong cells of the file last rejected
--   waiver_reason | เหตุที่ยกเว้น | Waived because | | เหตุผลที่ยกเว้น | why it was waived
--   is_proposed | ระบบเสนอ | Proposed | | จริงเมื่อระบบเสนอให้ต้องส่งจากที่เคยส่ง ยังไม่มีใครยืนยัน | true while expected only because it was sent before
--   submission_id | เลขที่ชุดข้อมูล | Submission | | เลขที่ชุดข้อมูลล่าสุด | the newest submission
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   งวดที่ยังไม่เริ่มไม่นับ | periods that have not begun are not counted
select
    slot.fiscal_year,
    slot.quarter,
    slot.form,
    area.name_th as area,
    slot.agency,
    slot.status as sending_status,
    slot.due_on,
    slot.first_received_at as received_at,
    slot.days_late,
    slot.version_count,
    slot.rejected_count,
    slot.error_count,
    slot.waiver_reason,
    slot.is_proposed,
    slot.submission_id,
    slot.area_code
from round_slot_at($as_of::timestamp, $today::date) as slot
left join area using (area_code)
where
    ($fiscal_year is null or slot.fiscal_year = $fiscal_year)
    and ($quarter is null or slot.quarter = $quarter)
    and ($area_codes is null or list_contains($area_codes, slot.area_code))
order by slot.fiscal_year, slot.quarter, slot.form, area.sort_order, slot.agency
