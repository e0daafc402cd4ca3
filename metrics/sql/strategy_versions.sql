-- ความต่างระหว่างฉบับของแผน: หนึ่งแถวต่อแผน คู่ของฉบับ และรายการที่ต่างกัน
-- Differences between versions of a plan: one row per plan, pair of versions and node that differs
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10)
-- filters: group, province, as_of
-- trace: strategy_node by owner_area_code=area_code and version_code=new_version_code and node_code=new_node_code and is_policy='false'; new_title=title
-- trace: strategy_node by owner_area_code=area_code and version_code=old_version_code and node_code=old_node_code and is_policy='false'; old_title=title
-- columns:
--   area | เจ้าของแผน | Owner | | จังหวัดหรือกลุ่มจังหวัดเจ้าของแผน | the province or group whose plan it is
--   difference | ความต่าง | Difference | | added เพิ่ม removed ตัดออก changed แก้ข้อความ moved ย้ายที่หรือเปลี่ยนการเชื่อมโยง | added, removed, changed words, moved or linked otherwise
--   node_type | ประเภท | Type | | vision definition mission objective strategic_issue plan mission_group | vision, definition, mission, objective, strategic issue, plan, mission group
--   old_title | ข้อความเดิม | Words before | | ข้อความของฉบับก่อน ว่าง = ไม่มี | words of the earlier version, blank = none
--   new_title | ข้อความใหม่ | Words now | | ข้อความของฉบับหลัง ว่าง = ไม่มี | words of the later version, blank = none
--   year_from_be | ปีเริ่มต้น | First year | พ.ศ. | ปีงบประมาณแรกของแผน | first fiscal year of the plan
--   year_to_be | ปีสิ้นสุด | Last year | พ.ศ. | ปีงบประมาณสุดท้ายของแผน | last fiscal year of the plan
--   old_revision_be | ฉบับก่อน | Earlier version | พ.ศ. | ปีที่ทบทวนของฉบับก่อน ว่าง = แผนเดิม | year of the earlier version, blank = as first decided
--   new_revision_be | ฉบับหลัง | Later version | พ.ศ. | ปีที่ทบทวนของฉบับหลัง | year of the later version
--   old_node_code | รหัสเดิม | Code before | | รหัสของรายการในฉบับก่อน | code in the earlier version
--   new_node_code | รหัสใหม่ | Code now | | รหัสของรายการในฉบับหลัง | code in the later version
--   old_version_code | รหัสฉบับก่อน | Earlier version code | | เจ้าของ ปี และฉบับทบทวน | owner, years and revision
--   new_version_code | รหัสฉบับหลัง | Later version code | | เจ้าของ ปี และฉบับทบทวน | owner, years and revision
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เทียบด้วยรหัสก่อน แล้วจึงเทียบด้วยข้อความ ไม่เทียบด้วยลำดับที่ | nodes are matched by code, then by words, never by their number
with every_node as materialized (
    from strategy_node_at($as_of::timestamp, $area_codes)
),
version as (
    from strategy_version_of('every_node', null)
    where not is_policy
),
pair as (
    select older.version_code as old_version_code, newer.version_code as new_version_code
    from version as older
    inner join version as newer
        on newer.owner_area_code = older.owner_area_code
        and newer.plan_base = older.plan_base
        and newer.year_from = older.year_from
        and newer.year_to = older.year_to
        and newer.version_code <> older.version_code
        and coalesce(older.revision, 0) < coalesce(newer.revision, 0)
),
node as (
    from every_node where not is_policy
),
old_node as (
    from pair inner join node on node.version_code = pair.old_version_code
),
new_node as (
    from pair inner join node on node.version_code = pair.new_version_code
),
same_code as (
    select
        old_node.old_version_code,
        old_node.new_version_code,
        old_node.node_code as old_node_code,
        new_node.node_code as new_node_code
    from old_node
    inner join new_node using (old_version_code, new_version_code, node_code, node_type)
),
same_words as (
    select
        old_node.old_version_code,
        old_node.new_version_code,
        old_node.node_code as old_node_code,
        new_node.node_code as new_node_code
    from old_node
    inner join new_node using (old_version_code, new_version_code, title_key, node_type)
    anti join same_code as old_taken
        on old_taken.old_version_code = old_node.old_version_code
        and old_taken.new_version_code = old_node.new_version_code
        and old_taken.old_node_code = old_node.node_code
    anti join same_code as new_taken
        on new_taken.old_version_code = old_node.old_version_code
        and new_taken.new_version_code = old_node.new_version_code
        and new_taken.new_node_code = new_node.node_code
    qualify row_number() over (
            partition by old_node.old_version_code, old_node.new_version_code, old_node.node_code
            order by new_node.node_code
        ) = 1
        and row_number() over (
            partition by old_node.old_version_code, old_node.new_version_code, new_node.node_code
            order by old_node.node_code
        ) = 1
),
matched as (
    from same_code
    union all
    from same_words
),
both_sides as (
    from matched
    union all
    select old_version_code, new_version_code, node_code, null
    from old_node
    anti join matched
        on matched.old_version_code = old_node.old_version_code
        and matched.new_version_code = old_node.new_version_code
        and matched.old_node_code = old_node.node_code
    union all
    select old_version_code, new_version_code, null, node_code
    from new_node
    anti join matched
        on matched.old_version_code = new_node.old_version_code
        and matched.new_version_code = new_node.new_version_code
        and matched.new_node_code = new_node.node_code
),
compared as (
    select
        both_sides.*,
        older,
        newer,
        case
            when older.node_code is null then 'added'
            when newer.node_code is null then 'removed'
            when older.title_key <> newer.title_key then 'changed'
            when older.node_code <> newer.node_code
                or older.parent_code is distinct from newer.parent_code
                or older.linked_to is distinct from newer.linked_to
                or older.priority is distinct from newer.priority then 'moved'
        end as difference
    from both_sides
    left join node as older
        on older.version_code = both_sides.old_version_code
        and older.node_code = both_sides.old_node_code
    left join node as newer
        on newer.version_code = both_sides.new_version_code
        and newer.node_code = both_sides.new_node_code
)
select
    area.name_th as area,
    difference,
    coalesce(newer.node_type, older.node_type) as node_type,
    older.title as old_title,
    newer.title as new_title,
    old_version.year_from as year_from_be,
    old_version.year_to as year_to_be,
    old_version.revision as old_revision_be,
    new_version.revision as new_revision_be,
    old_node_code,
    new_node_code,
    old_version_code,
    new_version_code,
    old_version.owner_area_code as area_code
from compared
inner join version as old_version on old_version.version_code = old_version_code
inner join version as new_version on new_version.version_code = new_version_code
left join area on area.area_code = old_version.owner_area_code
where difference is not null
order by
    area.sort_order,
    old_version_code,
    new_version_code,
    list_position(
        [
            'vision', 'definition', 'mission', 'objective', 'strategic_issue', 'plan',
            'mission_group'
        ],
        coalesce(newer.node_type, older.node_type)
    ),
    list_position(['removed', 'added', 'changed', 'moved'], difference),
    coalesce(newer.src_row, older.src_row),
    coalesce(new_node_code, old_node_code)
