-- เรื่องของตัวชี้วัดตามสามแบบ: หนึ่งแถวต่อพื้นที่ แบบ และหมวด ที่ว่างก็แสดง
-- What indicators are about, by three schemes: one row per area, scheme and node, empty ones too
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · การจัดหมวดสามแบบในเอกสาร พ.ศ. 2557 (the three schemes of 2557)
-- filters: group, province, fiscal_year, strategic_issue, as_of
-- columns:
--   area | พื้นที่ | Area | | เจ้าของตัวชี้วัด | owner of the indicators
--   scheme | แบบ | Scheme | | categories หมวดตัวชี้วัด, domains ด้าน 4 ด้าน, topics ประเด็นที่ควรกำหนดเป็นตัวชี้วัด | which of the three schemes
--   node | หมวด | Node | | ชื่อหมวด ว่าง = จัดหมวดไม่ได้ | name of the node in Thai, blank = cannot be placed
--   node_en | หมวด (อังกฤษ) | Node in English | | ชื่อหมวดภาษาอังกฤษ | name of the node in English
--   indicator_count | ตัวชี้วัด | Indicators | ตัว | ตัวชี้วัดที่คำในช่องเรื่องสำคัญหรือหมวดตรง | indicators whose topic or category names it
--   all_count | ตัวชี้วัดทั้งหมด | All indicators | ตัว | ตัวชี้วัดของพื้นที่ในปีนั้น | indicators of the area in the year
--   kpis | ชื่อตัวชี้วัด | Names | | ชื่อตัวชี้วัดในหมวด | names of those indicators
--   depth | ชั้น | Depth | | 1 หมวดใหญ่ 2 หมวดย่อย | 1 for a node at the top, 2 below it
--   node_order | ลำดับ | Order | | ตามเอกสาร | as in the document
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   node_code | รหัสหมวด | Node code | | รหัสหมวด ว่าง = จัดหมวดไม่ได้ | code of the node, blank = cannot be placed
--   parent_code | รหัสหมวดใหญ่ | Parent code | | รหัสหมวดที่อยู่เหนือขึ้นไป | code of the node above
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   สามแบบไม่ตรงกัน เช่น สิ่งแวดล้อมอยู่ใต้สังคมในแบบหนึ่ง แต่เป็นด้านของตัวเองในอีกสองแบบ จึงแสดงแยกกัน | the schemes disagree, as on the environment, so each stands by itself
--   ตัวชี้วัดหนึ่งตรงได้หลายหมวด หมวดต่าง ๆ จึงบวกกันไม่ได้ | an indicator may be in several nodes, so nodes do not add up
with owned as materialized (
    from owned_indicator_at(
        $as_of::timestamp, $area_codes, year_asked($fiscal_year, $today::date)
    )
    where $issue_keys is null or list_contains($issue_keys, issue_key)
),
owner as (
    select area_code, any_value(fiscal_year) as fiscal_year, count(*) as all_count
    from owned
    group by area_code
),
about as (
    select topic.area_code, topic.scheme, topic.node_code, owned.kpi
    from indicator_topic_at(
        $as_of::timestamp, $area_codes, year_asked($fiscal_year, $today::date)
    ) as topic
    inner join owned using (area_code, kpi_code)
),
counted as (
    select area_code, scheme, node_code, count(*) as indicator_count, list(kpi order by kpi) as kpis
    from about
    group by area_code, scheme, node_code
),
unplaced as (
    select
        owned.area_code,
        scheme.scheme,
        count(*) as indicator_count,
        list(owned.kpi order by owned.kpi) as kpis
    from owned
    cross join (select distinct scheme from kpi_scheme_node) as scheme
    anti join about
        on about.area_code = owned.area_code
        and about.scheme = scheme.scheme
        and about.kpi = owned.kpi
    group by owned.area_code, scheme.scheme
),
shown as (
    select
        owner.area_code,
        node.scheme,
        node.name_th,
        node.name_en,
        coalesce(counted.indicator_count, 0) as indicator_count,
        coalesce(counted.kpis, []) as kpis,
        if(node.parent_code is null, 1, 2) as depth,
        node.sort_order as node_order,
        node.node_code,
        node.parent_code
    from owner
    cross join kpi_scheme_node as node
    left join counted
        on counted.area_code = owner.area_code
        and counted.scheme = node.scheme
        and counted.node_code = node.node_code
    union all
    select area_code, scheme, null, null, indicator_count, kpis, 1, 1000, null, null
    from unplaced
)
select
    area.name_th as area,
    shown.scheme,
    shown.name_th as node,
    shown.name_en as node_en,
    shown.indicator_count,
    owner.all_count,
    shown.kpis,
    shown.depth,
    shown.node_order,
    owner.fiscal_year,
    shown.node_code,
    shown.parent_code,
    shown.area_code
from shown
inner join owner using (area_code)
left join area using (area_code)
order by area.sort_order, shown.scheme, shown.node_order
