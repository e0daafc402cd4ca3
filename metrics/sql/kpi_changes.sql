-- ตัวชี้วัดที่เปลี่ยน: หนึ่งแถวต่อพื้นที่และตัวชี้วัดที่ผลหรือสถานะเปลี่ยนระหว่างสองเวลา
-- Changed indicators: one row per area and indicator whose result or status changed between two moments
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, as_of, since
-- trace: kpi_result by area_code and kpi_code and fiscal_year; actual
-- trace: target by area_code and kpi_code and fiscal_year; target
-- columns:
--   movement | ทิศทาง | Movement | | worse สถานะแย่ลง, better สถานะดีขึ้น, same สถานะเดิม, reported เพิ่งมีสถานะ, lost ไม่มีสถานะแล้ว | status worse, better or the same, reported = has one now, lost = has none any more
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   status_before | สถานะเดิม | Status before | | สถานะเมื่อครั้งก่อน ว่าง = ยังไม่มีตัวชี้วัดนี้ | status at the earlier moment, blank = not there yet
--   status_now | สถานะใหม่ | Status now | | สถานะครั้งนี้ ว่าง = ไม่มีตัวชี้วัดนี้แล้ว | status at the later moment, blank = no longer there
--   actual_before | ผลเดิม | Result before | | ผลสะสมเมื่อครั้งก่อน | result to date at the earlier moment
--   actual | ผลใหม่ | Result now | | ผลสะสมครั้งนี้ | result to date at the later moment
--   target | เป้าหมาย | Target | | เป้าหมายของปีครั้งนี้ | target of the year at the later moment
--   cause | เหตุ | Cause | | new_result ผลงวดใหม่, restated แก้ผลงวดเดิม, target เป้าหมายเปลี่ยน, added ตัวชี้วัดใหม่, gone ผลหรือตัวชี้วัดไม่มีแล้ว, time ถึงกำหนด | new_result of a later period, restated, target changed, added, gone (result or indicator), time passed
--   attainment_before_pct | ความสำเร็จเดิม | Attainment before | ร้อยละ | ความสำเร็จถึงงวดเมื่อครั้งก่อน | attainment to date at the earlier moment
--   attainment_to_date_pct | ความสำเร็จใหม่ | Attainment now | ร้อยละ | ความสำเร็จถึงงวดครั้งนี้ | attainment to date at the later moment
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter_before | ถึงไตรมาสเดิม | Quarter before | | ไตรมาสล่าสุดที่รายงานเมื่อครั้งก่อน ว่าง = ทั้งปี | newest quarter reported at the earlier moment, blank = the whole year
--   quarter | ถึงไตรมาส | Quarter now | | ไตรมาสล่าสุดที่รายงานครั้งนี้ ว่าง = ทั้งปี | newest quarter reported at the later moment, blank = the whole year
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money percent growth ratio level milestone index | count money percent growth ratio level milestone index
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ไม่บอกเวลาครั้งก่อน: ไม่มีอะไรให้เทียบ จึงไม่มีแถว | without an earlier moment there is nothing to compare, so there are no rows
--   ตัวชี้วัดที่เปลี่ยนเฉพาะเพราะเวลาผ่านไป ไม่มีตัวเลขใหม่ ระบุเหตุว่าถึงกำหนด | an indicator that changed only because its time came, without new figures, says so
with earlier as (
    select *
    from kpi_standing_at(
        $since::timestamp, $fiscal_year, $quarter, $area_codes, $district_code, $issue_keys,
        $since_day::date
    )
),
later as (
    select *
    from kpi_standing_at(
        $as_of::timestamp, $fiscal_year, $quarter, $area_codes, $district_code, $issue_keys,
        $today::date
    )
),
step as (
    select *
    from (
        values ('critical', 1), ('at_risk', 2), ('near', 3), ('met', 4)
    ) as ordered (status, place)
),
paired as (
    select
        area_code,
        kpi_code,
        fiscal_year,
        coalesce(later.kpi, earlier.kpi) as kpi,
        coalesce(later.unit, earlier.unit) as unit,
        coalesce(later.unit_kind, earlier.unit_kind) as unit_kind,
        earlier.status as status_before,
        later.status as status_now,
        earlier.actual as actual_before,
        later.actual,
        earlier.target as target_before,
        later.target,
        earlier.attainment_to_date_pct as attainment_before_pct,
        later.attainment_to_date_pct,
        earlier.quarter as quarter_before,
        later.quarter
    from earlier
    full join later using (area_code, kpi_code, fiscal_year)
    where $since::timestamp is not null
),
changed as (
    select
        paired.*,
        case
            when later_step.place < earlier_step.place then 'worse'
            when later_step.place > earlier_step.place then 'better'
            when later_step.place is null and earlier_step.place is not null then 'lost'
            when later_step.place is not null and earlier_step.place is null then 'reported'
            else 'same'
        end as movement,
        case
            when paired.status_before is null then 'added'
            when paired.status_now is null
                or (paired.actual is null and paired.actual_before is not null)
                then 'gone'
            when paired.quarter is distinct from paired.quarter_before
                or (paired.actual_before is null and paired.actual is not null)
                then 'new_result'
            when paired.actual is distinct from paired.actual_before then 'restated'
            when paired.target is distinct from paired.target_before then 'target'
            else 'time'
        end as cause
    from paired
    left join step as earlier_step on earlier_step.status = paired.status_before
    left join step as later_step on later_step.status = paired.status_now
    where paired.status_before is distinct from paired.status_now
        or paired.actual is distinct from paired.actual_before
        or paired.target is distinct from paired.target_before
)
select
    movement,
    area.name_th as area,
    changed.kpi,
    changed.status_before,
    changed.status_now,
    changed.actual_before,
    changed.actual,
    changed.target,
    changed.cause,
    changed.attainment_before_pct,
    changed.attainment_to_date_pct,
    changed.fiscal_year,
    changed.quarter_before,
    changed.quarter,
    changed.unit,
    changed.unit_kind,
    changed.kpi_code,
    changed.area_code
from changed
left join area using (area_code)
order by
    list_position(['worse', 'lost', 'same', 'reported', 'better'], movement),
    changed.attainment_to_date_pct nulls last,
    area.sort_order,
    changed.kpi_code,
    changed.fiscal_year
