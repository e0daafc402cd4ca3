-- รายการตรวจชุดตัวชี้วัด: หนึ่งแถวต่อพื้นที่และหลักเกณฑ์
-- Checklist of a set of indicators: one row per area and rule
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 3 โครงการ (form 3) · แบบ 10 โครงสร้างยุทธศาสตร์ (form 10) · หลักการกำหนดตัวชี้วัดของสำนักงาน ก.พ.ร. พ.ศ. 2557 (principles of 2557)
-- filters: group, province, fiscal_year, as_of
-- columns:
--   area | พื้นที่ | Area | | เจ้าของตัวชี้วัด: จังหวัดหรือกลุ่มจังหวัด | owner of the indicators, a province or a province group
--   rule | หลักเกณฑ์ | Rule | | count_limit จำนวน, domains ครบ 4 ด้าน, both_sides ครบเศรษฐกิจและสังคม, outcome_per_issue ผลลัพธ์ทุกประเด็น, funded มีโครงการและงบ, baseline มีค่าฐาน, measurable วัดได้, members_act ทุกจังหวัดในกลุ่มร่วมทำทุกตัวชี้วัด | which rule of the principles
--   verdict | ผล | Verdict | | met ผ่าน, not_met ไม่ผ่าน, unknown ยังตอบไม่ได้ | met, not_met, or unknown where it cannot be said
--   found_count | พบ | Found | | จำนวนที่เป็นไปตามเกณฑ์ (เกณฑ์จำนวน: ตัวชี้วัดทั้งหมด) | how many comply (for the limit: all indicators)
--   needed_count | เกณฑ์ | Needed | | จำนวนที่ต้องมี (เกณฑ์จำนวน: ไม่เกิน) ว่าง = ไม่มีเกณฑ์ของปีนั้น | how many must (for the limit: at most), blank = no rule for that year
--   unknown_count | ตอบไม่ได้ | Unknown | | ที่ยังบอกไม่ได้เพราะไม่ได้ประกาศ | those that cannot be told because nothing is declared
--   lacking | ที่ขาด | Lacking | | ชื่อของสิ่งที่ขาด (ด้าน: รหัส) | names of what is lacking (domains: codes)
--   rule_order | ลำดับ | Order | | ตามลำดับของหลักการ | in the order of the principles
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เป็นรายการตรวจ ไม่ใช่คะแนน | a checklist, not a score
--   ประเด็นที่ต้องมีตัวชี้วัดผลลัพธ์ คือประเด็นที่มีตัวชี้วัด | the issues that need an outcome indicator are those that have indicators
with checked as materialized (
    from indicator_checked_at(
        $as_of::timestamp, $area_codes, year_asked($fiscal_year, $today::date)
    )
),
owner as (
    select
        checked.area_code,
        any_value(area.level) as level,
        any_value(checked.fiscal_year) as fiscal_year,
        count(*) as kpi_count,
        count(*) filter (len(checked.domains) = 0) as unplaced_count
    from checked
    left join area using (area_code)
    group by checked.area_code
),
limited as (
    select
        owner.area_code,
        'count_limit' as rule,
        owner.kpi_count as found_count,
        kpi_limit.max_count as needed_count,
        0 as unknown_count,
        []::varchar[] as lacking,
        owner.kpi_count <= kpi_limit.max_count as is_met
    from owner
    left join kpi_limit
        on kpi_limit.owner_level = owner.level
        and owner.fiscal_year between kpi_limit.fiscal_year_from
            and coalesce(kpi_limit.fiscal_year_to, owner.fiscal_year)
),
-- Four domains for a province, the two sides of the categories for everyone.
part as (
    select 'domains' as rule, node_code, sort_order
    from kpi_scheme_node
    where scheme = 'domains'
    union all
    select 'both_sides', node_code, sort_order
    from kpi_scheme_node
    where scheme = 'categories' and parent_code is null
),
placed as (
    select distinct area_code, 'domains' as rule, unnest(domains) as node_code from checked
    union
    select distinct area_code, 'both_sides', unnest(categories) from checked
),
covered as (
    select
        owner.area_code,
        part.rule,
        count(placed.node_code) as found_count,
        count(*) as needed_count,
        any_value(owner.unplaced_count) as unknown_count,
        coalesce(
            list(part.node_code order by part.sort_order) filter (placed.node_code is null), []
        ) as lacking,
        count(placed.node_code) = count(*) as all_covered
    from owner
    cross join part
    left join placed
        on placed.area_code = owner.area_code
        and placed.rule = part.rule
        and placed.node_code = part.node_code
    where part.rule = 'both_sides' or owner.level = 'province'
    group by owner.area_code, part.rule
),
of_issue as (
    select
        area_code,
        coalesce(strategic_issue, topic) as issue,
        coalesce(bool_or(is_outcome), false) as has_outcome,
        bool_or(level is null) as has_undeclared
    from checked
    where coalesce(strategic_issue, topic) is not null
    group by area_code, issue
),
outcome as (
    select
        area_code,
        'outcome_per_issue' as rule,
        count(*) filter (has_outcome) as found_count,
        count(*) as needed_count,
        count(*) filter (not has_outcome and has_undeclared) as unknown_count,
        coalesce(list(issue order by issue) filter (not has_outcome), []) as lacking
    from of_issue
    group by area_code
),
each_one as (
    select area_code, kpi, 'funded' as rule, has_budget as complies from checked
    union all
    select area_code, kpi, 'baseline', has_baseline from checked
    union all
    select area_code, kpi, 'measurable',
        has_unit and has_target and has_source and has_owner and has_frequency
    from checked
),
of_each as (
    select
        area_code,
        rule,
        count(*) filter (complies) as found_count,
        count(*) as needed_count,
        count(*) filter (complies is null) as unknown_count,
        coalesce(list(kpi order by kpi) filter (not complies), []) as lacking
    from each_one
    group by area_code, rule
),
-- Every province of a group must act on each of its indicators: have one of the same name or about
-- the same thing, or a project that names the group's.
about as (
    select topic.area_code, topic.kpi_code, topic.node_code
    from indicator_topic_at(
        $as_of::timestamp, $area_codes, year_asked($fiscal_year, $today::date)
    ) as topic
    inner join kpi_scheme_node as node using (scheme, node_code)
    where topic.scheme = 'topics'
        and node.parent_code is not null
),
member as (
    select checked.area_code, checked.kpi_code, checked.kpi_key, checked.definition_id,
        checked.fiscal_year, within.area_code as province_code
    from checked
    inner join owner
        on owner.area_code = checked.area_code
        and owner.level = 'group'
    inner join area_within as within
        on within.owner_area_code = checked.area_code
        and within.area_code <> checked.area_code
),
acting as (
    select distinct member.area_code, member.kpi_code, member.province_code
    from member
    inner join indicator_at($as_of::timestamp) as own
        on own.area_code = member.province_code
        and (own.kpi_key = member.kpi_key or own.definition_id = member.definition_id)
    union
    select distinct member.area_code, member.kpi_code, member.province_code
    from member
    inner join about as of_group
        on of_group.area_code = member.area_code
        and of_group.kpi_code = member.kpi_code
    inner join about as of_member
        on of_member.area_code = member.province_code
        and of_member.node_code = of_group.node_code
    union
    select distinct member.area_code, member.kpi_code, member.province_code
    from member
    inner join (
        select province_code, kpi_code, fiscal_year
        from project_at($as_of::timestamp)
        where fiscal_year = year_asked($fiscal_year, $today::date)
            and kpi_code in (select kpi_code from member)
    ) as project using (province_code, kpi_code, fiscal_year)
),
members as (
    select
        member.area_code,
        'members_act' as rule,
        count(acting.kpi_code) as found_count,
        count(*) as needed_count,
        0 as unknown_count,
        coalesce(
            list(distinct area.name_th order by area.name_th) filter (acting.kpi_code is null), []
        ) as lacking
    from member
    left join area on area.area_code = member.province_code
    left join acting
        on acting.area_code = member.area_code
        and acting.kpi_code = member.kpi_code
        and acting.province_code = member.province_code
    group by member.area_code
),
judged as (
    select *, if(needed_count is null, 'unknown', if(is_met, 'met', 'not_met')) as verdict
    from limited
    union all
    select
        *,
        case
            when all_covered then 'met'
            when unknown_count > 0 then 'unknown'
            else 'not_met'
        end
    from covered
    union all
    select
        *,
        found_count = needed_count,
        case
            when found_count = needed_count then 'met'
            when found_count + unknown_count = needed_count then 'unknown'
            else 'not_met'
        end
    from (from outcome union all from of_each union all from members)
)
select
    area.name_th as area,
    judged.rule,
    judged.verdict,
    judged.found_count::bigint as found_count,
    judged.needed_count::bigint as needed_count,
    judged.unknown_count::bigint as unknown_count,
    judged.lacking,
    list_position(
        [
            'count_limit', 'domains', 'both_sides', 'outcome_per_issue', 'funded', 'baseline',
            'measurable', 'members_act'
        ],
        judged.rule
    ) as rule_order,
    owner.fiscal_year,
    judged.area_code
from judged
inner join owner using (area_code)
left join area using (area_code)
order by area.sort_order, rule_order
