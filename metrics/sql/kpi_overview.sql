-- ภาพรวมตัวชี้วัด: หนึ่งแถวต่อพื้นที่และตัวชี้วัด เรียงจากแย่ที่สุด
-- Overview of indicators: one row per area and indicator, worst first
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, as_of
-- trace: kpi_result by area_code and kpi_code and fiscal_year; actual
-- trace: target by area_code and kpi_code and fiscal_year; target
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   status | สถานะ | Status | | met ≥ 100, near 75–<100, at_risk 50–<75, critical < 50 เทียบเป้าหมายถึงงวด; no_data, not_due | met ≥ 100, near 75–<100, at_risk 50–<75, critical < 50 against the target to date; no_data, not_due
--   actual | ผลสะสม | Result to date | | ผลล่าสุดของปี | newest result of the year
--   target | เป้าหมาย | Target | | เป้าหมายของปี | target of the year
--   attainment_pct | ร้อยละความสำเร็จ | Attainment | ร้อยละ | ผลสะสมเทียบเป้าหมายทั้งปี | result against the target of the year
--   attainment_to_date_pct | ความสำเร็จถึงงวด | Attainment to date | ร้อยละ | ผลสะสมเทียบเป้าหมายถึงงวด ใช้กำหนดสถานะ | result against the target to date, which decides the status
--   gap_pp | ส่วนต่าง (จุดร้อยละ) | Gap in points | จุดร้อยละ | ส่วนต่างของตัวชี้วัดที่เป็นร้อยละ | the gap of an indicator measured in percent
--   trend | แนวโน้ม | Trend | | ผลของแต่ละงวด (ค่าสะสมหักงวดก่อนแล้ว) ที่รายงานล่าสุดไม่เกิน 8 งวดในห้าปี เก่าไปใหม่ | results of up to 8 newest periods reported within five years, running totals taken apart, oldest first
--   trend_periods | งวดของแนวโน้ม | Periods of the trend | | ปีหรือปี/ไตรมาสของแต่ละค่า | year or year/quarter of each value
--   change | เปลี่ยนจากงวดก่อน | Change | | ผลงวดล่าสุดลบงวดก่อนหน้า | newest result minus the one before
--   direction_of_change | ความหมาย | Meaning | | better ดีขึ้น, worse แย่ลง, same คงเดิม | better, worse or same, by good direction
--   reason | เหตุผล | Reason | | รหัสเหตุผลเมื่อมีข้อควรทราบ | code of what should be known about the figure
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่รายงาน ว่าง = ทั้งปี | newest quarter reported, blank = the whole year
--   age_days | อายุข้อมูล | Data age | วัน | จำนวนวันตั้งแต่สิ้นงวดล่าสุดที่รายงาน | days since the end of the newest period reported
--   is_provisional | ข้อมูลเบื้องต้น | Provisional | | จริงเมื่อผลส่วนใดยังเป็นเบื้องต้น | true when any part of the result is provisional
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money percent growth ratio level milestone index | count money percent growth ratio level milestone index
--   direction | ทิศทางที่ดี | Good direction | | higher = ยิ่งมากยิ่งดี lower = ยิ่งน้อยยิ่งดี | higher = more is better, lower = less is better
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นยุทธศาสตร์ตามที่เขียน | the strategic issue as written
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   owner | หน่วยงานรับผิดชอบ | Owner | | หน่วยงานรับผิดชอบ | agency in charge
--   severity | ลำดับความรุนแรง | Severity | | 1 วิกฤต 2 เสี่ยง 3 ใกล้เป้า 4 ไม่มีข้อมูล 5 บรรลุ 6 ยังไม่ถึงกำหนด | 1 critical, 2 at risk, 3 near, 4 no data, 5 met, 6 not due
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   ไม่เลือกปี: ใช้ปีล่าสุดที่ตัวชี้วัดมีผล หรือมีเป้าหมาย | without a year: the newest year for which the indicator has a result, else a target
with standing as (
    select *
    from kpi_standing_at(
        $as_of::timestamp, $fiscal_year, $quarter, $area_codes, $district_code, $issue_keys,
        $today::date
    )
    where $fiscal_year is not null
        or fiscal_year <= year($today::date + interval 3 month) + 543
    qualify row_number() over (
        partition by area_code, kpi_code
        order by actual is not null desc, fiscal_year desc
    ) = 1
),
period as (
    select
        area_code,
        kpi_code,
        quarter is not null as is_quarter,
        list_reverse(
            arg_max(period_actual::double, fiscal_year * 10 + coalesce(quarter, 0), 8)
        ) as trend,
        list_reverse(max(fiscal_year * 10 + coalesce(quarter, 0), 8)) as periods
    from kpi_period_at($as_of::timestamp, $fiscal_year - 4, $fiscal_year, $area_codes)
    where period_actual is not null
        and district_code is not distinct from $district_code
        and (
            $fiscal_year is null or $quarter is null or fiscal_year < $fiscal_year
            or quarter <= $quarter
        )
    group by area_code, kpi_code, is_quarter
),
-- Quarters where there are any, else whole years: the two are never mixed in one line.
series as (
    select
        area_code,
        kpi_code,
        arg_max(trend, is_quarter) as trend,
        [
            concat_ws('/', period // 10, nullif(period % 10, 0))
            for period in arg_max(periods, is_quarter)
        ] as trend_periods
    from period
    group by area_code, kpi_code
),
ordered as (
    select
        standing.*,
        series.trend,
        series.trend_periods,
        case when len(series.trend) > 1 then series.trend[-1] - series.trend[-2] end as change,
        case standing.status
            when 'critical' then 1
            when 'at_risk' then 2
            when 'near' then 3
            when 'no_data' then 4
            when 'met' then 5
            else 6
        end as severity
    from standing
    left join series using (area_code, kpi_code)
)
select
    area.name_th as area,
    ordered.kpi,
    ordered.status,
    ordered.actual,
    ordered.target,
    ordered.attainment_pct,
    ordered.attainment_to_date_pct,
    case
        when ordered.unit_kind in ('percent', 'growth')
            then (ordered.actual - ordered.target)::decimal(28, 6)
    end as gap_pp,
    ordered.trend,
    ordered.trend_periods,
    ordered.change,
    case
        when change is null or declared_direction is null or declared_direction = 'range' then null
        when change = 0 then 'same'
        when (change > 0) = (declared_direction = 'higher') then 'better'
        else 'worse'
    end as direction_of_change,
    ordered.reason,
    ordered.fiscal_year,
    ordered.quarter,
    case
        when ordered.actual is not null then greatest(
            0, date_diff('day', quarter_end(ordered.fiscal_year, ordered.quarter), $today::date)
        )
    end as age_days,
    ordered.is_provisional,
    ordered.unit,
    ordered.unit_kind,
    ordered.declared_direction as direction,
    ordered.strategic_issue,
    ordered.issue_key,
    ordered.owner,
    ordered.severity,
    ordered.kpi_code,
    ordered.area_code,
    $basket::integer as basket
from ordered
left join area using (area_code)
order by
    ordered.severity,
    ordered.attainment_to_date_pct nulls last,
    area.sort_order,
    ordered.kpi_code
