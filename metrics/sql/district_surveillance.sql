-- การเฝ้าระวังรายอำเภอ: หนึ่งแถวต่ออำเภอและประเภทความเสี่ยง ในไตรมาสล่าสุดของจังหวัดที่มีรายงาน
-- District surveillance: one row per district and kind of risk, in the newest quarter of each province that reports
-- source: แผนเฝ้าระวังพื้นที่เสี่ยงรายอำเภอ (district surveillance)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: surveillance by district_code and fiscal_year and quarter and risk_type; has_plan, risk_level
-- trace: surveillance by district_code and fiscal_year and quarter and risk_type; incident_count; is_withheld=False
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของข้อมูล | the quarter the figures are of
--   area | จังหวัด | Province | | จังหวัด | the province
--   district | อำเภอ | District | | อำเภอ | the district
--   risk_type | ประเภทความเสี่ยง | Kind of risk | | crime อาชญากรรม, drugs ยาเสพติด, accident อุบัติเหตุ, disaster สาธารณภัย | crime, drugs, accident, disaster
--   risk_level | ระดับความเสี่ยง | Level of risk | | low medium high very_high ตามที่อำเภอประเมิน ว่าง = ไม่ได้รายงาน | as the district judged it, blank = not reported
--   has_plan | มีแผนที่เป็นปัจจุบัน | Has a current plan | | ว่าง = ไม่ได้รายงาน | blank = not reported
--   incident_count | จำนวนเหตุในไตรมาส | Incidents of the quarter | เหตุ | ว่าง = ไม่ได้รายงาน หรือปกปิดเพราะจะรู้ตัวเลขน้อยของตำบล | blank = not reported, or withheld as it would tell a small count of a subdistrict
--   is_withheld | ปกปิดจำนวน | Withheld | | จริงเมื่อปกปิดจำนวนเหตุ | true when the incidents are withheld
--   plan_count | อำเภอที่มีแผน | Districts with a plan | อำเภอ | อำเภอของจังหวัดที่มีแผนเฝ้าระวังประเภทนี้ | districts of the province with a plan for this kind of risk
--   district_count | อำเภอทั้งหมด | Districts | อำเภอ | อำเภอทั้งหมดของจังหวัด ตัวหาร | all districts of the province, the denominator
--   reporting_count | อำเภอที่รายงาน | Districts reporting | อำเภอ | อำเภอที่มีรายงานในไตรมาสนี้ | districts that report this quarter
--   plan_coverage_pct | ความครอบคลุมของแผน | Plan coverage | ร้อยละ | อำเภอที่มีแผนต่ออำเภอทั้งหมด | districts with a plan in percent of all districts
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   อำเภอที่ไม่ได้รายงานนับอยู่ในตัวหาร เพราะไม่รู้ว่ามีแผน | a district that does not report is in the denominator: no plan is known of it
--   เลือกอำเภอ: ตัวตั้งและตัวหารยังเป็นของทั้งจังหวัด | in a district: numerator and denominator stay those of the province
with watch as (
    select *
    from district_watch_at($as_of::timestamp, $fiscal_year, $province_codes, null)
    where quarter is not null and ($quarter is null or quarter = $quarter)
),
newest as (
    select province_code, max(period_no(fiscal_year, quarter)) as period_no
    from watch
    group by province_code
),
place as (
    select
        newest.province_code,
        (newest.period_no - 1) // 4 as fiscal_year,
        (newest.period_no - 1) % 4 + 1 as quarter,
        district.area_code as district_code,
        district.name_th as district,
        district.sort_order,
        kind.risk_type,
        kind.type_order
    from newest
    inner join area as district on district.parent_code = newest.province_code
    cross join (
        select
            unnest(['crime', 'drugs', 'accident', 'disaster']) as risk_type,
            unnest([1, 2, 3, 4]) as type_order
    ) as kind
),
covered as (
    select
        place.*,
        watch.risk_level,
        watch.has_plan,
        watch.incident_count,
        coalesce(watch.is_withheld, false) as is_withheld,
        count_if(watch.has_plan) over of_type as plan_count,
        count(*) over of_type as district_count,
        count(watch.district_code) over of_type as reporting_count
    from place
    left join watch using (district_code, fiscal_year, quarter, risk_type)
    window of_type as (partition by place.province_code, place.risk_type)
)
select
    covered.fiscal_year,
    covered.quarter,
    province.name_th as area,
    covered.district,
    covered.risk_type,
    covered.risk_level,
    covered.has_plan,
    covered.incident_count,
    covered.is_withheld,
    covered.plan_count,
    covered.district_count,
    covered.reporting_count,
    100.0 * covered.plan_count / covered.district_count as plan_coverage_pct,
    covered.district_code,
    covered.province_code as area_code
from covered
left join area as province on province.area_code = covered.province_code
where $district_code is null or covered.district_code = $district_code
order by province.sort_order, covered.sort_order, covered.type_order
