-- ค่าคาดการณ์การเบิกจ่ายสิ้นปี: หนึ่งแถวต่อปีงบประมาณ พื้นที่ และประเภทรายจ่าย ณ ไตรมาสล่าสุดที่รายงาน (หรือไตรมาสที่เลือก)
-- Forecast of the year's disbursement: one row per fiscal year, area and spending type, as of the newest quarter reported (or the quarter asked for)
-- source: แบบ 3 โครงการ (form 3) · เป้าหมายการเบิกจ่ายของรัฐ (official targets) · ปีงบประมาณล่าช้า (fiscal year notes)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, plan, as_of
-- trace: project_quarter by province_code=area_code and fiscal_year and quarter; disbursed_thb, allocated_thb; spending_type=all
-- trace: project_quarter by province_code=area_code and fiscal_year and quarter and spending_type; disbursed_thb, allocated_thb; spending_type=current/capital
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสที่ใช้คาดการณ์ | the quarter the forecast is made from
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   spending_type | ประเภทรายจ่าย | Spending type | | all ภาพรวม, current ประจำ, capital ลงทุน | all, current, capital
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายสะสมถึงไตรมาสต่องบประมาณที่ได้รับ | disbursed to date in percent of allocated
--   forecast_pct | คาดการณ์สิ้นปี | Forecast | ร้อยละ | ค่าคาดการณ์ ณ 30 กันยายน ว่าง = ยังคาดการณ์ไม่ได้ | forecast for 30 September, blank = none can be made yet
--   low_pct | ต่ำสุด | Low | ร้อยละ | ค่าต่ำสุดตามปีปกติที่ผ่านมา ว่าง = ประมาณการเชิงเส้นไม่มีช่วง | lowest by the normal years before, blank = a straight line has no interval
--   high_pct | สูงสุด | High | ร้อยละ | ค่าสูงสุดตามปีปกติที่ผ่านมา | highest by the normal years before
--   method | วิธี | Method | | profile จังหวะเบิกจ่ายปีปกติ, linear ประมาณการเชิงเส้น, final สิ้นปีแล้ว, none ยังคาดการณ์ไม่ได้ | profile of normal years, linear, final = the year is over, none
--   reason | เหตุผล | Reason | | too_few_points มีข้อมูลไม่ถึงสองไตรมาส, too_few_years ปีปกติไม่ถึงสามปี, delayed_year ปีงบประมาณล่าช้า | too_few_points, too_few_years, delayed_year
--   backtest_error_pp | คลาดเคลื่อนเมื่อย้อนทดสอบ | Back-test error | จุดร้อยละ | ค่าเฉลี่ยของความคลาดเคลื่อนสัมบูรณ์เมื่อใช้วิธีนี้กับปีปกติที่ผ่านมา ณ ไตรมาสเดียวกัน | mean absolute error of this method on the normal years before, at the same quarter
--   year_count | จำนวนปีปกติ | Normal years | ปี | ปีปกติที่ใช้เป็นจังหวะหรือย้อนทดสอบ | normal years used for the profile or the back-test
--   years | ปีที่ใช้ | Years used | | ปีปกติที่ใช้ ไม่รวมปีที่งบประมาณล่าช้า | the normal years used, years with a delayed budget left out
--   linear_pct | ประมาณการเชิงเส้น | Straight line | ร้อยละ | เบิกจ่ายสะสมหารสัดส่วนวันที่ผ่านไป | disbursed to date over the share of days gone
--   target_pct | เป้าหมายสิ้นปี | Year's target | ร้อยละ | เป้าหมายของทั้งปี ว่าง = ยังไม่ได้บันทึก | official target of the year, blank = not loaded
--   gap_pp | คาดการณ์เทียบเป้า | Forecast to target | จุดร้อยละ | ค่าคาดการณ์ลบเป้าหมายสิ้นปี | forecast minus target of the year
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการที่รายงานไตรมาสนี้ | budget of the projects that reported this quarter
--   disbursed_thb | เบิกจ่ายสะสม | Disbursed | บาท | เบิกจ่ายสะสมของโครงการที่รายงาน | disbursed to date by the projects that reported
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   จังหวะปีปกติ: มัธยฐานของ (สะสมถึงไตรมาส ÷ ทั้งปี) ของปีปกติล่าสุด 3 ปี ค่าคาดการณ์ = สะสม ÷ จังหวะ | profile: median of (to date ÷ whole year) over the three newest normal years, forecast = to date ÷ profile
--   ปีปกติไม่ถึงสามปี หรือปีที่คาดการณ์งบประมาณล่าช้า ใช้ประมาณการเชิงเส้น และมีข้อมูลไม่ถึงสองไตรมาสจะไม่คาดการณ์ | with fewer than three normal years, or in a delayed year, a straight line is used, and with fewer than two quarters nothing is forecast
with year_read as (
    select $fiscal_year as fiscal_year
    union all (
        select $fiscal_year - unnest(range(1, 9)) as fiscal_year
        except
        select fiscal_year from fiscal_year_note where delayed_budget
        order by fiscal_year desc
        limit 3
    )
),
-- Of one year the year itself and the three newest normal ones before it.
spending as (
    select
        fiscal_year,
        quarter,
        coalesce($group_code, province_code) as area_code,
        spending_type,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb,
        sum(disbursed_thb) filter (allocated_thb is not null) as disbursed_of_allocated_thb
    from project_quarter_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year in (select fiscal_year from year_read))
        and ($quarter is null or quarter <= $quarter or quarter = 4)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
        and source is distinct from 'carry_over'
    group by fiscal_year, quarter, coalesce($group_code, province_code), spending_type
),
course as (
    select
        fiscal_year,
        quarter,
        area_code,
        coalesce(spending_type, 'all') as spending_type,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb,
        100.0 * sum(disbursed_of_allocated_thb) / nullif(sum(allocated_thb), 0) as disbursed_pct,
        coalesce(any_value(note.delayed_budget), false) as is_delayed
    from spending
    left join fiscal_year_note as note using (fiscal_year)
    group by grouping sets (
        (fiscal_year, quarter, area_code), (fiscal_year, quarter, area_code, spending_type)
    )
    having grouping(spending_type) = 1 or spending_type is not null
),
asked as (
    select
        *,
        count(*) over (partition by area_code, spending_type, fiscal_year) as point_count,
        (quarter_end(fiscal_year, quarter) - quarter_end(fiscal_year - 1, 4))
            / (quarter_end(fiscal_year, 4) - quarter_end(fiscal_year - 1, 4))::double as elapsed
    from course
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter <= $quarter)
    qualify row_number() over (
        partition by area_code, spending_type, fiscal_year order by quarter desc
    ) = 1
),
-- The same quarter of the normal years before, and what these years came to.
past as (
    select
        asked.area_code,
        asked.spending_type,
        asked.fiscal_year,
        asked.elapsed,
        earlier.fiscal_year as past_year,
        earlier.disbursed_pct as past_pct,
        whole.disbursed_pct as whole_pct,
        earlier.disbursed_thb / whole.disbursed_thb::double as part
    from asked
    inner join course as earlier
        on earlier.area_code = asked.area_code
        and earlier.spending_type = asked.spending_type
        and earlier.quarter = asked.quarter
        and earlier.fiscal_year < asked.fiscal_year
        and not earlier.is_delayed
    inner join course as whole
        on whole.area_code = earlier.area_code
        and whole.spending_type = earlier.spending_type
        and whole.fiscal_year = earlier.fiscal_year
        and whole.quarter = 4
    where earlier.disbursed_thb > 0 and whole.disbursed_thb > 0
    qualify row_number() over (
        partition by asked.area_code, asked.spending_type, asked.fiscal_year
        order by earlier.fiscal_year desc
    ) <= 3
),
-- Each year forecast by the others, as if it were the one not known yet.
tested as (
    select
        past.area_code,
        past.spending_type,
        past.fiscal_year,
        past.past_year,
        abs(any_value(past.past_pct) / median(other.part) - any_value(past.whole_pct)) as miss
    from past
    inner join past as other
        on other.area_code = past.area_code
        and other.spending_type = past.spending_type
        and other.fiscal_year = past.fiscal_year
        and other.past_year <> past.past_year
    group by past.area_code, past.spending_type, past.fiscal_year, past.past_year
),
profile as (
    select
        area_code,
        spending_type,
        fiscal_year,
        count(*) as year_count,
        string_agg(past_year::varchar, ', ' order by past_year) as years,
        median(part) as part,
        min(part) as least,
        max(part) as most,
        avg(abs(past_pct / elapsed - whole_pct)) as linear_miss,
        avg(miss) as miss
    from past
    left join tested using (area_code, spending_type, fiscal_year, past_year)
    group by area_code, spending_type, fiscal_year
),
chosen as (
    select
        asked.*,
        coalesce(profile.year_count, 0) as year_count,
        profile.* exclude (area_code, spending_type, fiscal_year, year_count),
        case
            when quarter = 4 then 'final'
            when point_count < 2 or disbursed_pct is null then 'none'
            when coalesce(profile.year_count, 0) >= 3 and not is_delayed then 'profile'
            else 'linear'
        end as method
    from asked
    left join profile using (area_code, spending_type, fiscal_year)
),
forecast as (
    select
        *,
        case method
            when 'final' then disbursed_pct
            when 'profile' then disbursed_pct / part
            when 'linear' then disbursed_pct / elapsed
        end as forecast_pct
    from chosen
)
select
    forecast.fiscal_year,
    forecast.quarter,
    area.name_th as area,
    forecast.spending_type,
    forecast.disbursed_pct,
    forecast.forecast_pct,
    if(method = 'profile', forecast.disbursed_pct / forecast.most, null) as low_pct,
    if(method = 'profile', forecast.disbursed_pct / forecast.least, null) as high_pct,
    forecast.method,
    case
        when method = 'none' then 'too_few_points'
        when method = 'linear' and is_delayed then 'delayed_year'
        when method = 'linear' then 'too_few_years'
    end as reason,
    case method when 'profile' then forecast.miss when 'linear' then forecast.linear_miss end
        as backtest_error_pp,
    forecast.year_count,
    forecast.years,
    if(method in ('profile', 'linear'), forecast.disbursed_pct / forecast.elapsed, null)
        as linear_pct,
    target.target_pct,
    forecast.forecast_pct - target.target_pct as gap_pp,
    forecast.allocated_thb,
    forecast.disbursed_thb,
    forecast.area_code,
    $basket::integer as basket
from forecast
left join disbursement_target_by_quarter as target
    on target.fiscal_year = forecast.fiscal_year
    and target.quarter = 4
    and target.spending_type = forecast.spending_type
left join area using (area_code)
order by forecast.fiscal_year, area.sort_order, forecast.spending_type
