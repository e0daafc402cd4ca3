-- meeting_choice: one row per meeting, the newest snapshot first; it belongs under no other filter.
select meeting_id::varchar as code, title as name_th, null as name_en, []::varchar[] as parents
from meeting_at(null)
order by snapshot_at desc, meeting_id desc
