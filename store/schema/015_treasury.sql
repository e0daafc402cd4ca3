-- Where money comes from as a code, what the treasury's monthly sheets say, and requests for budget.
alter table fact_project_quarter add column source varchar;
comment on column fact_project_quarter.source is 'แหล่งงบประมาณของโครงการ (รหัส หรือตามที่เขียนเมื่อยังไม่รู้จัก)';
comment on column fact_project.source is 'แหล่งงบประมาณ: province group function local private loan carry_over หรือตามที่เขียนเมื่อยังไม่รู้จัก';

-- What was stored before sources had codes: the spellings that mean nothing else.
create temp table spelling as
select * from (values
    ('งบจังหวัด', 'province'),
    ('งบพัฒนาจังหวัด', 'province'),
    ('งบกลุ่มจังหวัด', 'group'),
    ('งบพัฒนากลุ่มจังหวัด', 'group'),
    ('งบฟังก์ชัน', 'function'),
    ('งบกระทรวง กรม', 'function'),
    ('งบส่วนราชการ', 'function'),
    ('อปท.', 'local'),
    ('เอกชน', 'private'),
    ('เงินกู้', 'loan'),
    ('กันเหลื่อมปี', 'carry_over'),
    ('เงินกันไว้เบิกเหลื่อมปี', 'carry_over')
) as spelling (written, source);
update fact_project set source = spelling.source
from spelling
where fact_project.source = spelling.written;
drop table spelling;
update fact_project_quarter set source = project.source
from fact_project as project
where project.sheet_id = fact_project_quarter.sheet_id
    and project.src_row = fact_project_quarter.src_row
    and project.source is not null;

create table fact_money_monthly (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    province_code varchar not null,
    fiscal_year integer not null,
    as_of_on date not null,
    spender varchar,
    source varchar not null,
    spending_type varchar not null,
    budget_thb decimal(18, 2),
    after_transfers_thb decimal(18, 2),
    committed_thb decimal(18, 2),
    disbursed_thb decimal(18, 2),
    disbursed_rank integer,
    spent_rank integer
);
comment on table fact_money_monthly is 'สถานะการเบิกจ่ายรายเดือนตามที่คลังจังหวัดรายงาน หนึ่งแถวต่อวันที่ หน่วยเบิกจ่าย แหล่งเงิน และประเภทรายจ่าย';
comment on column fact_money_monthly.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_money_monthly.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_money_monthly.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_money_monthly.province_code is 'รหัสจังหวัด';
comment on column fact_money_monthly.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_money_monthly.as_of_on is 'ข้อมูล ณ วันที่';
comment on column fact_money_monthly.spender is 'หน่วยเบิกจ่าย (ว่าง = ทั้งจังหวัด)';
comment on column fact_money_monthly.source is 'แหล่งงบประมาณ: province group function local private loan carry_over หรือตามที่เขียนเมื่อยังไม่รู้จัก';
comment on column fact_money_monthly.spending_type is 'ประเภทรายจ่าย: current ประจำ, capital ลงทุน';
comment on column fact_money_monthly.budget_thb is 'งบประมาณที่ได้รับจัดสรร (บาท)';
comment on column fact_money_monthly.after_transfers_thb is 'งบประมาณหลังโอนเปลี่ยนแปลง (บาท)';
comment on column fact_money_monthly.committed_thb is 'ก่อหนี้ผูกพัน (PO) และเงินกันที่ยังไม่เบิก (บาท)';
comment on column fact_money_monthly.disbursed_thb is 'เบิกจ่ายสะสมตั้งแต่ต้นปีงบประมาณ (บาท)';
comment on column fact_money_monthly.disbursed_rank is 'ลำดับการเบิกจ่ายของจังหวัดตามที่พิมพ์';
comment on column fact_money_monthly.spent_rank is 'ลำดับการใช้จ่ายของจังหวัดตามที่พิมพ์';

create table fact_budget_request (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    fiscal_year integer not null,
    strategic_issue varchar,
    issue_key varchar,
    plan varchar,
    plan_key varchar,
    project varchar not null,
    project_key varchar not null,
    agency varchar,
    priority integer,
    requested_thb decimal(18, 2),
    allocated_thb decimal(18, 2),
    cut_reason varchar
);
comment on table fact_budget_request is 'คำของบประมาณของจังหวัดหรือกลุ่มจังหวัด หนึ่งแถวต่อโครงการที่ขอ';
comment on column fact_budget_request.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_budget_request.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_budget_request.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_budget_request.area_code is 'รหัสจังหวัดหรือกลุ่มจังหวัดผู้ขอ';
comment on column fact_budget_request.fiscal_year is 'ปีงบประมาณที่ขอ (พ.ศ.)';
comment on column fact_budget_request.strategic_issue is 'ประเด็นยุทธศาสตร์ตามที่เขียน';
comment on column fact_budget_request.issue_key is 'ชื่อประเด็นสำหรับเทียบ';
comment on column fact_budget_request.plan is 'แผนงานตามที่เขียน';
comment on column fact_budget_request.plan_key is 'ชื่อแผนงานสำหรับเทียบ';
comment on column fact_budget_request.project is 'โครงการ';
comment on column fact_budget_request.project_key is 'ชื่อโครงการสำหรับเทียบ';
comment on column fact_budget_request.agency is 'หน่วยดำเนินการ';
comment on column fact_budget_request.priority is 'ลำดับความสำคัญ';
comment on column fact_budget_request.requested_thb is 'คำขอ (บาท)';
comment on column fact_budget_request.allocated_thb is 'ที่ได้รับจัดสรร (บาท; ว่าง = ยังไม่พิจารณา)';
comment on column fact_budget_request.cut_reason is 'เหตุผลที่ตัดหรือไม่ได้รับ';
