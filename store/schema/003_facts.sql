-- Facts as the agencies sent them: append-only, each row knows its submission, sheet, row and column.
-- Text as written stands beside a *_key (spaces and marks of habit removed) by which names are matched.
create table fact_indicator (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    kpi_code varchar not null,
    kpi varchar not null,
    kpi_key varchar not null,
    strategic_issue varchar,
    issue_key varchar,
    topic varchar,
    unit varchar,
    unit_kind varchar,
    direction varchar,
    baseline decimal(28, 6),
    baseline_unit varchar,
    baseline_year integer,
    target_total decimal(28, 6),
    target_total_text varchar,
    target_year_from integer,
    target_year_to integer,
    target_rule varchar,
    category varchar,
    dimension varchar,
    level varchar,
    weight decimal(9, 4),
    score_1 decimal(28, 6),
    score_2 decimal(28, 6),
    score_3 decimal(28, 6),
    score_4 decimal(28, 6),
    score_5 decimal(28, 6),
    joint_with varchar,
    owner varchar
);
comment on table fact_indicator is 'ตัวชี้วัดและนิยามที่ส่งมา หนึ่งแถวต่อตัวชี้วัดต่อชุดข้อมูล';
comment on column fact_indicator.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_indicator.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_indicator.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_indicator.area_code is 'รหัสพื้นที่';
comment on column fact_indicator.kpi_code is 'รหัสตัวชี้วัด';
comment on column fact_indicator.kpi is 'ตัวชี้วัด';
comment on column fact_indicator.kpi_key is 'ชื่อตัวชี้วัดสำหรับเทียบ';
comment on column fact_indicator.strategic_issue is 'ประเด็นยุทธศาสตร์ตามที่เขียน';
comment on column fact_indicator.issue_key is 'ชื่อประเด็นสำหรับเทียบ';
comment on column fact_indicator.topic is 'เรื่องสำคัญ';
comment on column fact_indicator.unit is 'หน่วยวัด';
comment on column fact_indicator.unit_kind is 'ชนิดหน่วย: count money percent growth ratio level milestone index';
comment on column fact_indicator.direction is 'ทิศทางที่ดี: higher lower range';
comment on column fact_indicator.baseline is 'ค่าฐาน';
comment on column fact_indicator.baseline_unit is 'หน่วยของค่าฐาน';
comment on column fact_indicator.baseline_year is 'ปีฐาน (พ.ศ.)';
comment on column fact_indicator.target_total is 'เป้าหมายรวม (ตัวเลข)';
comment on column fact_indicator.target_total_text is 'เป้าหมายรวมตามที่เขียน';
comment on column fact_indicator.target_year_from is 'ปีแรกของเป้าหมายรวม';
comment on column fact_indicator.target_year_to is 'ปีสุดท้ายของเป้าหมายรวม';
comment on column fact_indicator.target_rule is 'วิธีรวมเป้าหมายที่ประกาศ: sum compound overall final maintain';
comment on column fact_indicator.category is 'หมวด';
comment on column fact_indicator.dimension is 'มิติ';
comment on column fact_indicator.level is 'ระดับตัวชี้วัด: input output outcome impact';
comment on column fact_indicator.weight is 'น้ำหนัก';
comment on column fact_indicator.score_1 is 'เกณฑ์คะแนน 1';
comment on column fact_indicator.score_2 is 'เกณฑ์คะแนน 2';
comment on column fact_indicator.score_3 is 'เกณฑ์คะแนน 3';
comment on column fact_indicator.score_4 is 'เกณฑ์คะแนน 4';
comment on column fact_indicator.score_5 is 'เกณฑ์คะแนน 5';
comment on column fact_indicator.joint_with is 'กระทรวงของตัวชี้วัดร่วม';
comment on column fact_indicator.owner is 'หน่วยงานเจ้าภาพ';

create table fact_target (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    src_col integer not null,
    area_code varchar not null,
    kpi_code varchar not null,
    fiscal_year integer not null,
    target decimal(28, 6)
);
comment on table fact_target is 'ค่าเป้าหมายรายปี หนึ่งแถวต่อตัวชี้วัดต่อปี';
comment on column fact_target.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_target.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_target.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_target.src_col is 'คอลัมน์ในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_target.area_code is 'รหัสพื้นที่';
comment on column fact_target.kpi_code is 'รหัสตัวชี้วัด';
comment on column fact_target.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_target.target is 'ค่าเป้าหมาย';

create table fact_kpi_result (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    src_col integer not null,
    area_code varchar not null,
    district_code varchar,
    kpi_code varchar not null,
    kpi varchar not null,
    kpi_key varchar not null,
    unit varchar,
    unit_kind varchar,
    fiscal_year integer not null,
    quarter integer,
    period_basis varchar not null,
    target decimal(28, 6),
    actual decimal(28, 6),
    numerator decimal(28, 6),
    denominator decimal(28, 6),
    value_status varchar not null,
    explanation varchar,
    evidence varchar
);
comment on table fact_kpi_result is 'ผลตัวชี้วัด หนึ่งแถวต่อตัวชี้วัด พื้นที่ และงวด';
comment on column fact_kpi_result.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_kpi_result.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_kpi_result.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_kpi_result.src_col is 'คอลัมน์ในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_kpi_result.area_code is 'รหัสพื้นที่';
comment on column fact_kpi_result.district_code is 'รหัสอำเภอ';
comment on column fact_kpi_result.kpi_code is 'รหัสตัวชี้วัด';
comment on column fact_kpi_result.kpi is 'ตัวชี้วัด';
comment on column fact_kpi_result.kpi_key is 'ชื่อตัวชี้วัดสำหรับเทียบ';
comment on column fact_kpi_result.unit is 'หน่วยวัด';
comment on column fact_kpi_result.unit_kind is 'ชนิดหน่วย: count money percent growth ratio level milestone index';
comment on column fact_kpi_result.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_kpi_result.quarter is 'ไตรมาส (ว่าง = ทั้งปี)';
comment on column fact_kpi_result.period_basis is 'ฐานเวลา: fiscal หรือ calendar';
comment on column fact_kpi_result.target is 'ค่าเป้าหมาย';
comment on column fact_kpi_result.actual is 'ผลการดำเนินงาน';
comment on column fact_kpi_result.numerator is 'ตัวตั้ง';
comment on column fact_kpi_result.denominator is 'ตัวหาร';
comment on column fact_kpi_result.value_status is 'สถานะค่า: provisional หรือ final';
comment on column fact_kpi_result.explanation is 'คำชี้แจง';
comment on column fact_kpi_result.evidence is 'หลักฐาน';

create table fact_project (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    province_code varchar not null,
    district_code varchar,
    subdistrict varchar,
    village varchar,
    project_code varchar not null,
    project varchar not null,
    strategic_issue varchar,
    issue_key varchar,
    plan varchar not null,
    plan_key varchar not null,
    kpi_code varchar,
    policy varchar,
    agency varchar not null,
    implementer varchar,
    kind varchar,
    source varchar,
    spending_type varchar,
    allocated_thb decimal(18, 2),
    committed_thb decimal(18, 2),
    progress_pct decimal(9, 4),
    stage varchar,
    stage_date date,
    start_date date,
    end_date date,
    screen_1 decimal(9, 4),
    screen_2 decimal(9, 4),
    screen_3 decimal(9, 4),
    screen_4 decimal(9, 4),
    screen_5 decimal(9, 4),
    staff_planned decimal(12, 2),
    staff_actual decimal(12, 2),
    beneficiaries bigint,
    best_practice boolean,
    highlight varchar
);
comment on table fact_project is 'โครงการ หนึ่งแถวต่อโครงการต่อชุดข้อมูล';
comment on column fact_project.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_project.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_project.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_project.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_project.province_code is 'รหัสจังหวัด';
comment on column fact_project.district_code is 'รหัสอำเภอ';
comment on column fact_project.subdistrict is 'ตำบล';
comment on column fact_project.village is 'หมู่บ้าน';
comment on column fact_project.project_code is 'รหัสโครงการ';
comment on column fact_project.project is 'ชื่อโครงการ';
comment on column fact_project.strategic_issue is 'ประเด็นยุทธศาสตร์ตามที่เขียน';
comment on column fact_project.issue_key is 'ชื่อประเด็นสำหรับเทียบ';
comment on column fact_project.plan is 'แผนงานตามที่เขียน';
comment on column fact_project.plan_key is 'ชื่อแผนงานสำหรับเทียบ';
comment on column fact_project.kpi_code is 'รหัสตัวชี้วัด';
comment on column fact_project.policy is 'นโยบาย';
comment on column fact_project.agency is 'หน่วยดำเนินการ';
comment on column fact_project.implementer is 'ผู้ดำเนินการ';
comment on column fact_project.kind is 'ลักษณะการดำเนินงาน';
comment on column fact_project.source is 'แหล่งงบประมาณ';
comment on column fact_project.spending_type is 'ประเภทรายจ่าย: current capital';
comment on column fact_project.allocated_thb is 'งบประมาณที่ได้รับ (บาท)';
comment on column fact_project.committed_thb is 'ก่อหนี้ผูกพัน (บาท)';
comment on column fact_project.progress_pct is 'ความก้าวหน้า (ร้อยละ)';
comment on column fact_project.stage is 'ขั้นตอน';
comment on column fact_project.stage_date is 'วันที่ถึงขั้นตอน';
comment on column fact_project.start_date is 'วันเริ่ม';
comment on column fact_project.end_date is 'วันสิ้นสุด';
comment on column fact_project.screen_1 is 'คะแนนกลั่นกรองข้อ 1';
comment on column fact_project.screen_2 is 'คะแนนกลั่นกรองข้อ 2';
comment on column fact_project.screen_3 is 'คะแนนกลั่นกรองข้อ 3';
comment on column fact_project.screen_4 is 'คะแนนกลั่นกรองข้อ 4';
comment on column fact_project.screen_5 is 'คะแนนกลั่นกรองข้อ 5';
comment on column fact_project.staff_planned is 'อัตรากำลังตามแผน';
comment on column fact_project.staff_actual is 'อัตรากำลังจริง';
comment on column fact_project.beneficiaries is 'ผู้ได้รับประโยชน์ (คน)';
comment on column fact_project.best_practice is 'เป็นแบบอย่างที่ดี';
comment on column fact_project.highlight is 'จุดเด่น';

create table fact_project_quarter (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    src_col integer not null,
    fiscal_year integer not null,
    quarter integer not null,
    province_code varchar not null,
    district_code varchar,
    issue_key varchar,
    plan_key varchar not null,
    plan varchar not null,
    project_code varchar not null,
    spending_type varchar,
    allocated_thb decimal(18, 2),
    committed_thb decimal(18, 2),
    disbursed_thb decimal(18, 2) not null
);
comment on table fact_project_quarter is 'การเบิกจ่ายสะสมรายไตรมาส หนึ่งแถวต่อโครงการต่อไตรมาสที่รายงาน';
comment on column fact_project_quarter.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_project_quarter.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_project_quarter.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_project_quarter.src_col is 'คอลัมน์ในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_project_quarter.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_project_quarter.quarter is 'ไตรมาส (ว่าง = ทั้งปี)';
comment on column fact_project_quarter.province_code is 'รหัสจังหวัด';
comment on column fact_project_quarter.district_code is 'รหัสอำเภอ';
comment on column fact_project_quarter.issue_key is 'ชื่อประเด็นสำหรับเทียบ';
comment on column fact_project_quarter.plan_key is 'ชื่อแผนงานสำหรับเทียบ';
comment on column fact_project_quarter.plan is 'แผนงานตามที่เขียน';
comment on column fact_project_quarter.project_code is 'รหัสโครงการ';
comment on column fact_project_quarter.spending_type is 'ประเภทรายจ่าย: current capital';
comment on column fact_project_quarter.allocated_thb is 'งบประมาณที่ได้รับ (บาท)';
comment on column fact_project_quarter.committed_thb is 'ก่อหนี้ผูกพัน (บาท)';
comment on column fact_project_quarter.disbursed_thb is 'เบิกจ่ายสะสมถึงสิ้นไตรมาส (บาท)';

create table fact_budget_plan (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    fiscal_year integer not null,
    plan varchar not null,
    plan_key varchar not null,
    ordinal integer not null,
    project_count bigint,
    budget_thb decimal(18, 2),
    share_pct_reported decimal(9, 4)
);
comment on table fact_budget_plan is 'งบประมาณตามแผนงานที่สรุปมา หนึ่งแถวต่อแผนงาน';
comment on column fact_budget_plan.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_budget_plan.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_budget_plan.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_budget_plan.area_code is 'รหัสพื้นที่';
comment on column fact_budget_plan.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_budget_plan.plan is 'แผนงานตามที่เขียน';
comment on column fact_budget_plan.plan_key is 'ชื่อแผนงานสำหรับเทียบ';
comment on column fact_budget_plan.ordinal is 'ลำดับ';
comment on column fact_budget_plan.project_count is 'จำนวนโครงการ';
comment on column fact_budget_plan.budget_thb is 'งบประมาณ (บาท)';
comment on column fact_budget_plan.share_pct_reported is 'ร้อยละตามที่พิมพ์';

create table fact_community_plan (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    fiscal_year integer not null,
    province_code varchar not null,
    district_code varchar not null,
    subdistrict varchar,
    village_code varchar,
    village_no integer,
    village varchar not null,
    households integer,
    accounts_pct decimal(9, 4),
    attending_pct decimal(9, 4),
    local_government_joined boolean,
    written_plan boolean,
    grade_reported varchar,
    assessed_on date,
    assessor varchar
);
comment on table fact_community_plan is 'คุณภาพแผนชุมชน หนึ่งแถวต่อหมู่บ้านต่อปี';
comment on column fact_community_plan.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_community_plan.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_community_plan.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_community_plan.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_community_plan.province_code is 'รหัสจังหวัด';
comment on column fact_community_plan.district_code is 'รหัสอำเภอ';
comment on column fact_community_plan.subdistrict is 'ตำบล';
comment on column fact_community_plan.village_code is 'รหัสหมู่บ้าน';
comment on column fact_community_plan.village_no is 'หมู่ที่';
comment on column fact_community_plan.village is 'หมู่บ้าน';
comment on column fact_community_plan.households is 'ครัวเรือนทั้งหมด';
comment on column fact_community_plan.accounts_pct is 'ครัวเรือนใช้บัญชีรับ-จ่าย (ร้อยละ)';
comment on column fact_community_plan.attending_pct is 'ครัวเรือนเข้าร่วมเวทีประชาคม (ร้อยละ)';
comment on column fact_community_plan.local_government_joined is 'อปท. มีส่วนร่วม';
comment on column fact_community_plan.written_plan is 'มีแผนเป็นลายลักษณ์อักษร';
comment on column fact_community_plan.grade_reported is 'เกรดตามที่รายงาน';
comment on column fact_community_plan.assessed_on is 'วันที่ประเมิน';
comment on column fact_community_plan.assessor is 'ผู้ประเมิน';

create table fact_grade_summary (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    district_code varchar,
    fiscal_year integer not null,
    grade varchar not null,
    village_count bigint,
    share_pct_reported decimal(9, 4)
);
comment on table fact_grade_summary is 'สรุปเกรดแผนชุมชนที่ส่งมา หนึ่งแถวต่อพื้นที่ต่อเกรด';
comment on column fact_grade_summary.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_grade_summary.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_grade_summary.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_grade_summary.area_code is 'รหัสพื้นที่';
comment on column fact_grade_summary.district_code is 'รหัสอำเภอ';
comment on column fact_grade_summary.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_grade_summary.grade is 'เกรด';
comment on column fact_grade_summary.village_count is 'จำนวนหมู่บ้าน';
comment on column fact_grade_summary.share_pct_reported is 'ร้อยละตามที่พิมพ์';

create table fact_area_measure (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    src_col integer not null,
    area_code varchar not null,
    year_be integer not null,
    measure varchar not null,
    sector varchar,
    price varchar,
    value decimal(28, 6) not null
);
comment on table fact_area_measure is 'ข้อมูลพื้นฐานพื้นที่ หนึ่งแถวต่อพื้นที่ ปี และรายการ (ปีปฏิทิน)';
comment on column fact_area_measure.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_area_measure.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_area_measure.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_area_measure.src_col is 'คอลัมน์ในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_area_measure.area_code is 'รหัสพื้นที่';
comment on column fact_area_measure.year_be is 'ปี (พ.ศ.)';
comment on column fact_area_measure.measure is 'รายการ';
comment on column fact_area_measure.sector is 'สาขาการผลิต (ว่าง = รวม)';
comment on column fact_area_measure.price is 'ราคา: current หรือ chain_volume';
comment on column fact_area_measure.value is 'ค่า';

create table fact_strategy_node (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    owner_area_code varchar not null,
    plan_name varchar not null,
    year_from integer not null,
    year_to integer not null,
    node_type varchar not null,
    ordinal varchar,
    node_code varchar not null,
    title varchar not null,
    title_key varchar not null,
    parent_code varchar,
    linked_to varchar,
    priority integer
);
comment on table fact_strategy_node is 'โครงสร้างยุทธศาสตร์: วิสัยทัศน์ พันธกิจ เป้าประสงค์ ประเด็น แผนงาน กลุ่มภารกิจ นโยบาย';
comment on column fact_strategy_node.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_strategy_node.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_strategy_node.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_strategy_node.owner_area_code is 'รหัสพื้นที่เจ้าของแผน';
comment on column fact_strategy_node.plan_name is 'ชื่อแผนพัฒนา';
comment on column fact_strategy_node.year_from is 'ปีเริ่ม (พ.ศ.)';
comment on column fact_strategy_node.year_to is 'ปีสิ้นสุด (พ.ศ.)';
comment on column fact_strategy_node.node_type is 'ชนิด: vision definition mission objective strategic_issue plan mission_group policy';
comment on column fact_strategy_node.ordinal is 'ลำดับ';
comment on column fact_strategy_node.node_code is 'รหัส';
comment on column fact_strategy_node.title is 'ข้อความ';
comment on column fact_strategy_node.title_key is 'ข้อความสำหรับเทียบ';
comment on column fact_strategy_node.parent_code is 'รหัสแม่';
comment on column fact_strategy_node.linked_to is 'รหัสที่เชื่อมโยง คั่นด้วย ;';
comment on column fact_strategy_node.priority is 'ลำดับความสำคัญ';
