-- Submissions taken in only in part, and projects that two agencies sent.
alter table submission add column left_out_count integer default 0;
comment on column submission.left_out_count is 'จำนวนแถวที่ไม่รับเพราะมีข้อผิดพลาด เมื่อเลือกรับเฉพาะแถวที่ถูกต้อง (0 = รับครบ)';

create table project_twin (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    quarter integer,
    other_submission_id bigint not null
);
comment on table project_twin is 'โครงการเดียวกันที่ส่งมาในชุดข้อมูลของสองช่องการส่ง หนึ่งแถวต่อแถวของแต่ละฝ่าย';
comment on column project_twin.submission_id is 'เลขที่ชุดข้อมูล';
comment on column project_twin.sheet_id is 'เลขที่แผ่นงาน';
comment on column project_twin.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column project_twin.quarter is 'ไตรมาสที่ทั้งสองฝ่ายรายงานเบิกจ่าย (ว่าง = ตัวโครงการ)';
comment on column project_twin.other_submission_id is 'เลขที่ชุดข้อมูลอีกฝ่าย';
