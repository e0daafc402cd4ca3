-- submission_events: one row per thing that happened to a submission, the newest first; times in UTC.
select event, at_time, actor, reason
from submission_event
where submission_id = $submission_id
order by event_id desc
