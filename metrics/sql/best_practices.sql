-- โครงการแบบอย่างที่ดี: หนึ่งแถวต่อโครงการที่หน่วยงานระบุว่าเป็นแบบอย่าง
-- Best practices: one row per project that its agency calls a best practice
-- source: แบบ 3 โครงการ (form 3) · แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year and project_code; allocated_thb, beneficiaries, highlight
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   highlight | จุดเด่น | Strengths | | จุดเด่นตามที่รายงาน คั่นด้วย ; ว่าง = ไม่ได้บอก | strengths as reported, separated by ;, blank = not told
--   plan | แผนงาน | Plan | | แผนงานตามที่โครงการระบุ | plan as the project states it
--   district | อำเภอ | District | | อำเภอของโครงการ ว่าง = ไม่ระบุ | district of the project, blank = not given
--   subdistrict | ตำบล | Subdistrict | | ตำบลของโครงการ | subdistrict of the project
--   village | หมู่บ้าน | Village | | หมู่บ้านที่ดำเนินโครงการ | the village that carries it out
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการตามแบบ 3 ว่าง = ไม่ได้รายงาน | budget on form 3, blank = not reported
--   beneficiaries | ผู้ได้รับประโยชน์ | Beneficiaries | คน | จำนวนคนที่ได้รับประโยชน์ ว่าง = ไม่ได้รายงาน | persons who benefit, blank = not reported
--   kind | ลักษณะการดำเนินงาน | Kind of work | | จ้างเหมา ดำเนินการเอง จัดซื้อ อบรม ว่าง = ไม่ระบุ | hired, self-reliant, procurement, training, blank = not given
--   grade | เกรดแผนชุมชน | Grade of the plan | | เกรดแผนชุมชนของหมู่บ้านในปีเดียวกัน ว่าง = ไม่ทราบ | grade of the village's plan in the same year, blank = not known
--   households | ครัวเรือนของหมู่บ้าน | Households | ครัวเรือน | ครัวเรือนของหมู่บ้านในปีเดียวกัน ว่าง = ไม่ทราบ | households of the village in the same year, blank = not known
--   agency | หน่วยดำเนินการ | Agency | | หน่วยงานที่ดำเนินโครงการ | the agency that carries it out
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ตามที่โครงการระบุ | as the project states it
--   area | จังหวัด | Province | | จังหวัดของโครงการ | province of the project
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
with practice as (
    select *
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
        and ($plan_keys is null or list_contains($plan_keys, plan_key))
        and best_practice
),
graded as (
    select fiscal_year, province_code, project_code, grade, households
    from project_village_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys,
        true
    )
)
select
    practice.fiscal_year,
    practice.project,
    practice.highlight,
    practice.plan,
    district.name_th as district,
    practice.subdistrict,
    practice.village,
    practice.allocated_thb,
    practice.beneficiaries,
    practice.kind,
    graded.grade,
    graded.households,
    practice.agency,
    practice.strategic_issue,
    area.name_th as area,
    practice.project_code,
    practice.district_code,
    practice.province_code as area_code
from practice
left join graded using (fiscal_year, province_code, project_code)
left join area as district on district.area_code = practice.district_code
left join area on area.area_code = practice.province_code
order by practice.fiscal_year desc, area.sort_order, practice.project_code
