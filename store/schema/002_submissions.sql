-- Who sent what, when, and what became of it. Append-only: a state is the last event, undo is a new event.
create table source_file (
    sha256 varchar not null,
    file_name varchar not null,
    byte_count bigint not null,
    kind varchar not null,
    encoding varchar,
    stored_path varchar not null,
    received_at timestamp not null,
    received_by varchar
);
comment on table source_file is 'ไฟล์ต้นฉบับที่ได้รับ หนึ่งแถวต่อไฟล์ (ระบุด้วย SHA-256)';
comment on column source_file.sha256 is 'ลายนิ้วมือของไฟล์ (SHA-256)';
comment on column source_file.file_name is 'ชื่อไฟล์ตามที่ผู้ส่งตั้ง';
comment on column source_file.byte_count is 'ขนาดไฟล์ (ไบต์)';
comment on column source_file.kind is 'ชนิดไฟล์ตามเนื้อหาจริง เช่น xlsx xls ods csv html';
comment on column source_file.encoding is 'รหัสอักขระของไฟล์ข้อความ';
comment on column source_file.stored_path is 'ที่เก็บไฟล์ต้นฉบับในเครื่อง';
comment on column source_file.received_at is 'เวลาที่ได้รับ (UTC)';
comment on column source_file.received_by is 'ผู้นำเข้า';

create table submission (
    submission_id bigint not null,
    slot varchar not null,
    version integer not null,
    sha256 varchar not null,
    form varchar not null,
    form_version integer not null,
    loader_version varchar not null,
    area_code varchar,
    agency varchar,
    fiscal_year integer,
    quarter integer,
    as_of_date date,
    row_count integer not null,
    demo boolean not null,
    created_at timestamp not null
);
comment on table submission is 'ชุดข้อมูลที่ส่ง หนึ่งแถวต่อแบบฟอร์มต่อไฟล์';
comment on column submission.submission_id is 'เลขที่ชุดข้อมูล';
comment on column submission.slot is 'ช่องการส่ง: หน่วยงาน × แบบฟอร์ม × พื้นที่ × งวด';
comment on column submission.version is 'ฉบับที่ ในช่องเดียวกัน';
comment on column submission.sha256 is 'ไฟล์ต้นฉบับ';
comment on column submission.form is 'แบบฟอร์ม';
comment on column submission.form_version is 'รุ่นของแบบฟอร์ม';
comment on column submission.loader_version is 'รุ่นของตัวอ่าน';
comment on column submission.area_code is 'พื้นที่ของชุดข้อมูล (จังหวัด กลุ่มจังหวัด หรือ TH)';
comment on column submission.agency is 'หน่วยงานผู้ส่ง';
comment on column submission.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column submission.quarter is 'ไตรมาส (ว่าง = ทั้งปี)';
comment on column submission.as_of_date is 'ข้อมูล ณ วันที่';
comment on column submission.row_count is 'จำนวนแถวข้อมูล';
comment on column submission.demo is 'เป็นข้อมูลสาธิตหรือไม่';
comment on column submission.created_at is 'เวลาที่บันทึก (UTC)';

create table submission_event (
    event_id bigint not null,
    submission_id bigint not null,
    event varchar not null,
    at_time timestamp not null,
    actor varchar,
    reason varchar
);
comment on table submission_event is 'เหตุการณ์ของชุดข้อมูล เพิ่มได้อย่างเดียว: drafted submitted checked assessed published superseded withdrawn';
comment on column submission_event.event_id is 'ลำดับเหตุการณ์';
comment on column submission_event.submission_id is 'เลขที่ชุดข้อมูล';
comment on column submission_event.event is 'เหตุการณ์';
comment on column submission_event.at_time is 'เวลา (UTC)';
comment on column submission_event.actor is 'ผู้กระทำ';
comment on column submission_event.reason is 'เหตุผล';

create table sheet (
    sheet_id bigint not null,
    submission_id bigint not null,
    sheet_name varchar not null,
    header_row integer not null,
    unit_factor decimal(18, 6),
    column_map varchar not null,
    row_count integer not null
);
comment on table sheet is 'แผ่นงานที่อ่าน หนึ่งแถวต่อตารางที่พบ';
comment on column sheet.sheet_id is 'เลขที่แผ่นงาน';
comment on column sheet.submission_id is 'เลขที่ชุดข้อมูล';
comment on column sheet.sheet_name is 'ชื่อแผ่นงาน';
comment on column sheet.header_row is 'แถวหัวตาราง (เริ่มที่ 1)';
comment on column sheet.unit_factor is 'ตัวคูณหน่วยเงินเป็นบาท';
comment on column sheet.column_map is 'คอลัมน์ของแต่ละรายการ (JSON: รายการ → เลขคอลัมน์ เริ่มที่ 1)';
comment on column sheet.row_count is 'จำนวนแถวข้อมูล';

create table raw_cell (
    sheet_id bigint not null,
    src_row integer not null,
    src_col integer not null,
    cell_text varchar not null
);
comment on table raw_cell is 'ข้อความตามที่พิมพ์ เก็บเฉพาะเซลล์ที่ต่างจากค่าที่อ่านได้';
comment on column raw_cell.sheet_id is 'เลขที่แผ่นงาน';
comment on column raw_cell.src_row is 'แถว';
comment on column raw_cell.src_col is 'คอลัมน์';
comment on column raw_cell.cell_text is 'ข้อความตามที่พิมพ์';

create table assertion (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    src_col integer not null,
    label varchar,
    item varchar not null,
    value_text varchar not null,
    value decimal(28, 6)
);
comment on table assertion is 'ยอดรวมที่พิมพ์ไว้ในแผ่นงาน ใช้ตรวจเท่านั้น ไม่นับเป็นข้อมูล';
comment on column assertion.submission_id is 'เลขที่ชุดข้อมูล';
comment on column assertion.sheet_id is 'เลขที่แผ่นงาน';
comment on column assertion.src_row is 'แถว';
comment on column assertion.src_col is 'คอลัมน์';
comment on column assertion.label is 'ป้ายของแถว เช่น รวม';
comment on column assertion.item is 'รายการ';
comment on column assertion.value_text is 'ข้อความตามที่พิมพ์';
comment on column assertion.value is 'ค่าที่อ่านได้';

create table finding (
    sha256 varchar not null,
    submission_id bigint,
    found_at timestamp not null,
    code varchar not null,
    severity varchar not null,
    sheet_name varchar,
    src_row integer,
    src_col integer,
    value varchar,
    expected varchar,
    params varchar not null
);
comment on table finding is 'ข้อตรวจพบของแต่ละไฟล์ ทั้งไฟล์ที่รับและไม่รับ';
comment on column finding.sha256 is 'ไฟล์ต้นฉบับ';
comment on column finding.submission_id is 'เลขที่ชุดข้อมูล (ว่าง = ไม่ได้บันทึก)';
comment on column finding.found_at is 'เวลาที่ตรวจ (UTC)';
comment on column finding.code is 'รหัสข้อตรวจพบ';
comment on column finding.severity is 'ระดับ: error warning question note';
comment on column finding.sheet_name is 'แผ่นงาน';
comment on column finding.src_row is 'แถว';
comment on column finding.src_col is 'คอลัมน์';
comment on column finding.value is 'ค่าที่พบ';
comment on column finding.expected is 'ค่าที่คาดไว้';
comment on column finding.params is 'รายละเอียดประกอบข้อความ (JSON)';

create table write_lock (touched_at timestamp not null);
insert into write_lock values (timestamp '2000-01-01');
comment on table write_lock is 'แถวล็อกการเขียน: ทุกธุรกรรมที่เขียนแก้แถวนี้ก่อน';
comment on column write_lock.touched_at is 'เวลาที่เขียนล่าสุด (UTC)';
