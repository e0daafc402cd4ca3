-- ค้นหาชื่อ: หนึ่งแถวต่อชนิด พื้นที่ และชื่อ
-- Search by name: one row per kind, area and name
-- source: แบบ 1 ตัวชี้วัด (form 1) · แบบ 3 โครงการ (form 3) · แบบ 8 ความเสี่ยง (form 8) · แบบ 10 ยุทธศาสตร์ (form 10) · แบบ 21 ปัญหา (form 21) · แบบ 23 บัญชีข้อมูล (form 23)
-- filters: group, province, words, as_of
-- columns:
--   thing_kind | ชนิด | Kind | | ตัวชี้วัด รายการในแผน นโยบาย โครงการ ความเสี่ยง ปัญหา หรือชุดข้อมูล | an indicator, node of a plan, policy, project, risk, problem or dataset
--   name | ชื่อ | Name | | ชื่อตามที่ส่ง | the name as sent
--   detail | เจ้าของหรือสังกัด | Whose | | หน่วยงาน แผน หรือเจ้าของ ว่าง = ไม่ระบุ | agency, plan or owner, blank = not given
--   area | พื้นที่ | Area | | จังหวัดหรือกลุ่มจังหวัด | province or group
--   fiscal_year | ปีงบประมาณล่าสุด | Newest fiscal year | พ.ศ. | ปีล่าสุดที่พบชื่อนี้ ว่าง = ไม่มีปี | newest year in which the name stands, blank = none
--   entry_count | รายการ | Entries | รายการ | จำนวนรายการที่ใช้ชื่อนี้ | how many entries have this name
--   code | รหัส | Code | | รหัสตัวชี้วัดหรือรายการ ว่าง = ไม่มี | code of the indicator or node, blank = none
--   kind_count | พบในชนิดนี้ | Found of the kind | ชื่อ | ชื่อที่พบทั้งหมดของชนิด รวมที่ไม่แสดง | all names found of the kind, those not shown included
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ทุกคำที่พิมพ์ต้องอยู่ในชื่อ ไม่สนช่องว่างและเลขไทยหรืออารบิก แสดงชนิดละไม่เกิน 40 ชื่อ | every word typed must stand in the name; spaces and Thai or Arabic digits make no difference; 40 names a kind at most are shown
with indicator as (
    select
        'indicator' as thing_kind,
        area_code,
        kpi as name,
        any_value(owner) as detail,
        max(target_year_to) as fiscal_year,
        count(distinct kpi_code) as entry_count,
        min(kpi_code) as code
    from indicator_at($as_of::timestamp)
    where has_words(kpi, $words::varchar[])
        and ($area_codes is null or list_contains($area_codes, area_code))
    group by area_code, kpi
),
node as (
    select
        if(is_policy, 'policy', 'plan_node') as thing_kind,
        owner_area_code as area_code,
        title as name,
        arg_max(plan_name, effective_from) as detail,
        max(year_to) as fiscal_year,
        count(*) as entry_count,
        arg_max(node_code, effective_from) as code
    from strategy_node_at($as_of::timestamp, $area_codes)
    where has_words(title, $words::varchar[])
    group by is_policy, owner_area_code, title
),
-- The same names stand in thousands of rows: in a list each is searched once.
project_name as (
    select unnest(list(distinct project)) as project
    from fact_project
    where $words::varchar[] is not null
        and ($province_codes is null or list_contains($province_codes, province_code))
),
project_found as materialized (
    select project from project_name where has_words(project, $words::varchar[])
),
project as (
    select
        'project' as thing_kind,
        province_code as area_code,
        project as name,
        arg_max(agency, fiscal_year) as detail,
        max(fiscal_year) as fiscal_year,
        count(*) as entry_count,
        null::varchar as code
    from project_at($as_of::timestamp)
    semi join project_found using (project)
    where $words::varchar[] is not null
        and ($province_codes is null or list_contains($province_codes, province_code))
    group by province_code, project
),
risk as (
    select
        'risk' as thing_kind,
        area_code,
        risk as name,
        arg_max(owner, period_no) as detail,
        max(fiscal_year) as fiscal_year,
        count(*) as entry_count,
        null::varchar as code
    from risk_at($as_of::timestamp, $area_codes)
    where has_words(risk, $words::varchar[])
    group by area_code, risk
),
problem as (
    select
        'problem' as thing_kind,
        area_code,
        problem as name,
        arg_max(owner, fiscal_year) as detail,
        max(fiscal_year) as fiscal_year,
        count(*) as entry_count,
        null::varchar as code
    from problem_at($as_of::timestamp)
    where has_words(problem, $words::varchar[])
        and ($area_codes is null or list_contains($area_codes, area_code))
    group by area_code, problem
),
dataset as (
    select
        'dataset' as thing_kind,
        area_code,
        dataset as name,
        any_value(owner) as detail,
        null::integer as fiscal_year,
        count(*) as entry_count,
        null::varchar as code
    from fact_dataset
    semi join published_at($as_of::timestamp) using (submission_id)
    where has_words(dataset, $words::varchar[])
        and ($area_codes is null or list_contains($area_codes, area_code))
    group by area_code, dataset
),
found as (
    select * from indicator
    union all
    select * from node
    union all
    select * from project
    union all
    select * from risk
    union all
    select * from problem
    union all
    select * from dataset
)
select
    found.thing_kind,
    found.name,
    found.detail,
    area.name_th as area,
    found.fiscal_year,
    found.entry_count,
    found.code,
    count(*) over (partition by found.thing_kind) as kind_count,
    found.area_code
from found
left join area using (area_code)
qualify row_number() over (
    partition by found.thing_kind
    order by len(found.name), found.name, found.area_code
) <= 40
order by
    list_position(
        ['indicator', 'plan_node', 'policy', 'project', 'risk', 'problem', 'dataset'],
        found.thing_kind
    ),
    len(found.name),
    found.name,
    found.area_code
