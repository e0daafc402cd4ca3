-- The official forms of the provincial plan: flagship projects with yearly money, and briefs of them.
create table fact_plan_project (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    strategic_issue varchar,
    issue_key varchar,
    plan varchar,
    plan_key varchar,
    flagship varchar,
    project varchar not null,
    project_key varchar not null,
    national_strategy varchar,
    national_plan varchar,
    regional_goal varchar,
    source varchar,
    agency varchar,
    budget_total_thb decimal(18, 2),
    year_from integer,
    year_to integer
);
comment on table fact_plan_project is 'โครงการสำคัญตามแผน (แบบ จ.1 ตารางที่ 2) หนึ่งแถวต่อโครงการ';
comment on column fact_plan_project.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_plan_project.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_plan_project.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_plan_project.area_code is 'รหัสพื้นที่';
comment on column fact_plan_project.strategic_issue is 'ประเด็นการพัฒนาตามที่เขียน';
comment on column fact_plan_project.issue_key is 'ชื่อประเด็นสำหรับเทียบ';
comment on column fact_plan_project.plan is 'แผนงานตามที่เขียน';
comment on column fact_plan_project.plan_key is 'ชื่อแผนงานสำหรับเทียบ';
comment on column fact_plan_project.flagship is 'ชุดโครงการสำคัญ';
comment on column fact_plan_project.project is 'ชื่อโครงการ';
comment on column fact_plan_project.project_key is 'ชื่อโครงการสำหรับเทียบ';
comment on column fact_plan_project.national_strategy is 'ยุทธศาสตร์/แผนแม่บทที่สอดคล้อง';
comment on column fact_plan_project.national_plan is 'แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติที่สอดคล้อง';
comment on column fact_plan_project.regional_goal is 'เป้าหมายและแนวทางการพัฒนาภาคที่สอดคล้อง';
comment on column fact_plan_project.source is 'แหล่งงบประมาณ';
comment on column fact_plan_project.agency is 'หน่วยดำเนินการ';
comment on column fact_plan_project.budget_total_thb is 'งบประมาณรวมทั้งช่วงปีตามที่พิมพ์ (บาท)';
comment on column fact_plan_project.year_from is 'ปีแรกของงบประมาณรวม (พ.ศ.)';
comment on column fact_plan_project.year_to is 'ปีสุดท้ายของงบประมาณรวม (พ.ศ.)';

create table fact_plan_project_year (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    src_col integer not null,
    area_code varchar not null,
    project_key varchar not null,
    fiscal_year integer not null,
    budget_thb decimal(18, 2) not null
);
comment on table fact_plan_project_year is 'งบประมาณรายปีของโครงการสำคัญ หนึ่งแถวต่อโครงการต่อปีที่ระบุ';
comment on column fact_plan_project_year.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_plan_project_year.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_plan_project_year.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_plan_project_year.src_col is 'คอลัมน์ในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_plan_project_year.area_code is 'รหัสพื้นที่';
comment on column fact_plan_project_year.project_key is 'ชื่อโครงการสำหรับเทียบ';
comment on column fact_plan_project_year.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_plan_project_year.budget_thb is 'งบประมาณ (บาท)';

create table fact_project_brief (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    area_code varchar not null,
    fiscal_year integer not null,
    strategic_issue varchar,
    issue_key varchar,
    guideline varchar,
    issue_indicators varchar,
    main_plan varchar,
    plan varchar,
    plan_key varchar,
    project varchar not null,
    project_key varchar not null,
    rationale varchar,
    objectives varchar,
    indicators varchar,
    target_area varchar,
    activities varchar,
    agency varchar,
    related_agencies varchar,
    duration varchar,
    budget_thb decimal(18, 2),
    source varchar,
    outputs varchar,
    outcomes varchar
);
comment on table fact_project_brief is 'โครงการแบบย่อ (แบบ จ.1-1) หนึ่งแถวต่อโครงการ';
comment on column fact_project_brief.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_project_brief.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_project_brief.src_row is 'แถวในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_project_brief.area_code is 'รหัสพื้นที่';
comment on column fact_project_brief.fiscal_year is 'ปีงบประมาณ (พ.ศ.)';
comment on column fact_project_brief.strategic_issue is 'ประเด็นการพัฒนาตามที่เขียน';
comment on column fact_project_brief.issue_key is 'ชื่อประเด็นสำหรับเทียบ';
comment on column fact_project_brief.guideline is 'แนวทางการพัฒนา';
comment on column fact_project_brief.issue_indicators is 'ตัวชี้วัดและค่าเป้าหมายของประเด็นการพัฒนา';
comment on column fact_project_brief.main_plan is 'แผนงานหลัก';
comment on column fact_project_brief.plan is 'แผนงานตามที่เขียน';
comment on column fact_project_brief.plan_key is 'ชื่อแผนงานสำหรับเทียบ';
comment on column fact_project_brief.project is 'ชื่อโครงการสำคัญ';
comment on column fact_project_brief.project_key is 'ชื่อโครงการสำหรับเทียบ';
comment on column fact_project_brief.rationale is 'หลักการและเหตุผล';
comment on column fact_project_brief.objectives is 'วัตถุประสงค์';
comment on column fact_project_brief.indicators is 'ตัวชี้วัดและค่าเป้าหมายของโครงการ';
comment on column fact_project_brief.target_area is 'พื้นที่เป้าหมาย';
comment on column fact_project_brief.activities is 'ขอบเขตของกิจกรรมหลัก';
comment on column fact_project_brief.agency is 'หน่วยงานดำเนินการ';
comment on column fact_project_brief.related_agencies is 'หน่วยงานที่เกี่ยวข้อง';
comment on column fact_project_brief.duration is 'ระยะเวลา';
comment on column fact_project_brief.budget_thb is 'งบประมาณ (บาท)';
comment on column fact_project_brief.source is 'แหล่งงบประมาณ';
comment on column fact_project_brief.outputs is 'ผลผลิต';
comment on column fact_project_brief.outcomes is 'ผลลัพธ์';

create table fact_brief_activity (
    submission_id bigint not null,
    sheet_id bigint not null,
    src_row integer not null,
    ordinal integer not null,
    activity varchar not null,
    budget_thb decimal(18, 2),
    responsible_agency varchar,
    related_agencies varchar
);
comment on table fact_brief_activity is 'กิจกรรมของโครงการแบบย่อ หนึ่งแถวต่อกิจกรรม';
comment on column fact_brief_activity.submission_id is 'เลขที่ชุดข้อมูล';
comment on column fact_brief_activity.sheet_id is 'เลขที่แผ่นงาน';
comment on column fact_brief_activity.src_row is 'แถวของโครงการในแผ่นงาน (เริ่มที่ 1)';
comment on column fact_brief_activity.ordinal is 'ลำดับกิจกรรม';
comment on column fact_brief_activity.activity is 'ชื่อกิจกรรม';
comment on column fact_brief_activity.budget_thb is 'งบประมาณของกิจกรรม (บาท)';
comment on column fact_brief_activity.responsible_agency is 'หน่วยงานผู้รับผิดชอบ';
comment on column fact_brief_activity.related_agencies is 'หน่วยงานที่เกี่ยวข้อง';
