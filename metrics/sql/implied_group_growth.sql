-- เป้ากลุ่มจังหวัดเทียบเป้าของจังหวัดสมาชิก: หนึ่งแถวต่อกลุ่ม ตัวชี้วัด และปีงบประมาณ
-- A group's target against its members': one row per group, indicator and fiscal year
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · Σ(ฐาน × เป้า) ÷ Σ ฐาน ของจังหวัดที่มีตัวชี้วัดเดียวกัน (over members with the same indicator)
-- filters: group, province, fiscal_year, as_of
-- trace: target by area_code and kpi_code and fiscal_year; target_pct=target
-- columns:
--   area | กลุ่มจังหวัด | Province group | | กลุ่มจังหวัด | the province group
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัดของกลุ่ม | the group's indicator
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   target_pct | เป้าของกลุ่ม | Target of the group | ร้อยละ | เป้าหมายที่กลุ่มประกาศ | as the group declares it
--   implied_pct | เป้าที่สมาชิกทำให้ได้ | Implied by members | ร้อยละ | Σ(ฐาน × เป้า) ÷ Σ ฐาน ว่าง = คิดไม่ได้ | base-weighted targets of the members, blank = cannot be computed
--   verdict | ผล | Verdict | | above เป้ากลุ่มสูงกว่า, within ไม่สูงกว่า, unknown คิดไม่ได้ | above what members add up to, within it, or unknown
--   reason | เหตุผล | Reason | | no_member ไม่มีจังหวัดใดมีตัวชี้วัดนี้, no_base ไม่มีค่าฐาน, one_member มีจังหวัดเดียว, units_differ หน่วยของฐานต่างกัน | why it cannot be computed
--   members_counted | จังหวัดที่นับ | Members counted | จังหวัด | มีตัวชี้วัด ฐาน และเป้า | with indicator, base and target
--   members_with_kpi | จังหวัดที่มีตัวชี้วัด | Members with it | จังหวัด | มีตัวชี้วัดเดียวกันและเป้าในปีนั้น | with the same indicator and a target that year
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของกลุ่ม | provinces of the group
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัดของกลุ่ม | code of the group's indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของกลุ่มจังหวัด | code of the group
-- notes:
--   ตัวชี้วัดเดียวกันคือรหัสนิยามเดียวกัน หรือชื่อเดียวกันเมื่อไม่ประกาศรหัส | the same indicator has the same definition code, or the same name where none is declared
with indicator as materialized (
    select *, coalesce(definition_id, kpi_key) as definition_key
    from indicator_at($as_of::timestamp)
    where unit_kind = 'growth'
),
aimed as (
    select
        indicator.area_code,
        indicator.kpi_code,
        indicator.kpi,
        indicator.definition_key,
        indicator.baseline,
        indicator.baseline_unit,
        target.fiscal_year,
        target.target
    from indicator
    inner join target_at($as_of::timestamp, $fiscal_year, null) as target using (area_code, kpi_code)
    where target.target is not null
),
of_group as (
    select aimed.*
    from aimed
    inner join area
        on area.area_code = aimed.area_code
        and area.level = 'group'
    where $area_codes is null or list_contains($area_codes, aimed.area_code)
),
matched as (
    select
        own.area_code,
        own.kpi_code,
        own.fiscal_year,
        count(distinct member.area_code) as members_total,
        count(distinct theirs.area_code) as members_with_kpi,
        count(distinct theirs.area_code) filter (theirs.baseline > 0) as members_counted,
        count(distinct theirs.baseline_unit) filter (theirs.baseline > 0) as unit_count,
        sum(theirs.baseline * theirs.target) filter (theirs.baseline > 0)
            / sum(theirs.baseline) filter (theirs.baseline > 0) as weighted_pct
    from of_group as own
    inner join area_within as member
        on member.owner_area_code = own.area_code
        and member.area_code <> own.area_code
    left join aimed as theirs
        on theirs.area_code = member.area_code
        and theirs.definition_key = own.definition_key
        and theirs.fiscal_year = own.fiscal_year
    group by own.area_code, own.kpi_code, own.fiscal_year
),
reasoned as (
    select
        *,
        case
            when members_with_kpi = 0 then 'no_member'
            when members_counted = 0 then 'no_base'
            when members_counted = 1 then 'one_member'
            when unit_count > 1 then 'units_differ'
        end as reason
    from matched
)
select
    area.name_th as area,
    own.kpi,
    own.fiscal_year,
    own.target as target_pct,
    if(reasoned.reason is null, reasoned.weighted_pct, null)::double as implied_pct,
    case
        when reasoned.reason is not null then 'unknown'
        when own.target > reasoned.weighted_pct then 'above'
        else 'within'
    end as verdict,
    reasoned.reason,
    reasoned.members_counted,
    reasoned.members_with_kpi,
    reasoned.members_total,
    own.kpi_code,
    own.area_code
from of_group as own
inner join reasoned using (area_code, kpi_code, fiscal_year)
left join area on area.area_code = own.area_code
order by area.sort_order, own.kpi_code, own.fiscal_year
