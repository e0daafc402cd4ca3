-- ชื่อที่ไม่มีในยุทธศาสตร์: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ ชนิด แบบฟอร์ม และชื่อที่เขียน
-- Names no strategy holds: one row per area, fiscal year, kind, form and name as written
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 3 โครงการ (form 3) · แบบ 4 งบประมาณตามแผนงาน (form 4)
-- filters: group, province, fiscal_year, as_of
-- trace: project by province_code=area_code and fiscal_year and issue_key=name_key; row_count=strategic_issue, allocated_thb; trace_kind=project_issue
-- trace: project by province_code=area_code and fiscal_year and plan_key=name_key; row_count=plan, allocated_thb; trace_kind=project_plan
-- trace: budget_plan by area_code and fiscal_year and plan_key=name_key; row_count=plan, allocated_thb=budget_thb; trace_kind=budget_plan
-- trace: indicator by area_code and issue_key=name_key; row_count=strategic_issue; trace_kind=indicator_issue
-- trace: project by province_code=area_code and fiscal_year and policy=policy_text; row_count=policy, allocated_thb; trace_kind=project_policy
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ของแถวที่ใช้ชื่อนี้ | area of the rows that use the name
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   name_kind | ชนิด | Kind | | issue ประเด็น plan แผนงาน policy นโยบาย | issue, plan, policy
--   name | ชื่อตามที่เขียน | Name as written | | ชื่อที่ยุทธศาสตร์ของพื้นที่และปีนั้นไม่มี | a name the strategy of that area and year does not hold
--   nearest | ชื่อใกล้ที่สุด | Nearest name | | ชื่อในยุทธศาสตร์ที่คล้ายที่สุด ต้องให้คนยืนยัน | most similar name of the strategy, for a person to confirm
--   likeness_pct | ความคล้าย | Likeness | ร้อยละ | ความคล้ายของตัวอักษร 100 = เหมือนกัน | likeness of the letters, 100 = the same
--   found_in | พบในแบบ | Found in | | kpi_targets projects budget_by_plan | kpi_targets, projects, budget_by_plan
--   row_count | จำนวนแถว | Rows | แถว | แถวที่ใช้ชื่อนี้ | rows that use the name
--   allocated_thb | เงินที่เกี่ยวข้อง | Money concerned | บาท | งบของแถวเหล่านั้น ว่าง = ไม่ใช่แบบที่มีเงิน | budget of those rows, blank = a form without money
--   nearest_code | รหัสที่ใกล้ที่สุด | Nearest code | | รหัสของรายการนั้น | code of that node
--   name_key | คีย์ชื่อ | Name key | | ชื่อสำหรับเทียบ | the name for matching
--   policy_text | นโยบายตามที่เขียน | Policies as written | | ข้อความในช่องนโยบายของแถวแรก | what the first row's cell of policies says
--   trace_kind | ที่พบ | Where found | | แบบและคอลัมน์ที่พบ | form and column it was found in
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ถามเฉพาะพื้นที่และปีที่ส่งยุทธศาสตร์มาแล้ว | asked only where the area has sent a strategy that covers the year
--   เมื่อตอบแล้วระบบจำชื่อไว้ และอ่านไฟล์ครั้งต่อไปตามคำตอบ | once answered the name is remembered, and later workbooks are read by the answer
with declared as (
    select distinct
        area_within.area_code,
        case node.node_type
            when 'strategic_issue' then 'issue'
            else node.node_type
        end as name_kind,
        if(node.node_type = 'policy', node.node_code, node.title_key) as name_key,
        node.title,
        node.node_code,
        node.year_from,
        node.year_to
    from strategy_node_at($as_of::timestamp, null) as node
    inner join area_within using (owner_area_code)
    where node.node_type in ('strategic_issue', 'plan', 'policy')
        and ($area_codes is null or list_contains($area_codes, area_within.area_code))
),
project as (
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
),
indicator as (
    select
        fact.*,
        coalesce(target_year_from, submission.fiscal_year) as first_year,
        coalesce(target_year_to, target_year_from, submission.fiscal_year) as last_year
    from indicator_at($as_of::timestamp) as fact
    inner join submission using (submission_id)
    where $area_codes is null or list_contains($area_codes, fact.area_code)
),
policy_code as (
    select *, unnest(split_codes(policy)) as code from project where policy is not null
),
used as (
    select
        'project_issue' as trace_kind,
        province_code as area_code,
        fiscal_year,
        'issue' as name_kind,
        issue_key as name_key,
        min(strategic_issue) as name,
        count(*) as row_count,
        sum(allocated_thb) as allocated_thb,
        null as policy_text
    from project
    where issue_key is not null
    group by province_code, fiscal_year, issue_key
    union all
    select
        'project_plan', province_code, fiscal_year, 'plan', plan_key, min(plan), count(*),
        sum(allocated_thb), null
    from project
    group by province_code, fiscal_year, plan_key
    union all
    select
        'project_policy', province_code, fiscal_year, 'policy', code, code, count(*),
        sum(allocated_thb), min(policy)
    from policy_code
    group by province_code, fiscal_year, code
    union all
    select
        'budget_plan', area_code, fiscal_year, 'plan', plan_key, min(plan), count(*),
        sum(budget_thb), null
    from budget_plan_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($area_codes is null or list_contains($area_codes, area_code))
    group by area_code, fiscal_year, plan_key
    union all
    select
        'indicator_issue', area_code, coalesce($fiscal_year, first_year), 'issue', issue_key,
        min(strategic_issue), count(*), null, null
    from indicator
    where issue_key is not null
        and ($fiscal_year is null or $fiscal_year between first_year and last_year)
    group by area_code, coalesce($fiscal_year, first_year), issue_key
),
-- Asked only where the strategy of that area and year says anything of the kind.
asked as (
    select used.*
    from used
    semi join declared
        on declared.area_code = used.area_code
        and declared.name_kind = used.name_kind
        and used.fiscal_year between declared.year_from and declared.year_to
    anti join declared as known
        on known.area_code = used.area_code
        and known.name_kind = used.name_kind
        and known.name_key = used.name_key
        and used.fiscal_year between known.year_from and known.year_to
),
nearest as (
    select
        asked.*,
        declared.title as nearest,
        declared.node_code as nearest_code,
        thai_likeness(asked.name_key, declared.name_key) as likeness_pct
    from asked
    inner join declared
        on declared.area_code = asked.area_code
        and declared.name_kind = asked.name_kind
        and asked.fiscal_year between declared.year_from and declared.year_to
    qualify row_number() over (
        partition by asked.area_code, asked.fiscal_year, asked.trace_kind, asked.name_key
        order by likeness_pct desc, declared.node_code
    ) = 1
)
select
    area.name_th as area,
    nearest.fiscal_year,
    nearest.name_kind,
    nearest.name,
    nearest.nearest,
    nearest.likeness_pct,
    case
        when nearest.trace_kind = 'budget_plan' then 'budget_by_plan'
        when nearest.trace_kind = 'indicator_issue' then 'kpi_targets'
        else 'projects'
    end as found_in,
    nearest.row_count,
    nearest.allocated_thb,
    nearest.nearest_code,
    nearest.name_key,
    nearest.policy_text,
    nearest.trace_kind,
    nearest.area_code
from nearest
left join area using (area_code)
order by
    area.sort_order,
    nearest.fiscal_year,
    nearest.allocated_thb desc nulls last,
    nearest.row_count desc,
    nearest.trace_kind,
    nearest.name_key
