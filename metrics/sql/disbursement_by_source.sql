-- เบิกจ่ายและใช้จ่ายตามแหล่งเงิน: หนึ่งแถวต่อปีงบประมาณ พื้นที่ แหล่งเงิน และประเภทรายจ่าย ณ เดือนล่าสุด
-- Disbursed and spent by fund: one row per fiscal year, area, fund and spending type, at the newest month
-- source: รายงานสถานะการเบิกจ่ายรายเดือน (form 14) · แบบ 3 โครงการ (form 3) · เป้าหมายการเบิกจ่ายของรัฐ (official targets)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, plan, as_of
-- trace: money_line by province_code=area_code and fiscal_year and month_no and fund and spending_type; allocated_thb, disbursed_thb, committed_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   month_no | เดือนที่ | Month | | เดือนของปีงบประมาณ 1 = ต.ค. … 12 = ก.ย. ยอดสะสมถึงเดือนนี้ | month of the fiscal year, 1 = October to 12 = September, cumulative to it
--   as_of_on | ข้อมูล ณ วันที่ | As of | | วันที่ของตัวเลขล่าสุดในเดือนนั้น | newest day of figures in that month
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   fund | แหล่งเงิน | Fund | | year = งบประมาณของปี (จังหวัด กลุ่มจังหวัด ฟังก์ชัน) ไม่รวมกันเหลื่อมปี เงินกู้ อปท. และเอกชน | year = the year's own budget (province, group, ministries) without carry-over, loans, local and private money
--   spending_type | ประเภทรายจ่าย | Spending type | | all ภาพรวม, current ประจำ, capital ลงทุน, not_stated ไม่ระบุ | all, current, capital, not_stated
--   allocated_thb | งบประมาณ | Budget | บาท | งบประมาณหลังโอนเปลี่ยนแปลง ตัวหาร | budget after transfers, the denominator
--   disbursed_thb | เบิกจ่าย | Disbursed | บาท | เบิกจ่ายสะสมตั้งแต่ต้นปี | paid out since the start of the year
--   committed_thb | ก่อหนี้ผูกพัน | Committed | บาท | ก่อหนี้ผูกพันและเงินกันที่ยังไม่เบิก ว่าง = ไม่ได้รายงาน | bound or reserved and not yet paid, blank = not reported
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายต่องบประมาณ | disbursed in percent of budget
--   disbursed_target_pct | เป้าหมายเบิกจ่าย | Target, disbursed | ร้อยละ | เป้าหมายของปี ไตรมาส และประเภทนั้น ว่าง = ยังไม่ได้บันทึก หรือไม่มีสำหรับเงินนี้ | official target of that year, quarter and type, blank = not loaded or none for this money
--   disbursed_gap_pp | ส่วนต่างเบิกจ่าย | Gap, disbursed | จุดร้อยละ | ร้อยละเบิกจ่ายลบเป้าหมาย | disbursed percent minus target
--   spent_pct | ร้อยละใช้จ่าย | Spent | ร้อยละ | (เบิกจ่าย + ก่อหนี้ผูกพัน) ต่องบประมาณ ว่าง = ไม่ได้รายงานก่อหนี้ | disbursed plus committed in percent of budget, blank = commitments not reported
--   spent_target_pct | เป้าหมายใช้จ่าย | Target, spent | ร้อยละ | เป้าหมายใช้จ่ายของปี ไตรมาส และประเภทนั้น | official target of what is spent
--   spent_gap_pp | ส่วนต่างใช้จ่าย | Gap, spent | จุดร้อยละ | ร้อยละใช้จ่ายลบเป้าหมาย | spent percent minus target
--   target_state | สถานะเป้าหมาย | Target state | | official ตามมติ, unverified ยังไม่พบต้นฉบับ, not_loaded ยังไม่ได้บันทึก, none ไม่มีเป้าหมายสำหรับเงินนี้ | official, unverified, not_loaded, none for money without a target
--   projection_pct | ค่าคาดการณ์ | Projection | ร้อยละ | ค่าคาดการณ์เบิกจ่ายที่ไม่ใช่เป้าหมายตามมติ | a projection of what is disbursed that is not an official target
--   target_source | แหล่งเป้าหมาย | Target source | | แหล่งที่มาของเป้าหมายหรือค่าคาดการณ์ | source of the target or projection
--   over_allocated | เบิกเกินงบ | Over the budget | | จริงเมื่อเบิกจ่ายเกินงบประมาณ | true when more was disbursed than allocated
--   quarter | ไตรมาส | Quarter | | ไตรมาสที่เดือนนั้นอยู่ | quarter in which the month lies
--   basis | ที่มาของตัวเลข | Basis | | money_monthly รายงานคลังจังหวัด, projects รวมจากโครงการ, mixed ทั้งสองอย่าง | money_monthly the treasury's sheets, projects added up, mixed both
--   delayed_budget | งบประมาณล่าช้า | Delayed budget | | จริง = พ.ร.บ.งบประมาณของปีนั้นล่าช้า เทียบกับปีปกติไม่ได้ตรง ๆ | true when the year's budget act came late, so that it is not like other years
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   เงินกันไว้เบิกเหลื่อมปีเป็นกองเงินแยก ไม่รวมในอัตราของปี | carry-over is a fund apart and never part of the year's rate
--   เดือนล่าสุดคือเดือนที่มีรายงานอย่างน้อยครึ่งหนึ่งของจังหวัดที่เคยรายงานในปีนั้น | the newest month is one of which at least half of the provinces that ever reported in the year report
with money as (
    select *, coalesce($group_code, province_code) as area_code, (month_no + 2) // 3 as quarter
    from money_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    )
    where $quarter is null or (month_no + 2) // 3 = $quarter
),
month as (
    select fiscal_year, area_code, month_no, count(distinct province_code) as members_reporting
    from money
    group by fiscal_year, area_code, month_no
    qualify 2 * members_reporting >= max(members_reporting) over (
        partition by fiscal_year, area_code
    )
),
newest as (
    select fiscal_year, area_code, max(month_no) as month_no
    from month
    group by fiscal_year, area_code
),
line as (
    select money.*, unnest(if(is_of_the_year(fund), [fund, 'year'], [fund])) as counted_fund
    from money
    inner join newest using (fiscal_year, area_code, month_no)
),
summed as (
    select
        fiscal_year,
        month_no,
        any_value(quarter) as quarter,
        area_code,
        counted_fund as fund,
        if(grouping(spending_type) = 1, 'all', coalesce(spending_type, 'not_stated'))
            as spending_type,
        max(as_of_on) as as_of_on,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb,
        sum(committed_thb) as committed_thb,
        100.0 * sum(disbursed_of_allocated_thb) / nullif(sum(allocated_thb), 0) as disbursed_pct,
        100.0 * sum(spent_thb) / nullif(sum(allocated_of_spent_thb), 0) as spent_pct,
        if(count(distinct basis) > 1, 'mixed', any_value(basis)) as basis,
        count(distinct province_code) as members_reporting
    from line
    group by grouping sets (
        (fiscal_year, month_no, area_code, counted_fund, spending_type),
        (fiscal_year, month_no, area_code, counted_fund)
    )
)
select
    summed.fiscal_year,
    summed.month_no,
    summed.as_of_on,
    area.name_th as area,
    summed.fund,
    summed.spending_type,
    summed.allocated_thb,
    summed.disbursed_thb,
    summed.committed_thb,
    summed.disbursed_pct,
    disbursed.target_pct as disbursed_target_pct,
    summed.disbursed_pct - disbursed.target_pct as disbursed_gap_pp,
    summed.spent_pct,
    spent.target_pct as spent_target_pct,
    summed.spent_pct - spent.target_pct as spent_gap_pp,
    case
        when not (summed.fund = 'year' or is_of_the_year(summed.fund)) then 'none'
        else coalesce(disbursed.state, 'not_loaded')
    end as target_state,
    disbursed.projection_pct,
    coalesce(disbursed.target_source, spent.target_source) as target_source,
    summed.disbursed_thb > summed.allocated_thb as over_allocated,
    summed.quarter,
    summed.basis,
    coalesce(note.delayed_budget, false) as delayed_budget,
    summed.area_code,
    $basket::integer as basket,
    summed.members_reporting,
    $members_total::integer as members_total
from summed
left join spending_target_by_quarter as disbursed
    on disbursed.measure = 'disbursed'
    and disbursed.fiscal_year = summed.fiscal_year
    and disbursed.quarter = summed.quarter
    and disbursed.spending_type = summed.spending_type
    and is_of_the_year(summed.fund)
left join spending_target_by_quarter as spent
    on spent.measure = 'spent'
    and spent.fiscal_year = summed.fiscal_year
    and spent.quarter = summed.quarter
    and spent.spending_type = summed.spending_type
    and is_of_the_year(summed.fund)
left join fiscal_year_note as note on note.fiscal_year = summed.fiscal_year
left join area using (area_code)
order by
    summed.fiscal_year,
    area.sort_order,
    list_position(
        ['year', 'province', 'group', 'function', 'not_stated', 'unknown', 'local', 'private',
        'loan', 'carry_over'],
        summed.fund
    ),
    list_position(['all', 'current', 'capital', 'not_stated'], summed.spending_type)
