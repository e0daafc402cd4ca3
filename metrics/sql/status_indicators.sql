-- ตัวชี้วัดสถานะ 3 ตัว: หนึ่งแถวต่อจังหวัด ตัวชี้วัด และปี
-- The three status indicators: one row per province, indicator and year
-- source: แบบ 7 ข้อมูลพื้นฐานพื้นที่ (form 7)
-- filters: group, province, fiscal_year, as_of
-- trace: area_measure by area_code and year_be=year and measure; value
-- columns:
--   area | จังหวัด | Province | | จังหวัด | the province
--   slot | ตัวที่ | Slot | | 1 ถึง 3 | 1 to 3
--   year | ปี | Year | พ.ศ. | ปีปฏิทิน | calendar year, Buddhist era
--   value | ค่า | Value | | ตามที่รายงาน | as reported
--   change | เปลี่ยนจากปีก่อน | Change | | ค่าปีนี้ลบปีก่อน ว่าง = ปีก่อนไม่มีข้อมูล | against the year before, blank without it
--   rank_from_top | อันดับจากมาก | Rank from the top | | 1 = มากที่สุด เท่ากันใช้อันดับหลัง | 1 is the largest, ties share the lower rank
--   reporting_count | จังหวัดที่รายงาน | Provinces reporting | จังหวัด | ทั้งประเทศในปีนั้น | in the whole country that year
--   national_median | มัธยฐานประเทศ | National median | | ของจังหวัดที่รายงาน | of the provinces reporting
--   upper_third | หนึ่งในสามบน | Upper third | | ค่าที่จังหวัดหนึ่งในสามบนทำได้ | what the upper third of provinces reaches
--   lower_third | หนึ่งในสามล่าง | Lower third | | ค่าที่จังหวัดหนึ่งในสามล่างมี | what the lower third of provinces has
--   trend_next | แนวโน้มปีถัดไป | Trend | | ต่อแนวโน้มเส้นตรงของสามปีล่าสุด เป็นข้อเสนอประกอบการตั้งเป้า ไม่บันทึก | the straight line of the newest three years carried one year on: a proposal for the target, never stored
--   measure | รหัส | Measure | | รหัสข้อมูล | code of the measure
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เอกสารไม่ได้ระบุชื่อทั้งสามตัว และทิศทางที่ดีไม่ได้ประกาศ จึงแสดงอันดับจากมากไปน้อยโดยไม่ตัดสิน | the documents do not name the three, and no good direction is declared, so ranks run from large to small without a verdict
with reported as materialized (
    select area_code, year_be as year, measure, value
    from area_measure_at($as_of::timestamp)
    where measure in ('status_indicator_1', 'status_indicator_2', 'status_indicator_3')
        and length(area_code) = 2
        and ($fiscal_year is null or year_be <= $fiscal_year)
),
among as (
    select
        measure,
        year,
        count(*) as reporting_count,
        median(value) as national_median,
        quantile_cont(value, 2.0 / 3) as upper_third,
        quantile_cont(value, 1.0 / 3) as lower_third
    from reported
    group by measure, year
),
trended as (
    select
        now.area_code,
        now.measure,
        now.year,
        if(
            count(*) = 3,
            regr_intercept(earlier.value, earlier.year)
                + regr_slope(earlier.value, earlier.year) * (now.year + 1),
            null
        ) as trend_next
    from reported as now
    inner join reported as earlier
        on earlier.area_code = now.area_code
        and earlier.measure = now.measure
        and earlier.year between now.year - 2 and now.year
    group by now.area_code, now.measure, now.year
),
ranked as (
    select
        *,
        value - max(value) over (
            partition by area_code, measure order by year
            range between 1 preceding and 1 preceding
        ) as change,
        count(*) over (
            partition by measure, year order by value desc
            range between unbounded preceding and current row
        ) as rank_from_top
    from reported
)
select
    area.name_th as area,
    right(ranked.measure, 1)::integer as slot,
    ranked.year,
    ranked.value,
    ranked.change,
    ranked.rank_from_top,
    among.reporting_count,
    among.national_median,
    among.upper_third,
    among.lower_third,
    trended.trend_next,
    ranked.measure,
    ranked.area_code
from ranked
inner join among using (measure, year)
inner join trended using (area_code, measure, year)
left join area using (area_code)
where $province_codes is null or list_contains($province_codes, ranked.area_code)
order by slot, area.sort_order, ranked.year
