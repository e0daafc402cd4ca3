-- เบิกจ่ายและใช้จ่ายเทียบเป้าหมายรายเดือน: หนึ่งแถวต่อปีงบประมาณ เดือน พื้นที่ ประเภทรายจ่าย และสิ่งที่วัด
-- Disbursed and spent against target over the year: one row per fiscal year, month, area, spending type and measure
-- source: รายงานสถานะการเบิกจ่ายรายเดือน (form 14) · แบบ 3 โครงการ (form 3) · เป้าหมายการเบิกจ่ายของรัฐ (official targets)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, plan, as_of
-- trace: money_line by province_code=area_code and fiscal_year and month_no and fund='year' and spending_type; actual_thb=disbursed_thb, allocated_thb; measure=disbursed
-- trace: money_line by province_code=area_code and fiscal_year and month_no and fund='year' and spending_type; actual_thb=disbursed_thb, allocated_thb; measure=spent
-- trace: money_line by province_code=area_code and fiscal_year and month_no and fund='year' and spending_type; actual_thb=committed_thb; measure=spent
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   month_no | เดือนที่ | Month | | เดือนของปีงบประมาณ 1 = ต.ค. … 12 = ก.ย. ยอดสะสมถึงเดือนนี้ | month of the fiscal year, 1 = October to 12 = September, cumulative to it
--   as_of_on | ข้อมูล ณ วันที่ | As of | | วันที่ของตัวเลขล่าสุดในเดือนนั้น | newest day of figures in that month
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   spending_type | ประเภทรายจ่าย | Spending type | | all ภาพรวม, current ประจำ, capital ลงทุน, not_stated ไม่ระบุ | all, current, capital, not_stated
--   measure | สิ่งที่วัด | Measure | | disbursed เบิกจ่าย, spent ใช้จ่าย (เบิกจ่ายรวมก่อหนี้ผูกพัน) | disbursed, or spent: disbursed and committed
--   actual_thb | เงินที่เบิกหรือใช้จ่าย | Disbursed or spent | บาท | ตัวตั้ง | the numerator
--   allocated_thb | งบประมาณ | Budget | บาท | งบประมาณหลังโอนเปลี่ยนแปลง ตัวหาร | budget after transfers, the denominator
--   actual_pct | ร้อยละ | Actual | ร้อยละ | ตัวตั้งต่องบประมาณของปี ไม่รวมกันเหลื่อมปี | numerator in percent of the year's budget, carry-over left out
--   target_pct | เป้าหมาย | Target | ร้อยละ | เป้าหมายสิ้นไตรมาสของเดือนนั้น ว่าง = ยังไม่ได้บันทึกเป้าหมาย | official target of the end of the month's quarter, blank = not loaded
--   gap_pp | ส่วนต่างจากเป้าหมาย | Gap to target | จุดร้อยละ | ร้อยละลบเป้าหมาย | actual percent minus target
--   months_to_target | เดือนถึงเป้าหมาย | Months to target | เดือน | เดือนที่เหลือถึงสิ้นไตรมาสของเป้าหมาย 0 = ถึงกำหนด | months left to the end of the target's quarter, 0 = due
--   target_state | สถานะเป้าหมาย | Target state | | official ตามมติ, unverified ยังไม่พบต้นฉบับ, not_loaded ยังไม่ได้บันทึก, none ไม่มีเป้าหมายสำหรับเงินนี้ | official, unverified, not_loaded, none for money without a target
--   year_target_pct | เป้าหมายทั้งปี | Target of the year | ร้อยละ | เป้าหมายของทั้งปี ว่าง = ยังไม่ได้บันทึก | official target of the whole year, blank = not loaded
--   projection_pct | ค่าคาดการณ์ | Projection | ร้อยละ | ค่าคาดการณ์ที่ไม่ใช่เป้าหมายตามมติ | a projection that is not an official target
--   target_source | แหล่งเป้าหมาย | Target source | | แหล่งที่มาของเป้าหมายหรือค่าคาดการณ์ | source of the target or projection
--   quarter | ไตรมาส | Quarter | | ไตรมาสที่เดือนนั้นอยู่ | quarter in which the month lies
--   basis | ที่มาของตัวเลข | Basis | | money_monthly รายงานคลังจังหวัด, projects รวมจากโครงการ, mixed ทั้งสองอย่าง | money_monthly the treasury's sheets, projects added up, mixed both
--   delayed_budget | งบประมาณล่าช้า | Delayed budget | | จริง = พ.ร.บ.งบประมาณของปีนั้นล่าช้า เทียบกับปีปกติไม่ได้ตรง ๆ | true when the year's budget act came late, so that it is not like other years
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   ปีใดหรือไตรมาสใดไม่มีเป้าหมาย ไม่ใช้ของปีอื่นแทน | a year or quarter without a target never borrows another's
with money as (
    select *, coalesce($group_code, province_code) as area_code
    from money_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )
    where is_of_the_year(fund) and ($quarter is null or (month_no + 2) // 3 = $quarter)
),
summed as (
    select
        fiscal_year,
        month_no,
        (month_no + 2) // 3 as quarter,
        area_code,
        if(grouping(spending_type) = 1, 'all', coalesce(spending_type, 'not_stated'))
            as spending_type,
        max(as_of_on) as as_of_on,
        sum(disbursed_of_allocated_thb) as disbursed_thb,
        sum(allocated_thb) as allocated_thb,
        sum(spent_thb) as spent_thb,
        sum(allocated_of_spent_thb) as allocated_of_spent_thb,
        if(count(distinct basis) > 1, 'mixed', any_value(basis)) as basis,
        count(distinct province_code) as members_reporting
    from money
    group by grouping sets (
        (fiscal_year, month_no, area_code, spending_type), (fiscal_year, month_no, area_code)
    )
),
measure as (
    select
        summed.* exclude (disbursed_thb, allocated_thb, spent_thb, allocated_of_spent_thb),
        measure,
        if(measure = 'spent', spent_thb, disbursed_thb) as actual_thb,
        if(measure = 'spent', allocated_of_spent_thb, allocated_thb) as allocated_thb
    from summed
    cross join (values ('disbursed'), ('spent')) as measures (measure)
)
select
    measure.fiscal_year,
    measure.month_no,
    measure.as_of_on,
    area.name_th as area,
    measure.spending_type,
    measure.measure,
    measure.actual_thb,
    measure.allocated_thb,
    100.0 * measure.actual_thb / nullif(measure.allocated_thb, 0) as actual_pct,
    target.target_pct,
    100.0 * measure.actual_thb / nullif(measure.allocated_thb, 0) - target.target_pct as gap_pp,
    3 * measure.quarter - measure.month_no as months_to_target,
    coalesce(target.state, 'not_loaded') as target_state,
    of_year.target_pct as year_target_pct,
    target.projection_pct,
    target.target_source,
    measure.quarter,
    measure.basis,
    coalesce(note.delayed_budget, false) as delayed_budget,
    measure.area_code,
    $basket::integer as basket,
    measure.members_reporting,
    $members_total::integer as members_total
from measure
left join spending_target_by_quarter as target
    on target.measure = measure.measure
    and target.fiscal_year = measure.fiscal_year
    and target.quarter = measure.quarter
    and target.spending_type = measure.spending_type
left join spending_target_by_quarter as of_year
    on of_year.measure = measure.measure
    and of_year.fiscal_year = measure.fiscal_year
    and of_year.quarter = 4
    and of_year.spending_type = measure.spending_type
left join fiscal_year_note as note on note.fiscal_year = measure.fiscal_year
left join area using (area_code)
order by
    measure.fiscal_year,
    measure.month_no,
    area.sort_order,
    list_position(['all', 'current', 'capital', 'not_stated'], measure.spending_type),
    measure.measure
