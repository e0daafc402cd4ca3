-- เงินที่ตอบยุทธศาสตร์: หนึ่งแถวต่อเจ้าของแผน
-- Money that serves the strategy: one row per owner of a plan
-- source: แบบ 10 โครงสร้างยุทธศาสตร์และนโยบาย (form 10) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2) · แบบ 3 โครงการ (form 3)
-- filters: group, province, district, fiscal_year, quarter, as_of
-- trace: project by province_code=area_code; all_allocated_thb=allocated_thb, all_project_count=project
-- columns:
--   area | เจ้าของแผน | Owner | | จังหวัดหรือกลุ่มจังหวัดเจ้าของแผน | the province or group whose plan it is
--   aligned_pct | สัดส่วนเงินที่ตอบยุทธศาสตร์ | Alignment | ร้อยละ | เงินของโครงการที่ระบุประเด็นที่มีตัวชี้วัด ต่อเงินทั้งหมด | money of projects under an issue with indicators, in percent of all money
--   aligned_allocated_thb | เงินที่มีตัวชี้วัดรองรับ | Money with indicators | บาท | งบของโครงการที่ระบุประเด็นซึ่งมีตัวชี้วัด ตัวตั้ง | budget of projects under an issue that has indicators, the numerator
--   issue_allocated_thb | เงินที่ระบุประเด็น | Money under an issue | บาท | งบของโครงการที่ระบุประเด็นของแผน | budget of projects that name an issue of the plan
--   all_allocated_thb | เงินทั้งหมด | All money | บาท | งบของทุกโครงการ ตัวหาร | budget of all projects, the denominator
--   issue_project_count | โครงการที่ระบุประเด็น | Projects under an issue | โครงการ | โครงการที่ระบุประเด็นของแผน | projects that name an issue of the plan
--   all_project_count | โครงการทั้งหมด | All projects | โครงการ | โครงการทั้งหมดในพื้นที่ | all projects of the area
--   version_code | รหัสฉบับ | Version code | | เจ้าของ ปี และฉบับทบทวน | owner, years and revision
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
with every_node as materialized (
    from strategy_node_at($as_of::timestamp, $area_codes)
),
member as materialized (
    from strategy_member_of('every_node')
),
version as (
    from strategy_version_of('every_node', year_asked($fiscal_year, $today::date))
    where is_shown and not is_policy
),
measured_issue as (
    select distinct version_code, title_key
    from every_node
    semi join strategy_indicator_of(
        'member', $as_of::timestamp, $area_codes, $fiscal_year, $quarter, $district_code,
        $today::date
    ) as serving using (version_code, node_code)
    where node_type = 'strategic_issue'
),
issue as (
    select distinct version_code, title_key
    from every_node
    where node_type = 'strategic_issue'
),
project as (
    select
        province_code,
        issue_key,
        count(*) as project_count,
        sum(allocated_thb) as allocated_thb
    from project_at($as_of::timestamp)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($province_codes is null or list_contains($province_codes, province_code))
        and ($district_code is null or district_code = $district_code)
    group by province_code, issue_key
),
placed as (
    select
        version.version_code,
        version.owner_area_code,
        project.project_count,
        project.allocated_thb,
        issue.title_key is not null as names_issue,
        measured_issue.title_key is not null as is_measured
    from project
    inner join area_within on area_within.area_code = project.province_code
    inner join version on version.owner_area_code = area_within.owner_area_code
    left join issue
        on issue.version_code = version.version_code
        and issue.title_key = project.issue_key
    left join measured_issue
        on measured_issue.version_code = version.version_code
        and measured_issue.title_key = project.issue_key
)
select
    any_value(area.name_th) as area,
    100.0 * coalesce(sum(allocated_thb) filter (is_measured), 0) / nullif(sum(allocated_thb), 0)
        as aligned_pct,
    coalesce(sum(allocated_thb) filter (is_measured), 0) as aligned_allocated_thb,
    coalesce(sum(allocated_thb) filter (names_issue), 0) as issue_allocated_thb,
    sum(allocated_thb) as all_allocated_thb,
    coalesce(sum(project_count) filter (names_issue), 0)::bigint as issue_project_count,
    sum(project_count)::bigint as all_project_count,
    version_code,
    owner_area_code as area_code
from placed
left join area on area.area_code = placed.owner_area_code
group by version_code, owner_area_code
order by any_value(area.sort_order), version_code
