-- โครงการของแต่ละรายการในแผน: หนึ่งแถวต่อฉบับของแผน รายการ และโครงการ
-- Projects of each node of a plan: one row per version of a plan, node and project
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, quarter, node, as_of
-- trace: project by province_code and fiscal_year and project_code; allocated_thb
-- trace: project_quarter by province_code and fiscal_year and project_code and quarter; disbursed_thb
-- columns:
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   agency | หน่วยดำเนินการ | Agency | | หน่วยงานที่ดำเนินโครงการ | the agency that carries it out
--   district | อำเภอ | District | | อำเภอของโครงการ | district of the project
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการ | budget of the project
--   disbursed_thb | เบิกจ่ายสะสม | Disbursed | บาท | เบิกจ่ายสะสมถึงไตรมาสล่าสุดที่รายงาน | disbursed to the newest quarter reported
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายสะสมต่องบประมาณ | disbursed in percent of the budget
--   progress_pct | ความก้าวหน้า | Progress | ร้อยละ | ความก้าวหน้าของงานที่รายงาน | progress of the work as reported
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ตามที่โครงการระบุ | as the project states it
--   plan | แผนงาน | Plan | | ตามที่โครงการระบุ | as the project states it
--   policy | นโยบาย | Policies | | รหัสนโยบายที่โครงการระบุ | codes of the policies it names
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณของโครงการ | fiscal year of the project
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่รายงานเบิกจ่าย | newest quarter with a report of spending
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   province_code | รหัสจังหวัด | Province code | | จังหวัดของโครงการ | province of the project
--   district_code | รหัสอำเภอ | District code | | อำเภอของโครงการ | district of the project
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   node_code | รหัสรายการ | Node code | | รหัสของรายการในแผน | code of the node
--   version_code | รหัสฉบับ | Version code | | เจ้าของ ปี และฉบับทบทวน | owner, years and revision
--   is_policy | รายการนโยบาย | Policy | | จริงเมื่อรายการเป็นนโยบาย | true when the node is a policy
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   โครงการหนึ่งอยู่ได้หลายรายการ อย่านำเงินของทุกรายการมาบวกกัน | a project may stand under several nodes: never add up their money
--   เมื่อไม่ระบุรายการ แสดงเฉพาะ 1,000 โครงการที่งบมากที่สุดของพื้นที่ ทั้งหมดมีกี่โครงการดูที่โครงสร้างแผน | without a node only the 1,000 largest projects of the view stand here, the tree of the plan says of how many
with every_node as materialized (
    from strategy_node_at($as_of::timestamp, $area_codes)
),
member as materialized (
    from strategy_member_of('every_node')
    where $node_code is null or node_code = $node_code
)
select
    project.project,
    project.agency,
    district.name_th as district,
    project.allocated_thb,
    project.disbursed_thb,
    100.0 * project.disbursed_thb / nullif(project.allocated_thb, 0) as disbursed_pct,
    project.progress_pct,
    project.strategic_issue,
    project.plan,
    project.policy,
    project.fiscal_year,
    project.quarter,
    project.project_code,
    project.province_code,
    project.district_code,
    project.issue_key,
    project.node_code,
    project.version_code,
    project.is_policy,
    project.owner_area_code as area_code
from strategy_project_of(
    'member', $as_of::timestamp, $area_codes, $fiscal_year, $quarter, $district_code,
    if($node_code is null, 1000, null)
) as project
left join area as district on district.area_code = project.district_code
order by
    project.version_code,
    project.is_policy,
    project.node_code,
    project.allocated_thb desc nulls last,
    project.province_code,
    project.project_code,
    project.fiscal_year
