-- What is true of Thailand and of the rules, whoever sends data. Filled from data/reference/*.csv.
create table area (
    area_code varchar not null,
    level varchar not null,
    name_th varchar not null,
    name_en varchar not null,
    parent_code varchar,
    sort_order integer not null
);
comment on table area is 'พื้นที่: ประเทศ กลุ่มจังหวัด จังหวัด อำเภอ หนึ่งแถวต่อพื้นที่';
comment on column area.area_code is 'รหัสพื้นที่: TH, รหัสกลุ่มจังหวัด, รหัสจังหวัด 2 หลัก, รหัสอำเภอ 4 หลัก (กรมการปกครอง)';
comment on column area.level is 'ระดับ: country group province district';
comment on column area.name_th is 'ชื่อภาษาไทย';
comment on column area.name_en is 'ชื่อภาษาอังกฤษ';
comment on column area.parent_code is 'พื้นที่ที่อยู่เหนือขึ้นไป (อำเภอ → จังหวัด → ประเทศ) กลุ่มจังหวัดของจังหวัดดูตาราง group_member';
comment on column area.sort_order is 'ลำดับการแสดง: กลุ่มตามประกาศ จังหวัดตามพจนานุกรม อำเภอตามรหัส';

create table group_member (
    group_code varchar not null,
    province_code varchar not null,
    valid_from date not null,
    valid_to date
);
comment on table group_member is 'จังหวัดในกลุ่มจังหวัดตามช่วงเวลา หนึ่งแถวต่อจังหวัดต่อประกาศ';
comment on column group_member.group_code is 'รหัสกลุ่มจังหวัด';
comment on column group_member.province_code is 'รหัสจังหวัด';
comment on column group_member.valid_from is 'วันแรกที่มีผล';
comment on column group_member.valid_to is 'วันแรกที่ไม่มีผลแล้ว (ว่าง = ยังมีผล)';

create table tile_map (
    province_code varchar not null,
    tile_column integer not null,
    tile_row integer not null,
    short_th varchar not null,
    short_en varchar not null
);
comment on table tile_map is 'ตำแหน่งของจังหวัดบนแผนที่ช่องเท่ากัน หนึ่งแถวต่อจังหวัด';
comment on column tile_map.province_code is 'รหัสจังหวัด';
comment on column tile_map.tile_column is 'คอลัมน์ เริ่มที่ 0 จากทิศตะวันตก';
comment on column tile_map.tile_row is 'แถว เริ่มที่ 0 จากทิศเหนือ';
comment on column tile_map.short_th is 'อักษรย่อจังหวัด';
comment on column tile_map.short_en is 'อักษรย่อจังหวัดภาษาอังกฤษ';

create table disbursement_target (
    fiscal_year integer not null,
    quarter integer,
    measure varchar not null,
    spending_type varchar not null,
    target_pct decimal(9, 4) not null,
    source varchar not null,
    verified boolean not null,
    projection boolean not null
);
comment on table disbursement_target is 'เป้าหมายการใช้จ่ายงบประมาณของรัฐ สะสมตั้งแต่ 1 ตุลาคม';
comment on column disbursement_target.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column disbursement_target.quarter is 'ไตรมาส (ว่าง = ทั้งปี)';
comment on column disbursement_target.measure is 'สิ่งที่วัด: disbursed เบิกจ่าย, spent ใช้จ่าย (รวมก่อหนี้), committed ก่อหนี้';
comment on column disbursement_target.spending_type is 'ประเภทรายจ่าย: all ภาพรวม, current ประจำ, capital ลงทุน';
comment on column disbursement_target.target_pct is 'เป้าหมาย (ร้อยละของงบประมาณ)';
comment on column disbursement_target.source is 'แหล่งที่มา';
comment on column disbursement_target.verified is 'พบต้นฉบับแล้วหรือไม่';
comment on column disbursement_target.projection is 'เป็นค่าคาดการณ์ ไม่ใช่เป้าหมายตามมติ';

create table fiscal_year_note (
    fiscal_year integer not null,
    delayed_budget boolean not null,
    note varchar
);
comment on table fiscal_year_note is 'เครื่องหมายของปีงบประมาณ ปีที่ไม่อยู่ในตารางไม่มีเครื่องหมาย';
comment on column fiscal_year_note.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fiscal_year_note.delayed_budget is 'พระราชบัญญัติงบประมาณล่าช้า (งบไปพลางก่อน)';
comment on column fiscal_year_note.note is 'หมายเหตุ';

create table kpi_limit (
    owner_level varchar not null,
    fiscal_year_from integer not null,
    fiscal_year_to integer,
    max_count integer not null
);
comment on table kpi_limit is 'จำนวนตัวชี้วัดสูงสุดต่อเจ้าของ ตามช่วงปีงบประมาณ';
comment on column kpi_limit.owner_level is 'ระดับของเจ้าของ: group province';
comment on column kpi_limit.fiscal_year_from is 'ปีงบประมาณแรก (พ.ศ.)';
comment on column kpi_limit.fiscal_year_to is 'ปีงบประมาณสุดท้าย (พ.ศ.; ว่าง = ยังใช้อยู่)';
comment on column kpi_limit.max_count is 'จำนวนสูงสุด';

create table grade_rule (
    rule_version varchar not null,
    fiscal_year_from integer not null,
    criterion_no integer not null,
    criterion_key varchar not null,
    threshold_pct decimal(9, 4),
    name_th varchar not null,
    name_en varchar not null
);
comment on table grade_rule is 'เกณฑ์คุณภาพแผนชุมชน หนึ่งแถวต่อเกณฑ์ต่อรุ่น';
comment on column grade_rule.rule_version is 'รุ่นของเกณฑ์';
comment on column grade_rule.fiscal_year_from is 'ปีงบประมาณแรกที่ใช้ (พ.ศ.) จนกว่าจะมีรุ่นใหม่';
comment on column grade_rule.criterion_no is 'เกณฑ์ที่';
comment on column grade_rule.criterion_key is 'ชื่อรายการในแบบประเมิน';
comment on column grade_rule.threshold_pct is 'ร้อยละขั้นต่ำ ถึงพอดีนับว่าผ่าน (ว่าง = ตอบใช่หรือไม่)';
comment on column grade_rule.name_th is 'ชื่อเกณฑ์ภาษาไทย';
comment on column grade_rule.name_en is 'ชื่อเกณฑ์ภาษาอังกฤษ';

create table grade_band (
    rule_version varchar not null,
    grade varchar not null,
    min_met integer not null,
    max_met integer not null,
    name_th varchar not null,
    name_en varchar not null
);
comment on table grade_band is 'เกรดตามจำนวนเกณฑ์ที่ผ่าน หนึ่งแถวต่อเกรดต่อรุ่น';
comment on column grade_band.rule_version is 'รุ่นของเกณฑ์';
comment on column grade_band.grade is 'เกรด';
comment on column grade_band.min_met is 'จำนวนเกณฑ์ที่ผ่าน น้อยที่สุด';
comment on column grade_band.max_met is 'จำนวนเกณฑ์ที่ผ่าน มากที่สุด';
comment on column grade_band.name_th is 'ความหมายภาษาไทย';
comment on column grade_band.name_en is 'ความหมายภาษาอังกฤษ';
