-- แผนเป็นต้นไม้: หนึ่งแถวต่อฉบับของแผนและรายการ ตามลำดับของแผน
-- The plan as a tree: one row per version of a plan and node, in the plan's own order
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: strategy_node by owner_area_code=area_code and version_code and node_code and is_policy='false'; title, linked_to
-- trace: strategy_project by owner_area_code=area_code and version_code and node_code and is_policy='false'; allocated_thb, project_count=project, reporting_allocated_thb=allocated_thb, disbursed_thb=allocated_thb
-- columns:
--   area | เจ้าของแผน | Owner | | จังหวัดหรือกลุ่มจังหวัดเจ้าของแผน | the province or group whose plan it is
--   node_type | ประเภท | Type | | vision positioning definition mission objective strategic_issue plan mission_group | vision, positioning, definition, mission, objective, strategic issue, plan, mission group
--   ordinal | ลำดับที่ | Number | | เลขตามเอกสาร ไม่ใช้เชื่อมรายการ | number in the document, never used to join
--   title | ข้อความ | Text | | ข้อความตามเอกสาร | the words of the document
--   indicator_count | ตัวชี้วัด | Indicators | ตัว | ตัวชี้วัดที่มีเป้าหมายหรือผลของปี | indicators with a target or result of the year
--   met_count | บรรลุ | Met | ตัว | สถานะเดียวกับภาพรวมตัวชี้วัด | status as in the overview of indicators
--   near_count | ใกล้เป้า | Near | ตัว | สถานะเดียวกับภาพรวมตัวชี้วัด | status as in the overview of indicators
--   at_risk_count | เสี่ยง | At risk | ตัว | สถานะเดียวกับภาพรวมตัวชี้วัด | status as in the overview of indicators
--   critical_count | วิกฤต | Critical | ตัว | สถานะเดียวกับภาพรวมตัวชี้วัด | status as in the overview of indicators
--   no_data_count | ไม่มีข้อมูล | No data | ตัว | ตัวชี้วัดที่บอกสถานะไม่ได้ | indicators whose status cannot be told
--   not_due_count | ยังไม่ถึงกำหนด | Not due | ตัว | ตัวชี้วัดที่ยังไม่ถึงกำหนดรายงาน | indicators not due yet
--   project_count | โครงการ | Projects | โครงการ | โครงการที่ระบุรายการนี้ไว้เอง นับครั้งเดียว | projects that name it themselves, each once
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการเหล่านั้น ว่าง = ไม่มีโครงการ | budget of those projects, blank = no projects
--   disbursed_thb | เบิกจ่ายสะสม | Disbursed | บาท | เบิกจ่ายสะสมถึงไตรมาสล่าสุดที่รายงาน | disbursed to the newest quarter reported
--   reporting_allocated_thb | งบของโครงการที่รายงาน | Allocated to those reporting | บาท | งบประมาณของโครงการที่รายงานเบิกจ่ายแล้ว ตัวหาร | budget of the projects that reported spending, the denominator
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายสะสมต่องบของโครงการที่รายงาน | disbursed in percent of the budget of the projects that reported
--   indicator_gap | ช่องว่างตัวชี้วัด | Gap in indicators | | ธีม ข้อความ พันธกิจ เป้าประสงค์ ประเด็นที่ยังไม่มีตัวชี้วัด หรือประเด็นที่มีเพียงผลผลิต | a node without indicators, or an issue with outputs only
--   project_gap | ช่องว่างโครงการ | Gap in projects | | ประเด็น แผนงาน กลุ่มภารกิจที่ยังไม่มีโครงการในปีนั้น | an issue, plan or group without projects in the year
--   link_gap | ช่องว่างความเชื่อมโยง | Gap in links | | รายการที่เอกสารไม่ได้เชื่อมกับประเด็น และประเด็นที่ไม่มีพันธกิจ | a node no document links with an issue, an issue without a mission
--   priority | ลำดับความสำคัญ | Priority | | 1 คือสำคัญที่สุด | 1 is the highest
--   work_stream | สายงาน | Stream of work | | ตามคำในเอกสาร | in the words of the document
--   afp | ป้าย AFP | AFP tags | | Area Function Participation ตามที่เขียน | area, function, participation as written
--   original_title | ข้อความเดิม | Original words | | ข้อความตามเอกสารเมื่อมีการแก้คำผิด ว่าง = ไม่ได้แก้ | the words of the document where they were corrected, blank = as in the document
--   plan_name | แผน | Plan | | ชื่อแผนตามเอกสาร | the plan as the document calls it
--   year_from_be | ปีเริ่มต้น | First year | พ.ศ. | ปีงบประมาณแรกของแผน | first fiscal year of the plan
--   year_to_be | ปีสิ้นสุด | Last year | พ.ศ. | ปีงบประมาณสุดท้ายของแผน | last fiscal year of the plan
--   revision_be | ปีที่ทบทวน | Revised in | พ.ศ. | ปีที่ทบทวนแผน ว่าง = แผนเดิม | year of the revision, blank = as first decided
--   covers_year | ครอบคลุมปีที่ถาม | Covers the year | | จริงเมื่อแผนครอบคลุมปีที่เลือก | true when the plan covers the year asked about
--   is_in_force | ฉบับที่ใช้อยู่ | In force | | ฉบับล่าสุดของแผนที่ครอบคลุมปีที่เลือก | newest version of its plan that covers the year
--   is_shown | ฉบับที่แสดงก่อน | Shown first | | ฉบับที่ใช้อยู่ ถ้าไม่มีแผนใดครอบคลุมปีนั้นคือแผนก่อนหน้าที่ใกล้ที่สุด | the one in force, else the nearest earlier plan
--   linked_to | เชื่อมโยงกับ | Linked to | | รหัสที่เชื่อมโยงตามเอกสาร | codes it is linked with in the document
--   parent_code | รหัสแม่ | Parent | | รหัสของรายการที่อยู่เหนือ | code of the node above
--   node_order | ลำดับในแผน | Order | | ลำดับของรายการในแผน | place of the node in its plan
--   node_code | รหัสรายการ | Node code | | รหัสของรายการ | code of the node
--   version_code | รหัสฉบับ | Version code | | เจ้าของ ปี และฉบับทบทวน | owner, years and revision
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   รายการหนึ่งนับทุกสิ่งที่อยู่ใต้หรือเชื่อมโยงกับรายการนั้น โครงการหนึ่งจึงอยู่ได้หลายรายการ อย่านำแถวมาบวกกัน | a node counts what is under it or linked with it, so a project may stand under several nodes: never add the rows up
--   เงินนับเฉพาะโครงการที่ระบุประเด็น แผนงาน หรือตัวชี้วัดไว้เอง | money counts only where the projects themselves name an issue, plan or indicator
--   ไม่เลือกปี: โครงการทุกปี และผลตัวชี้วัดปีล่าสุด | without a year: projects of all years and the newest results
with every_node as materialized (
    from strategy_node_at($as_of::timestamp, $area_codes)
),
member as materialized (
    from strategy_member_of('every_node')
),
told as materialized (
    select * exclude (strategic_issue, plan), row_number() over () as told_id
    from spending_by_names_at(
        $as_of::timestamp, $province_codes, $fiscal_year, $quarter, $district_code
    )
),
node as (
    from every_node where not is_policy
),
issue_link as (
    select version_code, node_code, count(*) as issue_count
    from member
    where not is_policy and member_kind = 'issue'
    group by version_code, node_code
),
mission_link as (
    select distinct mission.version_code, mission.member_key as title_key
    from member as mission
    where not is_policy and node_type = 'mission' and member_kind = 'issue'
),
having_missions as (
    select distinct version_code from node where node_type = 'mission'
)
select
    area.name_th as area,
    node.node_type,
    node.ordinal,
    node.title,
    tally.indicator_count,
    tally.met_count,
    tally.near_count,
    tally.at_risk_count,
    tally.critical_count,
    tally.no_data_count,
    tally.not_due_count,
    tally.project_count,
    tally.allocated_thb,
    tally.disbursed_thb,
    tally.reporting_allocated_thb,
    tally.disbursed_pct,
    case
        when tally.indicator_count = 0 then case node.node_type
            when 'definition' then if(above.node_type = 'definition',
                'statement_without_indicator', 'theme_without_indicator')
            when 'mission' then 'mission_without_indicator'
            when 'objective' then 'objective_without_indicator'
            when 'strategic_issue' then 'issue_without_indicator'
        end
        when tally.outputs_only and node.node_type = 'strategic_issue' then 'issue_outputs_only'
    end as indicator_gap,
    case
        when tally.project_count = 0 then case node.node_type
            when 'strategic_issue' then 'issue_without_project'
            when 'plan' then 'plan_without_project'
            when 'mission_group' then 'group_without_project'
        end
    end as project_gap,
    case
        when node.node_type in ('mission', 'objective', 'mission_group')
            and issue_link.issue_count is null then node.node_type || '_without_issue'
        when node.node_type = 'definition' and above.node_type is distinct from 'definition'
            and issue_link.issue_count is null then 'theme_without_issue'
        when node.node_type = 'strategic_issue' and having_missions.version_code is not null
            and mission_link.title_key is null then 'issue_without_mission'
    end as link_gap,
    node.priority,
    node.work_stream,
    node.afp,
    node.original_title,
    node.plan_name,
    node.year_from as year_from_be,
    node.year_to as year_to_be,
    node.revision as revision_be,
    coalesce(version.covers_year, false) as covers_year,
    version.is_in_force,
    version.is_shown,
    node.linked_to,
    node.parent_code,
    row_number() over (
        partition by node.version_code
        order by
            list_position(
                [
                    'vision', 'positioning', 'definition', 'mission', 'objective',
                    'strategic_issue', 'plan', 'mission_group'
                ],
                node.node_type
            ),
            node.priority nulls last,
            node.submission_id,
            node.sheet_id,
            node.src_row
    ) as node_order,
    node.node_code,
    node.version_code,
    node.owner_area_code as area_code
from node
inner join strategy_version_of('every_node', year_asked($fiscal_year, $today::date)) as version
    on version.version_code = node.version_code
    and not version.is_policy
inner join strategy_tally_of(
    'every_node', 'member', 'told',
    $as_of::timestamp, $area_codes, $fiscal_year, $quarter, $district_code, $today::date
) as tally
    on tally.version_code = node.version_code
    and tally.node_code = node.node_code
    and not tally.is_policy
left join node as above
    on above.version_code = node.version_code
    and above.node_code = node.parent_code
left join issue_link
    on issue_link.version_code = node.version_code
    and issue_link.node_code = node.node_code
left join mission_link
    on mission_link.version_code = node.version_code
    and mission_link.title_key = node.title_key
left join having_missions on having_missions.version_code = node.version_code
left join area on area.area_code = node.owner_area_code
order by area.sort_order, node.version_code, node_order
