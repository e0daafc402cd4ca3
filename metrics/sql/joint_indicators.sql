-- ตัวชี้วัดร่วมระหว่างกระทรวงกับจังหวัด: หนึ่งแถวต่อประเด็นร่วมและจังหวัด
-- Joint Function-Area indicators: one row per joint topic and province
-- source: แบบตัวชี้วัดร่วม (joint indicators) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: kpi_result by area_code and kpi_code and fiscal_year; actual
-- columns:
--   topic | ประเด็นร่วม | Joint topic | | เรื่องที่กระทรวงและจังหวัดวัดร่วมกัน | what ministry and provinces measure together
--   area | จังหวัด | Province | | จังหวัด | the province
--   joint_status | สถานะ | Standing | | reported มีผล, missing ขาดส่ง, not_applicable ไม่เกี่ยวข้อง, not_listed ยังไม่กำหนดรายชื่อจังหวัด, undefined ยังไม่กำหนดตัวชี้วัด | reported, missing, not concerned, provinces not listed yet, or no indicator set yet
--   kpi | ตัวชี้วัด | Indicator | | ตัวชี้วัดร่วม | the joint indicator
--   actual | ผลของจังหวัด | Result | | ผลสะสมของจังหวัด | the province's result to date
--   national_actual | ผลระดับประเทศ | National result | | ผลของทั้งประเทศ | of the whole country
--   share_pct | ส่วนที่จังหวัดทำ | Contribution | ร้อยละ | ผลของจังหวัดต่อผลทั้งประเทศ เฉพาะจำนวนและเงิน | the province's part of the national result, for counts and money only
--   national_target | เป้าหมายระดับประเทศ | National target | | เป้าหมายของทั้งประเทศ | of the whole country
--   unit | หน่วยวัด | Unit | | หน่วยวัด | unit
--   ministry | กระทรวง | Ministry | | กระทรวง | the ministry
--   reporting_count | จังหวัดที่มีผล | Provinces reporting | จังหวัด | ของทั้งประเทศ | in the whole country
--   concerned_count | จังหวัดที่เกี่ยวข้อง | Provinces concerned | จังหวัด | ของทั้งประเทศ ไม่นับที่ไม่เกี่ยวข้อง ว่าง = ยังไม่กำหนด | in the whole country, those not concerned left out, blank = not listed yet
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัดของจังหวัด | the province's code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   จังหวัดที่ไม่เกี่ยวข้องไม่ทำให้ความครบถ้วนลดลง | a province that is not concerned does not lower completeness
with joint as materialized (
    from joint_indicator_at($as_of::timestamp, year_asked($fiscal_year, $today::date))
),
topic as (
    select
        topic,
        any_value(fiscal_year) as fiscal_year,
        any_value(measured_in) as measured_in,
        any_value(ministry) as ministry,
        any_value(kpi) as kpi,
        any_value(kpi_key) as kpi_key,
        any_value(unit) as unit,
        max(national_target) as national_target,
        max(national_actual) as national_actual,
        coalesce(list(distinct area_code) filter (area_code is not null), []) as listed,
        min(src_row) as place
    from joint
    group by topic
),
province as (
    select area_code, name_th, sort_order
    from area
    where level = 'province'
),
result as (
    select area_code, kpi_code, kpi_key, unit_kind, actual
    from (
        select standing.area_code, standing.kpi_code, standing.unit_kind, standing.actual,
            coalesce(named.kpi_key, unnamed.kpi_key) as kpi_key
        from kpi_standing_at(
            $as_of::timestamp, year_asked($fiscal_year, $today::date), $quarter, null, null, null,
            $today::date
        ) as standing
        left join indicator_at($as_of::timestamp) as named using (area_code, kpi_code)
        left join kpi_without_code as unnamed using (area_code, kpi_code)
    )
    semi join topic using (kpi_key)
),
placed as (
    select
        topic.*,
        province.area_code,
        province.name_th as area,
        province.sort_order,
        result.kpi_code,
        result.actual,
        result.unit_kind,
        case
            when topic.measured_in = 'some' and topic.listed = [] then 'not_listed'
            when topic.measured_in = 'some' and not list_contains(
                topic.listed, province.area_code
            ) then 'not_applicable'
            when topic.kpi_key is null then 'undefined'
            when result.actual is null then 'missing'
            else 'reported'
        end as joint_status
    from topic
    cross join province
    left join result
        on result.area_code = province.area_code
        and result.kpi_key = topic.kpi_key
),
counted as (
    select
        *,
        count(*) filter (joint_status = 'reported') over of_topic as reporting_count,
        if(
            bool_or(joint_status = 'not_listed') over of_topic,
            null,
            count(*) filter (joint_status <> 'not_applicable') over of_topic
        ) as concerned_count
    from placed
    window of_topic as (partition by topic)
)
select
    topic,
    area,
    joint_status,
    kpi,
    if(joint_status = 'reported', actual, null) as actual,
    national_actual,
    case
        when joint_status = 'reported' and unit_kind in ('count', 'money') and national_actual > 0
            then 100.0 * actual / national_actual
    end as share_pct,
    national_target,
    unit,
    ministry,
    reporting_count,
    concerned_count,
    fiscal_year,
    kpi_code,
    area_code
from counted
where $province_codes is null or list_contains($province_codes, area_code)
order by place, sort_order
