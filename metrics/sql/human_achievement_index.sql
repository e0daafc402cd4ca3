-- ดัชนีความก้าวหน้าของคน: หนึ่งแถวต่อปีและพื้นที่
-- Human Achievement Index: one row per year and area
-- source: แบบ 7 ข้อมูลพื้นฐานพื้นที่ (form 7) · สศช. (NESDC)
-- filters: group, province, fiscal_year, as_of
-- trace: area_measure by area_code and year_be=year and measure='hai'; hai=value
-- columns:
--   year | ปี | Year | พ.ศ. | ปีปฏิทิน | calendar year, Buddhist era
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   hai | ดัชนี | Index | 0–1 | ดัชนีของจังหวัด ว่างเมื่อเป็นกลุ่มจังหวัด เพราะดัชนีเฉลี่ยรวมกันไม่ได้ | the province's index, blank for a group since indices cannot be averaged
--   change | เปลี่ยนแปลง | Change | | ดัชนีปีนี้ลบปีก่อน | index minus that of the year before
--   rank | ลำดับ | Rank | | ลำดับในประเทศ 1 = สูงสุด เท่ากันได้ลำดับเดียวกัน | rank in the country, 1 = highest, ties share a rank
--   ranked_count | จังหวัดที่จัดลำดับ | Provinces ranked | จังหวัด | จำนวนจังหวัดที่มีดัชนีในปีนั้น | provinces with an index that year
--   lowest | ต่ำสุดในพื้นที่ | Lowest in the area | 0–1 | ดัชนีต่ำสุดของจังหวัดในพื้นที่ | lowest index among the provinces of the area
--   median | มัธยฐานในพื้นที่ | Median in the area | 0–1 | มัธยฐานของจังหวัดในพื้นที่ | median of the provinces of the area
--   highest | สูงสุดในพื้นที่ | Highest in the area | 0–1 | ดัชนีสูงสุดของจังหวัดในพื้นที่ | highest index among the provinces of the area
--   reason | เหตุผล | Reason | | index_not_additive เมื่อเป็นกลุ่มจังหวัด | index_not_additive for a group
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
with ranked as (
    select
        area_code,
        year_be as year,
        value,
        rank() over (partition by year_be order by value desc) as rank,
        count(*) over (partition by year_be) as ranked_count,
        value - lag(value) over (partition by area_code order by year_be) as step,
        year_be - lag(year_be) over (partition by area_code order by year_be) as step_years
    from area_measure_at($as_of::timestamp)
    where measure = 'hai' and area_code in (select area_code from area where level = 'province')
),
per_area as (
    select
        coalesce($group_code, area_code) as area_code,
        year,
        max(value) as value,
        max(step) filter (step_years = 1) as step,
        max(rank) as rank,
        max(ranked_count) as ranked_count,
        min(value) as lowest,
        median(value) as median,
        max(value) as highest,
        count(*) as members_reporting
    from ranked
    where ($province_codes is null or list_contains($province_codes, area_code))
        and ($fiscal_year is null or year = $fiscal_year)
    group by coalesce($group_code, area_code), year
)
select
    per_area.year,
    area.name_th as area,
    case when $group_code is null then value end as hai,
    case when $group_code is null then step end as change,
    case when $group_code is null then rank end as rank,
    ranked_count,
    lowest,
    median::decimal(28, 6) as median,
    highest,
    case when $group_code is not null then 'index_not_additive' end as reason,
    per_area.area_code,
    $basket::integer as basket,
    per_area.members_reporting,
    $members_total::integer as members_total
from per_area
left join area using (area_code)
order by area.sort_order, per_area.year
