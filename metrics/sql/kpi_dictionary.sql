-- พจนานุกรมตัวชี้วัด: หนึ่งแถวต่อพื้นที่และตัวชี้วัด ตามนิยามที่ประกาศล่าสุด
-- Indicator dictionary: one row per area and indicator, as defined most recently
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, strategic_issue, as_of
-- trace: indicator by area_code and kpi_code; definition, formula, data_source, owner, baseline
-- columns:
--   completeness | นิยาม | Definition | | complete ครบ, partial ยังไม่ครบ, undeclared ยังไม่กำหนดนิยาม | complete, partial, undeclared = nothing declared
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   owner | หน่วยงานรับผิดชอบ | Owner | | หน่วยงานรับผิดชอบ | agency in charge
--   missing_attributes | สิ่งที่ยังไม่กำหนด | Not declared | | คุณลักษณะที่ยังไม่ประกาศ คั่นด้วย ; | what is not declared, separated by ;
--   missing_count | ยังไม่กำหนด | Undeclared | ข้อ | จำนวนคุณลักษณะที่ยังไม่ประกาศ | number of attributes not declared
--   measurability | วัดได้หรือไม่ | Measurable or not | | measurable วัดได้, no_target ยังไม่มีค่าเป้าหมาย, not_measurable วัดไม่ได้ (ขาดหน่วยหรือแหล่งข้อมูล) | measurable, no_target, not_measurable (without a unit or data source)
--   is_measurable | วัดได้ | Measurable | | จริงเมื่อมีหน่วย ค่าเป้าหมาย และแหล่งข้อมูล | true with a unit, a target and a data source
--   has_target | มีค่าเป้าหมาย | Has a target | | จริงเมื่อมีค่าเป้าหมายอย่างน้อยหนึ่งปี | true with a target for at least one year
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money percent growth ratio level milestone index | count money percent growth ratio level milestone index
--   direction | ทิศทางที่ดี | Good direction | | higher lower range | higher, lower, range
--   submission_style | ผลที่ส่งเป็น | Results are | | period cumulative stock | period, cumulative, stock
--   frequency | ความถี่ | Frequency | | monthly quarterly half_yearly yearly | monthly, quarterly, half_yearly, yearly
--   window | รอบปี | Year basis | | fiscal calendar academic crop shifted | fiscal, calendar, academic, crop, shifted
--   time_agg | การรวมตามเวลา | Adding over time | | sum last mean weighted none | sum, last, mean, weighted, none
--   geo_agg | การรวมตามพื้นที่ | Adding over areas | | sum weighted none | sum, weighted, none
--   base_rule | วิธีหาค่าฐาน | Base rule | | previous same_period fixed mean | previous, same_period, fixed, mean
--   base_years | ปีที่ใช้เป็นฐาน | Base years | | ปีที่ประกาศ | the years named
--   target_rule | วิธีรวมเป้าหมาย | Target rule | | sum compound overall final maintain | sum, compound, overall, final, maintain
--   change_mode | เป้าหมายเขียนเป็น | Targets are | | level points percent | level, points, percent
--   change_measure | การเปลี่ยนแปลงวัดเป็น | Change is told in | | percent points absolute | percent, points, absolute
--   score_method | วิธีให้คะแนน | Score method | | interpolate step milestone | interpolate, step, milestone
--   decimals | ทศนิยม | Decimals | | จำนวนทศนิยมที่ใช้แสดง | decimals shown
--   weight | น้ำหนัก | Weight | ร้อยละ | น้ำหนัก | weight
--   baseline | ค่าฐาน | Baseline | | ค่าฐานที่ประกาศ | baseline as declared
--   baseline_year | ปีฐาน | Base year | พ.ศ. | ปีของค่าฐาน | year of the baseline
--   definition | คำนิยาม | Definition text | | ตัวชี้วัดนับอะไร | what the indicator counts
--   formula | สูตร | Formula | | วิธีคำนวณ | how it is computed
--   data_source | แหล่งข้อมูล | Data source | | แหล่งข้อมูล | where the data come from
--   quality_statement | คุณภาพข้อมูล | Quality statement | | ความครอบคลุม ความล่าช้า ข้อจำกัด | coverage, delay, limits
--   definition_id | รหัสนิยาม | Definition code | | รหัสนิยาม | code of the definition
--   definition_version | รุ่น | Version | | รุ่นของนิยาม | version of the definition
--   definition_from | ใช้ตั้งแต่ปี | In use since | พ.ศ. | ปีงบประมาณแรกที่ใช้รุ่นนี้ | first fiscal year of this version
--   last_value | ค่าล่าสุด | Newest value | | ผลล่าสุดที่รายงาน | the newest result reported
--   last_fiscal_year | ปีของค่าล่าสุด | Year of the newest value | พ.ศ. | ปีงบประมาณของค่าล่าสุด | fiscal year of the newest value
--   last_quarter | ไตรมาสของค่าล่าสุด | Quarter of the newest value | | ว่าง = ทั้งปี | blank = the whole year
--   last_value_status | สถานะค่าล่าสุด | State of the newest value | | provisional เบื้องต้น, final ยืนยัน | provisional, final
--   reported_count | งวดที่มีผล | Periods reported | งวด | ไตรมาสที่มีผลตั้งแต่ปีแรกที่รายงาน | quarters with a result since the first year reported
--   expected_count | งวดที่ควรมีผล | Periods expected | งวด | ไตรมาสตั้งแต่ปีแรกที่รายงานถึงงวดล่าสุด | quarters from the first year reported to the newest
--   target_year_count | ปีที่มีเป้าหมาย | Years with a target | ปี | จำนวนปีที่มีค่าเป้าหมาย | years that have a target
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นยุทธศาสตร์ตามที่เขียน | the strategic issue as written
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   คุณลักษณะที่ไม่ได้ประกาศจะถูกถาม ระบบไม่กำหนดให้เอง | what is not declared is asked for, never assumed
--   ไม่มีหน่วย เป้าหมาย หรือแหล่งข้อมูล ถือว่าวัดไม่ได้ | without a unit, a target or a data source it is not measurable
with reported as (
    select
        area_code,
        kpi_code,
        arg_max(
            {
                'value': actual, 'year': fiscal_year, 'quarter': quarter, 'status': value_status
            },
            fiscal_year * 10 + coalesce(quarter, 5)
        ) as newest,
        count(distinct fiscal_year * 10 + quarter) as reported_count,
        (max(fiscal_year * 4 + quarter) - min(fiscal_year) * 4)::bigint as expected_count
    from kpi_result_at($as_of::timestamp, null, null, $area_codes)
    where actual is not null and district_code is null
    group by area_code, kpi_code
)
select
    defined.completeness,
    area.name_th as area,
    defined.kpi,
    defined.owner,
    array_to_string(missing, ';') as missing_attributes,
    len(missing) as missing_count,
    case
        when defined.is_measurable then 'measurable'
        when not defined.has_target then 'no_target'
        else 'not_measurable'
    end as measurability,
    defined.is_measurable,
    defined.has_target,
    defined.unit,
    defined.unit_kind,
    defined.direction,
    defined.submission_style,
    defined.frequency,
    defined.period_basis as "window",
    defined.time_agg,
    defined.geo_agg,
    defined.base_rule,
    defined.base_years,
    defined.target_rule,
    defined.change_mode,
    defined.change_measure,
    defined.score_method,
    defined.decimals,
    defined.weight,
    defined.baseline,
    defined.baseline_year,
    defined.definition,
    defined.formula,
    defined.data_source,
    defined.quality_statement,
    defined.definition_id,
    defined.definition_version,
    defined.definition_from,
    newest.value as last_value,
    newest.year as last_fiscal_year,
    newest.quarter as last_quarter,
    newest.status as last_value_status,
    coalesce(reported.reported_count, 0) as reported_count,
    coalesce(reported.expected_count, 0) as expected_count,
    defined.target_year_count,
    defined.strategic_issue,
    defined.kpi_code,
    defined.area_code,
    $basket::integer as basket
from definition_standing_at($as_of::timestamp, $area_codes) as defined
left join reported using (area_code, kpi_code)
left join area using (area_code)
where $issue_keys is null or list_contains($issue_keys, defined.issue_key)
order by missing_count desc, area.sort_order, defined.kpi_code
