-- What may go wrong, and what the assessors found: append-only like every fact.
create table fact_risk (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    fiscal_year integer not null,
    quarter integer,
    project varchar,
    kpi varchar,
    risk varchar not null,
    category varchar,
    likelihood integer not null,
    impact integer not null,
    control varchar,
    owner varchar,
    status varchar,
    next_review date
);
comment on table fact_risk is 'ทะเบียนความเสี่ยง หนึ่งแถวต่อความเสี่ยงต่องวด';
comment on column fact_risk.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_risk.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_risk.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_risk.area_code is 'รหัสพื้นที่';
comment on column fact_risk.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_risk.quarter is 'ไตรมาส (ว่าง = ทั้งปี)';
comment on column fact_risk.project is 'โครงการ';
comment on column fact_risk.kpi is 'ตัวชี้วัด';
comment on column fact_risk.risk is 'ความเสี่ยง';
comment on column fact_risk.category is 'ประเภทความเสี่ยง';
comment on column fact_risk.likelihood is 'โอกาส (1–5)';
comment on column fact_risk.impact is 'ผลกระทบ (1–5)';
comment on column fact_risk.control is 'แนวทางจัดการ';
comment on column fact_risk.owner is 'ผู้รับผิดชอบ';
comment on column fact_risk.status is 'สถานะ';
comment on column fact_risk.next_review is 'ทบทวนครั้งต่อไป';

create table fact_assessment (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    fiscal_year integer not null,
    quarter integer,
    agency varchar not null,
    kpi varchar,
    project varchar,
    assessor varchar not null,
    assessor_agency varchar,
    score decimal(9, 4),
    evidence_ok boolean,
    comment varchar
);
comment on table fact_assessment is 'ผลการตรวจประเมิน หนึ่งแถวต่อการประเมิน';
comment on column fact_assessment.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_assessment.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_assessment.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_assessment.area_code is 'รหัสพื้นที่';
comment on column fact_assessment.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_assessment.quarter is 'ไตรมาส (ว่าง = ทั้งปี)';
comment on column fact_assessment.agency is 'หน่วยงานที่ถูกประเมิน';
comment on column fact_assessment.kpi is 'ตัวชี้วัด';
comment on column fact_assessment.project is 'โครงการ';
comment on column fact_assessment.assessor is 'ผู้ประเมิน';
comment on column fact_assessment.assessor_agency is 'หน่วยงานของผู้ประเมิน';
comment on column fact_assessment.score is 'คะแนน (1–5)';
comment on column fact_assessment.evidence_ok is 'หลักฐานครบถ้วน';
comment on column fact_assessment.comment is 'ความเห็น';
