-- Results that came with a name only; a target sheet may declare their code before or after them.
create table kpi_without_code (
    area_code varchar not null,
    kpi_key varchar not null,
    kpi_code varchar not null
);
comment on table kpi_without_code is 'ตัวชี้วัดที่มีผลส่งมาโดยไม่มีรหัส หนึ่งแถวต่อพื้นที่และชื่อ';
comment on column kpi_without_code.area_code is 'รหัสพื้นที่';
comment on column kpi_without_code.kpi_key is 'ชื่อตัวชี้วัดสำหรับเทียบ';
comment on column kpi_without_code.kpi_code is 'รหัสที่ตั้งให้จากพื้นที่และชื่อ';
