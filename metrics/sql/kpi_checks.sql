-- ตัวชี้วัดกับเกณฑ์คัดเลือก: หนึ่งแถวต่อพื้นที่และตัวชี้วัดของปีงบประมาณ ที่ขาดมากที่สุดมาก่อน
-- Indicators against the rules for choosing them: one row per area and indicator of a fiscal year, those that lack most first
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 3 โครงการ (form 3) · แบบ 10 โครงสร้างยุทธศาสตร์ (form 10) · หลักการกำหนดตัวชี้วัดของสำนักงาน ก.พ.ร. พ.ศ. 2557 (principles of 2557)
-- filters: group, province, fiscal_year, strategic_issue, as_of
-- trace: indicator by area_code and kpi_code; has_baseline=baseline
-- trace: target by area_code and kpi_code and fiscal_year; target
-- columns:
--   area | พื้นที่ | Area | | เจ้าของตัวชี้วัด: จังหวัดหรือกลุ่มจังหวัด | owner of the indicator, a province or a province group
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   lacking_count | จำนวนข้อที่ขาด | Lacking | ข้อ | ข้อที่ตรวจได้และไม่ผ่าน จากค่าฐาน เป้าหมาย หน่วย แหล่งข้อมูล เจ้าภาพ ความถี่ โครงการและงบ | checks that can be made and fail: baseline, target, unit, source, owner, frequency, funded project
--   target | เป้าหมาย | Target | | เป้าหมายของปี ว่าง = ยังไม่มีค่าเป้าหมาย | target of the year, blank = none yet
--   has_baseline | มีค่าฐาน | Baseline | | มีค่าฐานหรือไม่ | whether a baseline is present
--   has_target | มีเป้าหมาย | Target set | | มีเป้าหมายของปีหรือไม่ | whether the year has a target
--   has_unit | มีหน่วยวัด | Unit | | มีหน่วยวัดหรือไม่ | whether the unit is known
--   has_source | มีแหล่งข้อมูล | Source | | บอกแหล่งข้อมูลหรือไม่ | whether the source is told
--   has_owner | มีเจ้าภาพ | Owner | | มีหน่วยงานรับผิดชอบหรือไม่ | whether an agency is in charge
--   has_frequency | บอกความถี่ | Frequency | | บอกความถี่ของข้อมูลหรือไม่ | whether the frequency is told
--   is_measurable | วัดได้ | Measurable | | มีหน่วย เป้าหมาย แหล่งข้อมูล เจ้าภาพ และความถี่ครบ | unit, target, source, owner and frequency are all there
--   has_budget | มีโครงการและงบ | Funded project | | มีโครงการที่มีงบในปีนั้น ว่าง = โครงการของพื้นที่ไม่ระบุตัวชี้วัดเลย จึงไม่ทราบ | a project with a budget in the year names it; blank = no project of the area names any indicator, so it cannot be known
--   project_count | โครงการ | Projects | โครงการ | โครงการของปีที่ระบุตัวชี้วัดนี้ | projects of the year that name it
--   allocated_thb | งบประมาณ | Budget | บาท | งบของโครงการเหล่านั้น ว่าง = ไม่มี | budget of those projects, blank = none
--   level | ระดับ | Level | | input output outcome impact ว่าง = ไม่ประกาศ | as declared, blank = undeclared
--   is_outcome | วัดผลลัพธ์ | Outcome | | ระดับผลลัพธ์หรือผลกระทบ ว่าง = ไม่ประกาศระดับ | outcome or impact, blank = level undeclared
--   is_in_plan | อยู่ในแผน | In the plan | | ประเด็นของตัวชี้วัดอยู่ในแผนของพื้นที่ | its strategic issue is in the area's plan
--   serves_policy | ตอบนโยบาย | Serves a policy | | ระบุนโยบายที่ตอบ | names a policy it serves
--   is_joint | วัดร่วมกระทรวง | Joint | | ตัวชี้วัดร่วม Function-Area | a joint Function-Area indicator
--   fits_positioning | ตรงตำแหน่งการพัฒนา | Positioning | | ประกาศว่าตรง positioning ว่าง = ไม่ประกาศ | declared to fit the positioning, blank = nothing declared
--   fits_driver | ตรงฐานรายได้หลัก | Revenue driver | | ประกาศว่าเป็นฐานรายได้หลัก ว่าง = ไม่ประกาศ | declared to be of the revenue driver, blank = nothing declared
--   fits_index | ตรงดัชนีการพัฒนา | Development index | | ประกาศว่าอยู่ในดัชนีชี้วัดการพัฒนาระดับจังหวัด ว่าง = ไม่ประกาศ | declared to be in the provincial development indices, blank = nothing declared
--   domain_codes | ด้าน | Domains | | รหัสด้านตามคำในช่องเรื่องสำคัญและหมวด ว่าง = จัดด้านไม่ได้ | codes of domains by the words of topic and category, empty = cannot be placed
--   topic | เรื่องสำคัญ | Topic | | ตามที่เขียน | as written
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ตามที่เขียน | as written
--   owner | หน่วยงานรับผิดชอบ | Agency in charge | | หน่วยงานรับผิดชอบ | agency in charge
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ข้อพิจารณา 7 ข้อของปี 2557: สี่ข้อคำนวณได้ (แผน นโยบาย ตัวชี้วัดร่วม โครงการและงบ) สามข้อต้องประกาศในแบบ 1 | of the seven considerations of 2557 four are computed (plan, policy, joint, funded project), three must be declared in form 1
with checked as (
    select *
    from indicator_checked_at(
        $as_of::timestamp, $area_codes, year_asked($fiscal_year, $today::date)
    )
    where $issue_keys is null or list_contains($issue_keys, issue_key)
)
select
    area.name_th as area,
    checked.kpi,
    (
        (not has_baseline)::integer + (not has_target)::integer + (not has_unit)::integer
        + (not has_source)::integer + (not has_owner)::integer + (not has_frequency)::integer
        + coalesce((not has_budget)::integer, 0)
    ) as lacking_count,
    checked.target,
    checked.has_baseline,
    checked.has_target,
    checked.has_unit,
    checked.has_source,
    checked.has_owner,
    checked.has_frequency,
    has_unit and has_target and has_source and has_owner and has_frequency as is_measurable,
    checked.has_budget,
    checked.project_count,
    checked.allocated_thb,
    checked.level,
    checked.is_outcome,
    checked.is_in_plan,
    checked.serves_policy,
    checked.is_joint,
    checked.fits_positioning,
    checked.fits_driver,
    checked.fits_index,
    checked.domains as domain_codes,
    checked.topic,
    checked.strategic_issue,
    checked.owner,
    checked.fiscal_year,
    checked.issue_key,
    checked.kpi_code,
    checked.area_code
from checked
left join area using (area_code)
order by area.sort_order, lacking_count desc, checked.kpi_code
