-- ข้อตรวจพบทีละข้อ: หนึ่งแถวต่อเซลล์หรือแผ่นงานที่พบ
-- Findings one by one: one row per cell or sheet in which something was found
-- source: ข้อตรวจพบของไฟล์ที่ได้รับ (findings of the files received)
-- filters: group, province, fiscal_year, quarter, as_of
-- columns:
--   code | รหัสข้อตรวจพบ | Finding | | ชนิดของสิ่งที่พบ | kind of thing found
--   severity | ระดับ | Severity | | error ข้อผิดพลาด, warning ควรตรวจ, question ต้องยืนยัน, note เพื่อทราบ | error, warning, question, note
--   agency | หน่วยงาน | Agency | | หน่วยงานผู้ส่ง - = ไม่ระบุ | agency that sends, - = not stated
--   area | พื้นที่ | Area | | พื้นที่ที่รายงาน | area reported on
--   form | แบบฟอร์ม | Form | | ชื่อแบบฟอร์ม | name of the form
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของรอบ รายงานทั้งปีอยู่ในรอบไตรมาส 4 งบประมาณอยู่ในรอบไตรมาส 1 | quarter of the round; a report on the whole year is of quarter 4, a budget of quarter 1
--   file | ไฟล์ | File | | ชื่อไฟล์ตามที่ผู้ส่งตั้ง | name of the file as sent
--   sheet | แผ่นงาน | Sheet | | ชื่อแผ่นงาน ว่าง = ทั้งไฟล์ | name of the sheet, blank = the whole file
--   cell | เซลล์ | Cell | | ที่อยู่ของเซลล์ ว่าง = ทั้งแผ่นงาน | address of the cell, blank = the whole sheet
--   value | ค่าที่พบ | Value | | ค่าตามที่พิมพ์ | value as typed
--   expected | ค่าที่คาดไว้ | Expected | | ค่าที่ควรเป็น | value expected
--   params | รายละเอียด | Details | | ส่วนประกอบของข้อความ (JSON) | parts of the sentence (JSON)
--   found_at | พบเมื่อ | Found at | | เวลาที่ตรวจ (UTC) | when it was examined (UTC)
--   is_rejected | ไม่รับไฟล์ | Rejected | | จริงเมื่อไม่รับไฟล์ | true when the file was not taken in
--   submission_id | เลขที่ชุดข้อมูล | Submission | | เลขที่ชุดข้อมูล ว่าง = ไม่ได้บันทึก | the submission, blank = none stored
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ไม่นับข้อเพื่อทราบ แสดงไม่เกิน 2,000 ข้อล่าสุด | notes are not counted; the newest 2,000 are shown
with found as (
    select *
    from finding_at($as_of::timestamp)
    where
        severity <> 'note'
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter = $quarter)
        and ($area_codes is null or list_contains($area_codes, area_code))
)
select
    found.code,
    found.severity,
    found.agency,
    area.name_th as area,
    found.form,
    found.fiscal_year,
    found.quarter,
    found.file_name as file,
    found.sheet_name as sheet,
    cell_address(found.src_row, found.src_col) as cell,
    found.value,
    found.expected,
    found.params,
    found.found_at,
    found.is_rejected,
    found.submission_id,
    found.area_code
from found
left join area using (area_code)
order by found.found_at desc, found.file_name, found.sheet_name, found.src_row, found.src_col, found.code
limit 2000
