-- ตัวชี้วัดรวมหลายพื้นที่: หนึ่งแถวต่อตัวชี้วัดชื่อเดียวกันของหลายจังหวัด และปีงบประมาณ
-- Indicators over several areas: one row per indicator that several provinces share by name, and fiscal year
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, as_of
-- columns:
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ | fiscal year
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสที่ทุกพื้นที่ที่นับรายงานถึง ว่าง = ทั้งปี | quarter up to which the areas counted have reported, blank = the whole year
--   value | ค่ารวม | Value together | | ตามวิธีรวมที่ประกาศ ว่าง = ไม่สามารถรวมได้ หรือข้อมูลไม่ครบ | by the rule declared, blank = cannot be added up, or incomplete
--   low | ต่ำสุด | Lowest | | ค่าต่ำสุดของพื้นที่ | lowest of the areas
--   median | มัธยฐาน | Median | | มัธยฐานของพื้นที่ | median of the areas
--   high | สูงสุด | Highest | | ค่าสูงสุดของพื้นที่ | highest of the areas
--   reporting_count | พื้นที่ที่มีผล | Areas reporting | พื้นที่ | พื้นที่ที่มีผลถึงงวดเดียวกัน | areas with a result up to the same period
--   applicable_count | พื้นที่ที่มีตัวชี้วัด | Areas having it | พื้นที่ | พื้นที่ที่มีตัวชี้วัดนี้ | areas that have this indicator
--   geo_agg | การรวมตามพื้นที่ | Adding over areas | | sum weighted none ว่าง = ยังไม่กำหนด | sum, weighted, none, blank = not declared
--   reason | เหตุผล | Reason | | not_additive, geo_agg_undeclared, definitions_differ, members_missing | not_additive, geo_agg_undeclared, definitions_differ, members_missing
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money percent growth ratio level milestone index | count money percent growth ratio level milestone index
--   kpi_key | คีย์ตัวชี้วัด | Indicator key | | ชื่อตัวชี้วัดสำหรับเทียบ | the indicator's name for matching
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   ไม่เฉลี่ยร้อยละ: รวมได้เฉพาะจากตัวตั้งและตัวหาร ถ้าไม่มีแสดงเป็นช่วงและมัธยฐาน | percentages are never averaged: they are added by numerator and denominator, or shown as range and median
--   ค่ารวมแสดงเมื่อทุกพื้นที่ที่มีตัวชี้วัดรายงานถึงงวดเดียวกัน และหน่วยกับนิยามตรงกัน | the value together needs all areas that have the indicator, up to the same period, with one unit and definition
with standing as (
    select standing.*, indicator.kpi_key, indicator.geo_agg, indicator.definition_id,
        indicator.definition_version
    from kpi_standing_at(
        $as_of::timestamp, $fiscal_year, $quarter, $area_codes, $district_code, $issue_keys,
        $today::date
    ) as standing
    inner join indicator_at($as_of::timestamp) as indicator using (area_code, kpi_code)
    where regexp_matches(area_code, '^[0-9]{2}$')
),
-- The period most areas have reached; others are not mixed in.
counted as (
    select *, mode(coalesce(quarter, 0)) filter (actual is not null) over same as shared
    from standing
    window same as (partition by kpi_key, fiscal_year)
),
summed as (
    select
        kpi_key,
        fiscal_year,
        min(kpi) as kpi,
        any_value(unit) as unit,
        any_value(unit_kind) as unit_kind,
        any_value(geo_agg) as geo_agg,
        nullif(any_value(shared), 0) as quarter,
        count(distinct coalesce(unit, '') || '|' || coalesce(geo_agg, '') || '|'
            || coalesce(definition_id, '') || '|' || coalesce(definition_version, ''))
            as definition_count,
        count(*) as applicable_count,
        count(actual) filter (coalesce(quarter, 0) = shared) as reporting_count,
        min(actual) filter (coalesce(quarter, 0) = shared) as low,
        median(actual::double) filter (coalesce(quarter, 0) = shared) as median,
        max(actual) filter (coalesce(quarter, 0) = shared) as high,
        sum(actual) filter (coalesce(quarter, 0) = shared) as added,
        count(denominator_sum) filter (coalesce(quarter, 0) = shared) as part_count,
        100.0 * sum(numerator_sum) filter (coalesce(quarter, 0) = shared)
            / nullif(sum(denominator_sum) filter (coalesce(quarter, 0) = shared), 0) as weighted
    from counted
    group by kpi_key, fiscal_year
    having count(*) > 1
),
judged as (
    select
        *,
        case
            when definition_count > 1 then 'definitions_differ'
            when geo_agg is null then 'geo_agg_undeclared'
            when geo_agg = 'none' then 'not_additive'
            when geo_agg = 'sum' and coalesce(unit_kind not in ('count', 'money'), true)
                then 'not_additive'
            when geo_agg = 'weighted' and part_count < reporting_count then 'not_additive'
            when reporting_count < applicable_count then 'members_missing'
        end as reason
    from summed
)
select
    kpi,
    fiscal_year,
    quarter,
    case
        when reason is null and geo_agg = 'sum' then added::double
        when reason is null and geo_agg = 'weighted' then weighted
    end as value,
    low,
    median,
    high,
    reporting_count,
    applicable_count,
    geo_agg,
    reason,
    unit,
    unit_kind,
    kpi_key,
    $basket::integer as basket
from judged
order by kpi, fiscal_year
