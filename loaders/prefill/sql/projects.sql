-- projects: one row per project of the agencies in the fiscal year, as it was reported last.
-- disbursed_thb: quarter → paid out by its end, of the quarters before the one asked for.
with shown as (
    select submission_id, agency from published_at(null)
),
standing as (
    select fact_project.*, shown.agency as sender
    from fact_project
    inner join shown using (submission_id)
    where province_code = $area and fiscal_year = $fiscal_year
    qualify row_number() over (
        partition by project_code, district_code, village
        order by submission_id desc, src_row
    ) = 1
),
spent as (
    select submission_id, src_row, map_from_entries(list((quarter, disbursed_thb))) as disbursed
    from fact_project_quarter
    semi join shown using (submission_id)
    where
        province_code = $area
        and fiscal_year = $fiscal_year
        and ($quarter is null or quarter < $quarter)
    group by submission_id, src_row
)
select
    project_code,
    project,
    fiscal_year,
    strategic_issue,
    plan,
    kpi_code,
    policy,
    agency,
    implementer,
    kind,
    province_code as province,
    district_code as district,
    subdistrict,
    village,
    source,
    spending_type,
    allocated_thb,
    committed_thb,
    spent.disbursed as disbursed_thb,
    progress_pct,
    stage,
    stage_date,
    start_date,
    end_date,
    screen_1,
    screen_2,
    screen_3,
    screen_4,
    screen_5,
    staff_planned,
    staff_actual,
    beneficiaries,
    best_practice,
    highlight
from standing
left join spent using (submission_id, src_row)
where
    $agencies is null or list_contains($agencies, agency) or list_contains($agencies, sender)
order by standing.submission_id, standing.src_row;
