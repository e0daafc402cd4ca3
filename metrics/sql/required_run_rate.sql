-- อัตราเร่งที่ต้องใช้: หนึ่งแถวต่อปีงบประมาณ พื้นที่ และเรื่อง (การเบิกจ่าย หรือตัวชี้วัดจำนวนและเงินที่ยิ่งมากยิ่งดี) ณ ไตรมาสล่าสุดที่รายงาน (หรือไตรมาสที่เลือก)
-- Required run-rate: one row per fiscal year, area and subject (disbursement, or a count or money indicator of which more is better), as of the newest quarter reported (or the quarter asked for)
-- source: แบบ 1–3 (forms 1 to 3) · เป้าหมายการเบิกจ่ายของรัฐ (official targets)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, plan, as_of
-- trace: project_quarter by province_code=area_code and fiscal_year and quarter; done=disbursed_thb, allocated_thb; subject=disbursement
-- trace: kpi_result by area_code and kpi_code and fiscal_year; done=actual; subject=indicator
-- trace: target by area_code and kpi_code and fiscal_year; target; subject=indicator
-- columns:
--   subject | เรื่อง | Subject | | disbursement การเบิกจ่ายภาพรวม, indicator ตัวชี้วัด | disbursement, indicator
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด ว่าง = การเบิกจ่าย | name of the indicator, blank = disbursement
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่รายงาน | newest quarter reported
--   target | เป้าหมายทั้งปี | Year's target | | เป้าหมายของปี หน่วยเดียวกับผล (การเบิกจ่าย: บาท) | target of the year in the unit of the result (disbursement: baht)
--   done | ทำได้แล้ว | Done | | ผลสะสมถึงไตรมาส | result up to the quarter
--   months_left | เดือนที่เหลือ | Months left | เดือน | เดือนที่เหลือของปีงบประมาณหลังไตรมาสนั้น | months of the fiscal year after the quarter
--   needed_per_month | ต้องทำต่อเดือน | Needed a month | | (เป้าหมาย − ผลสะสม) ÷ เดือนที่เหลือ | (target − done) ÷ months left
--   recent_per_month | ที่ทำได้ต่อเดือน | Recently a month | | ผลของสามเดือนล่าสุด ÷ 3 | result of the last three months ÷ 3
--   ratio | ต้องเร่งกี่เท่า | Times faster | เท่า | ต้องทำต่อเดือน ÷ ที่ทำได้ต่อเดือน | needed ÷ recent
--   pace | จังหวะ | Pace | | reached ถึงเป้าแล้ว, on_pace ทันเป้า (≤ 1), faster ต้องเร่ง (1–2), much_faster ต้องเร่งกว่าเดิมเกิน 2 เท่า, no_pace ไม่มีผลสามเดือนล่าสุด, no_target ไม่มีเป้าหมาย, final สิ้นปีแล้ว | reached, on_pace (≤ 1), faster (1 to 2), much_faster (> 2), no_pace, no_target, final
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money | count, money
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการที่รายงาน ว่าง = ตัวชี้วัด | budget of the projects that reported, blank = an indicator
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   สามเดือนล่าสุดคือไตรมาสล่าสุดหนึ่งไตรมาส ค่าสะสมหักไตรมาสก่อนแล้ว | the last three months are the newest quarter, running totals less the quarter before
--   ตัวชี้วัดที่ยิ่งน้อยยิ่งดีและตัวชี้วัดที่ไม่สะสมไม่มีอัตราเร่ง | indicators of which less is better, or that do not add up, have no run-rate
with spending as (
    select
        fiscal_year,
        quarter,
        coalesce($group_code, province_code) as area_code,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) filter (allocated_thb is not null) as done
    from project_quarter_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter <= $quarter)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
        and source is distinct from 'carry_over'
    group by fiscal_year, quarter, coalesce($group_code, province_code)
),
money as (
    select
        'disbursement' as subject,
        fiscal_year,
        spending.quarter,
        area_code,
        null as kpi_code,
        null as kpi,
        'บาท' as unit,
        'money' as unit_kind,
        allocated_thb,
        target.target_pct / 100 * allocated_thb as target,
        done,
        case
            when spending.quarter = 1 then done
            else done - max(done) over (
                partition by area_code, fiscal_year order by spending.quarter
                range between 1 preceding and 1 preceding
            )
        end as recent
    from spending
    left join (
        from disbursement_target_by_quarter where quarter = 4 and spending_type = 'all'
    ) as target using (fiscal_year)
    qualify row_number() over (
        partition by area_code, fiscal_year order by spending.quarter desc
    ) = 1
),
period as (
    select *
    from history_at($as_of::timestamp, 'flow', $fiscal_year, $fiscal_year, $area_codes)
    where direction = 'higher'
        and district_code is not distinct from $district_code
        and quarter is not null
        and actual is not null
        and ($quarter is null or quarter <= $quarter)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and $plan_keys is null  -- an indicator belongs to no plan of projects
),
indicators as (
    select
        'indicator' as subject,
        fiscal_year,
        quarter,
        area_code,
        kpi_code,
        kpi,
        unit,
        unit_kind,
        null as allocated_thb,
        if(coalesce(change_mode, 'level') = 'level', target.target, null) as target,
        if(accumulation = 'running', actual,
            if(count(actual) over so_far = quarter, sum(actual) over so_far, null)) as done,
        period_actual as recent
    from period
    left join target_at($as_of::timestamp, $fiscal_year, $area_codes) as target
        using (area_code, kpi_code, fiscal_year)
    window so_far as (partition by area_code, kpi_code, fiscal_year order by quarter)
    qualify row_number() over (
        partition by area_code, kpi_code, fiscal_year order by quarter desc
    ) = 1
),
everything as (
    select * exclude (target, done, recent),
        target::double as target, done::double as done, recent::double as recent
    from money
    union all by name
    select * exclude (target, done, recent),
        target::double as target, done::double as done, recent::double as recent
    from indicators
),
paced as (
    select
        *,
        12 - 3 * quarter as months_left,
        recent / 3 as recent_per_month,
        if(quarter < 4, greatest(target - done, 0) / (12 - 3 * quarter), null)
            as needed_per_month
    from everything
    where done is not null
)
select
    paced.subject,
    area.name_th as area,
    paced.kpi,
    paced.fiscal_year,
    paced.quarter,
    paced.target,
    paced.done,
    paced.months_left,
    paced.needed_per_month,
    paced.recent_per_month,
    if(recent_per_month > 0, needed_per_month / recent_per_month, null) as ratio,
    case
        when months_left = 0 then 'final'
        when target is null then 'no_target'
        when done >= target then 'reached'
        when recent_per_month is null or recent_per_month <= 0 then 'no_pace'
        when needed_per_month <= recent_per_month then 'on_pace'
        when needed_per_month <= 2 * recent_per_month then 'faster'
        else 'much_faster'
    end as pace,
    paced.unit,
    paced.unit_kind,
    paced.allocated_thb,
    paced.kpi_code,
    paced.area_code,
    $basket::integer as basket
from paced
left join area using (area_code)
order by paced.subject, area.sort_order, paced.kpi_code, paced.fiscal_year
