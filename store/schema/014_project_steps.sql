-- The life cycle of projects: its stages, when each project reached them, and its milestones.
create table project_stage (
    stage varchar not null,
    stage_order integer not null,
    actor_level varchar not null
);
comment on table project_stage is 'ขั้นตอนของโครงการตามลำดับ หนึ่งแถวต่อขั้นตอน';
comment on column project_stage.stage is 'ขั้นตอน: proposed selected screened approved transferred in_progress disbursed completed evaluated';
comment on column project_stage.stage_order is 'ลำดับ 1–9';
comment on column project_stage.actor_level is 'ระดับผู้ดำเนินการ: village subdistrict district province';

create table fact_project_detail (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    province_code varchar not null,
    district_code varchar,
    project_code varchar not null,
    project varchar not null,
    agency varchar,
    priority integer,
    requested_thb decimal(18, 2),
    afp varchar,
    partners varchar,
    announced_on date,
    deadline_on date
);
comment on table fact_project_detail is 'รายละเอียดขั้นตอนโครงการ หนึ่งแถวต่อโครงการต่อชุดข้อมูล';
comment on column fact_project_detail.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_project_detail.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_project_detail.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_project_detail.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_project_detail.province_code is 'รหัสจังหวัด';
comment on column fact_project_detail.district_code is 'รหัสอำเภอ';
comment on column fact_project_detail.project_code is 'รหัสโครงการ';
comment on column fact_project_detail.project is 'ชื่อโครงการ';
comment on column fact_project_detail.agency is 'หน่วยดำเนินการ';
comment on column fact_project_detail.priority is 'ลำดับความสำคัญ 1 = สำคัญที่สุด';
comment on column fact_project_detail.requested_thb is 'วงเงินที่เสนอขอ (บาท)';
comment on column fact_project_detail.afp is 'มิติ: area function participation';
comment on column fact_project_detail.partners is 'หน่วยงานร่วม คั่นด้วย ;';
comment on column fact_project_detail.announced_on is 'วันที่ประกาศรับข้อเสนอ';
comment on column fact_project_detail.deadline_on is 'วันสุดท้ายที่รับข้อเสนอ';

create table fact_project_step (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    src_col integer,
    fiscal_year integer not null,
    province_code varchar not null,
    project_code varchar not null,
    stage varchar not null,
    reached_on date not null
);
comment on table fact_project_step is 'วันที่โครงการถึงแต่ละขั้นตอน หนึ่งแถวต่อโครงการต่อขั้นตอนที่ถึง';
comment on column fact_project_step.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_project_step.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_project_step.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_project_step.src_col is 'คอลัมน์ในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_project_step.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_project_step.province_code is 'รหัสจังหวัด';
comment on column fact_project_step.project_code is 'รหัสโครงการ';
comment on column fact_project_step.stage is 'ขั้นตอน (รหัส)';
comment on column fact_project_step.reached_on is 'วันที่ถึงขั้นตอน';

create table fact_project_milestone (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    province_code varchar not null,
    project_code varchar not null,
    milestone varchar not null,
    planned_on date,
    actual_on date,
    weight_pct decimal(9, 4)
);
comment on table fact_project_milestone is 'งวดงานของโครงการ หนึ่งแถวต่องวดงาน';
comment on column fact_project_milestone.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_project_milestone.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_project_milestone.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_project_milestone.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_project_milestone.province_code is 'รหัสจังหวัด';
comment on column fact_project_milestone.project_code is 'รหัสโครงการ';
comment on column fact_project_milestone.milestone is 'งวดงาน';
comment on column fact_project_milestone.planned_on is 'กำหนดเสร็จ';
comment on column fact_project_milestone.actual_on is 'เสร็จจริง';
comment on column fact_project_milestone.weight_pct is 'น้ำหนัก (ร้อยละ)';
