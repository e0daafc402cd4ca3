-- เงินจากกลุ่มภารกิจถึงแผนงาน: หนึ่งแถวต่อเจ้าของแผน ปีงบประมาณ กลุ่มภารกิจ ประเด็น และแผนงาน
-- Money from mission group to plan: one row per owner, fiscal year, mission group, issue and plan
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: project by province_code=area_code and fiscal_year and issue_key and plan_key; allocated_thb, project_count=project, disbursed_thb=allocated_thb; told_by=projects
-- trace: strategy_node by owner_area_code=area_code and version_code and node_code=group_code and is_policy='false'; mission_group=title; told_by=document
-- columns:
--   area | เจ้าของแผน | Owner | | จังหวัดหรือกลุ่มจังหวัดเจ้าของแผน | the province or group whose plan it is
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   mission_group | กลุ่มภารกิจ | Mission group | | กลุ่มของประเด็น ถ้าประเด็นอยู่หลายกลุ่มคือกลุ่มที่มีแผนงานนั้นด้วย ว่าง = บอกไม่ได้ | group of the issue; of several, the one that also holds the plan; blank = cannot be told
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นที่โครงการระบุ | the issue the projects name
--   plan | แผนงาน | Plan | | แผนงานที่โครงการระบุ | the plan the projects name
--   project_count | โครงการ | Projects | โครงการ | จำนวนโครงการ | number of projects
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการ ว่าง = ไม่มีโครงการ | budget of the projects, blank = no projects
--   disbursed_thb | เบิกจ่ายสะสม | Disbursed | บาท | เบิกจ่ายสะสมถึงไตรมาสล่าสุดที่รายงาน | disbursed to the newest quarter reported
--   reporting_allocated_thb | งบของโครงการที่รายงาน | Allocated to those reporting | บาท | งบประมาณของโครงการที่รายงานเบิกจ่ายแล้ว ตัวหาร | budget of the projects that reported spending, the denominator
--   disbursed_pct | ร้อยละเบิกจ่าย | Disbursed | ร้อยละ | เบิกจ่ายสะสมต่องบของโครงการที่รายงาน | disbursed in percent of the budget of the projects that reported
--   share_pct | สัดส่วนเงิน | Share of money | ร้อยละ | งบประมาณต่องบรวมของเจ้าของแผนในปีนั้น | budget in percent of the owner's total of the year
--   total_allocated_thb | งบรวม | Total | บาท | งบประมาณของทุกโครงการในปีนั้น ตัวหาร | budget of all projects of the year, the denominator
--   told_by | ที่มาของความเชื่อมโยง | Told by | | projects = โครงการระบุไว้ document = เอกสารเชื่อมในระดับกลุ่มเท่านั้น จึงไม่มีเงิน | projects, or the document only: a mapping of groups, which moves no money
--   group_state | กลุ่มภารกิจบอกได้หรือไม่ | Is the group known | | told บอกได้ several หลายกลุ่ม none ไม่อยู่ในกลุ่มใด | told, several, none
--   issue_state | ประเด็นอยู่ในแผนหรือไม่ | Is the issue in the plan | | declared อยู่ในแผน unknown ไม่อยู่ในแผน blank ไม่ระบุ | declared, unknown, blank
--   plan_state | แผนงานอยู่ในแผนหรือไม่ | Is the plan declared | | declared อยู่ในแผน unknown ไม่อยู่ในแผน blank ไม่ระบุ | declared, unknown, blank
--   group_code | รหัสกลุ่มภารกิจ | Group code | | รหัสของกลุ่มภารกิจ | code of the mission group
--   issue_code | รหัสประเด็น | Issue code | | รหัสของประเด็นในแผน | code of the issue in the plan
--   plan_code | รหัสแผนงาน | Plan code | | รหัสของแผนงานในแผน | code of the plan
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   plan_key | คีย์แผนงาน | Plan key | | ชื่อแผนงานสำหรับเทียบ | the plan's name for matching
--   version_code | รหัสฉบับ | Version code | | เจ้าของ ปี และฉบับทบทวน | owner, years and revision
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   โครงการหนึ่งอยู่แถวเดียว ผลรวมของทุกแถวจึงเท่ากับงบของทุกโครงการ | a project stands in one row, so that all rows add up to the money of all projects
--   เอกสารเชื่อมประเด็นกับแผนงานผ่านกลุ่มภารกิจเท่านั้น เงินจากประเด็นถึงแผนงานจึงมาจากที่โครงการระบุ | documents link issues with plans through the group only: money between them is what projects tell
with every_node as materialized (
    from strategy_node_at($as_of::timestamp, $area_codes)
),
member as materialized (
    from strategy_member_of('every_node')
),
told as materialized (
    select *, row_number() over () as told_id
    from spending_by_names_at(
        $as_of::timestamp, $province_codes, $fiscal_year, $quarter, $district_code
    )
),
version as (
    from strategy_version_of('every_node', year_asked($fiscal_year, $today::date))
    where is_shown and not is_policy
),
node as (
    select version_code, node_type, title_key, min(node_code) as node_code, min(title) as title
    from every_node
    semi join version using (version_code)
    where node_type in ('strategic_issue', 'plan', 'mission_group')
    group by version_code, node_type, title_key
),
in_group as (
    select version_code, node_code as group_code, member_kind, member_key
    from member
    semi join version using (version_code)
    where node_type = 'mission_group' and member_kind in ('issue', 'plan')
),
placed as (
    select
        version.version_code,
        version.owner_area_code,
        told.*,
        issue.node_code as issue_code,
        issue.title as issue_title,
        plan_node.node_code as plan_code,
        plan_node.title as plan_title
    from told
    inner join area_within on area_within.area_code = told.province_code
    inner join version on version.owner_area_code = area_within.owner_area_code
    left join node as issue
        on issue.version_code = version.version_code
        and issue.node_type = 'strategic_issue'
        and issue.title_key = told.issue_key
    left join node as plan_node
        on plan_node.version_code = version.version_code
        and plan_node.node_type = 'plan'
        and plan_node.title_key = told.plan_key
    -- A group's plan is given only what names something of it: the rest is the provinces' own.
    where version.owner_area_code = told.province_code
        or issue.node_code is not null
        or plan_node.node_code is not null
),
candidate as (
    select
        placed.version_code,
        placed.told_id,
        in_group.group_code,
        2 * bool_or(in_group.member_kind = 'issue')::integer
            + bool_or(in_group.member_kind = 'plan')::integer as fit
    from placed
    inner join in_group
        on in_group.version_code = placed.version_code
        and in_group.member_key
            = if(in_group.member_kind = 'issue', placed.issue_key, placed.plan_key)
    group by placed.version_code, placed.told_id, in_group.group_code
),
grouped as (
    select
        version_code,
        told_id,
        if(count(*) = 1, any_value(group_code), null) as group_code,
        if(count(*) = 1, 'told', 'several') as group_state
    from (
        from candidate
        qualify fit = max(fit) over (partition by version_code, told_id)
    )
    group by version_code, told_id
),
by_group as (
    select
        placed.version_code,
        placed.owner_area_code,
        placed.fiscal_year,
        grouped.group_code,
        coalesce(grouped.group_state, 'none') as group_state,
        placed.issue_key,
        placed.plan_key,
        any_value(placed.issue_code) as issue_code,
        any_value(placed.plan_code) as plan_code,
        coalesce(any_value(placed.issue_title), min(placed.strategic_issue)) as strategic_issue,
        coalesce(any_value(placed.plan_title), min(placed.plan)) as plan,
        sum(placed.project_count)::bigint as project_count,
        sum(placed.allocated_thb) as allocated_thb,
        sum(placed.disbursed_thb) as disbursed_thb,
        sum(placed.reporting_allocated_thb) as reporting_allocated_thb,
        sum(placed.disbursed_of_allocated_thb) as disbursed_of_allocated_thb
    from placed
    left join grouped using (version_code, told_id)
    group by all
),
document_only as (
    select
        in_group.version_code,
        version.owner_area_code,
        year_asked($fiscal_year, $today::date)::integer as fiscal_year,
        in_group.group_code,
        'told' as group_state,
        if(node.node_type = 'strategic_issue', node.title_key, null) as issue_key,
        if(node.node_type = 'plan', node.title_key, null) as plan_key,
        if(node.node_type = 'strategic_issue', node.node_code, null) as issue_code,
        if(node.node_type = 'plan', node.node_code, null) as plan_code,
        if(node.node_type = 'strategic_issue', node.title, null) as strategic_issue,
        if(node.node_type = 'plan', node.title, null) as plan
    from in_group
    inner join version using (version_code)
    inner join node
        on node.version_code = in_group.version_code
        and node.title_key = in_group.member_key
        and node.node_type = if(in_group.member_kind = 'issue', 'strategic_issue', 'plan')
    anti join by_group
        on by_group.version_code = in_group.version_code
        and by_group.group_code = in_group.group_code
        and in_group.member_key
            = if(in_group.member_kind = 'issue', by_group.issue_key, by_group.plan_key)
),
flow as (
    select *, 'projects' as told_by from by_group
    union all by name
    select *, 'document' as told_by from document_only
)
select
    area.name_th as area,
    flow.fiscal_year,
    mission_group.title as mission_group,
    flow.strategic_issue,
    flow.plan,
    coalesce(flow.project_count, 0) as project_count,
    flow.allocated_thb,
    flow.disbursed_thb,
    flow.reporting_allocated_thb,
    100.0 * flow.disbursed_of_allocated_thb / nullif(flow.reporting_allocated_thb, 0)
        as disbursed_pct,
    100.0 * flow.allocated_thb / nullif(sum(flow.allocated_thb) over owner_year, 0) as share_pct,
    sum(flow.allocated_thb) over owner_year as total_allocated_thb,
    flow.told_by,
    flow.group_state,
    case
        when flow.issue_code is not null then 'declared'
        when flow.issue_key is not null then 'unknown'
        else 'blank'
    end as issue_state,
    case
        when flow.plan_code is not null then 'declared'
        when flow.plan_key is not null then 'unknown'
        else 'blank'
    end as plan_state,
    flow.group_code,
    flow.issue_code,
    flow.plan_code,
    flow.issue_key,
    flow.plan_key,
    flow.version_code,
    flow.owner_area_code as area_code
from flow
left join area on area.area_code = flow.owner_area_code
left join node as mission_group
    on mission_group.version_code = flow.version_code
    and mission_group.node_code = flow.group_code
    and mission_group.node_type = 'mission_group'
window owner_year as (partition by flow.version_code, flow.fiscal_year)
order by
    area.sort_order,
    flow.version_code,
    flow.fiscal_year,
    flow.told_by desc,
    flow.allocated_thb desc nulls last,
    flow.group_code,
    flow.issue_key,
    flow.plan_key
