-- ภาพรวมอำเภอ: หนึ่งแถวต่ออำเภอ
-- District overview: one row per district
-- source: แบบ 1–2 ตัวชี้วัด (forms 1, 2) · แบบ 3 โครงการ (form 3) · แบบ 5 แผนชุมชน (form 5) · แผนเฝ้าระวังพื้นที่เสี่ยงรายอำเภอ (district surveillance) · บันทึกการประชุม (register of meetings)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: project by district_code and fiscal_year; project_count=project, allocated_thb
-- trace: project_quarter by district_code and fiscal_year; disbursed_thb, disbursed_pct=disbursed_thb
-- trace: village by district_code and fiscal_year; village_count=village, grade_a_count=village
-- trace: surveillance by district_code and fiscal_year; plan_count=has_plan, worst_level=risk_level, level_order=risk_level, crime_level=risk_level, drugs_level=risk_level, accident_level=risk_level, disaster_level=risk_level
-- columns:
--   area | จังหวัด | Province | | จังหวัด | the province
--   district | อำเภอ | District | | อำเภอ | the district
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   worst_level | ความเสี่ยงสูงสุด | Highest risk | | ระดับสูงสุดของสี่ประเภทในไตรมาสล่าสุด ว่าง = ไม่มีรายงาน | highest level of the four kinds in the newest quarter, blank = not reported
--   crime_level | อาชญากรรม | Crime | | ระดับความเสี่ยง | level of risk
--   drugs_level | ยาเสพติด | Drugs | | ระดับความเสี่ยง | level of risk
--   accident_level | อุบัติเหตุ | Accidents | | ระดับความเสี่ยง | level of risk
--   disaster_level | สาธารณภัย | Disasters | | ระดับความเสี่ยง | level of risk
--   plan_count | แผนเฝ้าระวังที่มี | Plans in force | ประเภท | จากสี่ประเภท ว่าง = ไม่มีรายงาน | of the four kinds, blank = not reported
--   project_count | โครงการ | Projects | โครงการ | โครงการที่ระบุอำเภอนี้ | projects that name the district
--   allocated_thb | งบประมาณ | Allocated | บาท | งบประมาณของโครงการเหล่านั้น | money allocated to them
--   disbursed_thb | เบิกจ่าย | Disbursed | บาท | เบิกจ่ายสะสมถึงไตรมาสล่าสุดที่อำเภอมีรายงาน | cumulative to the newest quarter reported in the district
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายต่องบประมาณของโครงการที่รายงานไตรมาสนั้น | disbursed in percent of allocated, of the projects that reported that quarter
--   grade_a_count | แผนชุมชนเกรด A | Villages of grade A | หมู่บ้าน | หมู่บ้านเกรด A | villages of grade A
--   village_count | หมู่บ้านที่มีเกรด | Villages graded | หมู่บ้าน | ตัวหารของเกรด A | the denominator of grade A
--   grade_a_pct | สัดส่วนเกรด A | Share of A | ร้อยละ | เกรด A ต่อหมู่บ้านที่มีเกรด | grade A in percent of villages graded
--   indicator_count | ตัวชี้วัดรายอำเภอ | Indicators by district | ตัวชี้วัด | ตัวชี้วัดที่มีผลของอำเภอนี้ | indicators with a result of this district
--   order_count | ข้อสั่งการที่ยังเปิด | Open orders | เรื่อง | ข้อสั่งการที่ผูกกับอำเภอและยังไม่เสร็จ | decisions tied to the district and not done
--   overdue_count | ข้อสั่งการเกินกำหนด | Overdue orders | เรื่อง | ข้อสั่งการที่เกินกำหนด | those overdue
--   level_order | ลำดับความเสี่ยง | Order of risk | | 4 = สูงมาก ถึง 1 = ต่ำ ว่าง = ไม่มีรายงาน | 4 = very high to 1 = low, blank = not reported
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ไม่เลือกปี: ใช้ปีงบประมาณปัจจุบัน ยกเว้นระดับความเสี่ยงซึ่งใช้ไตรมาสล่าสุดที่มี | without a year: the running fiscal year, but the newest quarter there is for levels of risk
--   อำเภอที่ไม่มีข้อมูลใดเลยไม่มีแถว | a district nothing is known of has no row
with place as (
    select
        district.area_code as district_code,
        district.name_th as district,
        district.parent_code as province_code,
        district.sort_order
    from area as district
    where district.level = 'district'
        and ($province_codes is null or list_contains($province_codes, district.parent_code))
        and ($district_code is null or district.area_code = $district_code)
),
watch as (
    select district_watch.*, band.level_order
    from district_watch_at($as_of::timestamp, $fiscal_year, $province_codes, $district_code)
        as district_watch
    left join risk_band as band using (risk_level)
    where district_watch.quarter is not null
        and ($quarter is null or district_watch.quarter <= $quarter)
    qualify rank() over (
        partition by district_watch.district_code
        order by district_watch.fiscal_year desc, district_watch.quarter desc
    ) = 1
),
risk as (
    select
        district_code,
        arg_max(risk_level, level_order) as worst_level,
        max(level_order) as level_order,
        max(risk_level) filter (risk_type = 'crime') as crime_level,
        max(risk_level) filter (risk_type = 'drugs') as drugs_level,
        max(risk_level) filter (risk_type = 'accident') as accident_level,
        max(risk_level) filter (risk_type = 'disaster') as disaster_level,
        count_if(has_plan) as plan_count
    from watch
    group by district_code
),
asked_year as (
    select coalesce($fiscal_year, year($today::date + interval 3 month) + 543)::integer as fiscal_year
),
spending as (
    select
        district_code,
        quarter,
        sum(disbursed_thb) as disbursed_thb,
        100.0 * sum(disbursed_thb) filter (allocated_thb is not null)
            / nullif(sum(allocated_thb) filter (disbursed_thb is not null), 0) as disbursed_pct
    from project_quarter_at($as_of::timestamp)
    where fiscal_year = (select fiscal_year from asked_year)
        and district_code is not null
        and ($quarter is null or quarter <= $quarter)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
    group by district_code, quarter
),
money as (
    from spending
    qualify row_number() over (partition by district_code order by quarter desc) = 1
),
project as (
    select district_code, count(*) as project_count, sum(allocated_thb) as allocated_thb
    from project_at($as_of::timestamp)
    where fiscal_year = (select fiscal_year from asked_year)
        and district_code is not null
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
    group by district_code
),
village as (
    select
        district_code,
        sum(village_count) filter (grade = 'A') as grade_a_count,
        sum(village_count) as village_count
    from village_tally_at(
        $as_of::timestamp, (select fiscal_year from asked_year), $province_codes, $district_code
    )
    where grade is not null
    group by district_code
),
indicator as (
    select district_code, count(distinct kpi_code) as indicator_count
    from kpi_result_at(
        $as_of::timestamp,
        (select fiscal_year from asked_year),
        (select fiscal_year from asked_year),
        $area_codes
    )
    where district_code is not null and actual is not null
    group by district_code
),
orders as (
    select
        tied_code as district_code,
        count(*) as order_count,
        count_if(decision_state = 'overdue') as overdue_count
    from decision_at($as_of::timestamp, $today::date)
    where tied_kind = 'district' and not is_closed
    group by tied_code
)
select
    province.name_th as area,
    place.district,
    (select fiscal_year from asked_year) as fiscal_year,
    risk.worst_level,
    risk.crime_level,
    risk.drugs_level,
    risk.accident_level,
    risk.disaster_level,
    risk.plan_count,
    project.project_count,
    project.allocated_thb,
    money.disbursed_thb,
    money.disbursed_pct,
    coalesce(village.grade_a_count, if(village.village_count > 0, 0, null))::bigint
        as grade_a_count,
    village.village_count::bigint as village_count,
    100.0 * coalesce(village.grade_a_count, 0) / nullif(village.village_count, 0) as grade_a_pct,
    indicator.indicator_count,
    orders.order_count,
    orders.overdue_count,
    risk.level_order,
    place.district_code,
    place.province_code as area_code
from place
left join risk using (district_code)
left join project using (district_code)
left join money using (district_code)
left join village using (district_code)
left join indicator using (district_code)
left join orders using (district_code)
left join area as province on province.area_code = place.province_code
where risk.district_code is not null
    or project.district_code is not null
    or village.district_code is not null
    or indicator.district_code is not null
    or orders.district_code is not null
order by province.sort_order, place.sort_order
