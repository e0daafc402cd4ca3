-- คำของบประมาณเทียบที่ได้รับจัดสรร: หนึ่งแถวต่อปีงบประมาณ ผู้ขอ และแผนงาน
-- Budget requested against allocated: one row per fiscal year, requester and plan
-- source: คำของบประมาณจังหวัดและกลุ่มจังหวัด (form 15)
-- filters: group, province, fiscal_year, strategic_issue, plan, as_of
-- trace: budget_request by area_code and fiscal_year and plan_key; requested_thb, allocated_thb, request_count=project, decided_requested_thb=requested_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | ผู้ขอ | Requester | | จังหวัดหรือกลุ่มจังหวัดที่ขอ | the province or group that asks
--   plan | แผนงาน | Plan | | แผนงานตามที่เขียน ว่าง = ไม่ระบุ | the plan as written, blank = not stated
--   request_count | จำนวนคำขอ | Requests | โครงการ | โครงการที่ขอ | projects asked for
--   requested_thb | คำขอ | Requested | บาท | เงินที่ขอทั้งหมด | all money asked for
--   decided_count | พิจารณาแล้ว | Decided | โครงการ | โครงการที่มีผลการจัดสรรแล้ว | projects with a decision
--   funded_count | ได้รับเงิน | Funded | โครงการ | โครงการที่ได้รับเงินมากกว่าศูนย์ | projects that were allocated more than nothing
--   decided_requested_thb | คำขอที่พิจารณาแล้ว | Requested, decided | บาท | เงินที่ขอของโครงการที่พิจารณาแล้ว ตัวหาร | money asked for by the projects with a decision, the denominator
--   allocated_thb | ได้รับจัดสรร | Allocated | บาท | เงินที่ได้รับจัดสรร ตัวตั้ง | money allocated, the numerator
--   allocated_pct | ได้รับต่อที่ขอ | Allocated of requested | ร้อยละ | ได้รับจัดสรรต่อคำขอที่พิจารณาแล้ว | allocated in percent of what the decided projects asked for
--   cut_thb | ถูกปรับลด | Cut | บาท | คำขอที่พิจารณาแล้วลบที่ได้รับจัดสรร | decided requests minus allocated
--   plan_key | คีย์แผนงาน | Plan key | | ชื่อแผนงานสำหรับเทียบ | the plan's name for matching
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   คำขอที่ยังไม่พิจารณาไม่นับในอัตรา | undecided requests count in no rate
--   เมื่อเลือกกลุ่มจังหวัด แสดงคำขอของกลุ่มและของแต่ละจังหวัดแยกกัน ไม่บวกกัน | for a group its own requests and those of its provinces stand apart and are not added up
with request as (
    select *
    from budget_request_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($area_codes is null or list_contains($area_codes, area_code))
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
),
summed as (
    select
        fiscal_year,
        area_code,
        plan_key,
        min(plan) as plan,
        count(*) as request_count,
        sum(requested_thb) as requested_thb,
        count(allocated_thb) as decided_count,
        count_if(allocated_thb > 0)::bigint as funded_count,
        sum(requested_thb) filter (allocated_thb is not null) as decided_requested_thb,
        sum(allocated_thb) filter (requested_thb is not null) as allocated_thb
    from request
    group by fiscal_year, area_code, plan_key
)
select
    summed.fiscal_year,
    area.name_th as area,
    summed.plan,
    summed.request_count,
    summed.requested_thb,
    summed.decided_count,
    summed.funded_count,
    summed.decided_requested_thb,
    summed.allocated_thb,
    100.0 * summed.allocated_thb / nullif(summed.decided_requested_thb, 0) as allocated_pct,
    summed.decided_requested_thb - summed.allocated_thb as cut_thb,
    summed.plan_key,
    summed.area_code
from summed
left join area using (area_code)
order by summed.fiscal_year, area.sort_order, summed.requested_thb desc, summed.plan
