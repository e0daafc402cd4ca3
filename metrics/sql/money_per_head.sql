-- เงินต่อคน ต่อหมู่บ้าน ต่อครัวเรือน: หนึ่งแถวต่อปีงบประมาณ พื้นที่ และตัวหาร
-- Money per person, village and household: one row per fiscal year, area and denominator
-- source: รายงานสถานะการเบิกจ่ายรายเดือน (form 14) · แบบ 3 โครงการ (form 3) · แบบ 7 ข้อมูลพื้นฐานพื้นที่ (form 7)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, plan, as_of
-- trace: money_line by province_code=area_code and fiscal_year and month_no and fund='year' and spending_type='all'; allocated_thb, disbursed_thb
-- trace: denominator by area_code=denominator_area_code and year_be=denominator_year_be and measure=denominator; denominator_count=value
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   month_no | เดือนที่ | Month | | เดือนของปีงบประมาณ 1 = ต.ค. … 12 = ก.ย. ยอดสะสมถึงเดือนนี้ | month of the fiscal year, 1 = October to 12 = September, cumulative to it
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   denominator | ตัวหาร | Per | | population คน, villages หมู่บ้าน, households ครัวเรือน | population, villages, households
--   allocated_per_unit_thb | งบประมาณต่อหน่วย | Budget per unit | บาท | งบประมาณของปีต่อตัวหาร ว่าง = ไม่มีตัวหาร | the year's budget per denominator, blank = no denominator
--   disbursed_per_unit_thb | เบิกจ่ายต่อหน่วย | Disbursed per unit | บาท | เบิกจ่ายต่อตัวหาร | disbursed per denominator
--   allocated_thb | งบประมาณ | Budget | บาท | งบประมาณของปีของจังหวัดที่มีตัวหาร ไม่รวมกันเหลื่อมปี | the year's budget of the provinces with a denominator, carry-over left out
--   disbursed_thb | เบิกจ่าย | Disbursed | บาท | เบิกจ่ายสะสมของจังหวัดที่มีตัวหาร | disbursed by the provinces with a denominator
--   denominator_count | จำนวนตัวหาร | Denominator | | จำนวนคน หมู่บ้าน หรือครัวเรือน | how many persons, villages or households
--   denominator_year_be | ปีของตัวหาร | Year of denominator | พ.ศ. | ปีปฏิทินของตัวหาร ล่าสุดไม่เกินปีงบประมาณ (เก่าที่สุดเมื่อเป็นกลุ่ม) | calendar year of the denominator, the newest up to the fiscal year (the oldest one of a group)
--   members_counted | จังหวัดที่มีตัวหาร | Provinces with both | จังหวัด | จังหวัดที่มีทั้งเงินและตัวหาร | provinces with money and denominator
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
--   basis | ที่มาของตัวเลข | Basis | | money_monthly รายงานคลังจังหวัด, projects รวมจากโครงการ, mixed ทั้งสองอย่าง | money_monthly the treasury's sheets, projects added up, mixed both
--   delayed_budget | งบประมาณล่าช้า | Delayed budget | | จริง = พ.ร.บ.งบประมาณของปีนั้นล่าช้า เทียบกับปีปกติไม่ได้ตรง ๆ | true when the year's budget act came late, so that it is not like other years
--   denominator_area_code | รหัสพื้นที่ของตัวหาร | Area of denominator | | รหัสพื้นที่ของตัวหาร | code of the area the denominator is of
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   ไม่มีตัวหารให้เห็นว่าไม่มี ไม่ประมาณจากพื้นที่อื่น | a missing denominator is shown as missing, never estimated from another area
with money as (
    select
        fiscal_year,
        month_no,
        province_code,
        any_value(basis) as basis,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb
    from money_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )
    where is_of_the_year(fund) and ($quarter is null or (month_no + 2) // 3 = $quarter)
    group by fiscal_year, month_no, province_code
    qualify month_no = max(month_no) over (partition by fiscal_year, province_code)
),
measure as (
    select area_code, year_be, measure, value
    from area_measure_at($as_of::timestamp)
    where measure in ('population', 'villages', 'households') and sector is null
),
asked as (
    select
        *,
        coalesce($district_code, province_code) as denominator_area_code,
        unnest(['population', 'villages', 'households']) as denominator
    from money
),
paired as (
    select
        asked.*,
        measure.year_be,
        measure.value
    from asked
    left join measure
        on measure.area_code = asked.denominator_area_code
        and measure.measure = asked.denominator
        and measure.year_be <= asked.fiscal_year
        and measure.value > 0
    qualify row_number() over (
        partition by asked.fiscal_year, asked.province_code, asked.denominator
        order by measure.year_be desc
    ) = 1
),
summed as (
    select
        fiscal_year,
        max(month_no) as month_no,
        coalesce($group_code, province_code) as area_code,
        denominator,
        sum(allocated_thb) filter (value is not null) as allocated_thb,
        sum(disbursed_thb) filter (value is not null) as disbursed_thb,
        sum(value) as denominator_count,
        min(year_be) as denominator_year_be,
        count(value) as members_counted,
        count(*) as members_reporting,
        if(count(*) = 1, any_value(denominator_area_code), $group_code) as denominator_area_code,
        if(count(distinct basis) > 1, 'mixed', any_value(basis)) as basis
    from paired
    group by fiscal_year, coalesce($group_code, province_code), denominator
)
select
    summed.fiscal_year,
    summed.month_no,
    area.name_th as area,
    summed.denominator,
    summed.allocated_thb / summed.denominator_count as allocated_per_unit_thb,
    summed.disbursed_thb / summed.denominator_count as disbursed_per_unit_thb,
    summed.allocated_thb,
    summed.disbursed_thb,
    summed.denominator_count,
    summed.denominator_year_be,
    summed.members_counted,
    summed.members_reporting,
    $members_total::integer as members_total,
    summed.basis,
    coalesce(note.delayed_budget, false) as delayed_budget,
    summed.denominator_area_code,
    summed.area_code,
    $basket::integer as basket
from summed
left join fiscal_year_note as note on note.fiscal_year = summed.fiscal_year
left join area using (area_code)
order by
    summed.fiscal_year,
    area.sort_order,
    list_position(['population', 'households', 'villages'], summed.denominator)
