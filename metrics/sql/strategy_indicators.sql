-- ตัวชี้วัดของแต่ละรายการในแผน: หนึ่งแถวต่อฉบับของแผน รายการ และตัวชี้วัด
-- Indicators of each node of a plan: one row per version of a plan, node and indicator
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, quarter, node, as_of
-- trace: kpi_result by area_code=kpi_area_code and kpi_code and fiscal_year; actual
-- trace: target by area_code=kpi_area_code and kpi_code and fiscal_year; target
-- columns:
--   status | สถานะ | Status | | เช่นเดียวกับภาพรวมตัวชี้วัด | as in the overview of indicators
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   kpi_area | พื้นที่ของตัวชี้วัด | Area of the indicator | | พื้นที่ที่ตัวชี้วัดวัด | the area the indicator measures
--   actual | ผลสะสม | Result to date | | ผลล่าสุดของปี | newest result of the year
--   target | เป้าหมาย | Target | | เป้าหมายของปี | target of the year
--   attainment_to_date_pct | ความสำเร็จถึงงวด | Attainment to date | ร้อยละ | ผลสะสมเทียบเป้าหมายถึงงวด | result against the target to date
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   level | ระดับตัวชี้วัด | Level | | input output outcome impact ว่าง = ไม่ระบุ | input, output, outcome, impact, blank = not stated
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นยุทธศาสตร์ตามที่เขียน | the strategic issue as written
--   owner | หน่วยงานรับผิดชอบ | Owner | | หน่วยงานรับผิดชอบ | agency in charge
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีของผลและเป้าหมาย | year of result and target
--   policy | นโยบาย | Policies | | รหัสนโยบายที่ตัวชี้วัดตอบ | codes of the policies it serves
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   kpi_area_code | รหัสพื้นที่ของตัวชี้วัด | Indicator's area code | | รหัสพื้นที่ที่วัด | code of the area measured
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   node_code | รหัสรายการ | Node code | | รหัสของรายการในแผน | code of the node
--   version_code | รหัสฉบับ | Version code | | เจ้าของ ปี และฉบับทบทวน | owner, years and revision
--   is_policy | รายการนโยบาย | Policy | | จริงเมื่อรายการเป็นนโยบาย | true when the node is a policy
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ตัวชี้วัดหนึ่งอยู่ได้หลายรายการ | an indicator may stand under several nodes
with every_node as materialized (
    from strategy_node_at($as_of::timestamp, $area_codes)
),
member as materialized (
    from strategy_member_of('every_node')
    where $node_code is null or node_code = $node_code
)
select
    indicator.status,
    indicator.kpi,
    area.name_th as kpi_area,
    indicator.actual,
    indicator.target,
    indicator.attainment_to_date_pct,
    indicator.unit,
    indicator.level,
    indicator.strategic_issue,
    indicator.owner,
    indicator.fiscal_year,
    indicator.policy,
    indicator.kpi_code,
    indicator.area_code as kpi_area_code,
    indicator.issue_key,
    indicator.node_code,
    indicator.version_code,
    indicator.is_policy,
    indicator.owner_area_code as area_code
from strategy_indicator_of(
    'member', $as_of::timestamp, $area_codes, $fiscal_year, $quarter, $district_code, $today::date
) as indicator
left join area using (area_code)
order by
    indicator.version_code,
    indicator.is_policy,
    indicator.node_code,
    list_position(
        ['critical', 'at_risk', 'near', 'no_data', 'met', 'not_due'], indicator.status
    ),
    indicator.attainment_to_date_pct nulls last,
    indicator.area_code,
    indicator.kpi_code
