-- decision_events: what came of one decision, first to last.
select at_time, event, note, due_on, actor
from decision_event
where decision_id = $decision_id
order by event_id
