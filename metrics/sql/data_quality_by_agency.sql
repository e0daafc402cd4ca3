-- คุณภาพข้อมูลของแต่ละหน่วยงาน: หนึ่งแถวต่อปีงบประมาณ พื้นที่ และหน่วยงาน
-- Data quality by agency: one row per fiscal year, area and agency
-- source: ผลการตรวจไฟล์และปฏิทินรอบการส่ง (examinations of files and calendar of rounds)
-- filters: group, province, fiscal_year, quarter, as_of
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | พื้นที่ที่รายงาน | area reported on
--   agency | หน่วยงาน | Agency | | หน่วยงานผู้ส่ง - = ไม่ระบุ | agency that sends, - = not stated
--   correct_count | เซลล์ที่ถูกต้อง | Correct cells | เซลล์ | เซลล์ที่ตรวจแล้วไม่ผิด รวมไฟล์ที่ไม่รับ ตัวตั้ง | cells checked and not wrong, rejected files included, the numerator
--   checked_count | เซลล์ที่ตรวจ | Cells checked | เซลล์ | เซลล์ที่มีค่าหรือต้องมีค่า ตัวหาร | cells with a value or that need one, the denominator
--   correct_pct | ความถูกต้อง | Correctness | ร้อยละ | เซลล์ที่ถูกต้องต่อเซลล์ที่ตรวจ | correct cells in percent of cells checked
--   received_count | ที่ได้รับ | Received | ชุด | ในจำนวนที่ถึงกำหนด ได้รับแล้ว ตัวตั้ง | of those due, received, the numerator
--   due_count | ที่ถึงกำหนด | Due | ชุด | ชุดที่ต้องส่งและได้รับแล้วหรือเลยกำหนดแล้ว ตัวหาร | submissions expected that have come or are past due, the denominator
--   complete_pct | ความครบถ้วน | Completeness | ร้อยละ | ที่ได้รับต่อที่ถึงกำหนด | received in percent of due
--   passed_count | กฎที่ผ่าน | Rules passed | กฎ | กฎความสอดคล้องที่ผ่าน ตัวตั้ง | consistency rules passed, the numerator
--   rule_count | กฎที่ตรวจ | Rules checked | กฎ | กฎ × ตารางที่ตรวจ ตัวหาร | rules × tables checked, the denominator
--   consistent_pct | ความสอดคล้อง | Consistency | ร้อยละ | กฎที่ผ่านต่อกฎที่ตรวจ | rules passed in percent of rules checked
--   on_time_count | ส่งทันกำหนด | On time | ชุด | ในจำนวนที่ได้รับ ทันกำหนด ตัวตั้ง | of those received, in time, the numerator
--   timely_pct | ความทันเวลา | Timeliness | ร้อยละ | ส่งทันกำหนดต่อที่ได้รับ | on time in percent of received
--   overall_pct | คุณภาพโดยรวม | Overall | ร้อยละ | ค่าเฉลี่ยเรขาคณิตของสี่ด้าน ว่างเมื่อไม่ทราบด้านใดด้านหนึ่ง | geometric mean of the four, blank when one is unknown
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   แสดงเพื่อช่วยแก้ ไม่ใช้ลงโทษ | shown to help, not to punish
--   ไฟล์ที่รับก่อนเริ่มนับไม่มีจำนวนเซลล์ จึงไม่ทราบความถูกต้อง | files taken in before counting began have no cells counted, so correctness is unknown
select
    fiscal_year,
    area.name_th as area,
    any_value(agency) as agency,
    sum(checked_count) - sum(error_count) as correct_count,
    sum(checked_count) as checked_count,
    ratio_pct(correct_count, sum(checked_count)) as correct_pct,
    sum(received_count)::bigint as received_count,
    sum(expected_count - not_due_count)::bigint as due_count,
    ratio_pct(sum(received_count), due_count) as complete_pct,
    sum(rule_count) - sum(rule_failed_count) as passed_count,
    sum(rule_count) as rule_count,
    ratio_pct(passed_count, sum(rule_count)) as consistent_pct,
    sum(on_time_count)::bigint as on_time_count,
    ratio_pct(sum(on_time_count), sum(received_count)) as timely_pct,
    overall_quality(correct_pct, complete_pct, consistent_pct, timely_pct) as overall_pct,
    area_code
from quality_at($as_of::timestamp, $today::date) as quality
left join area using (area_code)
where
    ($fiscal_year is null or fiscal_year = $fiscal_year)
    and ($quarter is null or quarter = $quarter)
    and ($area_codes is null or list_contains($area_codes, area_code))
group by fiscal_year, agency_key, area_code, area.name_th, area.sort_order
order by fiscal_year, area.sort_order, agency
