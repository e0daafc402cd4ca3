-- ผลิตภัณฑ์มวลรวมจังหวัด: หนึ่งแถวต่อปี พื้นที่ สาขาการผลิต และราคา
-- Gross provincial product: one row per year, area, sector and price
-- source: แบบ 7 ข้อมูลพื้นฐานพื้นที่ (form 7) · สศช. ผลิตภัณฑ์ภาคและจังหวัด (NESDC)
-- filters: group, province, fiscal_year, as_of
-- trace: area_measure by area_code and year_be=year and coalesce(sector, 'total')=sector and price and measure='gpp'; value_thb=value
-- columns:
--   year | ปี | Year | พ.ศ. | ปีปฏิทิน | calendar year, Buddhist era
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   sector | สาขาการผลิต | Sector | | รหัสสาขาการผลิต total = ทุกสาขา สาขาใหญ่ซ้อนกับสาขาย่อย ห้ามบวกกัน | code of the sector, total = all; broad sectors overlap detailed ones, never add them
--   price | ราคา | Price | | current = ราคาประจำปี, chain_volume = ปริมาณลูกโซ่ | current prices or chain-volume measures
--   value_thb | มูลค่า | Value | บาท | มูลค่า กลุ่มจังหวัดคือผลรวมของจังหวัด ณ ราคาประจำปี | value; a group is the sum of its provinces at current prices
--   growth_pct | อัตราการขยายตัว | Growth | ร้อยละ | เทียบปีก่อน จังหวัดชุดเดียวกันทั้งสองปี | against the year before, over the same provinces in both
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
--   reason | เหตุผล | Reason | | chain_volume_not_additive, members_missing, price_unknown | chain_volume_not_additive, members_missing, price_unknown
--   base_thb | มูลค่าปีก่อน | Value a year earlier | บาท | มูลค่าปีก่อนของจังหวัดที่มีทั้งสองปี ตัวหารของการขยายตัว | value a year earlier of the provinces with both, the denominator of growth
--   share_of_total_pct | สัดส่วนต่อทุกสาขา | Share of all sectors | ร้อยละ | มูลค่าสาขาต่อมูลค่าทุกสาขา เฉพาะราคาประจำปี | sector in percent of the total, at current prices only
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   ปริมาณลูกโซ่บวกข้ามจังหวัดไม่ได้ กลุ่มจังหวัดจึงเว้นว่าง นอกจากมีตัวเลขของกลุ่มเอง | chain volumes cannot be added over provinces, so a group stays blank unless its own figure was published
--   ปีงบประมาณที่เลือกหมายถึงปีปฏิทินเดียวกัน | the fiscal year asked for means the calendar year of that number
with measured as (
    select *
    from area_measure_at($as_of::timestamp)
    where measure = 'gpp'
        and ($area_codes is null or list_contains($area_codes, area_code))
        and ($fiscal_year is null or year_be in ($fiscal_year, $fiscal_year - 1))
        and area_code not in (select area_code from area where level = 'district')
),
compared as (
    select
        measured.*,
        earlier.value as base,
        measured.area_code is not distinct from $group_code as is_own
    from measured
    left join measured as earlier
        on earlier.area_code = measured.area_code
        and earlier.sector is not distinct from measured.sector
        and earlier.price is not distinct from measured.price
        and earlier.year_be = measured.year_be - 1
    where $fiscal_year is null or measured.year_be = $fiscal_year
),
added as (
    select
        year_be as year,
        coalesce($group_code, area_code) as area_code,
        coalesce(sector, 'total') as sector,
        price,
        count(*) filter (not is_own) as members_reporting,
        $group_code is null or price is not distinct from 'current' as may_add,
        max(value) filter (is_own) as own_value,
        max(base) filter (is_own) as own_base,
        sum(value) filter (not is_own) as member_value,
        sum(value) filter (not is_own and base is not null) as matched_value,
        sum(base) filter (not is_own) as matched_base
    from compared
    group by year_be, coalesce($group_code, area_code), coalesce(sector, 'total'), price
),
valued as (
    select
        *,
        case when may_add and members_reporting > 0 then member_value else own_value end
            as value_thb,
        case when may_add and members_reporting > 0 then matched_value else own_value end
            as compared_thb,
        case when may_add and members_reporting > 0 then matched_base else own_base end as base_thb
    from added
)
select
    valued.year,
    area.name_th as area,
    valued.sector,
    valued.price,
    valued.value_thb::decimal(28, 2) as value_thb,
    100.0 * (compared_thb - base_thb) / if(base_thb > 0, base_thb, null) as growth_pct,
    valued.members_reporting,
    $members_total::integer as members_total,
    case
        when valued.value_thb is null and price = 'chain_volume' then 'chain_volume_not_additive'
        when valued.value_thb is null then 'price_unknown'
        when $group_code is not null and may_add and own_value is null
            and members_reporting < $members_total then 'members_missing'
    end as reason,
    valued.base_thb::decimal(28, 2) as base_thb,
    case
        when valued.price = 'current' then 100.0 * valued.value_thb / nullif(
            max(valued.value_thb) filter (valued.sector = 'total') over (
                partition by valued.year, valued.area_code, valued.price
            ), 0
        )
    end as share_of_total_pct,
    valued.area_code,
    $basket::integer as basket
from valued
left join area using (area_code)
order by valued.price desc, area.sort_order, valued.year, valued.sector <> 'total', valued.sector
