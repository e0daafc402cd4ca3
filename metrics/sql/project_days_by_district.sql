-- วันที่ใช้ในวงจรโครงการรายอำเภอ: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และอำเภอ
-- Days of the life cycle by district: one row per area, fiscal year and district
-- source: แบบ 20 ขั้นตอนโครงการ (form 20) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project_step by province_code=area_code and fiscal_year and of_district=district_code; approval_days=reached_on, payment_days=reached_on, dated_count=reached_on
-- trace: project by province_code=area_code and fiscal_year and district_code; allocated_thb, project_count=allocated_thb
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   district | อำเภอ | District | | อำเภอของโครงการ ว่าง = ไม่ระบุ | district of the project, blank = not given
--   project_count | โครงการ | Projects | โครงการ | โครงการทั้งหมดในขอบเขต | all projects in the scope
--   dated_count | โครงการที่บอกวันที่ | Projects with days | โครงการ | โครงการที่ส่งวันที่ของขั้นตอน (แบบ 20) | projects that sent the days of their stages (form 20)
--   unfinished_count | ยังไม่เสร็จ | Unfinished | โครงการ | โครงการที่รู้ขั้นตอนและยังไม่ถึงขั้นแล้วเสร็จ | projects whose stage is known and comes before completion
--   approval_days | เสนอถึงอนุมัติ | Proposal to approval | วัน | ค่ากลางของวันจากวันเสนอถึงวันอนุมัติ | median days from proposal to approval
--   approval_count | นับจาก (อนุมัติ) | Approvals counted | โครงการ | โครงการที่รู้ทั้งวันเสนอและวันอนุมัติ | projects whose proposal and approval days are both known
--   payment_days | อนุมัติถึงเบิกจ่าย | Approval to first payment | วัน | ค่ากลางของวันจากวันอนุมัติถึงวันเบิกจ่ายครั้งแรก | median days from approval to the first payment
--   payment_count | นับจาก (เบิกจ่าย) | Payments counted | โครงการ | โครงการที่รู้ทั้งวันอนุมัติและวันเบิกจ่าย | projects whose approval and payment days are both known
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
select
    life.fiscal_year,
    any_value(district.name_th) as district,
    count(*) as project_count,
    count(*) filter (life.has_days) as dated_count,
    count(*) filter (life.stage_order < completed.stage_order) as unfinished_count,
    median(life.approved_on - life.proposed_on) as approval_days,
    count(life.approved_on - life.proposed_on) as approval_count,
    median(life.disbursed_on - life.approved_on) as payment_days,
    count(life.disbursed_on - life.approved_on) as payment_count,
    sum(life.allocated_thb) as allocated_thb,
    any_value(area.name_th) as area,
    life.district_code,
    coalesce($group_code, life.province_code) as area_code,
    $basket::integer as basket,
    count(distinct life.province_code) as members_reporting,
    $members_total::integer as members_total
from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    ) as life
inner join project_stage as completed on completed.stage = 'completed'
left join area as district on district.area_code = life.district_code
left join area on area.area_code = coalesce($group_code, life.province_code)
group by life.fiscal_year, life.district_code, coalesce($group_code, life.province_code)
order by life.fiscal_year, any_value(area.sort_order), life.district_code nulls last
