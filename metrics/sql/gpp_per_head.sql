-- ผลิตภัณฑ์มวลรวมต่อหัว: หนึ่งแถวต่อปีและพื้นที่
-- Gross provincial product per head: one row per year and area
-- source: แบบ 7 ข้อมูลพื้นฐานพื้นที่ (form 7) · สศช. (NESDC)
-- filters: group, province, fiscal_year, as_of
-- trace: area_measure by area_code and year_be=year and measure='gpp' and price='current'; gpp_thb=value
-- trace: area_measure by area_code and year_be=year and measure='population'; population=value
-- trace: area_measure by area_code and year_be=year and measure='gpp_per_head'; per_head_reported_thb=value
-- columns:
--   year | ปี | Year | พ.ศ. | ปีปฏิทิน | calendar year, Buddhist era
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   per_head_thb | ต่อหัว | Per head | บาท | ผลิตภัณฑ์มวลรวมต่อประชากร | product divided by population
--   gpp_thb | ผลิตภัณฑ์มวลรวม | Product | บาท | ผลิตภัณฑ์มวลรวม ณ ราคาประจำปี ตัวตั้ง | product at current prices, the numerator
--   population | ประชากร | Population | คน | ประชากรของจังหวัดที่มีทั้งสองค่า ตัวหาร | population of the provinces with both figures, the denominator
--   growth_pct | อัตราการขยายตัว | Growth | ร้อยละ | ต่อหัวเทียบปีก่อน | per head against the year before
--   per_head_reported_thb | ต่อหัวตามที่ประกาศ | Per head as published | บาท | ค่าที่ สศช. ประกาศ ว่างเมื่อเป็นกลุ่มจังหวัด | as published, blank for a group
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   กลุ่มจังหวัด = ผลรวมผลิตภัณฑ์หารผลรวมประชากร ไม่ใช่ค่าเฉลี่ยของจังหวัด | a group is the sum of products over the sum of populations, not the mean of its provinces
with member as (
    select
        area_code,
        year_be as year,
        max(value) filter (measure = 'gpp' and price = 'current') as gpp,
        max(value) filter (measure = 'population') as population,
        max(value) filter (measure = 'gpp_per_head') as reported
    from area_measure_at($as_of::timestamp)
    where measure in ('gpp', 'population', 'gpp_per_head')
        and sector is null
        and ($province_codes is null or list_contains($province_codes, area_code))
        and ($fiscal_year is null or year_be in ($fiscal_year, $fiscal_year - 1))
        and area_code in (select area_code from area where level = 'province')
    group by area_code, year_be
),
per_area as (
    select
        coalesce($group_code, area_code) as area_code,
        year,
        sum(gpp) as gpp_thb,
        sum(population) as population,
        sum(gpp) / nullif(sum(population), 0) as per_head,
        case when $group_code is null then max(reported) end as reported,
        count(*) as members_reporting
    from member
    where gpp is not null and population is not null
    group by coalesce($group_code, area_code), year
)
select
    per_area.year,
    area.name_th as area,
    per_area.per_head::decimal(18, 2) as per_head_thb,
    per_area.gpp_thb::decimal(28, 2) as gpp_thb,
    per_area.population::bigint as population,
    case
        when earlier.members_reporting = per_area.members_reporting
            then 100.0 * (per_area.per_head - earlier.per_head) / nullif(earlier.per_head, 0)
    end as growth_pct,
    per_area.reported::decimal(18, 2) as per_head_reported_thb,
    per_area.area_code,
    $basket::integer as basket,
    per_area.members_reporting,
    $members_total::integer as members_total
from per_area
left join per_area as earlier
    on earlier.area_code = per_area.area_code
    and earlier.year = per_area.year - 1
left join area on area.area_code = per_area.area_code
where $fiscal_year is null or per_area.year = $fiscal_year
order by area.sort_order, per_area.year
