-- อัตราการขยายตัวของตัวชี้วัด: หนึ่งแถวต่อพื้นที่ ตัวชี้วัด ปีงบประมาณ และไตรมาส
-- Indicator growth: one row per area, indicator, fiscal year and quarter
-- source: แบบ 2 ผลตัวชี้วัด (form 2) · ค่าฐานจากแบบ 1 (form 1)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, as_of
-- trace: kpi_result by area_code and kpi_code and fiscal_year and quarter; value=actual
-- trace: kpi_result by area_code and kpi_code and fiscal_year=base_fiscal_year and quarter; base_value=actual
-- trace: named_base by area_code and kpi_code and quarter; base_value=actual; base_rule=fixed_year/mean_of_years
-- trace: indicator by area_code and kpi_code; base_value=baseline; base_rule=declared_baseline
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของปีงบประมาณ ว่าง = ทั้งปี | quarter of the fiscal year, blank = the whole year
--   value | ผลของงวด | Result of the period | | ผลของงวดนั้นเอง ผลที่ส่งเป็นค่าสะสมหักงวดก่อนแล้ว | result of the period itself, a running total less the quarter before
--   base_value | ค่าฐาน | Base value | | ค่าฐานตามวิธีที่ประกาศ ถ้าไม่ประกาศใช้งวดเดียวกันปีก่อน หรือค่าฐานที่ประกาศของปีก่อน | by the base rule declared, else the same period a year earlier, else the declared baseline of that year
--   growth_pct | อัตราการขยายตัว | Growth | ร้อยละ | 100 × (ผล − ฐาน) / ฐาน ว่างเมื่อไม่มีความหมาย | 100 × (value − base) / base, blank where it says nothing
--   change_pp | เปลี่ยนแปลง (จุดร้อยละ) | Change in points | จุดร้อยละ | ผล − ฐาน ของตัวชี้วัดที่เป็นร้อยละ | value − base of an indicator measured in percent
--   status | สถานะ | Status | | ok, provisional ข้อมูลเบื้องต้น, not_meaningful ไม่มีความหมาย, no_base ไม่มีฐาน, missing ไม่มีผล | ok, provisional, not_meaningful, no_base, missing
--   reason | เหตุผล | Reason | | รหัสเหตุผล เช่น zero_base negative_base percent_unit definition_break | code such as zero_base, negative_base, percent_unit, definition_break
--   change | เปลี่ยนแปลง | Change | | ผล − ฐาน หน่วยเดียวกับตัวชี้วัด | value − base in the indicator's unit
--   base_fiscal_year | ปีของค่าฐาน | Year of the base | พ.ศ. | ปีงบประมาณของค่าฐาน ว่าง = เฉลี่ยหลายปี | fiscal year of the base, blank = a mean of years
--   base_rule | ที่มาของค่าฐาน | Base rule | | same_quarter_last_year, previous_year, declared_baseline, fixed_year, mean_of_years | same_quarter_last_year, previous_year, declared_baseline, fixed_year, mean_of_years
--   base_years | ปีที่ใช้เป็นฐาน | Years of the base | | ปีที่มีข้อมูลในบรรดาปีที่ประกาศเป็นฐาน | years with a value among those named for the base
--   base_year_count | จำนวนปีของฐาน | Years used | ปี | จำนวนปีที่มีข้อมูลของค่าฐานเฉลี่ย | years with a value that the mean is made of
--   named_year_count | จำนวนปีที่ประกาศ | Years named | ปี | จำนวนปีที่ประกาศให้ใช้เป็นฐาน ต้องมีข้อมูลอย่างน้อยสองในสาม | years named for the base, two of three must have a value
--   is_base_declared | ประกาศวิธีหาฐานแล้ว | Base declared | | จริงเมื่อแบบ 1 ประกาศวิธีหาค่าฐาน | true when form 1 declares the base rule
--   is_small_base | ฐานเล็ก | Small base | | จริงเมื่อค่าฐานเล็กจนร้อยละอาจทำให้เข้าใจผิด (จำนวน < 20 เงิน < 1 ล้านบาท) | true when a percentage of so small a base misleads (counts < 20, money < 1 million baht)
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
--   ปีปฏิทินกับปีงบประมาณ และค่าก่อนกับหลังเปลี่ยนนิยาม ไม่นำมาเทียบกัน | calendar and fiscal years, or values before and after a change of definition, are not compared with each other
--   ค่าฐานเฉลี่ยใช้เฉพาะปีที่มีข้อมูล มีน้อยกว่าสองในสามของปีที่ประกาศถือว่าไม่มีฐาน | a mean base uses the years with a value; with fewer than two of three named there is no base
--   แบบ 1 ประกาศได้ว่าการเปลี่ยนแปลงวัดเป็นร้อยละ จุด หรือหน่วยเดิม | form 1 may declare whether change is told in percent, points or the indicator's own unit
with result as (
    select *
    from kpi_period_at($as_of::timestamp, $fiscal_year - 1, $fiscal_year, $area_codes)
    where ($quarter is null or quarter = $quarter)
        and district_code is not distinct from $district_code
),
-- Of one period everything is settled here: what is compared, with what, and under which rule.
paired as (
    select
        result.*,
        indicator.direction,
        indicator.strategic_issue,
        indicator.issue_key,
        indicator.change_measure,
        indicator.base_rule as declared_rule,
        coalesce(indicator.base_rule in ('fixed', 'mean'), false) as is_named,
        coalesce(indicator.unit_kind, result.unit_kind) as kind,
        base.period_actual as base_actual,
        base.period_basis as base_basis,
        base.unit_kind as base_kind,
        base.value_status as base_status,
        if(result.quarter is null and result.district_code is null
            and indicator.baseline_year = result.fiscal_year - 1,
            indicator.baseline, null) as last_baseline,
        if(result.quarter is null and result.district_code is null
            and indicator.base_rule = 'fixed'
            and indicator.baseline_year::varchar = indicator.base_years,
            indicator.baseline, null) as fixed_baseline,
        len(string_split(indicator.base_years, ';')) as named_year_count,
        named.base_value as named_value,
        named.years_used,
        named.period_basis as named_basis,
        named.is_provisional as named_provisional,
        definition.starts
    from result
    left join result as base
        on base.area_code = result.area_code
        and base.kpi_code = result.kpi_code
        and base.fiscal_year = result.fiscal_year - 1
        and base.quarter is not distinct from result.quarter
    left join indicator_at($as_of::timestamp) as indicator
        on indicator.area_code = result.area_code
        and indicator.kpi_code = result.kpi_code
    left join named_base_at($as_of::timestamp, $area_codes) as named
        on named.area_code = result.area_code
        and named.kpi_code = result.kpi_code
        and named.quarter is not distinct from result.quarter
        and named.district_code is not distinct from result.district_code
    left join definition_start_at($as_of::timestamp) as definition
        on definition.area_code = result.area_code
        and definition.kpi_code = result.kpi_code
    where ($fiscal_year is null or result.fiscal_year = $fiscal_year)
        and ($issue_keys is null or list_contains($issue_keys, indicator.issue_key))
),
based as (
    select
        *,
        if(is_named, coalesce(named_value, fixed_baseline), coalesce(base_actual, last_baseline))
            as base_value,
        case
            when is_named and named_value is null and fixed_baseline is not null
                then 'declared_baseline'
            when is_named and declared_rule = 'fixed' then 'fixed_year'
            when is_named then 'mean_of_years'
            when base_actual is null and last_baseline is not null then 'declared_baseline'
            when quarter is null then 'previous_year'
            else 'same_quarter_last_year'
        end as base_rule,
        case
            when not is_named then [fiscal_year - 1]
            when named_value is null and fixed_baseline is not null then null
            else years_used
        end as base_year_list,
        coalesce(
            change_measure, if(kind in ('percent', 'growth'), 'points', 'percent')
        ) as measure
    from paired
),
compared as (
    select
        *,
        coalesce(
            if(is_named, named_basis, base_basis) <> period_basis
                or (not is_named and base_kind <> unit_kind),
            false
        ) as is_broken,
        len(list_filter(
            starts,
            lambda start: start <= fiscal_year and start > list_min(base_year_list)
        )) > 0 as is_redefined,
        if(is_named, named_provisional, base_status = 'provisional')
            or value_status = 'provisional' as is_provisional,
        abs(base_value) < base_floor(kind, unit) as is_small_base
    from based
),
judged as (
    select
        *,
        case
            when actual is not null and period_actual is null then 'earlier_quarter_missing'
            when actual is null then 'value_missing'
            when base_value is null and is_named then 'base_years_missing'
            when base_value is null then 'base_missing'
            when is_broken or is_redefined then 'definition_break'
            when measure = 'absolute' then 'absolute_change'
            when measure = 'points' and kind in ('percent', 'growth') then 'percent_unit'
            when measure = 'points' then null
            when base_value = 0 and period_actual = 0 then 'zero_to_zero'
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
    judged.period_actual as value,
    judged.base_value,
    case
        when reason is null and measure = 'percent'
            then 100.0 * (period_actual - base_value) / base_value
    end as growth_pct,
    case
        when measure = 'points' and coalesce(reason, 'percent_unit') = 'percent_unit'
            then (period_actual - base_value)::decimal(28, 6)
    end as change_pp,
    case
        when reason in ('value_missing', 'earlier_quarter_missing') then 'missing'
        when reason in ('base_missing', 'base_years_missing') then 'no_base'
        when reason in (
            'zero_base', 'zero_to_zero', 'negative_base', 'unit_unknown', 'definition_break'
        ) then 'not_meaningful'
        when is_provisional then 'provisional'
        else 'ok'
    end as status,
    judged.reason,
    case
        when reason is distinct from 'definition_break'
            then (period_actual - base_value)::decimal(28, 6)
    end as change,
    case when len(base_year_list) = 1 then base_year_list[1] end as base_fiscal_year,
    judged.base_rule,
    array_to_string(base_year_list, ', ') as base_years,
    case when base_rule = 'mean_of_years' then len(coalesce(years_used, [])) end
        as base_year_count,
    case when is_named then named_year_count end as named_year_count,
    judged.declared_rule is not null as is_base_declared,
    coalesce(judged.is_small_base, false) as is_small_base,
    case
        when reason = 'definition_break' or direction is null or direction = 'range' then null
        when period_actual = base_value then 'same'
        when (period_actual > base_value) = (direction = 'higher') then 'better'
        when period_actual is not null and base_value is not null then 'worse'
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
