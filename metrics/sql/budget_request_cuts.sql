-- คำขอที่ถูกปรับลด: หนึ่งแถวต่อโครงการที่ขอ ที่ถูกตัดมากมาก่อน
-- Requests that were cut: one row per project asked for, the largest cuts first
-- source: คำของบประมาณจังหวัดและกลุ่มจังหวัด (form 15)
-- filters: group, province, fiscal_year, strategic_issue, plan, as_of
-- trace: budget_request by area_code and fiscal_year and project_key; requested_thb, allocated_thb, cut_reason
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | ผู้ขอ | Requester | | จังหวัดหรือกลุ่มจังหวัดที่ขอ | the province or group that asks
--   priority | ลำดับความสำคัญ | Priority | | ลำดับที่ผู้ขอให้ไว้ 1 = สำคัญที่สุด | order given by the requester, 1 the most important
--   project | โครงการที่ขอ | Project | | โครงการตามที่เขียน | the project as written
--   plan | แผนงาน | Plan | | แผนงานตามที่เขียน | the plan as written
--   requested_thb | คำขอ | Requested | บาท | เงินที่ขอ | money asked for
--   allocated_thb | ได้รับจัดสรร | Allocated | บาท | เงินที่ได้รับ ว่าง = ยังไม่พิจารณา | money allocated, blank = undecided
--   allocated_pct | ได้รับต่อที่ขอ | Allocated of requested | ร้อยละ | ได้รับต่อที่ขอ | allocated in percent of requested
--   cut_thb | ถูกปรับลด | Cut | บาท | ที่ขอลบที่ได้รับ | requested minus allocated
--   cut_reason | เหตุผล | Why | | เหตุผลที่ปรับลดตามที่เขียน | reason as written
--   agency | หน่วยดำเนินการ | Agency | | หน่วยงานที่จะดำเนินการ | agency that would carry it out
--   project_key | คีย์โครงการ | Project key | | ชื่อโครงการสำหรับเทียบ | the project's name for matching
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
select
    request.fiscal_year,
    area.name_th as area,
    request.priority,
    request.project,
    request.plan,
    request.requested_thb,
    request.allocated_thb,
    100.0 * request.allocated_thb / nullif(request.requested_thb, 0) as allocated_pct,
    request.requested_thb - request.allocated_thb as cut_thb,
    request.cut_reason,
    request.agency,
    request.project_key,
    request.area_code
from budget_request_at($as_of::timestamp) as request
left join area using (area_code)
where ($fiscal_year is null or request.fiscal_year = $fiscal_year)
    and ($area_codes is null or list_contains($area_codes, request.area_code))
    and ($issue_keys is null or list_contains($issue_keys, request.issue_key))
    and ($plan_keys is null or list_contains($plan_keys, request.plan_key))
order by cut_thb desc nulls last, request.fiscal_year, area.sort_order, request.project
