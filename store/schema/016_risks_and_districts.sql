-- Risks by issue, assessments beside the agency's own score, and how districts watch their risks.
create table risk_band (
    risk_level varchar not null,
    min_score integer not null,
    max_score integer not null,
    level_order integer not null
);
comment on table risk_band is 'ระดับความเสี่ยงตามคะแนน (โอกาส × ผลกระทบ) หนึ่งแถวต่อระดับ';
comment on column risk_band.risk_level is 'ระดับ: low ต่ำ, medium ปานกลาง, high สูง, very_high สูงมาก';
comment on column risk_band.min_score is 'คะแนนต่ำสุดของระดับ';
comment on column risk_band.max_score is 'คะแนนสูงสุดของระดับ';
comment on column risk_band.level_order is 'ลำดับ 1 = ต่ำสุด';

create table named_period (
    named_period varchar not null,
    fiscal_year integer not null,
    starts_on date not null,
    ends_on date not null,
    source varchar not null,
    verified boolean not null
);
comment on table named_period is 'ช่วงเฝ้าระวังที่มีชื่อ หนึ่งแถวต่อช่วงต่อปีงบประมาณ';
comment on column named_period.named_period is 'ช่วง: new_year ปีใหม่, songkran สงกรานต์, rainy ฤดูฝน';
comment on column named_period.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column named_period.starts_on is 'วันแรก';
comment on column named_period.ends_on is 'วันสุดท้าย';
comment on column named_period.source is 'แหล่งที่มา';
comment on column named_period.verified is 'พบต้นฉบับแล้วหรือไม่';

alter table fact_risk add column strategic_issue varchar;
comment on column fact_risk.strategic_issue is 'ประเด็นยุทธศาสตร์ตามที่เขียน';
alter table fact_risk add column issue_key varchar;
comment on column fact_risk.issue_key is 'ชื่อประเด็นสำหรับเทียบ';
alter table fact_risk add column project_key varchar;
comment on column fact_risk.project_key is 'ชื่อโครงการสำหรับเทียบ';
alter table fact_risk add column kpi_key varchar;
comment on column fact_risk.kpi_key is 'ชื่อตัวชี้วัดสำหรับเทียบ';
alter table fact_risk add column risk_key varchar;
comment on column fact_risk.risk_key is 'ข้อความความเสี่ยงสำหรับเทียบ';

alter table fact_assessment add column self_score decimal(9, 4);
comment on column fact_assessment.self_score is 'คะแนนที่หน่วยงานประเมินตนเอง (1–5)';
alter table fact_assessment add column kpi_key varchar;
comment on column fact_assessment.kpi_key is 'ชื่อตัวชี้วัดสำหรับเทียบ';

create table fact_district_surveillance (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    quarter integer,
    named_period varchar,
    province_code varchar not null,
    district_code varchar not null,
    subdistrict varchar,
    subdistrict_key varchar,
    risk_type varchar not null,
    risk_level varchar,
    has_plan boolean,
    incident_count bigint,
    drilled_count bigint,
    subdistrict_count bigint,
    registered_count bigint,
    relieved_count bigint
);
comment on table fact_district_surveillance is 'การเฝ้าระวังพื้นที่เสี่ยง หนึ่งแถวต่ออำเภอหรือตำบล ต่อช่วงเวลา ต่อประเภทความเสี่ยง ไม่มีข้อมูลบุคคล';
comment on column fact_district_surveillance.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_district_surveillance.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_district_surveillance.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_district_surveillance.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_district_surveillance.quarter is 'ไตรมาส (ว่าง = ช่วงที่มีชื่อ)';
comment on column fact_district_surveillance.named_period is 'ช่วงที่มีชื่อ: new_year songkran rainy (ว่าง = ทั้งไตรมาส)';
comment on column fact_district_surveillance.province_code is 'รหัสจังหวัด';
comment on column fact_district_surveillance.district_code is 'รหัสอำเภอ';
comment on column fact_district_surveillance.subdistrict is 'ตำบล (ว่าง = ทั้งอำเภอ)';
comment on column fact_district_surveillance.subdistrict_key is 'ชื่อตำบลสำหรับเทียบ';
comment on column fact_district_surveillance.risk_type is 'ประเภท: crime อาชญากรรม, drugs ยาเสพติด, accident อุบัติเหตุ, disaster สาธารณภัย';
comment on column fact_district_surveillance.risk_level is 'ระดับ: low medium high very_high';
comment on column fact_district_surveillance.has_plan is 'มีแผนเฝ้าระวังที่เป็นปัจจุบัน';
comment on column fact_district_surveillance.incident_count is 'จำนวนเหตุในช่วง';
comment on column fact_district_surveillance.drilled_count is 'ตำบลที่ฝึกซ้อมแล้ว สะสมตั้งแต่ต้นปี';
comment on column fact_district_surveillance.subdistrict_count is 'ตำบลทั้งหมดของอำเภอ';
comment on column fact_district_surveillance.registered_count is 'ครัวเรือนที่ขึ้นทะเบียนในช่วง';
comment on column fact_district_surveillance.relieved_count is 'ครัวเรือนที่ได้รับความช่วยเหลือในช่วง';
