-- ลำดับการเบิกจ่ายและใช้จ่าย: หนึ่งแถวต่อปีงบประมาณ จังหวัด แหล่งเงิน ประเภทรายจ่าย และสิ่งที่วัด
-- Rank by disbursement and spending: one row per fiscal year, province, fund, spending type and measure
-- source: รายงานสถานะการเบิกจ่ายรายเดือน (form 14) · แบบ 3 โครงการ (form 3) · เป้าหมายการเบิกจ่ายของรัฐ (official targets)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: money_line by province_code=area_code and fiscal_year and month_no and fund and spending_type; value_pct=disbursed_thb, allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   month_no | เดือนที่ | Month | | เดือนของปีงบประมาณ 1 = ต.ค. … 12 = ก.ย. ยอดสะสมถึงเดือนนี้ | month of the fiscal year, 1 = October to 12 = September, cumulative to it
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   fund | แหล่งเงิน | Fund | | year = งบประมาณของปี (จังหวัด กลุ่มจังหวัด ฟังก์ชัน) ไม่รวมกันเหลื่อมปี เงินกู้ อปท. และเอกชน | year = the year's own budget (province, group, ministries) without carry-over, loans, local and private money
--   spending_type | ประเภทรายจ่าย | Spending type | | all ภาพรวม, current ประจำ, capital ลงทุน, not_stated ไม่ระบุ | all, current, capital, not_stated
--   measure | สิ่งที่วัด | Measure | | disbursed เบิกจ่าย, spent ใช้จ่าย | disbursed or spent
--   value_pct | ร้อยละ | Percent | ร้อยละ | ร้อยละที่จัดลำดับ | the percentage that is ranked
--   allocated_thb | งบประมาณ | Budget | บาท | งบประมาณหลังโอนเปลี่ยนแปลง ตัวหาร | budget after transfers, the denominator
--   rank | ลำดับ | Rank | | 1 = สูงที่สุด เท่ากันได้ลำดับเดียวกัน | 1 = highest, ties share a rank
--   ranked_count | จังหวัดที่จัดลำดับ | Provinces ranked | จังหวัด | จังหวัดที่มีข้อมูลเดือนนี้ จาก 76 จังหวัด (ไม่รวมกรุงเทพมหานคร) | provinces with data for the month, of 76 (Bangkok left out)
--   printed_rank | ลำดับที่พิมพ์ | Printed rank | | ลำดับตามที่กรมบัญชีกลางพิมพ์ในรายงานของเดือนนั้น | rank as printed in the month's sheet of the treasury
--   basis | ที่มาของตัวเลข | Basis | | money_monthly รายงานคลังจังหวัด, projects รวมจากโครงการ, mixed ทั้งสองอย่าง | money_monthly the treasury's sheets, projects added up, mixed both
--   delayed_budget | งบประมาณล่าช้า | Delayed budget | | จริง = พ.ร.บ.งบประมาณของปีนั้นล่าช้า เทียบกับปีปกติไม่ได้ตรง ๆ | true when the year's budget act came late, so that it is not like other years
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   จัดลำดับในทุกจังหวัดที่มีข้อมูลของเดือนเดียวกันเสมอ ตัวกรองพื้นที่เลือกแถวที่แสดง ไม่เลือกปี = ปีที่ดำเนินอยู่ | ranks are always among all provinces with data for the same month, area filters pick the rows shown; no year = the running one
with money as (
    select *
    from money_at(
        $as_of::timestamp, year_asked($fiscal_year, $today::date), null::varchar[], null::varchar,
        null::varchar[], null::varchar[]
    )
    where province_code <> '10'
        and is_of_the_year(fund)
        and ($quarter is null or (month_no + 2) // 3 = $quarter)
),
month as (
    select month_no, count(distinct province_code) as reporting
    from money
    group by month_no
    qualify 2 * reporting >= max(reporting) over ()
),
summed as (
    select
        fiscal_year,
        month_no,
        province_code,
        counted_fund as fund,
        if(grouping(spending_type) = 1, 'all', coalesce(spending_type, 'not_stated'))
            as spending_type,
        any_value(basis) as basis,
        sum(allocated_thb) as allocated_thb,
        100.0 * sum(disbursed_of_allocated_thb) / nullif(sum(allocated_thb), 0) as disbursed_pct,
        100.0 * sum(spent_thb) / nullif(sum(allocated_of_spent_thb), 0) as spent_pct
    from (
        select *, unnest([fund, 'year']) as counted_fund
        from money
        where month_no = (select max(month_no) from month)
    )
    group by grouping sets (
        (fiscal_year, month_no, province_code, counted_fund, spending_type),
        (fiscal_year, month_no, province_code, counted_fund)
    )
),
measured as (
    select * exclude (disbursed_pct, spent_pct), 'disbursed' as measure, disbursed_pct as value_pct
    from summed
    union all
    select * exclude (disbursed_pct, spent_pct), 'spent', spent_pct
    from summed
),
ranked as (
    select
        *,
        rank() over (
            partition by fund, spending_type, measure order by value_pct desc
        ) as rank,
        count(*) over (partition by fund, spending_type, measure) as ranked_count
    from measured
    where value_pct is not null
),
printed as (
    select
        fiscal_year,
        province_code,
        month_no,
        fund,
        spending_type,
        any_value(disbursed_rank) as disbursed_rank,
        any_value(spent_rank) as spent_rank
    from money_sheet_at(
        $as_of::timestamp, year_asked($fiscal_year, $today::date), $province_codes
    )
    group by all
)
select
    ranked.fiscal_year,
    ranked.month_no,
    area.name_th as area,
    ranked.fund,
    ranked.spending_type,
    ranked.measure,
    ranked.value_pct,
    ranked.allocated_thb,
    ranked.rank,
    ranked.ranked_count,
    if(ranked.measure = 'spent', printed.spent_rank, printed.disbursed_rank) as printed_rank,
    ranked.basis,
    coalesce(note.delayed_budget, false) as delayed_budget,
    ranked.province_code as area_code
from ranked
left join printed using (fiscal_year, province_code, month_no, fund, spending_type)
left join fiscal_year_note as note on note.fiscal_year = ranked.fiscal_year
left join area on area.area_code = ranked.province_code
where $province_codes is null or list_contains($province_codes, ranked.province_code)
order by
    ranked.fiscal_year,
    list_position(['year', 'province', 'group', 'function'], ranked.fund),
    list_position(['all', 'current', 'capital'], ranked.spending_type),
    ranked.measure,
    ranked.rank,
    area.sort_order
