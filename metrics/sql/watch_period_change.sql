-- ช่วงเฝ้าระวังเทียบปีก่อน: หนึ่งแถวต่อปีงบประมาณ จังหวัด (หรืออำเภอที่เลือก) ช่วง และประเภทความเสี่ยง
-- Watch periods against the year before: one row per fiscal year, province (or the district asked for), period and kind of risk
-- source: แผนเฝ้าระวังพื้นที่เสี่ยงรายอำเภอ (district surveillance)
-- filters: group, province, district, fiscal_year, as_of
-- trace: surveillance by province_code=area_code and fiscal_year and named_period and risk_type; incident_count
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | จังหวัด | Province | | จังหวัด | the province
--   district | อำเภอ | District | | อำเภอ ว่าง = ทั้งจังหวัด | the district, blank = the whole province
--   named_period | ช่วง | Period | | new_year ปีใหม่, songkran สงกรานต์, rainy ฤดูฝน | new_year, songkran, rainy
--   risk_type | ประเภทความเสี่ยง | Kind of risk | | crime อาชญากรรม, drugs ยาเสพติด, accident อุบัติเหตุ, disaster สาธารณภัย | crime, drugs, accident, disaster
--   incident_count | จำนวนเหตุปีนี้ | Incidents this year | เหตุ | รวมอำเภอที่รายงานทั้งสองปี หรือที่รายงานปีนี้เมื่อไม่มีปีก่อน | of districts that reported in both years, or this year where there is no year before
--   incident_count_before | จำนวนเหตุปีก่อน | Incidents last year | เหตุ | ของอำเภอชุดเดียวกันในปีก่อน ว่าง = ไม่มีรายงาน | of the same districts a year earlier, blank = not reported
--   change_count | เปลี่ยนแปลง | Change | เหตุ | ปีนี้ลบปีก่อน | this year less the year before
--   change_pct | เปลี่ยนแปลง (ร้อยละ) | Change in percent | ร้อยละ | ว่างเมื่อปีก่อนไม่มีเหตุ | blank where there were none the year before
--   day_count | จำนวนวัน | Days | วัน | จำนวนวันของช่วงในปีนี้ | days of the period this year
--   day_count_before | จำนวนวันปีก่อน | Days last year | วัน | จำนวนวันของช่วงในปีก่อน | days of the period the year before
--   per_day | เหตุต่อวัน | Incidents per day | เหตุต่อวัน | จำนวนเหตุต่อจำนวนวันของช่วง | incidents per day of the period
--   per_day_before | เหตุต่อวันปีก่อน | Per day last year | เหตุต่อวัน | ของปีก่อน | a year earlier
--   compared_count | อำเภอที่เทียบได้ | Districts compared | อำเภอ | อำเภอที่รายงานทั้งสองปี | districts that reported in both years
--   reporting_count | อำเภอที่รายงานปีนี้ | Districts reporting | อำเภอ | อำเภอที่รายงานปีนี้ | districts that reported this year
--   starts_on | วันแรก | First day | | วันแรกของช่วง | first day of the period
--   ends_on | วันสุดท้าย | Last day | | วันสุดท้ายของช่วง | last day of the period
--   is_verified | พบประกาศแล้ว | Dates verified | | จริงเมื่อพบประกาศวันของช่วง | true when the announcement of the dates was found
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เทียบเฉพาะอำเภอที่รายงานทั้งสองปี และดูเหตุต่อวันเมื่อจำนวนวันไม่เท่ากัน | only districts that reported in both years are compared; look at incidents per day where the days differ
--   วันของแต่ละช่วงอยู่ในตาราง named_period | the dates of each period are in the table named_period
with watch as (
    select *
    from district_watch_at($as_of::timestamp, null, $province_codes, $district_code)
    where named_period is not null
        and incident_count is not null
        and ($fiscal_year is null or fiscal_year between $fiscal_year - 1 and $fiscal_year)
),
paired as (
    select
        now.*,
        before.incident_count as count_before,
        count(before.district_code) over alike as compared_count,
        count(*) over alike as reporting_count
    from watch as now
    left join watch as before
        on before.district_code = now.district_code
        and before.fiscal_year = now.fiscal_year - 1
        and before.named_period = now.named_period
        and before.risk_type = now.risk_type
    where $fiscal_year is null or now.fiscal_year = $fiscal_year
    window alike as (
        partition by now.province_code, now.fiscal_year, now.named_period, now.risk_type
    )
),
summed as (
    select
        province_code,
        fiscal_year,
        named_period,
        risk_type,
        any_value(compared_count) as compared_count,
        any_value(reporting_count) as reporting_count,
        sum(incident_count)::bigint as incident_count,
        sum(count_before)::bigint as count_before
    from paired
    where compared_count = 0 or count_before is not null
    group by province_code, fiscal_year, named_period, risk_type
),
dated as (
    select *, ends_on - starts_on + 1 as day_count from named_period
)
select
    summed.fiscal_year,
    province.name_th as area,
    district.name_th as district,
    summed.named_period,
    summed.risk_type,
    summed.incident_count,
    summed.count_before as incident_count_before,
    summed.incident_count - summed.count_before as change_count,
    100.0 * (summed.incident_count - summed.count_before) / nullif(summed.count_before, 0)
        as change_pct,
    dated.day_count,
    year_before.day_count as day_count_before,
    summed.incident_count / dated.day_count as per_day,
    summed.count_before / year_before.day_count as per_day_before,
    summed.compared_count,
    summed.reporting_count,
    dated.starts_on,
    dated.ends_on,
    dated.verified as is_verified,
    $district_code::varchar as district_code,
    summed.province_code as area_code
from summed
left join dated using (named_period, fiscal_year)
left join dated as year_before
    on year_before.named_period = summed.named_period
    and year_before.fiscal_year = summed.fiscal_year - 1
left join area as province on province.area_code = summed.province_code
left join area as district on district.area_code = $district_code
order by summed.fiscal_year, province.sort_order, dated.starts_on nulls last, summed.risk_type
