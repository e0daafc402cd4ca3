-- ความครบถ้วนของการส่งข้อมูล: หนึ่งแถวต่อปีงบประมาณ ไตรมาส แบบฟอร์ม และพื้นที่
-- Completeness of submissions: one row per fiscal year, quarter, form and area
-- source: ทะเบียนการส่งข้อมูล (register of submissions)
-- filters: group, province, fiscal_year, quarter, as_of
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของปีงบประมาณ ว่าง = ทั้งปี | quarter of the fiscal year, blank = the whole year
--   form | แบบฟอร์ม | Form | | ชื่อแบบฟอร์ม | name of the form
--   area | พื้นที่ | Area | | พื้นที่ของชุดข้อมูล | area of the submissions
--   expected_count | ที่ต้องส่ง | Expected | ชุด | ชุดที่ส่งปีก่อนและถึงกำหนดแล้ว ตัวหาร | submissions sent a year earlier and due by now, the denominator
--   received_count | ที่ได้รับ | Received | ชุด | ในจำนวนที่ต้องส่ง ได้รับแล้ว ตัวตั้ง | of those expected, received, the numerator
--   received_pct | อัตราการส่ง | Reporting rate | ร้อยละ | ที่ได้รับต่อที่ต้องส่ง ไม่เกิน 100 ว่าง = ไม่มีที่ต้องส่ง | received in percent of expected, never above 100, blank = nothing expected
--   missing_count | ที่ยังไม่ส่ง | Missing | ชุด | ถึงกำหนดแล้วแต่ยังไม่ได้รับ | due but not received
--   not_due_count | ยังไม่ถึงกำหนด | Not due | ชุด | ยังไม่สิ้นงวด | the period has not ended
--   extra_count | ส่งเพิ่ม | Extra | ชุด | ได้รับโดยปีก่อนไม่มี | received though not sent a year earlier
--   missing_agencies | หน่วยงานที่ยังไม่ส่ง | Agencies missing | | หน่วยงานที่ถึงกำหนดแล้วยังไม่ส่ง | agencies that are due and have not sent
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   งวดใดต้องส่งดูจากชุดข้อมูลเดียวกันของปีก่อน | what is expected is what was sent for the same period a year earlier
select
    slot.fiscal_year,
    slot.quarter,
    slot.form,
    area.name_th as area,
    count_if(slot.state in ('received', 'missing'))::bigint as expected_count,
    count_if(slot.state = 'received')::bigint as received_count,
    100.0 * count_if(slot.state = 'received')
        / nullif(count_if(slot.state in ('received', 'missing')), 0) as received_pct,
    count_if(slot.state = 'missing')::bigint as missing_count,
    count_if(slot.state = 'not_due')::bigint as not_due_count,
    count_if(slot.state = 'extra')::bigint as extra_count,
    string_agg(slot.agency, ', ' order by slot.agency) filter (slot.state = 'missing')
        as missing_agencies,
    slot.area_code
from expected_slot_at($as_of::timestamp, $fiscal_year, $area_codes, $today::date) as slot
left join area using (area_code)
where $quarter is null or slot.quarter = $quarter
group by slot.fiscal_year, slot.quarter, slot.form, slot.area_code, area.name_th, area.sort_order
order by slot.fiscal_year, slot.quarter nulls last, slot.form, area.sort_order
