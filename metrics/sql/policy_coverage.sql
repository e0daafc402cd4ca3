-- นโยบายกับประเด็นยุทธศาสตร์: หนึ่งแถวต่อนโยบายและประเด็น ที่ยังว่างมาก่อน
-- Policies against strategic issues: one row per policy and issue, empty ones first
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: strategy_project by owner_area_code=area_code and version_code and node_code and issue_key and is_policy='true'; allocated_thb, project_count=project
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ของนโยบาย | the area the policy is for
--   policy_set | ชุดนโยบาย | Set of policies | | ชื่อชุดนโยบายตามเอกสาร | the set as the document calls it
--   policy | นโยบาย | Policy | | ข้อความตามเอกสาร | the words of the document
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นของแผนที่ใช้อยู่ ว่าง = ไม่ระบุหรือไม่อยู่ในแผน | issue of the plan in force, blank = none stated or not in the plan
--   indicator_count | ตัวชี้วัด | Indicators | ตัว | ตัวชี้วัดของประเด็นที่มีรหัสนโยบาย | indicators of the issue that carry the policy's code
--   project_count | โครงการ | Projects | โครงการ | โครงการของประเด็นที่ระบุนโยบาย | projects of the issue that name the policy
--   allocated_thb | งบประมาณที่ได้รับ | Allocated | บาท | งบประมาณของโครงการเหล่านั้น ว่าง = ไม่มีโครงการ | budget of those projects, blank = no projects
--   policy_indicator_count | ตัวชี้วัดของนโยบาย | Indicators of the policy | ตัว | นับครั้งเดียว | each once
--   policy_project_count | โครงการของนโยบาย | Projects of the policy | โครงการ | นับครั้งเดียว | each once
--   policy_allocated_thb | เงินของนโยบาย | Money of the policy | บาท | งบของโครงการที่ตอบนโยบายนี้ นับครั้งเดียว | budget of the projects that serve it, each once
--   all_project_count | โครงการของทุกนโยบาย | Projects of all policies | โครงการ | โครงการที่ตอบหลายนโยบายนับครั้งเดียว | a project that serves several counts once
--   all_allocated_thb | เงินของทุกนโยบาย | Money of all policies | บาท | โครงการที่ตอบหลายนโยบายนับครั้งเดียว | a project that serves several counts once
--   policy_order | ลำดับนโยบาย | Order of policies | | ที่ยังว่างมาก่อน แล้วตามเอกสาร | empty ones first, then as in the document
--   issue_order | ลำดับประเด็น | Order of issues | | ตามลำดับความสำคัญของแผน | by the plan's priority
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   issue_code | รหัสประเด็น | Issue code | | รหัสของประเด็นในแผน | code of the issue in the plan
--   node_code | รหัสนโยบาย | Policy code | | รหัสที่โครงการและตัวชี้วัดใช้อ้าง | the code projects and indicators name
--   version_code | รหัสชุด | Set code | | เจ้าของ ปี และชุด | owner, years and set
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เซลล์ในแถวเดียวกันบวกกันได้เท่ากับเงินของนโยบาย แต่นโยบายต่าง ๆ บวกกันไม่ได้ เพราะโครงการหนึ่งตอบได้หลายนโยบาย | the cells of one policy add up to its money, but policies do not add up: a project may serve several
with every_node as materialized (
    from strategy_node_at($as_of::timestamp, $area_codes)
),
member as materialized (
    from strategy_member_of('every_node')
),
told as materialized (
    select
        row_number() over () as told_id,
        province_code,
        issue_key,
        plan_key,
        kpi_code,
        policy,
        count(*) as project_count,
        sum(allocated_thb) as allocated_thb
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
    group by province_code, issue_key, plan_key, kpi_code, policy
),
version as (
    from strategy_version_of('every_node', year_asked($fiscal_year, $today::date))
    where is_shown
),
policy as (
    select
        node.*,
        row_number() over (
            partition by node.owner_area_code
            order by node.submission_id, node.sheet_id, node.src_row
        ) as place
    from every_node as node
    semi join version
        on version.version_code = node.version_code
        and version.is_policy
    anti join every_node as above
        on above.version_code = node.version_code
        and above.is_policy
        and above.node_code = node.parent_code
    where node.is_policy
),
issue as (
    select
        owner_area_code,
        title_key as issue_key,
        min(node_code) as issue_code,
        min(title) as title,
        row_number() over (
            partition by owner_area_code
            order by min(priority) nulls last, min(sheet_id), min(src_row)
        ) as issue_order
    from every_node
    semi join version using (version_code)
    where node_type = 'strategic_issue'
    group by owner_area_code, title_key
),
project as (
    select policy.owner_area_code, policy.version_code, policy.node_code, told.*
    from strategy_tie_of('member', 'told') as tied
    inner join policy
        on policy.version_code = tied.version_code
        and policy.node_code = tied.node_code
    inner join told using (told_id)
    where tied.is_policy
),
project_cell as (
    select
        owner_area_code,
        version_code,
        node_code,
        issue.issue_key,
        sum(project_count)::bigint as project_count,
        sum(allocated_thb) as allocated_thb
    from project
    left join issue using (owner_area_code, issue_key)
    group by owner_area_code, version_code, node_code, issue.issue_key
),
indicator_cell as (
    select
        tied.owner_area_code,
        tied.version_code,
        tied.node_code,
        issue.issue_key,
        count(*) as indicator_count
    from strategy_indicator_of(
        'member', $as_of::timestamp, $area_codes, $fiscal_year, $quarter, $district_code, $today::date
    ) as tied
    left join issue using (owner_area_code, issue_key)
    where tied.is_policy
    group by tied.owner_area_code, tied.version_code, tied.node_code, issue.issue_key
),
every_project as (
    select
        owner_area_code,
        sum(project_count)::bigint as all_project_count,
        sum(allocated_thb) as all_allocated_thb
    from (select distinct owner_area_code, told_id, project_count, allocated_thb from project)
    group by owner_area_code
),
cell as (
    select owner_area_code, version_code, node_code, issue_key
    from policy
    inner join issue using (owner_area_code)
    union
    select owner_area_code, version_code, node_code, issue_key from project_cell
    union
    select indicator_cell.owner_area_code, version_code, node_code, issue_key
    from indicator_cell
    semi join policy using (version_code, node_code)
),
filled as (
    select
        cell.*,
        coalesce(indicator_cell.indicator_count, 0) as indicator_count,
        coalesce(project_cell.project_count, 0) as project_count,
        project_cell.allocated_thb,
        sum(coalesce(indicator_cell.indicator_count, 0)) over of_policy as policy_indicator_count,
        sum(coalesce(project_cell.project_count, 0)) over of_policy as policy_project_count,
        sum(project_cell.allocated_thb) over of_policy as policy_allocated_thb
    from cell
    left join project_cell
        on project_cell.version_code = cell.version_code
        and project_cell.node_code = cell.node_code
        and project_cell.issue_key is not distinct from cell.issue_key
    left join indicator_cell
        on indicator_cell.version_code = cell.version_code
        and indicator_cell.node_code = cell.node_code
        and indicator_cell.issue_key is not distinct from cell.issue_key
    window of_policy as (partition by cell.version_code, cell.node_code)
)
select
    area.name_th as area,
    policy.plan_name as policy_set,
    policy.title as policy,
    issue.title as strategic_issue,
    filled.indicator_count,
    filled.project_count,
    filled.allocated_thb,
    filled.policy_indicator_count::bigint as policy_indicator_count,
    filled.policy_project_count::bigint as policy_project_count,
    filled.policy_allocated_thb,
    coalesce(every_project.all_project_count, 0) as all_project_count,
    every_project.all_allocated_thb,
    dense_rank() over (
        partition by filled.owner_area_code
        order by
            (filled.policy_indicator_count > 0)::integer
                + (filled.policy_project_count > 0)::integer
                + (coalesce(filled.policy_allocated_thb, 0) > 0)::integer,
            policy.place
    ) as policy_order,
    issue.issue_order,
    filled.issue_key,
    issue.issue_code,
    filled.node_code,
    filled.version_code,
    filled.owner_area_code as area_code
from filled
inner join policy using (version_code, node_code)
left join issue
    on issue.owner_area_code = filled.owner_area_code
    and issue.issue_key = filled.issue_key
left join every_project on every_project.owner_area_code = filled.owner_area_code
left join area on area.area_code = filled.owner_area_code
order by area.sort_order, policy_order, issue.issue_order nulls last
