-- ความครบถ้วนของนิยามตามหน่วยงาน: หนึ่งแถวต่อหน่วยงานรับผิดชอบ
-- Completeness of definitions by agency: one row per agency in charge
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1)
-- filters: group, province, strategic_issue, as_of
-- columns:
--   owner | หน่วยงานรับผิดชอบ | Agency in charge | | ว่าง = ไม่ระบุ | blank = not named
--   indicator_count | ตัวชี้วัด | Indicators | ตัวชี้วัด | ตัวชี้วัดที่รับผิดชอบ ตัวหาร | indicators in its charge, the denominator
--   complete_count | นิยามครบ | Complete | ตัวชี้วัด | ตัวชี้วัดที่นิยามครบ | indicators whose definition is complete
--   complete_pct | ร้อยละนิยามครบ | Complete | ร้อยละ | นิยามครบต่อตัวชี้วัดทั้งหมด | complete in percent of all
--   undeclared_count | ยังไม่กำหนดนิยาม | Nothing declared | ตัวชี้วัด | ตัวชี้วัดที่ยังไม่ประกาศอะไรเลย | indicators that declare nothing
--   measurable_count | วัดได้ | Measurable | ตัวชี้วัด | มีหน่วย ค่าเป้าหมาย และแหล่งข้อมูล | with a unit, a target and a data source
--   measurable_pct | ร้อยละที่วัดได้ | Measurable | ร้อยละ | วัดได้ต่อตัวชี้วัดทั้งหมด | measurable in percent of all
--   untargeted_count | ยังไม่มีค่าเป้าหมาย | Without a target | ตัวชี้วัด | มีชื่อแต่ไม่มีค่าเป้าหมาย | named, but without a target
select
    owner,
    count(*) as indicator_count,
    count(*) filter (completeness = 'complete') as complete_count,
    100.0 * count(*) filter (completeness = 'complete') / count(*) as complete_pct,
    count(*) filter (completeness = 'undeclared') as undeclared_count,
    count(*) filter (is_measurable) as measurable_count,
    100.0 * count(*) filter (is_measurable) / count(*) as measurable_pct,
    count(*) filter (not has_target) as untargeted_count
from definition_standing_at($as_of::timestamp, $area_codes)
where $issue_keys is null or list_contains($issue_keys, issue_key)
group by owner
order by complete_pct, indicator_count desc, owner
