-- ข้อคิดเห็นจากที่ประชุม: หนึ่งแถวต่อข้อคิดเห็น ใหม่ไปเก่า
-- Feedback from meetings: one row per remark, newest first
-- source: บันทึกการประชุมในระบบ (register of meetings)
-- filters: group, province, as_of
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ที่พูดถึง | area it is about
--   topic | เรื่อง | Topic | | indicators money villages information driving integration budgeting other | indicators money villages information driving integration budgeting other
--   feedback | ข้อคิดเห็น | Remark | | ข้อความตามที่บันทึก | as recorded
--   at_time | เวลา | Time | | เวลาที่บันทึก (UTC) | when it was recorded (UTC)
--   meeting | การประชุม | Meeting | | ชื่อการประชุม | title of the meeting
--   held_on | วันประชุม | Held on | | วันประชุม | day of the meeting
--   meeting_id | เลขที่การประชุม | Meeting number | | เลขที่การประชุม | number of the meeting
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
select
    area.name_th as area,
    said.topic,
    said.feedback,
    said.at_time,
    meeting.title as meeting,
    meeting.held_on,
    said.meeting_id,
    said.area_code
from feedback as said
inner join meeting_at($as_of::timestamp) as meeting using (meeting_id)
left join area on area.area_code = said.area_code
where
    ($as_of::timestamp is null or said.at_time <= $as_of::timestamp)
    and ($area_codes is null or list_contains($area_codes, said.area_code))
order by said.feedback_id desc
