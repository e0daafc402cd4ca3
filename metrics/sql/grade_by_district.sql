-- เกรดแผนชุมชนรายอำเภอ: หนึ่งแถวต่ออำเภอ ปีงบประมาณ และเกรด
-- Community plan grades by district: one row per district, fiscal year and grade
-- source: แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5) · แบบ 6 สรุปเกรดรายอำเภอ (form 6)
-- filters: group, province, district, fiscal_year, as_of
-- trace: village by district_code and fiscal_year and grade; village_count=village; source=villages
-- trace: village by district_code and fiscal_year; total_count=village; source=villages
-- trace: grade_summary by district_code and fiscal_year and grade; village_count; source=summary
-- trace: grade_summary by district_code and fiscal_year; total_count=village_count; source=summary
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | จังหวัด | Province | | จังหวัดของอำเภอ | the province of the district
--   district | อำเภอ | District | | อำเภอ | the district
--   grade | เกรด | Grade | | A ดี, B ปานกลาง, C ต้องปรับปรุง | A good, B fair, C to be improved
--   village_count | จำนวนหมู่บ้าน | Villages | หมู่บ้าน | หมู่บ้านที่ได้เกรดนี้ | villages with this grade
--   total_count | หมู่บ้านที่ประเมินแล้ว | Villages assessed | หมู่บ้าน | ตัวหารของสัดส่วน | the denominator of the share
--   share_pct | สัดส่วน | Share | ร้อยละ | หมู่บ้านเกรดนี้ต่อหมู่บ้านที่ประเมินแล้ว | villages of this grade in percent of those assessed
--   source | ที่มา | Source | | villages = แบบ 5, summary = แบบ 6 | villages = form 5, summary = form 6
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   อำเภอที่มีทั้งแบบ 5 และแบบ 6 ใช้ชุดที่ครอบคลุมหมู่บ้านมากกว่า เท่ากันใช้แบบ 5 | where both forms were sent for a district the one with more villages counts, form 5 when equal
with either as (
    select district_code, fiscal_year, grade, village_count, 'villages' as source
    from village_tally_at($as_of::timestamp, $fiscal_year, $province_codes, $district_code)
    where grade is not null
    union all
    select district_code, fiscal_year, grade, sum(village_count)::bigint, 'summary'
    from grade_summary_at($as_of::timestamp)
    where district_code is not null
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, left(district_code, 2)))
        and ($district_code is null or district_code = $district_code)
    group by district_code, fiscal_year, grade
),
chosen as (
    select district_code, fiscal_year, source, sum(village_count)::bigint as total_count
    from either
    group by district_code, fiscal_year, source
    qualify row_number() over (
        partition by district_code, fiscal_year
        order by total_count desc, source = 'villages' desc
    ) = 1
)
select
    chosen.fiscal_year,
    province.name_th as area,
    district.name_th as district,
    band.grade,
    coalesce(either.village_count, 0) as village_count,
    chosen.total_count,
    100.0 * coalesce(either.village_count, 0) / nullif(chosen.total_count, 0) as share_pct,
    chosen.source,
    chosen.district_code,
    left(chosen.district_code, 2) as area_code
from chosen
inner join grade_rule_of_year as rule using (fiscal_year)
inner join grade_band as band using (rule_version)
left join either
    on either.district_code = chosen.district_code
    and either.fiscal_year = chosen.fiscal_year
    and either.source = chosen.source
    and either.grade = band.grade
left join area as district on district.area_code = chosen.district_code
left join area as province on province.area_code = left(chosen.district_code, 2)
order by chosen.fiscal_year, chosen.district_code, band.grade
