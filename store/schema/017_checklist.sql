-- The rules for choosing indicators: what they may be about, named years of the revenue driver, and
-- the indicators measured together with ministries.
create table kpi_scheme_node (
    scheme varchar not null,
    node_code varchar not null,
    parent_code varchar,
    name_th varchar not null,
    name_en varchar not null,
    sort_order integer not null
);
comment on table kpi_scheme_node is 'การจัดหมวดตัวชี้วัดตามเอกสาร พ.ศ. 2557 สามแบบ หนึ่งแถวต่อหมวด';
comment on column kpi_scheme_node.scheme is 'แบบ: categories หมวดตัวชี้วัด, domains ด้าน 4 ด้าน, topics ประเด็นที่ควรกำหนดเป็นตัวชี้วัด';
comment on column kpi_scheme_node.node_code is 'รหัสหมวด';
comment on column kpi_scheme_node.parent_code is 'หมวดที่อยู่เหนือขึ้นไป';
comment on column kpi_scheme_node.name_th is 'ชื่อภาษาไทย';
comment on column kpi_scheme_node.name_en is 'ชื่อภาษาอังกฤษ';
comment on column kpi_scheme_node.sort_order is 'ลำดับตามเอกสาร';

create table kpi_topic_word (
    word varchar not null,
    unless varchar,
    topic_code varchar not null
);
comment on table kpi_topic_word is 'คำในช่องเรื่องสำคัญหรือหมวด ที่บอกว่าตัวชี้วัดเป็นเรื่องใด';
comment on column kpi_topic_word.word is 'คำ';
comment on column kpi_topic_word.unless is 'ไม่นับเมื่ออยู่ในคำนี้';
comment on column kpi_topic_word.topic_code is 'รหัสประเด็น';

create table kpi_topic_link (
    topic_code varchar not null,
    scheme varchar not null,
    node_code varchar not null
);
comment on table kpi_topic_link is 'ประเด็นหนึ่งอยู่ในหมวดใดของการจัดหมวดอีกสองแบบ';
comment on column kpi_topic_link.topic_code is 'รหัสประเด็น';
comment on column kpi_topic_link.scheme is 'แบบ: categories หรือ domains';
comment on column kpi_topic_link.node_code is 'รหัสหมวด';

create table kpi_base_year (
    fiscal_year_from integer not null,
    fiscal_year_to integer not null,
    base_year_from integer not null,
    base_year_to integer not null,
    source varchar not null
);
comment on table kpi_base_year is 'ปีที่ให้เฉลี่ยเพื่อหาฐานรายได้หลัก (revenue driver) ตามปีงบประมาณของตัวชี้วัด';
comment on column kpi_base_year.fiscal_year_from is 'ปีงบประมาณแรก (พ.ศ.)';
comment on column kpi_base_year.fiscal_year_to is 'ปีงบประมาณสุดท้าย (พ.ศ.)';
comment on column kpi_base_year.base_year_from is 'ปีแรกที่เฉลี่ย (พ.ศ.)';
comment on column kpi_base_year.base_year_to is 'ปีสุดท้ายที่เฉลี่ย (พ.ศ.)';
comment on column kpi_base_year.source is 'แหล่งที่มา';

alter table fact_indicator add column fits_positioning boolean;
comment on column fact_indicator.fits_positioning is 'ประกาศว่าตรงตำแหน่งการพัฒนา (positioning) (ว่าง = ไม่ประกาศ)';
alter table fact_indicator add column fits_driver boolean;
comment on column fact_indicator.fits_driver is 'ประกาศว่าเป็นฐานรายได้หลัก (revenue driver) (ว่าง = ไม่ประกาศ)';
alter table fact_indicator add column fits_index boolean;
comment on column fact_indicator.fits_index is 'ประกาศว่าอยู่ในดัชนีชี้วัดการพัฒนาระดับจังหวัด (ว่าง = ไม่ประกาศ)';

create table fact_joint_indicator (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    topic varchar not null,
    measured_in varchar not null,
    area_code varchar,
    ministry varchar,
    kpi varchar,
    kpi_key varchar,
    national_target decimal(28, 6),
    national_actual decimal(28, 6),
    unit varchar
);
comment on table fact_joint_indicator is 'ตัวชี้วัดร่วมระหว่างกระทรวงกับจังหวัด หนึ่งแถวต่อเรื่อง ปี และจังหวัดที่วัด';
comment on column fact_joint_indicator.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_joint_indicator.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_joint_indicator.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_joint_indicator.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_joint_indicator.topic is 'เรื่องที่วัดร่วม';
comment on column fact_joint_indicator.ministry is 'กระทรวง';
comment on column fact_joint_indicator.kpi is 'ตัวชี้วัด (ว่าง = ยังไม่กำหนด)';
comment on column fact_joint_indicator.kpi_key is 'ชื่อตัวชี้วัดสำหรับเทียบ';
comment on column fact_joint_indicator.measured_in is 'วัดใน: all ทุกจังหวัด, some บางจังหวัด';
comment on column fact_joint_indicator.area_code is 'รหัสจังหวัดที่วัด (ว่าง = ทุกจังหวัด หรือยังไม่กำหนดรายชื่อ)';
comment on column fact_joint_indicator.national_target is 'เป้าหมายระดับประเทศ';
comment on column fact_joint_indicator.national_actual is 'ผลระดับประเทศ';
comment on column fact_joint_indicator.unit is 'หน่วยวัด';
