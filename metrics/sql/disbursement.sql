-- ผลการเบิกจ่ายตามแผนงาน: หนึ่งแถวต่อปีงบประมาณ ไตรมาส พื้นที่ และแผนงาน สะสมตั้งแต่ต้นปี
-- Disbursement by plan: one row per fiscal year, quarter, area and plan, cumulative from the start of the year
-- source: แบบ 3 โครงการ (form 3) · เป้าหมายการเบิกจ่ายของรัฐ (official targets)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, plan, as_of
-- trace: project_quarter by province_code=area_code and fiscal_year and quarter and plan_key; disbursed_thb, allocated_thb, committed_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | สะสมถึงสิ้นไตรมาสนี้ | cumulative to the end of this quarter
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   plan | แผนงาน | Plan | | แผนงานตามที่เขียน | the plan as written
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการที่รายงานไตรมาสนี้ ตัวหาร | budget of the projects that reported this quarter, the denominator
--   disbursed_thb | เบิกจ่ายสะสม | Disbursed | บาท | เบิกจ่ายสะสมของโครงการที่รายงาน | disbursed to date by the projects that reported
--   committed_thb | ก่อหนี้ผูกพัน | Committed | บาท | ก่อหนี้ผูกพันที่รายงาน ณ ไตรมาสนี้ ว่าง = ไม่ได้รายงาน | commitments reported as of this quarter, blank = not reported
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายสะสมต่องบประมาณที่ได้รับ | disbursed in percent of allocated
--   target_pct | เป้าหมายเบิกจ่าย | Target | ร้อยละ | เป้าหมายภาพรวมของปีและไตรมาสนั้น ว่าง = ยังไม่ได้บันทึกเป้าหมาย | overall official target of that year and quarter, blank = not loaded
--   gap_pp | ส่วนต่างจากเป้าหมาย | Gap to target | จุดร้อยละ | ร้อยละเบิกจ่ายลบเป้าหมาย | disbursed percent minus target
--   target_state | สถานะเป้าหมาย | Target state | | official ตามมติ, unverified ยังไม่พบต้นฉบับ, not_loaded ยังไม่ได้บันทึก | official, unverified, not_loaded
--   projection_pct | ค่าคาดการณ์ | Projection | ร้อยละ | ค่าคาดการณ์ที่ไม่ใช่เป้าหมายตามมติ | a projection that is not an official target
--   target_source | แหล่งเป้าหมาย | Target source | | แหล่งที่มาของเป้าหมายหรือค่าคาดการณ์ | source of the target or projection
--   spent_pct | ร้อยละใช้จ่าย | Spent | ร้อยละ | (เบิกจ่าย + ก่อหนี้ผูกพัน) ต่องบประมาณ ว่าง = ไม่ได้รายงานก่อหนี้ | disbursed plus committed in percent of allocated, blank = commitments not reported
--   over_allocated | เบิกเกินงบ | Over the budget | | จริงเมื่อเบิกจ่ายเกินงบประมาณ | true when more was disbursed than allocated
--   project_count | โครงการที่รายงาน | Projects reporting | โครงการ | โครงการที่รายงานไตรมาสนี้ | projects that reported this quarter
--   plan_code | รหัสแผนงาน | Plan code | | รหัสที่ใช้กรองแผนงาน | code by which the plan is filtered
--   plan_key | คีย์แผนงาน | Plan key | | ชื่อแผนงานสำหรับเทียบ | the plan's name for matching
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   เงินกันไว้เบิกเหลื่อมปีเป็นกองเงินแยก ไม่นับในการเบิกจ่ายของปี | carry-over is a fund apart and never part of the year's rate
--   โครงการที่ยังไม่รายงานไตรมาสใด ไม่นับทั้งตัวตั้งและตัวหารของไตรมาสนั้น | a project that has not reported a quarter counts in neither numerator nor denominator of it
--   เป้าหมายทั้งปีใช้เป็นเป้าหมายของไตรมาส 4 ปีใดไม่มีเป้าหมายไม่ใช้ของปีอื่นแทน | the target of the whole year is that of quarter 4; a year without one never borrows another year's
with spending as (
    select
        fiscal_year,
        quarter,
        province_code,
        plan_key,
        min(plan) as plan,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb,
        sum(disbursed_thb) filter (allocated_thb is not null) as disbursed_of_allocated_thb,
        sum(committed_thb) as committed_thb,
        sum(disbursed_thb + committed_thb) filter (allocated_thb is not null) as spent_thb,
        sum(allocated_thb) filter (committed_thb is not null) as allocated_of_spent_thb,
        count(*) as project_count
    from project_quarter_at($as_of::timestamp)
    where source is distinct from 'carry_over'
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter = $quarter)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
    group by fiscal_year, quarter, province_code, plan_key
),
by_area as (
    select
        fiscal_year,
        quarter,
        coalesce($group_code, province_code) as area_code,
        plan_key,
        min(plan) as plan,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb,
        sum(committed_thb) as committed_thb,
        100.0 * sum(disbursed_of_allocated_thb) / nullif(sum(allocated_thb), 0) as disbursed_pct,
        100.0 * sum(spent_thb) / nullif(sum(allocated_of_spent_thb), 0) as spent_pct,
        sum(project_count)::bigint as project_count,
        count(distinct province_code) as members_reporting
    from spending
    group by fiscal_year, quarter, coalesce($group_code, province_code), plan_key
)
select
    by_area.fiscal_year,
    by_area.quarter,
    area.name_th as area,
    by_area.plan,
    by_area.allocated_thb,
    by_area.disbursed_thb,
    by_area.committed_thb,
    by_area.disbursed_pct,
    target.target_pct,
    by_area.disbursed_pct - target.target_pct as gap_pp,
    coalesce(target.state, 'not_loaded') as target_state,
    target.projection_pct,
    target.source as target_source,
    by_area.spent_pct,
    by_area.disbursed_thb > by_area.allocated_thb as over_allocated,
    by_area.project_count,
    coalesce(declared.plan_code, 'p-' || left(md5(by_area.plan_key), 8)) as plan_code,
    by_area.plan_key,
    by_area.area_code,
    $basket::integer as basket,
    by_area.members_reporting,
    $members_total::integer as members_total
from by_area
left join disbursement_target_by_quarter as target
    on target.fiscal_year = by_area.fiscal_year
    and target.quarter = by_area.quarter
    and target.spending_type = 'all'
left join area using (area_code)
left join declared_plan_at($as_of::timestamp) as declared using (plan_key)
order by by_area.fiscal_year, by_area.quarter, area.sort_order, by_area.plan_key
