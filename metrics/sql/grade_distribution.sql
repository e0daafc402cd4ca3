-- เกรดคุณภาพแผนชุมชน: หนึ่งแถวต่อพื้นที่ (หรืออำเภอที่เลือก) ปีงบประมาณ และเกรด
-- Community plan grades: one row per area (or the district asked for), fiscal year and grade
-- source: แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5) · แบบ 6 สรุปเกรด (form 6)
-- filters: group, province, district, fiscal_year, as_of
-- trace: fact_grade_summary by area_code, fiscal_year, grade; village_count, share_pct_reported
-- trace: village_grade by province_code=area_code, fiscal_year, grade; village_count=village
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   district | อำเภอ | District | | อำเภอ ว่าง = ทั้งพื้นที่ | the district, blank = the whole area
--   grade | เกรด | Grade | | A ดี, B ปานกลาง, C ต้องปรับปรุง | A good, B fair, C to be improved
--   village_count | จำนวนหมู่บ้าน | Villages | หมู่บ้าน | หมู่บ้านที่ได้เกรดนี้ | villages with this grade
--   total_count | หมู่บ้านที่ประเมินแล้ว | Villages assessed | หมู่บ้าน | หมู่บ้านที่มีเกรด ตัวหารของสัดส่วน | villages with a grade, the denominator of the share
--   share_pct | สัดส่วน | Share | ร้อยละ | หมู่บ้านเกรดนี้ต่อหมู่บ้านที่ประเมินแล้ว | villages of this grade in percent of those assessed
--   share_pct_reported | สัดส่วนตามที่พิมพ์ | Share as printed | ร้อยละ | สัดส่วนในแบบ 6 ว่างเมื่อไม่มี | share printed in form 6, blank when none
--   undetermined_count | ยังสรุปเกรดไม่ได้ | Grade open | หมู่บ้าน | หมู่บ้านที่ข้อมูลเกณฑ์ไม่ครบจนสรุปเกรดไม่ได้ | villages whose criteria are too incomplete for a grade
--   registered_count | หมู่บ้านทั้งหมด | Villages registered | หมู่บ้าน | จำนวนหมู่บ้านตามข้อมูลพื้นฐานปีล่าสุด หรือที่อยู่ในบัญชีประเมิน ว่าง = ไม่ทราบ | villages in the newest area profile, else those listed, blank = not known
--   coverage_pct | ความครอบคลุม | Coverage | ร้อยละ | หมู่บ้านที่ประเมินแล้วต่อหมู่บ้านทั้งหมด | villages assessed in percent of those registered
--   source | ที่มา | Source | | villages = แบบ 5, summary = แบบ 6, mixed = ทั้งสอง, group = แบบ 6 ของกลุ่มเอง | villages = form 5, summary = form 6, mixed = both, group = form 6 of the group itself
--   rule_version | รุ่นของเกณฑ์ | Rule version | | รุ่นของเกณฑ์ที่ใช้ในปีนั้น | version of the criteria in force that year
--   grade_name | ความหมายเกรด | Grade in words | | ดี ปานกลาง ต้องปรับปรุง | good, fair, to be improved (in Thai)
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   เกรดคำนวณจากเกณฑ์ (ผ่าน 4 ข้อ = A, 3 ข้อ = B, น้อยกว่านั้น = C) ร้อยละ 70 พอดีถือว่าผ่าน | grades are computed from the criteria (4 met = A, 3 = B, fewer = C), exactly 70 percent counts as met
--   จังหวัดและปีที่มีทั้งแบบ 5 และแบบ 6 ใช้ชุดที่ครอบคลุมหมู่บ้านมากกว่า เท่ากันใช้แบบ 5 | where a province sent both forms for a year the one with more villages counts, form 5 when equal
with summary_row as (
    select
        fact.*,
        dense_rank() over (
            partition by fact.area_code, fact.district_code, fact.fiscal_year
            order by published.published_at desc, fact.submission_id desc
        ) as age,
        bool_or(fact.district_code is null) over (
            partition by fact.area_code, fact.fiscal_year
        ) as has_whole_area
    from fact_grade_summary as fact
    inner join published_at($as_of::timestamp) as published using (submission_id)
    where ($fiscal_year is null or fact.fiscal_year = $fiscal_year)
        and ($area_codes is null or list_contains($area_codes, fact.area_code))
        and ($district_code is null or fact.district_code = $district_code)
),
-- A summary of the whole area wins over the sum of its districts' summaries.
summary as (
    select
        area_code,
        fiscal_year,
        grade,
        sum(village_count)::bigint as village_count,
        case when count(*) = 1 then min(share_pct_reported) end as share_pct_reported,
        0::bigint as undetermined_count,
        null::bigint as listed_count,
        if(area_code = $group_code, 'group', 'summary') as source
    from summary_row
    where age = 1 and ($district_code is not null or has_whole_area = (district_code is null))
    group by area_code, fiscal_year, grade
),
village_total as (
    select
        province_code as area_code,
        fiscal_year,
        grade,
        count(*) as village_count
    from village_at($as_of::timestamp, $fiscal_year, $province_codes, $district_code)
    group by province_code, fiscal_year, grade
),
villages as (
    select
        area_code,
        fiscal_year,
        grade,
        village_count,
        null::decimal(9, 4) as share_pct_reported,
        coalesce(sum(village_count) filter (grade is null) over area_year, 0)::bigint
            as undetermined_count,
        sum(village_count) over area_year as listed_count,
        'villages' as source
    from village_total
    window area_year as (partition by area_code, fiscal_year)
),
either as (
    from villages
    union all
    from summary
),
size as (
    select
        area_code,
        fiscal_year,
        source,
        coalesce(sum(village_count) filter (grade is not null), 0) as assessed_count,
        max(undetermined_count) as undetermined_count,
        max(listed_count) as listed_count
    from either
    group by area_code, fiscal_year, source
    qualify row_number() over (
        partition by area_code, fiscal_year
        order by assessed_count desc, source = 'villages' desc
    ) = 1
),
-- The group's own sheet stands in only for a year in which no member sent anything.
chosen as (
    select *
    from size
    qualify source <> 'group' or bool_and(source = 'group') over (partition by fiscal_year)
),
registered as (
    select
        chosen.area_code,
        chosen.fiscal_year,
        arg_max(profile.registered_count, profile.year_be) as registered_count
    from chosen
    inner join registered_villages_at($as_of::timestamp) as profile
        on profile.area_code = coalesce($district_code, chosen.area_code)
        and profile.year_be <= chosen.fiscal_year
    group by chosen.area_code, chosen.fiscal_year
),
total as (
    select
        coalesce($group_code, area_code) as area_code,
        fiscal_year,
        sum(assessed_count)::bigint as total_count,
        sum(undetermined_count)::bigint as undetermined_count,
        case
            when count(*) = count(coalesce(registered_count, listed_count))
                then sum(coalesce(registered_count, listed_count))::bigint
        end as registered_count,
        case when count(distinct source) = 1 then min(source) else 'mixed' end as source,
        count(*) filter (source <> 'group') as members_reporting
    from chosen
    left join registered using (area_code, fiscal_year)
    group by coalesce($group_code, area_code), fiscal_year
),
graded as (
    select
        coalesce($group_code, area_code) as area_code,
        fiscal_year,
        grade,
        sum(village_count)::bigint as village_count,
        case when count(*) = 1 then min(share_pct_reported) end as share_pct_reported
    from either
    semi join chosen using (area_code, fiscal_year, source)
    where grade is not null
    group by coalesce($group_code, area_code), fiscal_year, grade
)
select
    total.fiscal_year,
    area.name_th as area,
    district.name_th as district,
    band.grade,
    coalesce(graded.village_count, 0) as village_count,
    total.total_count,
    100.0 * coalesce(graded.village_count, 0) / nullif(total.total_count, 0) as share_pct,
    graded.share_pct_reported,
    total.undetermined_count,
    total.registered_count,
    100.0 * total.total_count / nullif(total.registered_count, 0) as coverage_pct,
    total.source,
    rule.rule_version,
    band.name_th as grade_name,
    total.area_code,
    $district_code::varchar as district_code,
    $basket::integer as basket,
    total.members_reporting,
    $members_total::integer as members_total
from total
inner join grade_rule_of_year as rule using (fiscal_year)
inner join grade_band as band using (rule_version)
left join graded using (area_code, fiscal_year, grade)
left join area using (area_code)
left join area as district on district.area_code = $district_code
order by total.fiscal_year, total.area_code, band.grade
