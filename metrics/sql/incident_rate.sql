-- อัตราเหตุต่อประชากร: หนึ่งแถวต่อปีงบประมาณ อำเภอ และประเภทความเสี่ยง
-- Incidents per head: one row per fiscal year, district and kind of risk
-- source: แผนเฝ้าระวังพื้นที่เสี่ยงรายอำเภอ (district surveillance) · แบบ 7 ข้อมูลพื้นฐาน (form 7)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: surveillance by district_code and fiscal_year and risk_type; incident_count; rate_reason=None/quarter_missing/population_unknown
-- trace: area_measure by area_code=district_code and year_be=population_year and measure='population'; population=value
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่นับรวม | newest quarter counted
--   area | จังหวัด | Province | | จังหวัด | the province
--   district | อำเภอ | District | | อำเภอ | the district
--   risk_type | ประเภทความเสี่ยง | Kind of risk | | crime อาชญากรรม, drugs ยาเสพติด, accident อุบัติเหตุ, disaster สาธารณภัย | crime, drugs, accident, disaster
--   incident_count | จำนวนเหตุสะสม | Incidents so far | เหตุ | รวมทุกไตรมาสตั้งแต่ต้นปี ว่าง = ไม่มีรายงานหรือปกปิด | quarters of the year together, blank = not reported or withheld
--   population | ประชากร | Population | คน | ประชากรของอำเภอตามแบบ 7 ปีนั้นหรือปีล่าสุดก่อนหน้า ว่าง = ไม่ทราบ | people of the district in form 7, that year or the newest before, blank = not known
--   population_year | ปีของประชากร | Year of the population | พ.ศ. | ปีของประชากรที่ใช้ | calendar year of the population used
--   rate_per_10k | เหตุต่อหมื่นคน | Incidents per 10,000 | เหตุต่อ 10,000 คน | จำนวนเหตุสะสมต่อประชากร 10,000 คน | incidents so far per 10,000 people
--   province_rate_per_10k | อัตราของจังหวัด | Rate of the province | เหตุต่อ 10,000 คน | ผลรวมเหตุต่อผลรวมประชากรของอำเภอที่รู้ทั้งสองอย่าง | incidents together per people together, of districts where both are known
--   rate_rank | อันดับ | Rank | | 1 = อัตราสูงสุดในจังหวัด | 1 = highest rate of the province
--   ranked_count | อำเภอที่จัดอันดับ | Districts ranked | อำเภอ | อำเภอที่มีอัตรา | districts with a rate
--   quarter_count | ไตรมาสที่รายงาน | Quarters reported | ไตรมาส | ไตรมาสที่มีจำนวนเหตุ | quarters with a number of incidents
--   rate_reason | ข้อควรทราบ | Remark | | population_unknown ไม่รู้ประชากร, quarter_missing ขาดบางไตรมาส, withheld_small ปกปิด, not_reported ไม่รายงาน | population_unknown, quarter_missing, withheld_small, not_reported
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เหตุในช่วงเทศกาลและฤดูฝนอยู่ในไตรมาสแล้ว จึงไม่นับซ้ำ | incidents of festivals and the rainy season are in their quarters already and are not counted again
with rated as (
    select
        *,
        10000.0 * sum(incident_count) filter (rate_per_10k is not null) over of_type
            / nullif(sum(population) filter (rate_per_10k is not null) over of_type, 0)
            as province_rate_per_10k,
        count(rate_per_10k) over of_type as ranked_count
    from incident_rate_at($as_of::timestamp, $fiscal_year, $quarter, $province_codes, null)
    window of_type as (partition by province_code, fiscal_year, risk_type)
),
ranked as (
    select
        *,
        case
            when rate_per_10k is not null then rank() over (
                partition by province_code, fiscal_year, risk_type
                order by rate_per_10k desc nulls last
            )
        end as rate_rank
    from rated
)
select
    ranked.fiscal_year,
    ranked.quarter,
    province.name_th as area,
    district.name_th as district,
    ranked.risk_type,
    ranked.incident_count,
    ranked.population,
    ranked.population_year,
    ranked.rate_per_10k,
    ranked.province_rate_per_10k,
    ranked.rate_rank,
    ranked.ranked_count,
    ranked.quarter_count,
    ranked.rate_reason,
    ranked.district_code,
    ranked.province_code as area_code
from ranked
left join area as district on district.area_code = ranked.district_code
left join area as province on province.area_code = ranked.province_code
where $district_code is null or ranked.district_code = $district_code
order by ranked.fiscal_year, province.sort_order, ranked.risk_type, ranked.rate_rank nulls last,
    district.sort_order
