-- Meetings, what was decided in them and what came of it. Append-only: the newest entry counts.
create table meeting (
    entry_id bigint not null,
    meeting_id bigint not null,
    area_code varchar not null,
    title varchar not null,
    held_on date not null,
    snapshot_at timestamp not null,
    withdrawn boolean not null,
    recorded_at timestamp not null,
    actor varchar
);
comment on table meeting is 'การประชุม แถวล่าสุดของแต่ละการประชุมมีผล';
comment on column meeting.entry_id is 'ลำดับการบันทึก';
comment on column meeting.meeting_id is 'เลขที่การประชุม';
comment on column meeting.area_code is 'รหัสพื้นที่ที่ประชุม';
comment on column meeting.title is 'ชื่อการประชุม';
comment on column meeting.held_on is 'วันประชุม (เวลาไทย)';
comment on column meeting.snapshot_at is 'เวลาที่ตรึงตัวเลข (UTC)';
comment on column meeting.withdrawn is 'จริง = ยกเลิกการประชุมที่บันทึกผิด';
comment on column meeting.recorded_at is 'เวลาที่บันทึก (UTC)';
comment on column meeting.actor is 'ผู้บันทึก';

create table decision (
    decision_id bigint not null,
    meeting_id bigint not null,
    area_code varchar not null,
    decision varchar not null,
    tied_kind varchar not null,
    tied_code varchar,
    tied_name varchar,
    owner varchar not null,
    recorded_at timestamp not null,
    actor varchar
);
comment on table decision is 'ข้อสั่งการและมติของที่ประชุม';
comment on column decision.decision_id is 'เลขที่ข้อสั่งการ';
comment on column decision.meeting_id is 'การประชุมที่สั่งการ';
comment on column decision.area_code is 'รหัสพื้นที่ที่สั่งการ';
comment on column decision.decision is 'ข้อความ';
comment on column decision.tied_kind is 'ผูกกับ: indicator ตัวชี้วัด, project โครงการ, district อำเภอ, none ไม่ผูก';
comment on column decision.tied_code is 'รหัสของสิ่งที่ผูก';
comment on column decision.tied_name is 'ชื่อของสิ่งที่ผูก ณ วันสั่งการ';
comment on column decision.owner is 'ผู้รับผิดชอบ';
comment on column decision.recorded_at is 'เวลาที่บันทึก (UTC)';
comment on column decision.actor is 'ผู้บันทึก';

create table decision_event (
    event_id bigint not null,
    decision_id bigint not null,
    event varchar not null,
    note varchar,
    due_on date,
    at_time timestamp not null,
    actor varchar
);
comment on table decision_event is 'ความคืบหน้าของข้อสั่งการ เพิ่มได้อย่างเดียว';
comment on column decision_event.event_id is 'ลำดับเหตุการณ์';
comment on column decision_event.decision_id is 'ข้อสั่งการ';
comment on column decision_event.event is
    'เหตุการณ์: opened สั่งการ, progress คืบหน้า, postponed เลื่อนกำหนด, done เสร็จ, cancelled ยกเลิก, reopened เปิดใหม่';
comment on column decision_event.note is 'บันทึก';
comment on column decision_event.due_on is 'วันครบกำหนดที่ตั้งหรือเลื่อน (ว่าง = ไม่เปลี่ยน)';
comment on column decision_event.at_time is 'เวลา (UTC)';
comment on column decision_event.actor is 'ผู้บันทึก';

create table feedback (
    feedback_id bigint not null,
    meeting_id bigint not null,
    area_code varchar not null,
    topic varchar not null,
    feedback varchar not null,
    at_time timestamp not null,
    actor varchar
);
comment on table feedback is 'ข้อคิดเห็นที่บันทึกในช่วงห้านาทีของแต่ละพื้นที่ เพิ่มได้อย่างเดียว';
comment on column feedback.feedback_id is 'ลำดับ';
comment on column feedback.meeting_id is 'การประชุม';
comment on column feedback.area_code is 'รหัสพื้นที่ที่พูดถึง';
comment on column feedback.topic is 'เรื่อง: indicators money villages information driving integration budgeting other';
comment on column feedback.feedback is 'ข้อความ';
comment on column feedback.at_time is 'เวลา (UTC)';
comment on column feedback.actor is 'ผู้บันทึก';
