-- Registers beside the plan: what stands in the way, what people said, which data there are, and the
-- local heritage that is passed on.
create table fact_problem (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    area_code varchar not null,
    district_code varchar,
    problem_area varchar not null,
    sub_area varchar,
    problem varchar not null,
    problem_key varchar not null,
    proposal varchar,
    raised_in varchar,
    raised_on date,
    problem_state varchar,
    solved_on date,
    owner varchar
);
comment on table fact_problem is 'ปัญหาและข้อเสนอ หนึ่งแถวต่อปัญหา';
comment on column fact_problem.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_problem.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_problem.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_problem.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_problem.area_code is 'รหัสพื้นที่';
comment on column fact_problem.district_code is 'รหัสอำเภอ';
comment on column fact_problem.problem_area is 'กลุ่มปัญหา: information driving integration budgeting field';
comment on column fact_problem.sub_area is 'เรื่องย่อย';
comment on column fact_problem.problem is 'ปัญหา';
comment on column fact_problem.problem_key is 'ปัญหาสำหรับเทียบ';
comment on column fact_problem.proposal is 'ข้อเสนอ';
comment on column fact_problem.raised_in is 'มาจาก: meeting field_visit survey complaint document';
comment on column fact_problem.raised_on is 'วันที่พบ';
comment on column fact_problem.problem_state is 'สถานะ: open in_progress solved (ว่าง = ยังไม่แก้)';
comment on column fact_problem.solved_on is 'วันที่แก้เสร็จ';
comment on column fact_problem.owner is 'ผู้รับผิดชอบ';

create table fact_survey (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    quarter integer,
    area_code varchar not null,
    subject varchar not null,
    agency varchar,
    respondent_count bigint not null,
    satisfied_count bigint not null,
    surveyed_on date
);
comment on table fact_survey is 'ผลสำรวจความพึงพอใจ หนึ่งแถวต่อเรื่องต่องวด';
comment on column fact_survey.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_survey.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_survey.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_survey.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_survey.quarter is 'ไตรมาส (ว่าง = ทั้งปี)';
comment on column fact_survey.area_code is 'รหัสพื้นที่';
comment on column fact_survey.subject is 'เรื่องที่สำรวจ';
comment on column fact_survey.agency is 'หน่วยงาน';
comment on column fact_survey.respondent_count is 'ผู้ตอบ (คน)';
comment on column fact_survey.satisfied_count is 'ผู้พึงพอใจ (คน)';
comment on column fact_survey.surveyed_on is 'วันที่สำรวจ';

create table fact_dataset (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    dataset varchar not null,
    dataset_key varchar not null,
    source_kind varchar,
    owner varchar,
    frequency varchar,
    updated_on date,
    data_quality varchar,
    note varchar
);
comment on table fact_dataset is 'บัญชีข้อมูล หนึ่งแถวต่อชุดข้อมูล';
comment on column fact_dataset.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_dataset.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_dataset.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_dataset.area_code is 'รหัสพื้นที่';
comment on column fact_dataset.dataset is 'ชุดข้อมูล';
comment on column fact_dataset.dataset_key is 'ชื่อชุดข้อมูลสำหรับเทียบ';
comment on column fact_dataset.source_kind is 'ประเภทแหล่งข้อมูล';
comment on column fact_dataset.owner is 'เจ้าของข้อมูล';
comment on column fact_dataset.frequency is 'ความถี่';
comment on column fact_dataset.updated_on is 'ปรับปรุงล่าสุด';
comment on column fact_dataset.data_quality is 'คุณภาพ: good fair poor';
comment on column fact_dataset.note is 'หมายเหตุ';

create table fact_cultural_asset (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    province_code varchar not null,
    district_code varchar,
    asset_kind varchar not null,
    asset varchar not null,
    asset_key varchar not null,
    risk_level varchar,
    custodian varchar,
    youth_count bigint
);
comment on table fact_cultural_asset is 'มรดกวัฒนธรรมท้องถิ่น หนึ่งแถวต่อรายการต่อปี';
comment on column fact_cultural_asset.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_cultural_asset.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_cultural_asset.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_cultural_asset.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_cultural_asset.province_code is 'รหัสจังหวัด';
comment on column fact_cultural_asset.district_code is 'รหัสอำเภอ';
comment on column fact_cultural_asset.asset_kind is 'ประเภท: tradition language performance way_of_life';
comment on column fact_cultural_asset.asset is 'รายการ';
comment on column fact_cultural_asset.asset_key is 'รายการสำหรับเทียบ';
comment on column fact_cultural_asset.risk_level is 'ระดับความเสี่ยง: low medium high very_high';
comment on column fact_cultural_asset.custodian is 'ผู้สืบทอด (กลุ่มหรือองค์กร)';
comment on column fact_cultural_asset.youth_count is 'เยาวชนที่รับการถ่ายทอด (คน)';
