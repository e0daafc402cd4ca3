-- What people answered about workbooks: rules to read the next ones by. Append-only: a rule is never
-- changed, it is revoked and another one made.
create table reading_rule (
    rule_id bigint not null,
    kind varchar not null,
    agency varchar,
    form varchar,
    subject varchar not null,
    subject_within varchar not null,
    answer varchar not null,
    made_at timestamp not null,
    made_by varchar,
    reason varchar
);
comment on table reading_rule is 'กติกาการอ่านที่จำไว้จากคำตอบของผู้ใช้ เพิ่มได้อย่างเดียว';
comment on column reading_rule.rule_id is 'เลขที่กติกา';
comment on column reading_rule.kind is 'ชนิด: column_meaning nil_meaning change_mode area_alias name_alias target_rule unit_factor style form_of_sheet';
comment on column reading_rule.agency is 'ใช้กับหน่วยงานใด (ว่าง = ทุกหน่วยงาน)';
comment on column reading_rule.form is 'ใช้กับแบบฟอร์มใด (ว่าง = ทุกแบบ)';
comment on column reading_rule.subject is 'เรื่องที่ตอบ ตามที่เขียนในแผ่นงาน';
comment on column reading_rule.subject_within is 'ขอบเขตของเรื่อง: รหัสพื้นที่ หรือรายการของคอลัมน์ (ว่าง = ทั้งหมด)';
comment on column reading_rule.answer is 'คำตอบ';
comment on column reading_rule.made_at is 'เวลาที่ตอบ (UTC)';
comment on column reading_rule.made_by is 'ผู้ตอบ';
comment on column reading_rule.reason is 'เหตุผล';

create table reading_rule_revocation (
    rule_id bigint not null,
    revoked_at timestamp not null,
    revoked_by varchar,
    reason varchar
);
comment on table reading_rule_revocation is 'การยกเลิกกติกาการอ่าน เพิ่มได้อย่างเดียว';
comment on column reading_rule_revocation.rule_id is 'เลขที่กติกาที่ยกเลิก';
comment on column reading_rule_revocation.revoked_at is 'เวลาที่ยกเลิก (UTC)';
comment on column reading_rule_revocation.revoked_by is 'ผู้ยกเลิก';
comment on column reading_rule_revocation.reason is 'เหตุผลที่ยกเลิก';

alter table fact_indicator add column change_mode varchar;
comment on column fact_indicator.change_mode is 'เป้าหมายเขียนเป็น: level ระดับ, points จุด, percent ร้อยละของค่าฐาน (ว่าง = ตามชนิดหน่วย)';
