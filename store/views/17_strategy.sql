-- year_asked(of_year, today): the fiscal year asked about, the running one when none is.
create or replace macro year_asked(of_year, today) as
    coalesce(of_year, year(today + interval 3 month) + 543);

-- plan_base_key(plan_name): a plan's name without years and revision, by which versions of one plan
-- are recognised.
create or replace macro plan_base_key(plan_name) as
    regexp_replace(
        regexp_replace(plan_name, '(ฉบับ)?\s*ทบทวน.*$', ''), '[0-9๐-๙\s().,–—-]+', '', 'g'
    );

-- strategy_node_at(moment, areas): one row per version of a plan and node, as in the newest
-- published form 10. A version is an owner's plan of certain years as first decided (revision null)
-- or as revised in a year; a set of policies is a plan of its own. `title` is the corrected text
-- where there is one, and `original_title` then the words of the document.
create or replace macro strategy_node_at(moment, areas) as table
    with node as (
        select
            fact.* replace (coalesce(fact.corrected_title, fact.title) as title),
            if(fact.corrected_title <> fact.title, fact.title, null) as original_title,
            published.published_at,
            concat_ws(
                '/',
                owner_area_code,
                concat(year_from, '-', year_to),
                coalesce(revision::varchar, 'original'),
                left(md5(plan_base_key(plan_name)), 6)
            ) as version_code,
            coalesce(revision, year_from) as effective_from,
            node_type = 'policy' as is_policy
        from fact_strategy_node as fact
        inner join (
            select submission_id, published_at from published_at(moment)
        ) as published using (submission_id)
        where areas is null or list_contains(areas, owner_area_code)
    )
    select *
    from node
    qualify row_number() over (
        partition by version_code, is_policy, node_code
        order by published_at desc, submission_id desc, sheet_id, src_row
    ) = 1;

-- strategy_version_of(nodes, of_year): one row per version of the nodes of strategy_node_at, whether
-- it covers the year and is the newest of its plan that does. Where no set of policies covers the year the newest earlier
-- one stands in, which `covers_year` tells.
create or replace macro strategy_version_of(nodes, of_year) as table
    with version as (
        select
            version_code,
            is_policy,
            any_value(owner_area_code) as owner_area_code,
            arg_max(plan_name, published_at) as plan_name,
            left(any_value(md5(plan_base_key(plan_name))), 6) as plan_base,
            any_value(year_from) as year_from,
            any_value(year_to) as year_to,
            any_value(revision) as revision,
            any_value(effective_from) as effective_from,
            max(published_at) as published_at,
            min(submission_id) as submission_id,
            count(*) as node_count
        from query_table(nodes)
        group by version_code, is_policy
    ),
    judged as (
        select
            *,
            of_year between year_from and year_to and effective_from <= of_year as covers_year,
            effective_from <= of_year as has_begun
        from version
    )
    select
        *,
        coalesce(covers_year and row_number() over (
            partition by owner_area_code, is_policy, plan_base, covers_year
            order by effective_from desc, published_at desc
        ) = 1, false) as is_in_force,
        coalesce(has_begun and rank() over (
            partition by owner_area_code, is_policy, has_begun
            order by covers_year desc, if(covers_year, 0, year_to) desc
        ) = 1 and row_number() over (
            partition by owner_area_code, is_policy, plan_base, has_begun
            order by covers_year desc, effective_from desc, published_at desc
        ) = 1, false) as is_shown
    from judged;

-- split_codes(codes): the codes of a cell that names several, separated by ; or a comma.
create or replace macro split_codes(codes) as
    list_filter(
        list_transform(string_split_regex(codes, '[;,\n]'), lambda code: trim(code)),
        lambda code: code <> ''
    );

-- strategy_below_of(nodes): one row per node and node under it, the node itself included.
create or replace macro strategy_below_of(nodes) as table
    with recursive below as (
        select version_code, is_policy, node_code, node_code as under_code
        from query_table(nodes)
        union
        select below.version_code, below.is_policy, below.node_code, node.node_code
        from below
        inner join query_table(nodes) as node
            on node.version_code = below.version_code
            and node.is_policy = below.is_policy
            and node.parent_code = below.under_code
    )
    from below;

-- strategy_member_of(nodes): one row per node and thing that counts for it: `member_kind` issue or
-- plan (`member_key` its name for matching), policy or kpi (its code). An issue and a plan count
-- themselves; other nodes what is under them and what these are linked with either way, a vision
-- all of its plan, a policy itself and its points. Links are codes, never places in a list.
create or replace macro strategy_member_of(nodes) as table
    with node as (
        from query_table(nodes)
    ),
    declared as (
        select
            version_code,
            is_policy,
            node_code as from_code,
            unnest(split_codes(linked_to)) as to_code
        from node
    ),
    link as (
        from declared
        union
        select version_code, is_policy, to_code, from_code from declared
    ),
    below as materialized (
        from strategy_below_of(nodes)
    ),
    reached as (
        select version_code, is_policy, node_code, under_code as code from below
        union
        select below.version_code, below.is_policy, below.node_code, link.to_code
        from below
        inner join link
            on link.version_code = below.version_code
            and link.is_policy = below.is_policy
            and link.from_code = below.under_code
        union
        select vision.version_code, vision.is_policy, vision.node_code, node.node_code
        from node as vision
        inner join node using (version_code, is_policy)
        where vision.node_type = 'vision'
    )
    select distinct
        own.version_code,
        own.is_policy,
        own.node_code,
        own.owner_area_code,
        own.node_type,
        case
            when other.node_type = 'strategic_issue' then 'issue'
            when other.node_type = 'plan' then 'plan'
            when other.node_type = 'policy' then 'policy'
            else 'kpi'
        end as member_kind,
        if(other.node_type in ('strategic_issue', 'plan'), other.title_key, reached.code)
            as member_key
    from reached
    inner join node as own using (version_code, is_policy, node_code)
    left join node as other
        on other.version_code = reached.version_code
        and other.is_policy = reached.is_policy
        and other.node_code = reached.code
    where other.node_code is null
        or (own.node_type in ('strategic_issue', 'plan') and other.node_code = own.node_code)
        or (own.node_type not in ('strategic_issue', 'plan')
            and other.node_type in ('strategic_issue', 'plan', 'policy'));

-- area_within: one row per area and area whose figures are its own: itself, and of a group its
-- provinces of today.
create or replace view area_within as
select area_code as owner_area_code, area_code from area
union all
select group_code, province_code from group_member where valid_to is null;
comment on view area_within is 'พื้นที่และพื้นที่ที่นับเป็นของพื้นที่นั้น (กลุ่มจังหวัดนับจังหวัดในกลุ่มวันนี้)';

-- spending_by_names_at(...): one row per province, fiscal year and set of names that projects tell
-- (issue, plan, codes of indicators and policies): how many they are and their money, disbursed to
-- the newest quarter each reported, up to the quarter asked for.
create or replace macro spending_by_names_at(
    moment, provinces, of_year, of_quarter, of_district
) as table
    with spent as (
        select sheet_id, src_row, arg_max(disbursed_thb, quarter) as disbursed_thb
        from project_quarter_at(moment)
        where (of_year is null or fiscal_year = of_year)
            and (provinces is null or list_contains(provinces, province_code))
            and (of_quarter is null or quarter <= of_quarter)
        group by sheet_id, src_row
    )
    select
        province_code,
        fiscal_year,
        issue_key,
        plan_key,
        kpi_code,
        policy,
        min(strategic_issue) as strategic_issue,
        min(plan) as plan,
        count(*) as project_count,
        sum(allocated_thb) as allocated_thb,
        sum(disbursed_thb) as disbursed_thb,
        sum(allocated_thb) filter (disbursed_thb is not null) as reporting_allocated_thb,
        sum(disbursed_thb) filter (allocated_thb is not null) as disbursed_of_allocated_thb
    from project_at(moment)
    left join spent using (sheet_id, src_row)
    where (of_year is null or fiscal_year = of_year)
        and (provinces is null or list_contains(provinces, province_code))
        and (of_district is null or district_code = of_district)
    group by province_code, fiscal_year, issue_key, plan_key, kpi_code, policy;

-- strategy_tie_of(members, told): one row per node and row of `told` that names something of it: by
-- its issue, its plan, its indicator or its policy codes. `told` has told_id, province_code,
-- issue_key, plan_key, kpi_code and policy; what names several things of one node stands once.
create or replace macro strategy_tie_of(members, told) as table
    with said as (
        select told_id, province_code, 'issue' as member_kind, issue_key as member_key
        from query_table(told)
        union all
        select told_id, province_code, 'plan', plan_key from query_table(told)
        union all
        select told_id, province_code, 'kpi', unnest(split_codes(kpi_code)) from query_table(told)
        union all
        select told_id, province_code, 'policy', unnest(split_codes(policy)) from query_table(told)
    )
    select distinct
        member.version_code,
        member.is_policy,
        member.node_code,
        member.node_type,
        member.owner_area_code,
        said.told_id
    from query_table(members) as member
    inner join said using (member_kind, member_key)
    inner join area_within
        on area_within.owner_area_code = member.owner_area_code
        and area_within.area_code = said.province_code;

-- strategy_project_of(members, ...): one row per node and project that names it, each once; of the
-- `most` largest projects when given. disbursed_thb is cumulative to the newest quarter reported,
-- up to the quarter asked for.
create or replace macro strategy_project_of(
    members, moment, areas, of_year, of_quarter, of_district, most
) as table
    with project as materialized (
        select *, row_number() over () as told_id
        from (
            from project_at(moment)
            where (of_year is null or fiscal_year = of_year)
                and (areas is null or list_contains(areas, province_code))
                and (of_district is null or district_code = of_district)
            order by allocated_thb desc nulls last, sheet_id, src_row
            limit most
        )
    ),
    spent as (
        select
            sheet_id,
            src_row,
            max(quarter) as quarter,
            arg_max(disbursed_thb, quarter) as disbursed_thb
        from project_quarter_at(moment)
        semi join project using (sheet_id, src_row)
        where (of_year is null or fiscal_year = of_year)
            and (areas is null or list_contains(areas, province_code))
            and (of_quarter is null or quarter <= of_quarter)
        group by sheet_id, src_row
    )
    select tied.* exclude (told_id), project.* exclude (told_id), spent.quarter, spent.disbursed_thb
    from strategy_tie_of(members, 'project') as tied
    inner join project using (told_id)
    left join spent using (sheet_id, src_row);

-- strategy_project_at(...): the same for every node of the areas' plans, all projects.
create or replace macro strategy_project_at(moment, areas, of_year, of_quarter, of_district) as table
    with node as materialized (
        from strategy_node_at(moment, areas)
    ),
    member as materialized (
        from strategy_member_of('node')
    )
    from strategy_project_of('member', moment, areas, of_year, of_quarter, of_district, null);

-- strategy_indicator_of(members, ...): one row per node and indicator that serves it: of its issue,
-- named by its code, carrying its policy code, or, of a plan, named by its projects. Indicators are
-- those with a target or result of the year; each stands once per node.
create or replace macro strategy_indicator_of(
    members, moment, areas, of_year, of_quarter, of_district, today
) as table
    with known as materialized (
        select *
        from kpi_standing_at(moment, of_year, of_quarter, areas, of_district, null, today)
        where of_year is not null
            or fiscal_year <= year(today + interval 3 month) + 543
        qualify row_number() over (
            partition by area_code, kpi_code
            order by actual is not null desc, fiscal_year desc
        ) = 1
    ),
    named as (
        select distinct province_code, kpi_code, plan_key
        from project_at(moment)
        where kpi_code is not null
            and (of_year is null or fiscal_year = of_year)
            and (areas is null or list_contains(areas, province_code))
    ),
    told as (
        select area_code, kpi_code, 'issue' as member_kind, issue_key as member_key from known
        union all
        select area_code, kpi_code, 'kpi', kpi_code from known
        union all
        select area_code, kpi_code, 'policy', unnest(split_codes(policy)) from known
        union all
        select province_code, unnest(split_codes(kpi_code)), 'plan', plan_key from named
    ),
    tied as (
        select distinct
            member.version_code,
            member.is_policy,
            member.node_code,
            member.node_type,
            member.owner_area_code,
            told.area_code,
            told.kpi_code
        from query_table(members) as member
        inner join told using (member_kind, member_key)
        inner join area_within
            on area_within.owner_area_code = member.owner_area_code
            and area_within.area_code = told.area_code
    )
    select tied.*, known.* exclude (area_code, kpi_code)
    from tied
    inner join known using (area_code, kpi_code);

-- strategy_tally_of(nodes, members, works, ...): one row per node with what serves it: indicators by
-- status, projects, money. `works` has the rows of spending_by_names_at with a told_id each.
-- reporting_allocated_thb, the money of the projects that reported spending, is the whole of which
-- disbursed_thb is a part. A node without projects has no money, which is not zero baht.
create or replace macro strategy_tally_of(
    nodes, members, works, moment, areas, of_year, of_quarter, of_district, today
) as table
    with indicator as (
        select
            version_code,
            is_policy,
            node_code,
            count(*) as indicator_count,
            count_if(status = 'met') as met_count,
            count_if(status = 'near') as near_count,
            count_if(status = 'at_risk') as at_risk_count,
            count_if(status = 'critical') as critical_count,
            count_if(status = 'no_data') as no_data_count,
            count_if(status = 'not_due') as not_due_count,
            count_if(level not in ('input', 'output')) as outcome_count,
            count_if(level is null) as unknown_level_count
        from strategy_indicator_of(
            members, moment, areas, of_year, of_quarter, of_district, today
        )
        group by version_code, is_policy, node_code
    ),
    project as (
        select
            tied.version_code,
            tied.is_policy,
            tied.node_code,
            sum(told.project_count)::bigint as project_count,
            sum(told.allocated_thb) as allocated_thb,
            sum(told.reporting_allocated_thb) as reporting_allocated_thb,
            sum(told.disbursed_thb) as disbursed_thb,
            sum(told.disbursed_of_allocated_thb) as disbursed_of_allocated_thb
        from strategy_tie_of(members, works) as tied
        inner join query_table(works) as told using (told_id)
        group by tied.version_code, tied.is_policy, tied.node_code
    )
    select
        version_code,
        is_policy,
        node_code,
        coalesce(indicator_count, 0) as indicator_count,
        coalesce(met_count, 0)::bigint as met_count,
        coalesce(near_count, 0)::bigint as near_count,
        coalesce(at_risk_count, 0)::bigint as at_risk_count,
        coalesce(critical_count, 0)::bigint as critical_count,
        coalesce(no_data_count, 0)::bigint as no_data_count,
        coalesce(not_due_count, 0)::bigint as not_due_count,
        coalesce(indicator_count > 0 and outcome_count + unknown_level_count = 0, false)
            as outputs_only,
        coalesce(project_count, 0) as project_count,
        allocated_thb,
        reporting_allocated_thb,
        disbursed_thb,
        100.0 * disbursed_of_allocated_thb / nullif(reporting_allocated_thb, 0) as disbursed_pct
    from query_table(nodes)
    left join indicator using (version_code, is_policy, node_code)
    left join project using (version_code, is_policy, node_code);

-- thai_likeness(one, other): how alike two names are in percent, letter by letter, the beginning
-- counting most. Letters are mapped to single bytes first: DuckDB compares bytes, and two Thai
-- letters share two of their three.
create or replace macro single_bytes(name) as
    list_aggregate(
        list_transform(
            string_split(name, ''),
            lambda letter: chr(case
                when unicode(letter) between 3585 and 3675 then unicode(letter) - 3552
                when unicode(letter) < 127 then unicode(letter)
                else 126
            end)
        ),
        'string_agg',
        ''
    );
create or replace macro thai_likeness(one, other) as
    100.0 * jaro_winkler_similarity(single_bytes(one), single_bytes(other));
