-- ฐานรายได้หลัก: หนึ่งแถวต่อพื้นที่และสาขาการผลิต เฉลี่ยปีที่ระบุ
-- Revenue driver: one row per area and sector of production, the mean of named years
-- source: แบบ 7 ข้อมูลพื้นฐานพื้นที่ (form 7) · หลักการกำหนดตัวชี้วัดของสำนักงาน ก.พ.ร. พ.ศ. 2557 (principles of 2557)
-- filters: group, province, fiscal_year, as_of
-- trace: area_measure by area_code and measure='gpp' and price='current' and sector; mean_thb=value
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   sector | สาขา | Sector | | สาขาการผลิต | sector of production
--   mean_thb | เฉลี่ยต่อปี | Yearly mean | บาท | เฉลี่ยมูลค่าของปีที่มีข้อมูล ราคาประจำปี | mean over the years with data, at current prices
--   share_pct | สัดส่วน | Share | ร้อยละ | ต่อผลรวมทุกสาขา | of all sectors
--   sector_rank | อันดับ | Rank | | 1 = ใหญ่ที่สุด | 1 is the largest
--   base_year_from | ปีแรก | First year | พ.ศ. | ปีแรกที่เฉลี่ย | first of the years averaged
--   base_year_to | ปีสุดท้าย | Last year | พ.ศ. | ปีสุดท้ายที่เฉลี่ย | last of the years averaged
--   year_count | ปีที่มีข้อมูล | Years with data | ปี | จากปีที่ระบุ ต้องมีอย่างน้อยสอง | of the named years, at least two
--   base_source | ที่มาของปีฐาน | Rule | | เอกสารที่กำหนดปี ว่าง = ไม่มีเกณฑ์ของปีนั้น ใช้สามปีล่าสุดที่มีข้อมูล | the document that names the years, blank = none does, the newest three with data are used
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
with product as materialized (
    select area_code, year_be, sector, value
    from area_measure_at($as_of::timestamp)
    where measure = 'gpp'
        and price = 'current'
        -- Sums of other sectors, and the whole, are not sectors of their own.
        and sector not in ('agriculture', 'non_agriculture', 'industry', 'services')
        and ($province_codes is null or list_contains($province_codes, area_code))
        and length(area_code) = 2
),
named as (
    select base_year_from, base_year_to, source
    from kpi_base_year
    where year_asked($fiscal_year, $today::date) between fiscal_year_from and fiscal_year_to
),
newest as (
    select max(year_be) as base_year_to
    from product
    where year_be <= year_asked($fiscal_year, $today::date)
),
base as (
    select
        coalesce(named.base_year_from, newest.base_year_to - 2) as base_year_from,
        coalesce(named.base_year_to, newest.base_year_to) as base_year_to,
        named.source
    from newest
    left join named on true
),
meant as (
    select
        product.area_code,
        product.sector,
        avg(product.value) as mean_thb,
        count(*) as year_count
    from product
    inner join base on product.year_be between base.base_year_from and base.base_year_to
    group by product.area_code, product.sector
    having count(*) >= 2
),
added as (
    select
        coalesce($group_code, area_code) as area_code,
        sector,
        sum(mean_thb) as mean_thb,
        min(year_count) as year_count,
        count(*) as members_reporting
    from meant
    group by coalesce($group_code, area_code), sector
)
select
    area.name_th as area,
    added.sector,
    added.mean_thb::decimal(28, 2) as mean_thb,
    100.0 * added.mean_thb / nullif(sum(added.mean_thb) over of_area, 0) as share_pct,
    rank() over (partition by added.area_code order by added.mean_thb desc) as sector_rank,
    base.base_year_from,
    base.base_year_to,
    added.year_count,
    base.source as base_source,
    added.members_reporting,
    $members_total::integer as members_total,
    added.area_code,
    $basket::integer as basket
from added
cross join base
left join area using (area_code)
window of_area as (partition by added.area_code)
order by area.sort_order, sector_rank, added.sector
