-- ความครบถ้วนของรอบการส่ง: หนึ่งแถวต่อปีงบประมาณและไตรมาส
-- Completeness of rounds: one row per fiscal year and quarter
-- source: ทะเบียนการส่งข้อมูลและปฏิทินรอบการส่ง (register of submissions and calendar of rounds)
-- filters: group, province, fiscal_year, quarter, as_of
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของรอบ รายงานทั้งปีอยู่ในรอบไตรมาส 4 งบประมาณอยู่ในรอบไตรมาส 1 | quarter of the round; a report on the whole year is of quarter 4, a budget of quarter 1
--   agencies_count | หน่วยงานที่ต้องส่ง | Agencies | หน่วยงาน | หน่วยงานที่ต้องส่งอย่างน้อยหนึ่งชุด ตัวหาร | agencies with at least one submission expected, the denominator
--   complete_agencies_count | หน่วยงานที่ส่งครบ | Agencies complete | หน่วยงาน | หน่วยงานที่ส่งครบทุกชุด ตัวตั้ง | agencies that have sent everything expected, the numerator
--   complete_agencies_pct | หน่วยงานที่ส่งครบ | Agencies complete | ร้อยละ | หน่วยงานที่ส่งครบต่อที่ต้องส่ง | agencies complete in percent of agencies
--   expected_count | ที่ต้องส่ง | Expected | ชุด | ชุดที่ต้องส่งในรอบและไม่ได้รับยกเว้น ตัวหาร | submissions due in the round and not waived, the denominator
--   received_count | ที่ได้รับ | Received | ชุด | ในจำนวนที่ต้องส่ง ได้รับแล้ว ตัวตั้ง | of those expected, received, the numerator
--   received_pct | อัตราการส่ง | Reporting rate | ร้อยละ | ที่ได้รับต่อที่ต้องส่ง ไม่เกิน 100 ว่าง = ไม่มีที่ต้องส่ง | received in percent of expected, never above 100, blank = nothing expected
--   on_time_count | ส่งทันกำหนด | On time | ชุด | ได้รับไม่เกินวันกำหนดส่งรวมวันผ่อนผัน | received by the due day and its grace
--   on_time_pct | อัตราการส่งทันกำหนด | On-time rate | ร้อยละ | ส่งทันกำหนดต่อที่ต้องส่ง | on time in percent of expected
--   late_count | ส่งช้า | Late | ชุด | ได้รับหลังกำหนด | received after it was due
--   median_days_late | ส่งช้ากี่วัน | Days late | วัน | มัธยฐานของวันที่ช้า เฉพาะที่ส่งช้า | median of days late, of those late
--   faulty_count | มีข้อผิดพลาด | Faulty | ชุด | ส่งแล้วแต่ไม่รับเพราะมีข้อผิดพลาด ยังไม่ส่งใหม่ | sent but not taken in for its errors, and not sent again
--   missing_count | ยังไม่ส่ง | Missing | ชุด | เลยกำหนดแล้วยังไม่ได้รับ | past due and not received
--   not_due_count | ยังไม่ถึงกำหนด | Not due | ชุด | ยังไม่ได้รับและยังไม่เลยกำหนด | not received and not past due
--   waived_count | ได้รับยกเว้น | Waived | ชุด | ได้รับยกเว้นไม่ต้องส่งในรอบนี้ | excused from this round
--   extra_count | ส่งเพิ่ม | Extra | ชุด | ได้รับโดยไม่ได้กำหนดให้ส่ง | received though not expected
--   due_on | กำหนดส่ง | Due | | วันกำหนดส่ง | day on which it is due
--   is_locked | ปิดรอบแล้ว | Closed | | จริงเมื่อปิดรับแล้ว | true when the round is closed
-- notes:
--   งวดที่ยังไม่เริ่มไม่นับ | periods that have not begun are not counted
--   ส่งเพิ่มไม่นับเป็นตัวตั้ง | what is extra is never in the numerator
with slot as (
    select *
    from round_slot_at($as_of::timestamp, $today::date)
    where
        ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter = $quarter)
        and ($area_codes is null or list_contains($area_codes, area_code))
),
agency as (
    select
        fiscal_year,
        quarter,
        count(*)::bigint as total,
        count_if(received_count = expected_count)::bigint as complete
    from (
        select
            fiscal_year,
            quarter,
            count_if(is_expected and status <> 'waived') as expected_count,
            count_if(status in ('sent', 'late')) as received_count
        from slot
        group by fiscal_year, quarter, agency_key, area_code
    )
    where expected_count > 0
    group by fiscal_year, quarter
)
select
    slot.fiscal_year,
    slot.quarter,
    coalesce(any_value(agency.total), 0) as agencies_count,
    coalesce(any_value(agency.complete), 0) as complete_agencies_count,
    ratio_pct(complete_agencies_count, agencies_count) as complete_agencies_pct,
    count_if(slot.is_expected and slot.status <> 'waived')::bigint as expected_count,
    count_if(slot.status in ('sent', 'late'))::bigint as received_count,
    ratio_pct(received_count, expected_count) as received_pct,
    count_if(slot.status = 'sent')::bigint as on_time_count,
    ratio_pct(on_time_count, expected_count) as on_time_pct,
    count_if(slot.status = 'late')::bigint as late_count,
    median(slot.days_late) filter (slot.status = 'late') as median_days_late,
    count_if(slot.status = 'faulty' and slot.is_expected)::bigint as faulty_count,
    count_if(slot.status = 'missing')::bigint as missing_count,
    count_if(slot.status = 'not_due')::bigint as not_due_count,
    count_if(slot.status = 'waived')::bigint as waived_count,
    count_if(slot.status = 'extra')::bigint as extra_count,
    any_value(slot.due_on) as due_on,
    bool_or(slot.is_locked) as is_locked
from slot
left join agency using (fiscal_year, quarter)
group by slot.fiscal_year, slot.quarter
order by slot.fiscal_year, slot.quarter
