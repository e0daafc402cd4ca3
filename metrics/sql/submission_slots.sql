-- ใครส่งแล้ว ใครยังไม่ส่ง: หนึ่งแถวต่อปีงบประมาณ ไตรมาส แบบฟอร์ม พื้นที่ และหน่วยงาน
-- Who has sent and who has not: one row per fiscal year, quarter, form, area and agency
-- source: ทะเบียนการส่งข้อมูล (register of submissions)
-- filters: group, province, fiscal_year, quarter, as_of
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของปีงบประมาณ ว่าง = ทั้งปี | quarter of the fiscal year, blank = the whole year
--   form | แบบฟอร์ม | Form | | ชื่อแบบฟอร์ม | name of the form
--   area | พื้นที่ | Area | | พื้นที่ของชุดข้อมูล | area of the submission
--   agency | หน่วยงาน | Agency | | หน่วยงานผู้ส่ง - = ไม่ระบุ | agency that sends, - = not stated
--   state | สถานะการส่ง | State | | received ส่งแล้ว, missing ยังไม่ส่ง, not_due ยังไม่ถึงกำหนด, extra ส่งเพิ่ม | received, missing, not_due, extra
--   received_at | ได้รับเมื่อ | Received at | | เวลาเผยแพร่ (UTC) | publication (UTC)
--   submission_id | เลขที่ชุดข้อมูล | Submission | | เลขที่ชุดข้อมูลล่าสุด | the newest submission
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
select
    slot.fiscal_year,
    slot.quarter,
    slot.form,
    area.name_th as area,
    slot.agency,
    slot.state,
    slot.received_at,
    slot.submission_id,
    slot.area_code
from expected_slot_at($as_of::timestamp, $fiscal_year, $area_codes, $today::date) as slot
left join area using (area_code)
where $quarter is null or slot.quarter = $quarter
order by
    slot.fiscal_year, slot.quarter nulls last, slot.form, area.sort_order, slot.agency
