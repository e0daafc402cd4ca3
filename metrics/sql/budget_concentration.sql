-- การกระจุกตัวของงบประมาณ: หนึ่งแถวต่อปีงบประมาณ พื้นที่ และสิ่งที่แบ่ง
-- Concentration of the budget: one row per fiscal year, area and what it is divided among
-- source: แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year; total_thb=allocated_thb
-- trace: project by province_code=area_code and fiscal_year and plan=top_name; top_thb=allocated_thb; divided_by=plan
-- trace: project by province_code=area_code and fiscal_year and district_code=top_code; top_thb=allocated_thb; divided_by=district
-- trace: project by province_code=area_code and fiscal_year and agency=top_name; top_thb=allocated_thb; divided_by=agency
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   divided_by | แบ่งตาม | Divided among | | plan แผนงาน, district อำเภอ, agency หน่วยงาน | plan, district, agency
--   part_count | จำนวนส่วน | Parts | | จำนวนแผนงาน อำเภอ หรือหน่วยงานที่ได้เงิน | plans, districts or agencies with money
--   top_name | ได้มากที่สุด | Largest | | ส่วนที่ได้เงินมากที่สุด | the part with the most money
--   top_thb | เงินของส่วนนั้น | Its money | บาท | เงินของส่วนที่มากที่สุด ตัวตั้ง | money of the largest part, the numerator
--   total_thb | เงินทั้งหมด | All money | บาท | งบของโครงการที่ระบุส่วน ไม่รวมกันเหลื่อมปี ตัวหาร | budget of projects that state the part, carry-over left out, the denominator
--   top_share_pct | สัดส่วนของส่วนนั้น | Its share | ร้อยละ | ส่วนที่มากที่สุดต่อทั้งหมด | the largest part in percent of all
--   herfindahl | ดัชนีเฮอร์ฟินดาล | Herfindahl index | | ผลรวมกำลังสองของสัดส่วน 0–1 (1 = อยู่ที่เดียว) | sum of squared shares, 0 to 1, 1 = all in one
--   effective_count | เสมือนแบ่งเท่ากัน | As if evenly among | | จำนวนส่วนที่แบ่งเท่ากันแล้วได้ดัชนีเดียวกัน (1 ÷ ดัชนี) | equal parts that would give the same index (1 ÷ index)
--   not_stated_thb | เงินที่ไม่ระบุส่วน | Not stated | บาท | งบของโครงการที่ไม่ระบุส่วน | budget of projects that do not state the part
--   top_code | รหัสของส่วนนั้น | Its code | | รหัสอำเภอ ว่างเมื่อไม่ใช่อำเภอ | code of the district, blank otherwise
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
with project as (
    select
        fiscal_year,
        coalesce($group_code, province_code) as area_code,
        plan_key,
        district_code,
        agency,
        min(plan) as plan,
        sum(allocated_thb) as allocated_thb
    from project_at($as_of::timestamp)
    where allocated_thb > 0
        and source is distinct from 'carry_over'
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
    group by fiscal_year, coalesce($group_code, province_code), plan_key, district_code, agency
),
part as (
    select fiscal_year, area_code, 'plan' as divided_by, min(plan) as part, null as part_code,
        sum(allocated_thb) as part_thb
    from project
    group by fiscal_year, area_code, plan_key
    union all
    select fiscal_year, area_code, 'district', null, district_code, sum(allocated_thb)
    from project
    group by fiscal_year, area_code, district_code
    union all
    select fiscal_year, area_code, 'agency', agency, null, sum(allocated_thb)
    from project
    group by fiscal_year, area_code, agency
),
summed as (
    select
        fiscal_year,
        area_code,
        divided_by,
        count(*) filter (part is not null or part_code is not null) as part_count,
        arg_max(part, part_thb) filter (part is not null) as top_part,
        arg_max(part_code, part_thb) filter (part_code is not null) as top_code,
        max(part_thb) filter (part is not null or part_code is not null) as top_thb,
        sum(part_thb) filter (part is not null or part_code is not null) as total_thb,
        sum(part_thb::double * part_thb::double)
            filter (part is not null or part_code is not null) as squares,
        coalesce(sum(part_thb) filter (part is null and part_code is null), 0) as not_stated_thb
    from part
    group by fiscal_year, area_code, divided_by
)
select
    summed.fiscal_year,
    area.name_th as area,
    summed.divided_by,
    summed.part_count,
    coalesce(summed.top_part, district.name_th) as top_name,
    summed.top_thb,
    summed.total_thb,
    100.0 * summed.top_thb / summed.total_thb as top_share_pct,
    summed.squares / (summed.total_thb::double * summed.total_thb::double) as herfindahl,
    (summed.total_thb::double * summed.total_thb::double) / summed.squares as effective_count,
    summed.not_stated_thb,
    summed.top_code,
    summed.area_code,
    $basket::integer as basket
from summed
left join area on area.area_code = summed.area_code
left join area as district on district.area_code = summed.top_code
where summed.total_thb > 0
order by
    summed.fiscal_year,
    area.sort_order,
    list_position(['plan', 'district', 'agency'], summed.divided_by)
