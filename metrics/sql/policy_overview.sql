-- นโยบายและสิ่งที่ตอบนโยบาย: หนึ่งแถวต่อนโยบายและข้อย่อย ที่ยังว่างมาก่อน
-- Policies and what serves them: one row per policy and point, empty ones first
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: strategy_node by owner_area_code=area_code and version_code and node_code and is_policy='true'; title
-- trace: strategy_project by owner_area_code=area_code and version_code and node_code and is_policy='true'; allocated_thb, project_count=project, reporting_allocated_thb=allocated_thb, disbursed_thb=allocated_thb
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ของนโยบาย | the area the policy is for
--   policy_set | ชุดนโยบาย | Set of policies | | ชื่อชุดนโยบายตามเอกสาร | the set as the document calls it
--   ordinal | ลำดับที่ | Number | | เลขตามเอกสาร | number in the document
--   title | นโยบาย | Policy | | ข้อความตามเอกสาร | the words of the document
--   point_count | ข้อย่อย | Points | ข้อ | จำนวนข้อย่อยใต้นโยบาย | points under the policy
--   covered_point_count | ข้อย่อยที่มีงานรองรับ | Points served | ข้อ | ข้อย่อยที่มีตัวชี้วัดหรือโครงการของตนเอง | points with an indicator or project of their own
--   indicator_count | ตัวชี้วัด | Indicators | ตัว | ตัวชี้วัดที่มีรหัสนโยบายนี้ | indicators that carry the policy's code
--   met_count | บรรลุ | Met | ตัว | สถานะเดียวกับภาพรวมตัวชี้วัด | status as in the overview of indicators
--   near_count | ใกล้เป้า | Near | ตัว | สถานะเดียวกับภาพรวมตัวชี้วัด | status as in the overview of indicators
--   at_risk_count | เสี่ยง | At risk | ตัว | สถานะเดียวกับภาพรวมตัวชี้วัด | status as in the overview of indicators
--   critical_count | วิกฤต | Critical | ตัว | สถานะเดียวกับภาพรวมตัวชี้วัด | status as in the overview of indicators
--   no_data_count | ไม่มีข้อมูล | No data | ตัว | ตัวชี้วัดที่บอกสถานะไม่ได้ | indicators whose status cannot be told
--   not_due_count | ยังไม่ถึงกำหนด | Not due | ตัว | ตัวชี้วัดที่ยังไม่ถึงกำหนดรายงาน | indicators not due yet
--   project_count | โครงการ | Projects | โครงการ | โครงการที่ระบุนโยบายหรือข้อย่อย นับครั้งเดียว | projects that name the policy or a point of it, each once
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการ ว่าง = ไม่มีโครงการ | budget of the projects, blank = no projects
--   disbursed_thb | เบิกจ่ายสะสม | Disbursed | บาท | เบิกจ่ายสะสมถึงไตรมาสล่าสุดที่รายงาน | disbursed to the newest quarter reported
--   reporting_allocated_thb | งบของโครงการที่รายงาน | Allocated to those reporting | บาท | งบประมาณของโครงการที่รายงานเบิกจ่ายแล้ว ตัวหาร | budget of the projects that reported spending, the denominator
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายสะสมต่องบของโครงการที่รายงาน | disbursed in percent of the budget of the projects that reported
--   policy_gap | ช่องว่าง | Gap | | nothing ไม่มีอะไรเลย no_indicator ไม่มีตัวชี้วัด no_project ไม่มีโครงการ no_money ไม่มีเงิน | nothing, no_indicator, no_project, no_money
--   all_project_count | โครงการทั้งหมดที่ตอบนโยบาย | Projects serving any | โครงการ | โครงการที่ระบุนโยบายใด ๆ ของพื้นที่ นับครั้งเดียว | projects that name any policy of the area, each once
--   all_allocated_thb | เงินทั้งหมดที่ตอบนโยบาย | Money serving any | บาท | งบของโครงการเหล่านั้น นับครั้งเดียว | their budget, each once
--   original_title | ข้อความเดิม | Original words | | ข้อความตามเอกสารเมื่อมีการแก้คำผิด ว่าง = ไม่ได้แก้ | the words of the document where they were corrected, blank = as in the document
--   work_stream | สายงาน | Stream of work | | ตามคำในเอกสาร | in the words of the document
--   afp | ป้าย AFP | AFP tags | | Area Function Participation ตามที่เขียน | area, function, participation as written
--   year_from_be | ปีเริ่มต้น | First year | พ.ศ. | ปีงบประมาณแรกของนโยบาย | first fiscal year of the policy
--   year_to_be | ปีสิ้นสุด | Last year | พ.ศ. | ปีงบประมาณสุดท้ายของนโยบาย | last fiscal year of the policy
--   covers_year | ครอบคลุมปีที่ถาม | Covers the year | | เท็จเมื่อปีที่เลือกยังไม่มีนโยบาย จึงแสดงของปีก่อนหน้า | false when the year has no policies yet and the earlier ones stand in
--   is_point | เป็นข้อย่อย | Is a point | | จริงเมื่อเป็นข้อย่อยของนโยบาย | true for a point of a policy
--   node_order | ลำดับในเอกสาร | Order | | ลำดับตามเอกสาร | place in the document
--   parent_code | รหัสแม่ | Parent | | รหัสของนโยบายที่อยู่เหนือ | code of the policy above
--   node_code | รหัสนโยบาย | Policy code | | รหัสที่โครงการและตัวชี้วัดใช้อ้าง | the code projects and indicators name
--   version_code | รหัสชุด | Set code | | เจ้าของ ปี และชุด | owner, years and set
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   โครงการหนึ่งตอบได้หลายนโยบาย อย่านำแถวมาบวกกัน ใช้ผลรวมที่นับครั้งเดียว | a project may serve several policies: never add the rows up, use the totals counted once
--   ว่างก่อนเสมอ: ไม่มีตัวชี้วัด โครงการ หรือเงิน | empty first: without indicators, projects or money
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
version as (
    from strategy_version_of('every_node', year_asked($fiscal_year, $today::date))
    where is_shown and is_policy
),
node as (
    select node.*, version.covers_year
    from every_node as node
    inner join version using (version_code)
    where node.is_policy
),
tally as materialized (
    from strategy_tally_of(
        'every_node', 'member', 'told',
        $as_of::timestamp, $area_codes, $fiscal_year, $quarter, $district_code, $today::date
    )
    where is_policy
),
point as (
    select
        below.version_code,
        below.node_code,
        count(*) as point_count,
        count_if(tally.indicator_count > 0 or tally.project_count > 0)::bigint
            as covered_point_count
    from strategy_below_of('every_node') as below
    inner join tally
        on tally.version_code = below.version_code
        and tally.node_code = below.under_code
    where below.is_policy and below.under_code <> below.node_code
    group by below.version_code, below.node_code
),
every_project as (
    select
        owner_area_code,
        sum(project_count)::bigint as all_project_count,
        sum(allocated_thb) as all_allocated_thb
    from (
        select distinct owner_area_code, told_id
        from strategy_tie_of('member', 'told')
        semi join version using (version_code)
        where is_policy
    )
    inner join told using (told_id)
    group by owner_area_code
),
judged as (
    select
        version_code,
        node_code,
        case
            when indicator_count = 0 and project_count = 0 then 'nothing'
            when indicator_count = 0 then 'no_indicator'
            when project_count = 0 then 'no_project'
            when allocated_thb is null or allocated_thb = 0 then 'no_money'
        end as policy_gap
    from tally
)
select
    area.name_th as area,
    node.plan_name as policy_set,
    node.ordinal,
    node.title,
    coalesce(point.point_count, 0) as point_count,
    coalesce(point.covered_point_count, 0) as covered_point_count,
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
    judged.policy_gap,
    coalesce(every_project.all_project_count, 0) as all_project_count,
    every_project.all_allocated_thb,
    node.original_title,
    node.work_stream,
    node.afp,
    node.year_from as year_from_be,
    node.year_to as year_to_be,
    node.covers_year,
    above.node_code is not null as is_point,
    row_number() over (
        partition by node.owner_area_code
        order by node.submission_id, node.sheet_id, node.src_row
    ) as node_order,
    node.parent_code,
    node.node_code,
    node.version_code,
    node.owner_area_code as area_code
from node
inner join tally using (version_code, node_code)
inner join judged using (version_code, node_code)
left join node as above
    on above.version_code = node.version_code
    and above.node_code = node.parent_code
left join point
    on point.version_code = node.version_code
    and point.node_code = node.node_code
left join every_project on every_project.owner_area_code = node.owner_area_code
left join area on area.area_code = node.owner_area_code
order by
    area.sort_order,
    is_point,
    list_position(['nothing', 'no_indicator', 'no_project', 'no_money'], judged.policy_gap)
        nulls last,
    node_order
