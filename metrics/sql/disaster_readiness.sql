-- ความพร้อมรับสาธารณภัย: หนึ่งแถวต่อปีงบประมาณและอำเภอ ที่ช่วยเหลือยังไม่ครบมาก่อน
-- Readiness for disasters: one row per fiscal year and district, those with households not yet relieved first
-- source: แผนเฝ้าระวังพื้นที่เสี่ยงรายอำเภอ (district surveillance)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: surveillance by district_code and fiscal_year and risk_type='disaster'; registered_count, relieved_count, drilled_count, subdistrict_count
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่นับรวม | newest quarter counted
--   area | จังหวัด | Province | | จังหวัด | the province
--   district | อำเภอ | District | | อำเภอ | the district
--   registered_count | ครัวเรือนที่ขึ้นทะเบียน | Households registered | ครัวเรือน | รวมทุกไตรมาสตั้งแต่ต้นปี ว่าง = ไม่มีรายงาน | quarters of the year together, blank = not reported
--   relieved_count | ครัวเรือนที่ได้รับความช่วยเหลือ | Households relieved | ครัวเรือน | รวมทุกไตรมาสตั้งแต่ต้นปี ว่าง = ไม่มีรายงาน | quarters of the year together, blank = not reported
--   relief_gap_count | ยังไม่ได้รับ | Not yet relieved | ครัวเรือน | ขึ้นทะเบียนลบได้รับแล้ว ลบ = ช่วยมากกว่าที่ขึ้นทะเบียน ต้องตรวจ | registered less relieved; negative = more relieved than registered, to be checked
--   relieved_pct | ช่วยเหลือแล้ว | Relieved | ร้อยละ | ได้รับแล้วต่อขึ้นทะเบียน | relieved in percent of registered
--   drilled_count | ตำบลที่ฝึกซ้อมแล้ว | Subdistricts drilled | ตำบล | สะสมตั้งแต่ต้นปี ว่าง = ไม่มีรายงาน | since the start of the year, blank = not reported
--   subdistrict_count | ตำบลทั้งหมด | Subdistricts | ตำบล | ตำบลของอำเภอ ตัวหาร | subdistricts of the district, the denominator
--   drill_coverage_pct | ความครอบคลุมการฝึกซ้อม | Drill coverage | ร้อยละ | ตำบลที่ฝึกซ้อมแล้วต่อตำบลทั้งหมด | subdistricts drilled in percent of all
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ไม่มีใครตกหล่น = ขึ้นทะเบียนเท่ากับได้รับความช่วยเหลือทุกอำเภอ | nobody missed means registered equals relieved in every district
with readiness as (
    select
        province_code,
        district_code,
        fiscal_year,
        max(quarter) as quarter,
        sum(registered_count)::bigint as registered_count,
        sum(relieved_count)::bigint as relieved_count,
        arg_max(drilled_count, quarter) filter (drilled_count is not null) as drilled_count,
        arg_max(subdistrict_count, quarter) filter (subdistrict_count is not null)
            as subdistrict_count
    from district_watch_at($as_of::timestamp, $fiscal_year, $province_codes, $district_code)
    where risk_type = 'disaster'
        and quarter is not null
        and ($quarter is null or quarter <= $quarter)
    group by province_code, district_code, fiscal_year
)
select
    readiness.fiscal_year,
    readiness.quarter,
    province.name_th as area,
    district.name_th as district,
    readiness.registered_count,
    readiness.relieved_count,
    readiness.registered_count - readiness.relieved_count as relief_gap_count,
    100.0 * readiness.relieved_count / nullif(readiness.registered_count, 0) as relieved_pct,
    readiness.drilled_count,
    readiness.subdistrict_count,
    100.0 * readiness.drilled_count / nullif(readiness.subdistrict_count, 0)
        as drill_coverage_pct,
    readiness.district_code,
    readiness.province_code as area_code
from readiness
left join area as district on district.area_code = readiness.district_code
left join area as province on province.area_code = readiness.province_code
order by
    readiness.fiscal_year,
    relief_gap_count desc nulls last,
    province.sort_order,
    district.sort_order
