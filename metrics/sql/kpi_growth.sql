-- อัตราการขยายตัวของตัวชี้วัด: หนึ่งแถวต่อพื้นที่ ตัวชี้วัด ปีงบประมาณ และไตรมาส
-- Indicator growth: one row per area, indicator, fiscal year and quarter
-- source: แบบ 2 ผลตัวชี้วัด (form 2) · ค่าฐานจากแบบ 1 (form 1)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, as_of
-- trace: kpi_result by area_code and kpi_code and fiscal_year and quarter; value=actual
-- trace: kpi_result by area_code and kpi_code and fiscal_year=base_fiscal_year and quarter; base_value=actual
-- trace: indicator by area_code and kpi_code; base_value=baseline; base_rule=declared_baseline
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของปีงบประมาณ ว่าง = ทั้งปี | quarter of the fiscal year, blank = the whole year
--   value | ผลของงวด | Result of the period | | ผลที่รายงานของงวด | result reported for the period
--   base_value | ค่าฐาน | Base value | | ผลของงวดเดียวกันปีก่อน หรือค่าฐานที่ประกาศของปีก่อน | result of the same period a year earlier, else the declared baseline of that year
--   growth_pct | อัตราการขยายตัว | Growth | ร้อยละ | 100 × (ผล − ฐาน) / ฐาน ว่างเมื่อไม่มีความหมาย | 100 × (value − base) / base, blank where it says nothing
--   change_pp | เปลี่ยนแปลง (จุดร้อยละ) | Change in points | จุดร้อยละ | ผล − ฐาน ของตัวชี้วัดที่เป็นร้อยละ | value − base of an indicator measured in percent
--   status | สถานะ | Status | | ok, provisional ข้อมูลเบื้องต้น, not_meaningful ไม่มีความหมาย, no_base ไม่มีฐาน, missing ไม่มีผล | ok, provisional, not_meaningful, no_base, missing
--   reason | เหตุผล | Reason | | รหัสเหตุผล เช่น zero_base negative_base percent_unit | code such as zero_base, negative_base, percent_unit
--   change | เปลี่ยนแปลง | Change | | ผล − ฐาน หน่วยเดียวกับตัวชี้วัด | value − base in the indicator's unit
--   base_fiscal_year | ปีของค่าฐาน | Year of the base | พ.ศ. | ปีงบประมาณของค่าฐาน | fiscal year of the base
--   base_rule | ที่มาของค่าฐาน | Base rule | | same_quarter_last_year, previous_year, declared_baseline | same_quarter_last_year, previous_year, declared_baseline
--   trend | ความหมาย | Meaning | | better ดีขึ้น, worse แย่ลง, same คงเดิม ตามทิศทางที่ดี | better, worse or same, by good direction
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money percent growth ratio level milestone index | count money percent growth ratio level milestone index
--   direction | ทิศทางที่ดี | Good direction | | higher = ยิ่งมากยิ่งดี lower = ยิ่งน้อยยิ่งดี | higher = more is better, lower = less is better
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นยุทธศาสตร์ตามที่เขียน | the strategic issue as written
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   ฐานเป็นศูนย์หรือติดลบ ไม่คิดร้อยละ แสดงเฉพาะส่วนต่าง | with a base of zero or below no percentage is formed, only the change is shown
--   หน่วยร้อยละเปลี่ยนเป็นจุดร้อยละ ไม่ใช่ร้อยละของค่าเดิม | a percentage changes by points, not by percent of itself
--   ปีปฏิทินกับปีงบประมาณไม่นำมาเทียบกัน | calendar and fiscal years are not compared with each other
with result as (
    select *
    from kpi_result_at($as_of::timestamp, $fiscal_year - 1, $fiscal_year, $area_codes)
    where ($quarter is null or quarter = $quarter)
        and district_code is not distinct from $district_code
),
compared as (
    select
        result.*,
        indicator.direction,
        indicator.strategic_issue,
        indicator.issue_key,
        coalesce(indicator.unit_kind, result.unit_kind) as kind,
        base.period_basis <> result.period_basis
            or base.unit_kind <> result.unit_kind as is_broken,
        base.value_status = 'provisional' or result.value_status = 'provisional' as is_provisional,
        case
            when base.actual is not null then base.actual
            when result.quarter is null and result.district_code is null
                and indicator.baseline_year = result.fiscal_year - 1 then indicator.baseline
        end as base_value,
        case
            when base.actual is null and base_value is not null then 'declared_baseline'
            when result.quarter is null then 'previous_year'
            else 'same_quarter_last_year'
        end as base_rule
    from result
    left join result as base
        on base.area_code = result.area_code
        and base.kpi_code = result.kpi_code
        and base.fiscal_year = result.fiscal_year - 1
        and base.quarter is not distinct from result.quarter
    left join indicator_at($as_of::timestamp) as indicator
        on indicator.area_code = result.area_code
        and indicator.kpi_code = result.kpi_code
    where ($fiscal_year is null or result.fiscal_year = $fiscal_year)
        and ($issue_keys is null or list_contains($issue_keys, indicator.issue_key))
),
judged as (
    select
        *,
        case
            when actual is null then 'value_missing'
            when base_value is null then 'base_missing'
            when is_broken then 'definition_break'
            when kind in ('percent', 'growth') then 'percent_unit'
            when base_value = 0 and actual = 0 then 'zero_to_zero'
            when base_value = 0 then 'zero_base'
            when base_value < 0 then 'negative_base'
            when kind is null then 'unit_unknown'
        end as reason
    from compared
)
select
    area.name_th as area,
    judged.kpi,
    judged.fiscal_year,
    judged.quarter,
    judged.actual as value,
    judged.base_value,
    case when reason is null then 100.0 * (actual - base_value) / base_value end as growth_pct,
    case when reason = 'percent_unit' then (actual - base_value)::decimal(28, 6) end as change_pp,
    case
        when reason = 'value_missing' then 'missing'
        when reason = 'base_missing' then 'no_base'
        when reason in (
            'zero_base', 'zero_to_zero', 'negative_base', 'unit_unknown', 'definition_break'
        ) then 'not_meaningful'
        when is_provisional then 'provisional'
        else 'ok'
    end as status,
    judged.reason,
    case
        when reason is distinct from 'definition_break'
            then (actual - base_value)::decimal(28, 6)
    end as change,
    judged.fiscal_year - 1 as base_fiscal_year,
    judged.base_rule,
    case
        when reason = 'definition_break' or direction is null or direction = 'range' then null
        when actual = base_value then 'same'
        when (actual > base_value) = (direction = 'higher') then 'better'
        when actual is not null and base_value is not null then 'worse'
    end as trend,
    judged.unit,
    judged.kind as unit_kind,
    judged.direction,
    judged.strategic_issue,
    judged.issue_key,
    judged.kpi_code,
    judged.area_code,
    $basket::integer as basket
from judged
left join area using (area_code)
order by area.sort_order, judged.kpi_code, judged.fiscal_year, judged.quarter nulls last
