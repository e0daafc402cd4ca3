-- How provinces are scored: the frameworks of a year, the agreements under them, bands of reward.
create table fact_evaluation_item (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    fiscal_year integer not null,
    dimension_group varchar,
    dimension_no varchar,
    dimension varchar not null,
    dimension_key varchar not null,
    dimension_weight_pct decimal(9, 4),
    item_no varchar,
    item varchar not null,
    item_key varchar not null,
    item_identity varchar not null,
    kpi_code varchar,
    kpi varchar,
    kpi_key varchar,
    unit varchar,
    weight_pct decimal(9, 4),
    score_scale varchar,
    score_method varchar,
    score_1 decimal(28, 6),
    score_2 decimal(28, 6),
    score_3 decimal(28, 6),
    score_4 decimal(28, 6),
    score_5 decimal(28, 6),
    score_minimum decimal(28, 6),
    score_standard decimal(28, 6),
    score_advanced decimal(28, 6)
);
comment on table fact_evaluation_item is 'กรอบการประเมินผล หนึ่งแถวต่อรายการ หรือต่อตัวชี้วัดของรายการ';
comment on column fact_evaluation_item.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_evaluation_item.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_evaluation_item.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_evaluation_item.area_code is 'รหัสพื้นที่เจ้าของกรอบ (TH = ใช้ทั้งประเทศ)';
comment on column fact_evaluation_item.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_evaluation_item.dimension_group is 'กลุ่มมิติ: external ภายนอก, internal ภายใน (ว่าง = กรอบไม่ได้แบ่ง)';
comment on column fact_evaluation_item.dimension_no is 'มิติที่ ตามที่เขียน';
comment on column fact_evaluation_item.dimension is 'ชื่อมิติ';
comment on column fact_evaluation_item.dimension_key is 'ชื่อมิติสำหรับเทียบ';
comment on column fact_evaluation_item.dimension_weight_pct is 'น้ำหนักของมิติตามที่เขียน (ร้อยละ) ใช้ตรวจผลรวม';
comment on column fact_evaluation_item.item_no is 'ข้อ ตามที่เขียน';
comment on column fact_evaluation_item.item is 'รายการประเมิน';
comment on column fact_evaluation_item.item_key is 'ชื่อรายการสำหรับเทียบ';
comment on column fact_evaluation_item.item_identity is 'รายการเดียวกันข้ามปี: รหัสที่ระบุ หรือชื่อสำหรับเทียบ ไม่ใช่เลขข้อ';
comment on column fact_evaluation_item.kpi_code is 'รหัสตัวชี้วัด';
comment on column fact_evaluation_item.kpi is 'ตัวชี้วัด';
comment on column fact_evaluation_item.kpi_key is 'ชื่อตัวชี้วัดสำหรับเทียบ';
comment on column fact_evaluation_item.unit is 'หน่วยวัด';
comment on column fact_evaluation_item.weight_pct is 'น้ำหนักของแถว (ร้อยละของทั้งกรอบ; ว่าง = ยังไม่กำหนด ไม่ใช่ศูนย์)';
comment on column fact_evaluation_item.score_scale is 'มาตราคะแนน: 1-5 หรือ 0-100 (ว่าง = ตามเกณฑ์ที่กรอก)';
comment on column fact_evaluation_item.score_method is 'วิธีให้คะแนน: interpolate step milestone (ว่าง = ตามที่ตัวชี้วัดประกาศ)';
comment on column fact_evaluation_item.score_1 is 'ค่าที่ได้คะแนน 1';
comment on column fact_evaluation_item.score_2 is 'ค่าที่ได้คะแนน 2';
comment on column fact_evaluation_item.score_3 is 'ค่าที่ได้คะแนน 3';
comment on column fact_evaluation_item.score_4 is 'ค่าที่ได้คะแนน 4';
comment on column fact_evaluation_item.score_5 is 'ค่าที่ได้คะแนน 5';
comment on column fact_evaluation_item.score_minimum is 'ค่าเป้าหมายขั้นต่ำ (50 คะแนน)';
comment on column fact_evaluation_item.score_standard is 'ค่าเป้าหมายมาตรฐาน (75 คะแนน)';
comment on column fact_evaluation_item.score_advanced is 'ค่าเป้าหมายขั้นสูง (100 คะแนน)';

create table fact_agreement (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    fiscal_year integer not null,
    signer varchar not null,
    signer_key varchar not null,
    role varchar not null,
    superior varchar,
    superior_key varchar,
    kpi_code varchar,
    kpi varchar not null,
    kpi_key varchar not null,
    unit varchar,
    weight_pct decimal(9, 4),
    score_scale varchar,
    score_method varchar,
    score_1 decimal(28, 6),
    score_2 decimal(28, 6),
    score_3 decimal(28, 6),
    score_4 decimal(28, 6),
    score_5 decimal(28, 6),
    score_minimum decimal(28, 6),
    score_standard decimal(28, 6),
    score_advanced decimal(28, 6),
    actual decimal(28, 6),
    self_score decimal(9, 4)
);
comment on table fact_agreement is 'คำรับรองการปฏิบัติราชการ หนึ่งแถวต่อผู้ทำคำรับรองและตัวชี้วัด';
comment on column fact_agreement.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_agreement.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_agreement.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_agreement.area_code is 'รหัสพื้นที่';
comment on column fact_agreement.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_agreement.signer is 'ตำแหน่งของผู้ทำคำรับรอง (ไม่ใช่ชื่อบุคคล)';
comment on column fact_agreement.signer_key is 'ตำแหน่งสำหรับเทียบ';
comment on column fact_agreement.role is 'ระดับ: governor ผู้ว่าราชการจังหวัด, deputy รองผู้ว่าราชการจังหวัด, agency_head หัวหน้าส่วนราชการ';
comment on column fact_agreement.superior is 'ตำแหน่งของผู้รับคำรับรอง (ผู้บังคับบัญชา)';
comment on column fact_agreement.superior_key is 'ตำแหน่งของผู้รับคำรับรองสำหรับเทียบ';
comment on column fact_agreement.kpi_code is 'รหัสตัวชี้วัด';
comment on column fact_agreement.kpi is 'ตัวชี้วัด';
comment on column fact_agreement.kpi_key is 'ชื่อตัวชี้วัดสำหรับเทียบ';
comment on column fact_agreement.unit is 'หน่วยวัด';
comment on column fact_agreement.weight_pct is 'น้ำหนัก (ร้อยละของคำรับรอง; ว่าง = ยังไม่กำหนด ไม่ใช่ศูนย์)';
comment on column fact_agreement.score_scale is 'มาตราคะแนน: 1-5 หรือ 0-100 (ว่าง = ตามเกณฑ์ที่กรอก)';
comment on column fact_agreement.score_method is 'วิธีให้คะแนน: interpolate step milestone (ว่าง = ตามที่ตัวชี้วัดประกาศ)';
comment on column fact_agreement.score_1 is 'ค่าที่ได้คะแนน 1';
comment on column fact_agreement.score_2 is 'ค่าที่ได้คะแนน 2';
comment on column fact_agreement.score_3 is 'ค่าที่ได้คะแนน 3';
comment on column fact_agreement.score_4 is 'ค่าที่ได้คะแนน 4';
comment on column fact_agreement.score_5 is 'ค่าที่ได้คะแนน 5';
comment on column fact_agreement.score_minimum is 'ค่าเป้าหมายขั้นต่ำ (50 คะแนน)';
comment on column fact_agreement.score_standard is 'ค่าเป้าหมายมาตรฐาน (75 คะแนน)';
comment on column fact_agreement.score_advanced is 'ค่าเป้าหมายขั้นสูง (100 คะแนน)';
comment on column fact_agreement.actual is 'ผลการดำเนินงานที่รายงานเอง (ใช้เมื่อไม่มีผลจากแบบ 2)';
comment on column fact_agreement.self_score is 'คะแนนประเมินตนเอง (SAR) ตามที่รายงาน';

create table fact_reward_band (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    fiscal_year integer not null,
    score_scale varchar not null,
    score_from decimal(9, 4) not null,
    band varchar not null,
    reward varchar
);
comment on table fact_reward_band is 'เกณฑ์เงินรางวัล หนึ่งแถวต่อระดับ';
comment on column fact_reward_band.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_reward_band.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_reward_band.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_reward_band.area_code is 'รหัสพื้นที่ที่ใช้เกณฑ์ (TH = ทั้งประเทศ)';
comment on column fact_reward_band.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_reward_band.score_scale is 'มาตราคะแนน: 1-5 หรือ 0-100';
comment on column fact_reward_band.score_from is 'คะแนนรวมตั้งแต่';
comment on column fact_reward_band.band is 'ระดับ';
comment on column fact_reward_band.reward is 'เงินรางวัลตามที่ประกาศ';
