-- เกณฑ์ที่ผ่านรายอำเภอ: หนึ่งแถวต่ออำเภอ ปีงบประมาณ และเกณฑ์
-- Criteria met by district: one row per district, fiscal year and criterion
-- source: แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5)
-- filters: group, province, district, fiscal_year, as_of
-- trace: village by district_code and fiscal_year; known_count=village
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | จังหวัด | Province | | จังหวัดของอำเภอ | province of the district
--   district | อำเภอ | District | | อำเภอ | the district
--   criterion | เกณฑ์ | Criterion | | ชื่อเกณฑ์ | name of the criterion
--   met_count | ผ่าน | Met | หมู่บ้าน | หมู่บ้านที่ผ่านเกณฑ์ | villages that meet it
--   failed_count | ไม่ผ่าน | Failed | หมู่บ้าน | หมู่บ้านที่ไม่ผ่านเกณฑ์ | villages that fail it
--   known_count | มีข้อมูล | Known | หมู่บ้าน | หมู่บ้านที่รายงานเกณฑ์นี้ ตัวหาร | villages that reported it, the denominator
--   unknown_count | ไม่ทราบ | Not reported | หมู่บ้าน | หมู่บ้านที่ไม่ได้รายงานเกณฑ์นี้ | villages that did not report it
--   met_pct | ผ่าน (ร้อยละ) | Met | ร้อยละ | หมู่บ้านที่ผ่านต่อหมู่บ้านที่มีข้อมูล | villages that meet it in percent of those known
--   failed_rank | ลำดับที่ไม่ผ่าน | Rank by failures | | 1 = เกณฑ์ที่ไม่ผ่านมากที่สุดของอำเภอและปี เท่ากันได้ลำดับเดียวกัน | 1 = failed most in the district and year, ties share a rank
--   criterion_no | เกณฑ์ที่ | Criterion number | | ลำดับของเกณฑ์ | number of the criterion
--   criterion_key | รหัสเกณฑ์ | Criterion key | | ชื่อเกณฑ์ในฐานข้อมูล | the criterion's name in the database
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
with village as (
    select
        fiscal_year,
        province_code,
        district_code,
        rule_version,
        count(*) as village_count,
        {
            'accounts_pct': [count_if(accounts_met), count_if(not accounts_met)],
            'attending_pct': [count_if(attending_met), count_if(not attending_met)],
            'local_government_joined': [
                count_if(local_government_joined), count_if(not local_government_joined)
            ],
            'written_plan': [count_if(written_plan), count_if(not written_plan)]
        } as counts
    from newest_village_at($as_of::timestamp, $fiscal_year, $province_codes, $district_code)
    group by fiscal_year, province_code, district_code, rule_version
),
by_criterion as (
    select
        village.* exclude (counts),
        rule.criterion_no,
        rule.criterion_key,
        rule.name_th,
        case rule.criterion_key
            when 'accounts_pct' then counts.accounts_pct
            when 'attending_pct' then counts.attending_pct
            when 'local_government_joined' then counts.local_government_joined
            when 'written_plan' then counts.written_plan
        end as met_and_failed
    from village
    inner join grade_rule as rule using (rule_version)
)
select
    counted.fiscal_year,
    province.name_th as area,
    district.name_th as district,
    counted.name_th as criterion,
    met_and_failed[1]::bigint as met_count,
    met_and_failed[2]::bigint as failed_count,
    (met_and_failed[1] + met_and_failed[2])::bigint as known_count,
    (village_count - met_and_failed[1] - met_and_failed[2])::bigint as unknown_count,
    100.0 * met_and_failed[1] / nullif(met_and_failed[1] + met_and_failed[2], 0) as met_pct,
    rank() over (
        partition by counted.fiscal_year, counted.district_code order by met_and_failed[2] desc
    ) as failed_rank,
    counted.criterion_no,
    counted.criterion_key,
    counted.district_code,
    counted.province_code as area_code
from by_criterion as counted
left join area as district on district.area_code = counted.district_code
left join area as province on province.area_code = counted.province_code
order by counted.fiscal_year, counted.district_code, counted.criterion_no
