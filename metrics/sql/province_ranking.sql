-- ลำดับจังหวัด: หนึ่งแถวต่อเรื่องที่วัดและจังหวัด ปีล่าสุดที่มีข้อมูลไม่เกินปีที่เลือก
-- Province ranking: one row per measure and province, in the newest year with data up to the year asked for
-- source: แบบ 3, 5, 6 และ 7 (forms 3, 5, 6 and 7)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: area_measure by area_code and year_be=year and measure; value
-- trace: project_quarter by province_code=area_code and fiscal_year=year and quarter; value=disbursed_thb; measure=disbursed_pct
-- trace: village by province_code=area_code and fiscal_year=year; value=village; measure=grade_a_pct
-- columns:
--   measure | เรื่องที่วัด | Measure | | gpp, gpp_growth, gpp_per_head, hai, population, poverty_pct, tourism_receipts, visitors, disbursed_pct, grade_a_pct | gpp, gpp_growth, gpp_per_head, hai, population, poverty_pct, tourism_receipts, visitors, disbursed_pct, grade_a_pct
--   year | ปี | Year | พ.ศ. | ปีปฏิทิน หรือปีงบประมาณสำหรับ disbursed_pct และ grade_a_pct | calendar year, fiscal year for disbursed_pct and grade_a_pct
--   area | จังหวัด | Province | | จังหวัด | the province
--   value | ค่า | Value | | ค่าของเรื่องที่วัด | value of the measure
--   unit | หน่วย | Unit | | thb บาท, person คน, pct ร้อยละ, index ดัชนี | thb, person, pct, index
--   rank | ลำดับ | Rank | | 1 = ดีที่สุดตามทิศทาง เท่ากันได้ลำดับเดียวกัน | 1 = best by direction, ties share a rank
--   ranked_count | จังหวัดที่จัดลำดับ | Provinces ranked | จังหวัด | จำนวนจังหวัดที่มีข้อมูลเรื่องนี้ | provinces with data for the measure
--   direction | ทิศทางที่ดี | Good direction | | higher = ยิ่งมากยิ่งดี lower = ยิ่งน้อยยิ่งดี | higher = more is better, lower = less is better
--   quarter | ไตรมาส | Quarter | | ไตรมาสของ disbursed_pct | quarter of disbursed_pct
--   tile_column | คอลัมน์แผนที่ | Tile column | | ตำแหน่งบนแผนที่ช่องเท่ากัน | place on the tile map
--   tile_row | แถวแผนที่ | Tile row | | ตำแหน่งบนแผนที่ช่องเท่ากัน | place on the tile map
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   short_th | อักษรย่อ | Thai initials | | อักษรย่อจังหวัด | initials of the province in Thai
--   short_en | อักษรย่ออังกฤษ | English initials | | อักษรย่อจังหวัดภาษาอังกฤษ | initials of the province in English
-- notes:
--   จัดลำดับในทุกจังหวัดของประเทศเสมอ ตัวกรองพื้นที่เลือกแถวที่แสดง | ranks are always among all provinces of the country, area filters pick the rows shown
with listed as (
    select * from (values
        ('gpp', 'thb', 'higher'),
        ('gpp_growth', 'pct', 'higher'),
        ('gpp_per_head', 'thb', 'higher'),
        ('hai', 'index', 'higher'),
        ('population', 'person', 'higher'),
        ('poverty_pct', 'pct', 'lower'),
        ('tourism_receipts', 'thb', 'higher'),
        ('visitors', 'person', 'higher'),
        ('disbursed_pct', 'pct', 'higher'),
        ('grade_a_pct', 'pct', 'higher')
    ) as listed (measure, unit, direction)
),
profile as (
    select measure, year_be as year, null::integer as quarter, area_code, value::double as value
    from area_measure_at($as_of::timestamp)
    where measure in (
            'gpp', 'gpp_per_head', 'hai', 'population', 'poverty_pct', 'tourism_receipts', 'visitors'
        )
        and sector is null
        and price is distinct from 'chain_volume'
        and ($fiscal_year is null or year_be <= $fiscal_year)
        and area_code in (select area_code from area where level = 'province')
    qualify year_be = max(year_be) over (partition by measure)
),
-- Growth of volume, not of money: chain volumes may be compared over years within a province.
volume as (
    select area_code, year_be, value
    from area_measure_at($as_of::timestamp)
    where measure = 'gpp'
        and sector is null
        and price = 'chain_volume'
        and area_code in (select area_code from area where level = 'province')
),
growth as (
    select
        'gpp_growth' as measure,
        this.year_be as year,
        null::integer as quarter,
        this.area_code,
        (100.0 * (this.value - earlier.value) / earlier.value)::double as value
    from volume as this
    inner join volume as earlier
        on earlier.area_code = this.area_code
        and earlier.year_be = this.year_be - 1
        and earlier.value > 0
    where $fiscal_year is null or this.year_be <= $fiscal_year
    qualify this.year_be = max(this.year_be) over ()
),
spending as (
    select
        'disbursed_pct' as measure,
        fiscal_year as year,
        quarter,
        province_code as area_code,
        100.0 * sum(disbursed_thb) filter (allocated_thb is not null)
            / nullif(sum(allocated_thb), 0) as value
    from project_quarter_at($as_of::timestamp)
    where source is distinct from 'carry_over'
        and fiscal_year = $newest_project_year
        and ($quarter is null or quarter = $quarter)
    group by fiscal_year, quarter, province_code
    qualify quarter = max(quarter) over ()
),
graded as (
    select 'grade_a_pct' as measure, fiscal_year as year, null::integer as quarter, area_code,
        share_pct as value
    from grade_count_at(
        $as_of::timestamp,
        $newest_grading_year,
        null::varchar[], null::varchar[], null::varchar, null::varchar
    )
    where grade = 'A' and area_code in (select area_code from area where level = 'province')
),
every as (
    from profile
    union all
    from growth
    union all
    from spending
    union all
    from graded
),
ranked as (
    select
        every.*,
        listed.unit,
        listed.direction,
        rank() over (
            partition by measure
            order by if(listed.direction = 'lower', -value, value) desc
        ) as rank,
        count(*) over (partition by measure) as ranked_count
    from every
    inner join listed using (measure)
    where value is not null
)
select
    ranked.measure,
    ranked.year,
    area.name_th as area,
    ranked.value,
    ranked.unit,
    ranked.rank,
    ranked.ranked_count,
    ranked.direction,
    ranked.quarter,
    tile_map.tile_column,
    tile_map.tile_row,
    ranked.area_code,
    tile_map.short_th,
    tile_map.short_en
from ranked
left join area using (area_code)
left join tile_map on tile_map.province_code = ranked.area_code
where $province_codes is null or list_contains($province_codes, ranked.area_code)
order by ranked.measure, ranked.rank, ranked.area_code
