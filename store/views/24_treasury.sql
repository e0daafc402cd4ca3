-- fund_of(source): where money comes from: a known source, 'unknown' for words nobody has explained,
-- 'not_stated' for none.
create or replace macro fund_of(source) as case
    when source is null then 'not_stated'
    when source in (
        'province', 'group', 'function', 'local', 'private', 'loan', 'carry_over'
    ) then source
    else 'unknown'
end;

-- is_of_the_year(source): whether money belongs to the fiscal year's own budget, of which the official
-- targets speak. Carried over, borrowed, local and private money are funds apart.
create or replace macro is_of_the_year(source) as
    coalesce(source not in ('local', 'private', 'loan', 'carry_over'), true);

-- fiscal_month(day): 1 for October to 12 for September.
create or replace macro fiscal_month(day) as (month(day) + 2) % 12 + 1;

-- spending_target_by_quarter: one row per fiscal year, quarter, measure (disbursed, spent) and spending
-- type with an official target or a projection. The target of the whole year falls due with quarter 4.
create or replace view spending_target_by_quarter as
select
    fiscal_year,
    coalesce(quarter, 4) as quarter,
    measure,
    spending_type,
    max(target_pct) filter (not projection) as target_pct,
    max(target_pct) filter (projection) as projection_pct,
    case
        when bool_and(projection) then 'not_loaded'
        when bool_or(verified and not projection) then 'official'
        else 'unverified'
    end as state,
    min(source) as target_source
from disbursement_target
where measure in ('disbursed', 'spent')
group by fiscal_year, coalesce(quarter, 4), measure, spending_type;
comment on view spending_target_by_quarter is 'เป้าหมายการเบิกจ่ายและการใช้จ่ายสะสมรายไตรมาส (เป้าหมายทั้งปีคือไตรมาส 4)';

-- money_sheet_at(moment, of_year, provinces): one row per day, province, spending unit, source and
-- spending type of the treasury's monthly sheets, as published last. Where a sheet gives the total of
-- the province the rows of its units are left out, for they are parts of it.
create or replace macro money_sheet_at(moment, of_year, provinces) as table
    with standing as (
        select fact.*
        from fact_money_monthly as fact
        inner join (
            select submission_id, published_at from published_at(moment)
        ) as published using (submission_id)
        where (of_year is null or fact.fiscal_year = of_year)
            and (provinces is null or list_contains(provinces, fact.province_code))
        qualify row_number() over (
            partition by
                fact.fiscal_year, fact.province_code, fact.as_of_on, fact.spender, fact.source,
                fact.spending_type
            order by published.published_at desc, fact.submission_id desc, fact.src_row
        ) = 1
    )
    select
        *,
        fund_of(source) as fund,
        fiscal_month(as_of_on) as month_no,
        coalesce(after_transfers_thb, budget_thb) as allocated_thb
    from standing
    qualify spender is null or not bool_or(spender is null) over (
        partition by fiscal_year, province_code, as_of_on, source, spending_type
    );

-- money_at(moment, of_year, provinces, of_district, issues, plans): one row per fiscal year, fiscal
-- month, province, fund and spending type, cumulative from 1 October. From the treasury's sheets
-- where a province sent any in the year, of each month the last day; else from its projects at the
-- ends of quarters. Districts, issues and plans are known of projects alone.
create or replace macro money_at(moment, of_year, provinces, of_district, issues, plans) as table
    with sheet as (
        select *
        from money_sheet_at(moment, of_year, provinces)
        where of_district is null and issues is null and plans is null
        qualify as_of_on = max(as_of_on) over (partition by fiscal_year, province_code, month_no)
    ),
    project as (
        select
            fiscal_year,
            quarter,
            province_code,
            source,
            spending_type,
            sum(allocated_thb) as allocated_thb,
            sum(disbursed_thb) as disbursed_thb,
            sum(committed_thb) as committed_thb,
            sum(disbursed_thb) filter (allocated_thb is not null) as disbursed_of_allocated_thb,
            sum(disbursed_thb + committed_thb) filter (allocated_thb is not null) as spent_thb,
            sum(allocated_thb) filter (committed_thb is not null) as allocated_of_spent_thb
        from project_quarter_at(moment)
        where (of_year is null or fiscal_year = of_year)
            and (provinces is null or list_contains(provinces, province_code))
            and (of_district is null or district_code = of_district)
            and (issues is null or list_contains(issues, issue_key))
            and (plans is null or list_contains(plans, plan_key))
        group by fiscal_year, quarter, province_code, source, spending_type
    ),
    every as (
        select
            fiscal_year,
            month_no,
            as_of_on,
            province_code,
            fund,
            spending_type,
            'money_monthly' as basis,
            allocated_thb,
            disbursed_thb,
            committed_thb,
            if(allocated_thb is null, null, disbursed_thb) as disbursed_of_allocated_thb,
            if(allocated_thb is null, null, disbursed_thb + committed_thb) as spent_thb,
            if(disbursed_thb + committed_thb is null, null, allocated_thb)
                as allocated_of_spent_thb
        from sheet
        union all
        select
            fiscal_year,
            3 * quarter,
            quarter_end(fiscal_year, quarter),
            province_code,
            fund_of(source),
            spending_type,
            'projects',
            allocated_thb,
            disbursed_thb,
            committed_thb,
            disbursed_of_allocated_thb,
            spent_thb,
            allocated_of_spent_thb
        from project
        anti join sheet
            on sheet.province_code = project.province_code
            and sheet.fiscal_year = project.fiscal_year
    )
    select
        fiscal_year,
        month_no,
        province_code,
        fund,
        spending_type,
        any_value(basis) as basis,
        max(as_of_on) as as_of_on,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb,
        sum(committed_thb) as committed_thb,
        sum(disbursed_of_allocated_thb) as disbursed_of_allocated_thb,
        sum(spent_thb) as spent_thb,
        sum(allocated_of_spent_thb) as allocated_of_spent_thb
    from every
    group by fiscal_year, month_no, province_code, fund, spending_type;

-- money_line_at(…): the cells behind money_at, one row per cell row, fund and spending type, the year's
-- own money once more under fund 'year' and every row once more under spending type 'all'.
create or replace macro money_line_at(
    moment, of_year, provinces, of_district, issues, plans
) as table
    with sheet as (
        select *, null::integer as src_col
        from money_sheet_at(moment, of_year, provinces)
        where of_district is null and issues is null and plans is null
        qualify as_of_on = max(as_of_on) over (partition by fiscal_year, province_code, month_no)
    ),
    line as (
        select
            submission_id, sheet_id, src_row, src_col, province_code, fiscal_year, month_no, fund,
            spending_type, allocated_thb, disbursed_thb, committed_thb
        from sheet
        union all
        select
            submission_id, sheet_id, src_row, src_col, province_code, fiscal_year, 3 * quarter,
            fund_of(source), spending_type, allocated_thb, disbursed_thb, committed_thb
        from project_quarter_at(moment) as project
        anti join sheet
            on sheet.province_code = project.province_code
            and sheet.fiscal_year = project.fiscal_year
        where (of_year is null or fiscal_year = of_year)
            and (provinces is null or list_contains(provinces, province_code))
            and (of_district is null or district_code = of_district)
            and (issues is null or list_contains(issues, issue_key))
            and (plans is null or list_contains(plans, plan_key))
    ),
    funded as (
        select
            * exclude (fund), unnest(if(is_of_the_year(fund), [fund, 'year'], [fund])) as fund
        from line
    )
    select
        * exclude (spending_type),
        unnest([coalesce(spending_type, 'not_stated'), 'all']) as spending_type
    from funded;

-- budget_request_at(moment): the requests for budget, of each area and year only the newest published
-- sheet.
create or replace macro budget_request_at(moment) as table
    select fact.*
    from fact_budget_request as fact
    inner join (
        select submission_id, published_at from published_at(moment)
    ) as published using (submission_id)
    qualify dense_rank() over (
        partition by fact.area_code, fact.fiscal_year
        order by published.published_at desc, fact.submission_id desc
    ) = 1;
