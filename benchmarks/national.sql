-- A country's worth of submissions: 77 provinces, ten years of projects and results, fifteen of
-- villages, put in as ingest would leave them: published, and ordered by year and province.
-- Variables: project_count (a province and year), kpi_count (a province), village_count (the country).
create or replace temp table sent as
with province as (
    select area_code as province_code from area where level = 'province'
),
year as (
    select unnest(range(2560, 2570))::integer as fiscal_year
),
expected as (
    select 'strategy' as form, null as agency, null as fiscal_year, null as quarter, province_code
    from province
    union all
    select 'kpi_targets', null, null, null, province_code from province
    union all
    select 'projects', 'หน่วยงานที่ ' || agency, fiscal_year, null, province_code
    from province cross join year cross join range(1, 6) as sender (agency)
    union all
    select 'kpi_results', null, fiscal_year, quarter, province_code
    from province cross join year cross join range(1, 5) as quarter (quarter)
    union all
    select 'budget_by_plan', null, fiscal_year, null, province_code
    from province cross join year
    union all
    select 'money_monthly', null, fiscal_year, null, province_code
    from province cross join year
    where province_code < '50'
    union all
    select 'budget_requests', null, fiscal_year, null, province_code
    from province cross join year
    union all
    select 'community_plans', null, unnest(range(2555, 2570)), 4, province_code from province
)
select
    *,
    row_number() over (order by fiscal_year, province_code, form, agency, quarter)
        + (select coalesce(max(submission_id), 0) from submission) as submission_id,
    make_timestamp(coalesce(fiscal_year, 2560) - 543, 10, 10, 3, 0, 0.0) as sent_at
from expected;

insert into source_file
select
    sha256(submission_id::varchar), form || '_' || submission_id || '.xlsx', 100000, 'xlsx', null,
    'received/none', sent_at, null
from sent;

insert into submission by name
select
    submission_id,
    concat_ws('/', form, coalesce(agency, '-'), province_code, fiscal_year, quarter) as slot,
    1 as version,
    sha256(submission_id::varchar) as sha256,
    form,
    1 as form_version,
    '1' as loader_version,
    province_code as area_code,
    agency,
    fiscal_year,
    quarter,
    1000 as row_count,
    false as demo,
    sent_at as created_at
from sent;

insert into submission_event
select
    row_number() over (order by submission_id)
        + (select coalesce(max(event_id), 0) from submission_event),
    submission_id, 'published', sent_at, null, null
from sent;

insert into sheet
select submission_id, submission_id, 'แผ่นที่ 1', 4, null, '{}', 1000 from sent;

create or replace temp table place as
select
    parent_code as province_code,
    list(area_code order by area_code) as district_codes
from area
where level = 'district'
group by parent_code;

insert into fact_strategy_node by name
select
    submission_id,
    submission_id as sheet_id,
    4 + number as src_row,
    province_code as owner_area_code,
    'แผนพัฒนาจังหวัด ' || province_code as plan_name,
    2560 as year_from,
    2569 as year_to,
    if(number <= 5, 'strategic_issue', 'plan') as node_type,
    number::varchar as ordinal,
    province_code || '-' || number as node_code,
    if(number <= 5, 'ประเด็น ', 'แผนงาน ') || province_code || ' ' || number as title,
    if(number <= 5, 'ประเด็น', 'แผนงาน') || province_code || number as title_key
from (select *, unnest(range(1, 11)) as number from sent where form = 'strategy');

insert into fact_project by name
with workbook as (
    select * from sent inner join place using (province_code)
    where form = 'projects'
    order by submission_id
),
project as (
    select
        *,
        unnest(range(getvariable('project_count') // 5)) as number,
        (hash(province_code, agency, number) >> 2)::bigint as dice
    from workbook
)
select
    submission_id,
    submission_id as sheet_id,
    5 + number as src_row,
    fiscal_year,
    province_code,
    district_codes[1 + dice % len(district_codes)] as district_code,
    fiscal_year || '-' || province_code || '-' || right(agency, 1) || '-' || number as project_code,
    'โครงการที่ ' || number || ' ของ ' || agency as project,
    'ประเด็น ' || province_code || ' ' || (1 + dice % 5) as strategic_issue,
    'ประเด็น' || province_code || (1 + dice % 5) as issue_key,
    'แผนงาน ' || province_code || ' ' || (6 + dice // 7 % 5) as plan,
    'แผนงาน' || province_code || (6 + dice // 7 % 5) as plan_key,
    agency,
    ['province', 'group', 'function', 'carry_over'][1 + dice // 37 % 4] as source,
    if(dice // 31 % 3 = 0, 'current', 'capital') as spending_type,
    (100000 + dice // 101 % 5000000)::decimal(18, 2) as allocated_thb,
    'in_progress' as stage
from project;

insert into fact_project_quarter by name
select
    submission_id,
    sheet_id,
    src_row,
    10 + quarter as src_col,
    fiscal_year,
    quarter,
    province_code,
    district_code,
    issue_key,
    plan_key,
    plan,
    project_code,
    source,
    spending_type,
    allocated_thb,
    (allocated_thb * least(100, quarter * 26) / 100)::decimal(18, 2) as committed_thb,
    (allocated_thb * quarter * (15 + src_row % 11) / 100)::decimal(18, 2) as disbursed_thb
from (select *, unnest([1, 2, 3, 4]) as quarter from fact_project where src_row >= 5);

-- Some provinces send the treasury's sheets, of the others the projects have to be added up.
insert into fact_money_monthly by name
with sheet as (
    select *, unnest(range(1, 13))::integer as month_no
    from sent
    where form = 'money_monthly'
),
line as (
    select *
    from sheet
    cross join (values ('province'), ('group'), ('function'), ('carry_over')) as fund (source)
    cross join (values ('current'), ('capital')) as kind (spending_type)
)
select
    submission_id,
    submission_id as sheet_id,
    4 + month_no as src_row,
    province_code,
    fiscal_year,
    last_day(make_date(fiscal_year - 544, 9, 1) + to_months(month_no)) as as_of_on,
    source,
    spending_type,
    100000000 as budget_thb,
    10000000 as committed_thb,
    7000000 * month_no as disbursed_thb
from line;

insert into fact_budget_request by name
select
    submission_id,
    submission_id as sheet_id,
    4 + number as src_row,
    province_code as area_code,
    fiscal_year,
    'แผนงาน ' || province_code || ' ' || (6 + number % 5) as plan,
    'แผนงาน' || province_code || (6 + number % 5) as plan_key,
    'คำขอที่ ' || number as project,
    'คำขอที่' || number as project_key,
    number as priority,
    1000000 * number as requested_thb,
    if(number % 3 = 0, 0, 700000 * number) as allocated_thb
from (select *, unnest(range(1, 31)) as number from sent where form = 'budget_requests');

insert into fact_budget_plan by name
select
    submission_id,
    submission_id as sheet_id,
    4 + number as src_row,
    province_code as area_code,
    fiscal_year,
    'แผนงาน ' || province_code || ' ' || number as plan,
    'แผนงาน' || province_code || number as plan_key,
    number - 5 as ordinal,
    100 + number as project_count,
    10000000 * number as budget_thb,
    20 as share_pct_reported
from (select *, unnest(range(6, 11)) as number from sent where form = 'budget_by_plan');

create or replace temp table kpi as
select
    province_code || '-K' || number as kpi_code,
    province_code,
    number,
    'ตัวชี้วัดที่ ' || number || ' ของจังหวัด ' || province_code as kpi,
    ['percent', 'count', 'growth', 'money', 'ratio'][1 + number % 5] as unit_kind,
    if(number % 4 = 0, 'lower', 'higher') as direction
from (
    select area_code as province_code, unnest(range(1, getvariable('kpi_count') + 1)) as number
    from area
    where level = 'province'
);

insert into fact_indicator by name
select
    submission_id,
    submission_id as sheet_id,
    4 + number as src_row,
    province_code as area_code,
    kpi_code,
    kpi,
    kpi as kpi_key,
    'ประเด็น ' || province_code || ' ' || (1 + number % 5) as strategic_issue,
    'ประเด็น' || province_code || (1 + number % 5) as issue_key,
    'หน่วย' as unit,
    unit_kind,
    direction,
    80 as baseline,
    2559 as baseline_year,
    1000 as target_total,
    2560 as target_year_from,
    2569 as target_year_to,
    'sum' as target_rule,
    case unit_kind when 'money' then 'cumulative' when 'ratio' then 'stock' else 'period' end
        as submission_style,
    if(number % 10 = 0, 'mean', 'same_period') as base_rule,
    if(number % 10 = 0, '2564;2565;2566', null) as base_years,
    if(unit_kind = 'percent', 'points', 'level') as change_mode,
    if(unit_kind in ('count', 'money'), 'sum', 'none') as geo_agg
from sent
inner join kpi using (province_code)
where form = 'kpi_targets';

insert into fact_target by name
select
    submission_id,
    sheet_id,
    src_row,
    10 + unnest(range(10)) as src_col,
    area_code,
    kpi_code,
    2560 + unnest(range(10)) as fiscal_year,
    100 as target
from fact_indicator
where submission_id in (select submission_id from sent);

insert into fact_kpi_result by name
select
    submission_id,
    submission_id as sheet_id,
    4 + number as src_row,
    8 as src_col,
    province_code as area_code,
    kpi_code,
    kpi,
    kpi as kpi_key,
    'หน่วย' as unit,
    unit_kind,
    fiscal_year,
    quarter,
    'fiscal' as period_basis,
    100 as target,
    60 + hash(kpi_code, fiscal_year, quarter) % 60 as actual,
    'final' as value_status
from sent
inner join kpi using (province_code)
where form = 'kpi_results'
order by fiscal_year, province_code, submission_id, number;

insert into fact_community_plan by name
with workbook as (
    select * from sent inner join place using (province_code)
    where form = 'community_plans'
    order by submission_id
),
village as (
    select
        *,
        unnest(range(getvariable('village_count') // 77)) as number,
        (hash(province_code, number, fiscal_year) >> 2)::bigint as dice
    from workbook
)
select
    submission_id,
    submission_id as sheet_id,
    5 + number as src_row,
    fiscal_year,
    province_code,
    district_codes[1 + number % len(district_codes)] as district_code,
    'ตำบลที่ ' || number // 10 as subdistrict,
    province_code || printf('%06d', number) as village_code,
    1 + number % 10 as village_no,
    'บ้านที่ ' || number as village,
    40 + dice % 300 as households,
    30 + dice // 7 % 71 as accounts_pct,
    30 + dice // 11 % 71 as attending_pct,
    dice // 13 % 5 > 0 as local_government_joined,
    dice // 17 % 7 > 0 as written_plan,
    ['A', 'B', 'C'][1 + dice // 19 % 3] as grade_reported
from village;

checkpoint;
