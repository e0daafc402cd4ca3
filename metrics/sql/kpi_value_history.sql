-- ประวัติค่าของตัวชี้วัด: หนึ่งแถวต่อพื้นที่ ตัวชี้วัด งวด และค่าที่เคยเผยแพร่
-- History of indicator values: one row per area, indicator, period and value once published
-- source: แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ | fiscal year
--   quarter | ไตรมาส | Quarter | | ว่าง = ทั้งปี | blank = the whole year
--   value | ค่า | Value | | ค่าที่เผยแพร่ครั้งนั้น | the value as published then
--   value_status | สถานะข้อมูล | Status of the value | | provisional เบื้องต้น, final ยืนยัน | provisional, final
--   value_state | สภาพของค่า | State | | provisional เบื้องต้น, final ยืนยัน, restated ปรับปรุงแล้ว, replaced ถูกแทนที่ | provisional, final, restated, replaced by a later one
--   change | ต่างจากครั้งก่อน | Change | | ค่านี้ลบค่าที่เผยแพร่ก่อนหน้า | this value minus the one published before
--   published_at | เผยแพร่เมื่อ | Published at | | วันเวลาที่เผยแพร่ (UTC) | when it was published (UTC)
--   file | ไฟล์ | File | | ไฟล์ที่ส่งมา | the file it came in
--   version_count | จำนวนครั้ง | Times published | ครั้ง | จำนวนค่าที่เคยเผยแพร่ของงวด | values once published for the period
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money percent growth ratio level milestone index | count money percent growth ratio level milestone index
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   แสดงเฉพาะงวดที่เคยเผยแพร่มากกว่าหนึ่งครั้ง หรือยังเป็นค่าเบื้องต้น | only periods published more than once, or still provisional
--   ค่าที่ถอนคืนแล้วไม่แสดง | values that were withdrawn are left out
with told as (
    select
        submission_id,
        arg_max(event, event_id) as state,
        min(at_time) filter (event = 'published') as published_at
    from submission_event
    where $as_of::timestamp is null or at_time <= $as_of::timestamp
    group by submission_id
),
value as (
    select
        fact.*,
        told.published_at,
        lag(fact.actual) over course as actual_before,
        lead(fact.submission_id) over course as replaced_by,
        count(*) over (
            partition by
                fact.area_code, fact.district_code, fact.kpi_code, fact.fiscal_year, fact.quarter
        ) as version_count
    from fact_kpi_result as fact
    inner join told on told.submission_id = fact.submission_id
        and told.state in ('published', 'superseded')
    where fact.actual is not null
        and ($fiscal_year is null or fact.fiscal_year = $fiscal_year)
        and ($quarter is null or fact.quarter = $quarter)
        and ($area_codes is null or list_contains($area_codes, fact.area_code))
        and fact.district_code is not distinct from $district_code
    window course as (
        partition by
            fact.area_code, fact.district_code, fact.kpi_code, fact.fiscal_year, fact.quarter
        order by told.published_at, fact.submission_id, fact.src_row
    )
)
select
    area.name_th as area,
    value.kpi,
    value.fiscal_year,
    value.quarter,
    value.actual as value,
    value.value_status,
    case
        when replaced_by is not null then 'replaced'
        when actual <> actual_before then 'restated'
        else value_status
    end as value_state,
    (value.actual - value.actual_before)::decimal(28, 6) as change,
    value.published_at,
    source_file.file_name as file,
    value.version_count,
    value.unit,
    value.unit_kind,
    value.kpi_code,
    value.area_code,
    $basket::integer as basket
from value
inner join submission using (submission_id)
inner join source_file using (sha256)
left join area on area.area_code = value.area_code
where value.version_count > 1 or value.value_status = 'provisional'
order by
    area.sort_order, value.kpi_code, value.fiscal_year, value.quarter nulls last,
    value.published_at, value.submission_id
