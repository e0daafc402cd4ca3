-- ค่าคาดการณ์ตัวชี้วัดสิ้นปี: หนึ่งแถวต่อพื้นที่ ตัวชี้วัดจำนวนหรือเงินที่สะสมได้ และปีงบประมาณ ณ ไตรมาสล่าสุดที่รายงาน (หรือไตรมาสที่เลือก)
-- Forecast of the year's indicators: one row per area, count or money indicator that adds up, and fiscal year, as of the newest quarter reported (or the quarter asked for)
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2) · ปีงบประมาณล่าช้า (fiscal year notes)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, as_of
-- trace: kpi_result by area_code and kpi_code and fiscal_year; to_date=actual
-- trace: target by area_code and kpi_code and fiscal_year; target
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสที่ใช้คาดการณ์ | the quarter the forecast is made from
--   to_date | ผลสะสม | Result to date | | ผลสะสมถึงไตรมาส | result up to the quarter
--   forecast | คาดการณ์สิ้นปี | Forecast | | ค่าคาดการณ์ของทั้งปี ว่าง = ยังคาดการณ์ไม่ได้ | forecast of the whole year, blank = none can be made yet
--   low | ต่ำสุด | Low | | ค่าต่ำสุดตามปีปกติที่ผ่านมา ว่าง = ประมาณการเชิงเส้นไม่มีช่วง | lowest by the normal years before, blank = a straight line has no interval
--   high | สูงสุด | High | | ค่าสูงสุดตามปีปกติที่ผ่านมา | highest by the normal years before
--   method | วิธี | Method | | profile จังหวะของปีปกติ, linear ประมาณการเชิงเส้น, final สิ้นปีแล้ว, none ยังคาดการณ์ไม่ได้ | profile of normal years, linear, final = the year is over, none
--   reason | เหตุผล | Reason | | too_few_points มีข้อมูลไม่ถึงสองไตรมาส, too_few_years ปีปกติไม่ถึงสามปี, delayed_year ปีงบประมาณล่าช้า | too_few_points, too_few_years, delayed_year
--   backtest_error_pct | คลาดเคลื่อนเมื่อย้อนทดสอบ | Back-test error | ร้อยละ | ค่าเฉลี่ยของความคลาดเคลื่อนสัมบูรณ์เทียบค่าจริง เมื่อใช้วิธีนี้กับปีปกติที่ผ่านมา | mean absolute error of this method on the normal years before, in percent of what came
--   year_count | จำนวนปีปกติ | Normal years | ปี | ปีปกติที่ใช้ | normal years used
--   years | ปีที่ใช้ | Years used | | ปีปกติที่ใช้ ไม่รวมปีที่งบประมาณล่าช้า | the normal years used, years with a delayed budget left out
--   linear | ประมาณการเชิงเส้น | Straight line | | ผลสะสมหารสัดส่วนวันที่ผ่านไป | result to date over the share of days gone
--   target | เป้าหมาย | Target | | เป้าหมายของปี ว่าง = ไม่มี | target of the year, blank = none
--   gap | คาดการณ์เทียบเป้า | Forecast to target | | ค่าคาดการณ์ลบเป้าหมาย | forecast minus target
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money | count, money
--   direction | ทิศทางที่ดี | Good direction | | higher = ยิ่งมากยิ่งดี lower = ยิ่งน้อยยิ่งดี | higher = more is better, lower = less is better
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   ใช้เฉพาะตัวชี้วัดจำนวนและเงินที่ประกาศว่าผลเป็นค่าของงวดหรือค่าสะสม | only counts and money declared as values of the period or running totals
--   จังหวะปีปกติ: มัธยฐานของ (สะสมถึงไตรมาส ÷ ทั้งปี) ของปีปกติสามปีล่าสุดในห้าปี ค่าคาดการณ์ = สะสม ÷ จังหวะ | profile: median of (to date ÷ whole year) over the three newest normal years of the last five, forecast = to date ÷ profile
--   มีข้อมูลไม่ถึงสองไตรมาสจะไม่คาดการณ์ สิ้นไตรมาส 4 คือผลจริง | with fewer than two quarters nothing is forecast, at the end of quarter 4 it is what came
with period as (
    select
        history.*,
        if(coalesce(history.change_mode, 'level') = 'level', target.target, null) as year_target
    from history_at(
        $as_of::timestamp, 'flow', $fiscal_year - 5, $fiscal_year, $area_codes
    ) as history
    left join target_at($as_of::timestamp, $fiscal_year, $area_codes) as target
        using (area_code, kpi_code, fiscal_year)
    where history.district_code is not distinct from $district_code
        and ($issue_keys is null or list_contains($issue_keys, history.issue_key))
),
-- To date by the end of each quarter; a gap leaves what follows unknown.
course as (
    select
        area_code,
        kpi_code,
        fiscal_year,
        quarter,
        if(accumulation = 'running', actual,
            if(count(actual) over so_far = quarter, sum(actual) over so_far, null)) as to_date,
        count(actual) over so_far as point_count,
        kpi,
        unit,
        unit_kind,
        direction,
        year_target
    from period
    where quarter is not null and actual is not null
    window so_far as (partition by area_code, kpi_code, fiscal_year order by quarter)
),
whole as (
    select area_code, kpi_code, fiscal_year, max(value) as whole
    from (
        select area_code, kpi_code, fiscal_year, actual as value
        from period
        where quarter is null and actual is not null
        union all
        select area_code, kpi_code, fiscal_year, to_date from course where quarter = 4
    )
    group by area_code, kpi_code, fiscal_year
),
asked as (
    select
        *,
        (quarter_end(fiscal_year, quarter) - quarter_end(fiscal_year - 1, 4))
            / (quarter_end(fiscal_year, 4) - quarter_end(fiscal_year - 1, 4))::double as elapsed
    from course
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter <= $quarter)
    qualify row_number() over (
        partition by area_code, kpi_code, fiscal_year order by quarter desc
    ) = 1
),
past as (
    select
        asked.area_code,
        asked.kpi_code,
        asked.fiscal_year,
        asked.elapsed,
        earlier.fiscal_year as past_year,
        earlier.to_date::double as past_to_date,
        whole.whole::double as whole,
        earlier.to_date / whole.whole::double as part
    from asked
    inner join course as earlier
        on earlier.area_code = asked.area_code
        and earlier.kpi_code = asked.kpi_code
        and earlier.quarter = asked.quarter
        and earlier.fiscal_year < asked.fiscal_year
        and earlier.fiscal_year >= asked.fiscal_year - 5
    inner join whole
        on whole.area_code = earlier.area_code
        and whole.kpi_code = earlier.kpi_code
        and whole.fiscal_year = earlier.fiscal_year
    anti join (from fiscal_year_note where delayed_budget) as delayed
        on delayed.fiscal_year = earlier.fiscal_year
    where asked.quarter < 4 and earlier.to_date > 0 and whole.whole > 0
    qualify row_number() over (
        partition by asked.area_code, asked.kpi_code, asked.fiscal_year
        order by earlier.fiscal_year desc
    ) <= 3
),
-- Each year forecast by the others, as if it were the one not known yet.
tested as (
    select
        past.area_code,
        past.kpi_code,
        past.fiscal_year,
        past.past_year,
        100 * abs(any_value(past.past_to_date) / median(other.part) / any_value(past.whole) - 1)
            as miss
    from past
    inner join past as other
        on other.area_code = past.area_code
        and other.kpi_code = past.kpi_code
        and other.fiscal_year = past.fiscal_year
        and other.past_year <> past.past_year
    group by past.area_code, past.kpi_code, past.fiscal_year, past.past_year
),
profile as (
    select
        area_code,
        kpi_code,
        fiscal_year,
        count(*) as year_count,
        string_agg(past_year::varchar, ', ' order by past_year) as years,
        median(part) as part,
        min(part) as least,
        max(part) as most,
        avg(100 * abs(past_to_date / elapsed / whole - 1)) as linear_miss,
        avg(miss) as miss
    from past
    left join tested using (area_code, kpi_code, fiscal_year, past_year)
    group by area_code, kpi_code, fiscal_year
),
chosen as (
    select
        asked.*,
        coalesce(note.delayed_budget, false) as is_delayed,
        coalesce(profile.year_count, 0) as years_known,
        profile.* exclude (area_code, kpi_code, fiscal_year, year_count),
        case
            when asked.quarter = 4 then 'final'
            when asked.point_count < 2 or asked.to_date is null then 'none'
            when coalesce(profile.year_count, 0) >= 3
                and not coalesce(note.delayed_budget, false) then 'profile'
            else 'linear'
        end as method
    from asked
    left join profile using (area_code, kpi_code, fiscal_year)
    left join fiscal_year_note as note using (fiscal_year)
)
select
    area.name_th as area,
    chosen.kpi,
    chosen.fiscal_year,
    chosen.quarter,
    chosen.to_date,
    case method
        when 'final' then to_date::double
        when 'profile' then to_date / part
        when 'linear' then to_date / elapsed
    end as forecast,
    if(method = 'profile', to_date / most, null) as low,
    if(method = 'profile', to_date / least, null) as high,
    chosen.method,
    case
        when method = 'none' then 'too_few_points'
        when method = 'linear' and is_delayed then 'delayed_year'
        when method = 'linear' then 'too_few_years'
    end as reason,
    case method when 'profile' then miss when 'linear' then linear_miss end
        as backtest_error_pct,
    chosen.years_known as year_count,
    chosen.years,
    if(method in ('profile', 'linear'), to_date / elapsed, null) as linear,
    chosen.year_target as target,
    forecast - chosen.year_target::double as gap,
    chosen.unit,
    chosen.unit_kind,
    chosen.direction,
    chosen.kpi_code,
    chosen.area_code,
    $basket::integer as basket
from chosen
left join area using (area_code)
order by area.sort_order, chosen.kpi_code, chosen.fiscal_year
