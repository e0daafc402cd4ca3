-- การท่องเที่ยว: หนึ่งแถวต่อปีและพื้นที่
-- Tourism: one row per year and area
-- source: แบบ 7 ข้อมูลพื้นฐานพื้นที่ (form 7) · กระทรวงการท่องเที่ยวและกีฬา (Ministry of Tourism and Sports)
-- filters: group, province, fiscal_year, as_of
-- trace: area_measure by area_code and year_be=year and measure='tourism_receipts'; receipts_thb=value
-- trace: area_measure by area_code and year_be=year and measure='tourism_receipts_thai'; receipts_thai_thb=value
-- trace: area_measure by area_code and year_be=year and measure='tourism_receipts_foreign'; receipts_foreign_thb=value
-- trace: area_measure by area_code and year_be=year and measure='visitors'; visitor_count=value
-- trace: area_measure by area_code and year_be=year and measure='visitors_thai'; visitor_thai_count=value
-- trace: area_measure by area_code and year_be=year and measure='visitors_foreign'; visitor_foreign_count=value
-- trace: area_measure by area_code and year_be=year and measure='occupancy_pct'; occupancy_pct=value
-- columns:
--   year | ปี | Year | พ.ศ. | ปีปฏิทิน | calendar year, Buddhist era
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   receipts_thb | รายได้ | Receipts | บาท | รายได้จากการท่องเที่ยว | receipts from tourism
--   receipts_growth_pct | รายได้ขยายตัว | Growth of receipts | ร้อยละ | เทียบปีก่อน จังหวัดชุดเดียวกันทั้งสองปี | against the year before, over the same provinces in both
--   visitor_count | ผู้เยี่ยมเยือน | Visitors | คน | จำนวนผู้เยี่ยมเยือน | visitors
--   visitor_growth_pct | ผู้เยี่ยมเยือนขยายตัว | Growth of visitors | ร้อยละ | เทียบปีก่อน จังหวัดชุดเดียวกันทั้งสองปี | against the year before, over the same provinces in both
--   receipts_thai_thb | รายได้จากชาวไทย | Receipts from Thai visitors | บาท | รายได้จากผู้เยี่ยมเยือนชาวไทย | receipts from Thai visitors
--   receipts_foreign_thb | รายได้จากชาวต่างชาติ | Receipts from foreign visitors | บาท | รายได้จากผู้เยี่ยมเยือนชาวต่างชาติ | receipts from foreign visitors
--   visitor_thai_count | ผู้เยี่ยมเยือนชาวไทย | Thai visitors | คน | ผู้เยี่ยมเยือนชาวไทย | Thai visitors
--   visitor_foreign_count | ผู้เยี่ยมเยือนชาวต่างชาติ | Foreign visitors | คน | ผู้เยี่ยมเยือนชาวต่างชาติ | foreign visitors
--   receipts_per_visitor_thb | รายได้ต่อคน | Receipts per visitor | บาท | รายได้ต่อผู้เยี่ยมเยือน | receipts divided by visitors
--   occupancy_pct | อัตราเข้าพัก | Occupancy | ร้อยละ | อัตราเข้าพัก ว่างเมื่อเป็นกลุ่มจังหวัด เพราะเฉลี่ยร้อยละไม่ได้ | occupancy rate, blank for a group since percentages are not averaged
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
with member as (
    select
        area_code,
        year_be as year,
        max(value) filter (measure = 'tourism_receipts') as receipts,
        max(value) filter (measure = 'tourism_receipts_thai') as receipts_thai,
        max(value) filter (measure = 'tourism_receipts_foreign') as receipts_foreign,
        max(value) filter (measure = 'visitors') as visitors,
        max(value) filter (measure = 'visitors_thai') as visitors_thai,
        max(value) filter (measure = 'visitors_foreign') as visitors_foreign,
        max(value) filter (measure = 'occupancy_pct') as occupancy
    from area_measure_at($as_of::timestamp)
    where measure in (
            'tourism_receipts', 'tourism_receipts_thai', 'tourism_receipts_foreign',
            'visitors', 'visitors_thai', 'visitors_foreign', 'occupancy_pct'
        )
        and ($province_codes is null or list_contains($province_codes, area_code))
        and ($fiscal_year is null or year_be in ($fiscal_year, $fiscal_year - 1))
        and area_code in (select area_code from area where level = 'province')
    group by area_code, year_be
),
compared as (
    select
        member.*,
        earlier.receipts as base_receipts,
        earlier.visitors as base_visitors
    from member
    left join member as earlier
        on earlier.area_code = member.area_code
        and earlier.year = member.year - 1
    where $fiscal_year is null or member.year = $fiscal_year
),
per_area as (
    select
        coalesce($group_code, area_code) as area_code,
        year,
        sum(receipts) as receipts,
        sum(receipts_thai) as receipts_thai,
        sum(receipts_foreign) as receipts_foreign,
        sum(visitors) as visitors,
        sum(visitors_thai) as visitors_thai,
        sum(visitors_foreign) as visitors_foreign,
        sum(receipts) filter (base_receipts is not null) as matched_receipts,
        sum(base_receipts) filter (receipts is not null) as matched_base_receipts,
        sum(visitors) filter (base_visitors is not null) as matched_visitors,
        sum(base_visitors) filter (visitors is not null) as matched_base_visitors,
        sum(receipts) filter (visitors is not null) as receipts_of_visitors,
        sum(visitors) filter (receipts is not null) as visitors_of_receipts,
        case when $group_code is null then max(occupancy) end as occupancy,
        count(receipts) as members_reporting
    from compared
    group by coalesce($group_code, area_code), year
)
select
    per_area.year,
    area.name_th as area,
    receipts::decimal(28, 2) as receipts_thb,
    100.0 * (matched_receipts - matched_base_receipts)
        / if(matched_base_receipts > 0, matched_base_receipts, null) as receipts_growth_pct,
    visitors::bigint as visitor_count,
    100.0 * (matched_visitors - matched_base_visitors)
        / if(matched_base_visitors > 0, matched_base_visitors, null) as visitor_growth_pct,
    receipts_thai::decimal(28, 2) as receipts_thai_thb,
    receipts_foreign::decimal(28, 2) as receipts_foreign_thb,
    visitors_thai::bigint as visitor_thai_count,
    visitors_foreign::bigint as visitor_foreign_count,
    (receipts_of_visitors / nullif(visitors_of_receipts, 0))::decimal(18, 2)
        as receipts_per_visitor_thb,
    occupancy as occupancy_pct,
    per_area.area_code,
    $basket::integer as basket,
    per_area.members_reporting,
    $members_total::integer as members_total
from per_area
left join area using (area_code)
order by area.sort_order, per_area.year
