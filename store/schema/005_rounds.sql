-- When data are due, from whom, and how well what came was made. Append-only: the newest row counts.
create table round_rule (
    rule_id bigint not null,
    opens_after_days integer not null,
    due_after_days integer not null,
    grace_days integer not null,
    locks_after_days integer not null,
    recorded_at timestamp not null,
    actor varchar
);
comment on table round_rule is 'กติกาของรอบที่ยังไม่มีประกาศกำหนดวัน แถวล่าสุดมีผล';
comment on column round_rule.rule_id is 'ลำดับกติกา';
comment on column round_rule.opens_after_days is 'เปิดรับกี่วันหลังสิ้นไตรมาส';
comment on column round_rule.due_after_days is 'กำหนดส่งกี่วันหลังสิ้นไตรมาส';
comment on column round_rule.grace_days is 'ผ่อนผันกี่วันหลังกำหนดส่งจึงนับว่าส่งช้า';
comment on column round_rule.locks_after_days is 'ปิดรับกี่วันหลังสิ้นไตรมาส';
comment on column round_rule.recorded_at is 'เวลาที่บันทึก (UTC)';
comment on column round_rule.actor is 'ผู้บันทึก';
insert into round_rule values (1, 1, 15, 0, 45, timestamp '2000-01-01', null);

create table submission_round (
    round_id bigint not null,
    fiscal_year integer not null,
    quarter integer not null,
    opens_on date not null,
    due_on date not null,
    locks_on date not null,
    note varchar,
    recorded_at timestamp not null,
    actor varchar
);
comment on table submission_round is 'รอบการส่งที่ประกาศแล้ว แถวล่าสุดของแต่ละงวดมีผล';
comment on column submission_round.round_id is 'ลำดับประกาศ';
comment on column submission_round.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column submission_round.quarter is 'ไตรมาส';
comment on column submission_round.opens_on is 'วันเปิดรับ';
comment on column submission_round.due_on is 'วันกำหนดส่ง (ส่งวันนั้นถือว่าทัน)';
comment on column submission_round.locks_on is 'วันสุดท้ายก่อนปิดรับ';
comment on column submission_round.note is 'หมายเหตุ เช่น เลขที่หนังสือแจ้ง';
comment on column submission_round.recorded_at is 'เวลาที่บันทึก (UTC)';
comment on column submission_round.actor is 'ผู้บันทึก';

create table round_event (
    event_id bigint not null,
    fiscal_year integer not null,
    quarter integer not null,
    event varchar not null,
    at_time timestamp not null,
    actor varchar,
    reason varchar not null
);
comment on table round_event is 'การปิดและเปิดรอบด้วยมือ เพิ่มได้อย่างเดียว';
comment on column round_event.event_id is 'ลำดับเหตุการณ์';
comment on column round_event.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column round_event.quarter is 'ไตรมาส';
comment on column round_event.event is 'เหตุการณ์: locked ปิด, unlocked เปิด';
comment on column round_event.at_time is 'เวลา (UTC)';
comment on column round_event.actor is 'ผู้กระทำ';
comment on column round_event.reason is 'เหตุผล';

create table expected_submission (
    expectation_id bigint not null,
    agency varchar not null,
    agency_key varchar not null,
    form varchar not null,
    area_code varchar not null,
    due_quarter integer,
    expected boolean not null,
    valid_from_fy integer not null,
    valid_from_quarter integer not null,
    valid_to_fy integer,
    valid_to_quarter integer,
    demo boolean not null,
    recorded_at timestamp not null,
    actor varchar,
    reason varchar
);
comment on table expected_submission is 'ใครต้องส่งแบบใด ตั้งแต่งวดใดถึงงวดใด แถวล่าสุดที่ครอบคลุมงวดนั้นมีผล';
comment on column expected_submission.expectation_id is 'ลำดับ';
comment on column expected_submission.agency is 'หน่วยงาน';
comment on column expected_submission.agency_key is 'ชื่อหน่วยงานสำหรับเทียบ';
comment on column expected_submission.form is 'แบบฟอร์ม';
comment on column expected_submission.area_code is 'รหัสพื้นที่';
comment on column expected_submission.due_quarter is 'ต้องส่งในรอบไตรมาสใดของปี (ว่าง = ทุกไตรมาส)';
comment on column expected_submission.expected is 'จริง = ต้องส่ง เท็จ = ไม่ต้องส่ง';
comment on column expected_submission.valid_from_fy is 'มีผลตั้งแต่ปีงบประมาณ (พ.ศ.)';
comment on column expected_submission.valid_from_quarter is 'มีผลตั้งแต่ไตรมาส';
comment on column expected_submission.valid_to_fy is 'มีผลถึงปีงบประมาณ (พ.ศ.; ว่าง = ยังมีผล)';
comment on column expected_submission.valid_to_quarter is 'มีผลถึงไตรมาส รวมไตรมาสนั้น';
comment on column expected_submission.demo is 'เป็นข้อมูลสาธิต มีผลเมื่อข้อมูลสาธิตแสดงอยู่';
comment on column expected_submission.recorded_at is 'เวลาที่บันทึก (UTC)';
comment on column expected_submission.actor is 'ผู้บันทึก';
comment on column expected_submission.reason is 'เหตุผล';

create table waiver (
    waiver_id bigint not null,
    fiscal_year integer not null,
    quarter integer not null,
    agency_key varchar not null,
    form varchar not null,
    area_code varchar not null,
    waived boolean not null,
    reason varchar not null,
    at_time timestamp not null,
    actor varchar
);
comment on table waiver is 'การยกเว้นไม่ต้องส่งเฉพาะรอบ เพิ่มได้อย่างเดียว แถวล่าสุดมีผล';
comment on column waiver.waiver_id is 'ลำดับ';
comment on column waiver.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column waiver.quarter is 'ไตรมาส';
comment on column waiver.agency_key is 'ชื่อหน่วยงานสำหรับเทียบ';
comment on column waiver.form is 'แบบฟอร์ม';
comment on column waiver.area_code is 'รหัสพื้นที่';
comment on column waiver.waived is 'จริง = ยกเว้น เท็จ = เลิกยกเว้น';
comment on column waiver.reason is 'เหตุผล';
comment on column waiver.at_time is 'เวลา (UTC)';
comment on column waiver.actor is 'ผู้อนุมัติ';

create table examination (
    sha256 varchar not null,
    examined_at timestamp not null,
    submission_id bigint,
    form varchar,
    agency varchar,
    agency_key varchar,
    area_code varchar,
    fiscal_year integer,
    quarter integer,
    checked_count bigint not null,
    error_count bigint not null,
    rule_count bigint not null,
    rule_failed_count bigint not null,
    demo boolean not null
);
comment on table examination is 'ผลการตรวจ หนึ่งแถวต่อแบบฟอร์มต่อไฟล์ต่อครั้งที่ส่ง ทั้งที่รับและไม่รับ';
comment on column examination.sha256 is 'ไฟล์ต้นฉบับ';
comment on column examination.examined_at is 'เวลาที่ได้รับและตรวจ (UTC)';
comment on column examination.submission_id is 'เลขที่ชุดข้อมูล (ว่าง = ไม่รับ)';
comment on column examination.form is 'แบบฟอร์ม (ว่าง = อ่านไม่ออกว่าเป็นแบบใด)';
comment on column examination.agency is 'หน่วยงานผู้ส่ง (ว่าง = ไม่ทราบ)';
comment on column examination.agency_key is 'ชื่อหน่วยงานสำหรับเทียบ';
comment on column examination.area_code is 'รหัสพื้นที่';
comment on column examination.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column examination.quarter is 'ไตรมาสที่ส่ง (ว่าง = ทั้งปี)';
comment on column examination.checked_count is 'จำนวนเซลล์ที่ตรวจ';
comment on column examination.error_count is 'จำนวนเซลล์ที่ผิด';
comment on column examination.rule_count is 'จำนวนกฎความสอดคล้องที่ตรวจ (กฎ × ตาราง)';
comment on column examination.rule_failed_count is 'จำนวนกฎที่ไม่ผ่าน';
comment on column examination.demo is 'เป็นข้อมูลสาธิตหรือไม่';
