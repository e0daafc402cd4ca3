-- ความเหลื่อมล้ำระหว่างอำเภอ: หนึ่งแถวต่อปีงบประมาณ จังหวัด และประเภทความเสี่ยง
-- Inequality between districts: one row per fiscal year, province and kind of risk
-- source: แผนเฝ้าระวังพื้นที่เสี่ยงรายอำเภอ (district surveillance) · แบบ 7 ข้อมูลพื้นฐาน (form 7)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: surveillance by province_code=area_code and fiscal_year and risk_type; highest_rate_per_10k=incident_count
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่นับรวม | newest quarter counted
--   area | จังหวัด | Province | | จังหวัด | the province
--   risk_type | ประเภทความเสี่ยง | Kind of risk | | crime อาชญากรรม, drugs ยาเสพติด, accident อุบัติเหตุ, disaster สาธารณภัย | crime, drugs, accident, disaster
--   highest_district | อำเภอที่สูงสุด | Highest district | | อำเภอที่อัตราสูงสุด | district with the highest rate
--   highest_rate_per_10k | อัตราสูงสุด | Highest rate | เหตุต่อ 10,000 คน | อัตราสูงสุด | the highest rate
--   lowest_district | อำเภอที่ต่ำสุด | Lowest district | | อำเภอที่อัตราต่ำสุด | district with the lowest rate
--   lowest_rate_per_10k | อัตราต่ำสุด | Lowest rate | เหตุต่อ 10,000 คน | อัตราต่ำสุด | the lowest rate
--   max_min_ratio | สูงสุดต่อต่ำสุด | Highest to lowest | เท่า | ว่างเมื่ออัตราต่ำสุดเป็นศูนย์ หรือมีไม่ถึงสองอำเภอ | blank where the lowest is zero or there are fewer than two districts
--   variation_pct | สัมประสิทธิ์การแปรผัน | Coefficient of variation | ร้อยละ | ส่วนเบี่ยงเบนมาตรฐานต่อค่าเฉลี่ยของอัตรารายอำเภอ (ไม่ถ่วงน้ำหนัก) ว่างเมื่อไม่ถึงสองอำเภอ | standard deviation in percent of the mean of the districts' rates (not weighted), blank with fewer than two
--   rated_count | อำเภอที่มีอัตรา | Districts with a rate | อำเภอ | อำเภอที่รู้ทั้งเหตุและประชากร | districts where incidents and people are known
--   district_count | อำเภอทั้งหมด | Districts | อำเภอ | อำเภอทั้งหมดของจังหวัด | all districts of the province
--   highest_district_code | รหัสอำเภอที่สูงสุด | Code of the highest | | รหัสอำเภอ 4 หลัก | four-digit code
--   lowest_district_code | รหัสอำเภอที่ต่ำสุด | Code of the lowest | | รหัสอำเภอ 4 หลัก | four-digit code
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
with rated as (
    select rate.*, district.name_th as district
    from incident_rate_at(
        $as_of::timestamp, $fiscal_year, $quarter, $province_codes, null
    ) as rate
    left join area as district on district.area_code = rate.district_code
),
spread as (
    select
        province_code,
        fiscal_year,
        risk_type,
        max(quarter) as quarter,
        arg_max(district, rate_per_10k) as highest_district,
        arg_max(district_code, rate_per_10k) as highest_district_code,
        max(rate_per_10k) as highest_rate_per_10k,
        arg_min(district, rate_per_10k) as lowest_district,
        arg_min(district_code, rate_per_10k) as lowest_district_code,
        min(rate_per_10k) as lowest_rate_per_10k,
        avg(rate_per_10k) as mean_rate,
        stddev_pop(rate_per_10k) as deviation,
        count(rate_per_10k) as rated_count
    from rated
    group by province_code, fiscal_year, risk_type
)
select
    spread.fiscal_year,
    spread.quarter,
    province.name_th as area,
    spread.risk_type,
    spread.highest_district,
    spread.highest_rate_per_10k,
    spread.lowest_district,
    spread.lowest_rate_per_10k,
    if(
        spread.rated_count > 1,
        spread.highest_rate_per_10k / nullif(spread.lowest_rate_per_10k, 0),
        null
    ) as max_min_ratio,
    if(spread.rated_count > 1, 100.0 * spread.deviation / nullif(spread.mean_rate, 0), null)
        as variation_pct,
    spread.rated_count,
    (
        select count(*) from area as district where district.parent_code = spread.province_code
    ) as district_count,
    spread.highest_district_code,
    spread.lowest_district_code,
    spread.province_code as area_code
from spread
left join area as province on province.area_code = spread.province_code
order by spread.fiscal_year, province.sort_order, spread.risk_type
