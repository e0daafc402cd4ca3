-- owned_indicator_at(moment, areas, of_year): one row per owner and indicator aimed at in a fiscal
-- year: with a target of that year, or declared without any yearly target at all.
create or replace macro owned_indicator_at(moment, areas, of_year) as table
    with aimed as (
        select area_code, kpi_code, fiscal_year, target
        from target_at(moment, null, areas)
    ),
    counted as (
        select
            area_code,
            kpi_code,
            count(*) as year_count,
            count(*) filter (fiscal_year = of_year) as here_count,
            max(target) filter (fiscal_year = of_year) as target
        from aimed
        group by area_code, kpi_code
    )
    select indicator.*, of_year as fiscal_year, counted.target
    from indicator_at(moment) as indicator
    left join counted using (area_code, kpi_code)
    where (areas is null or list_contains(areas, indicator.area_code))
        and (counted.here_count > 0 or counted.year_count is null);

-- indicator_topic_at(...): one row per owner, indicator, scheme and node that the words of its topic
-- and category name; an indicator may be about several things, and about none that is known.
create or replace macro indicator_topic_at(moment, areas, of_year) as table
    with written as (
        select
            area_code,
            kpi_code,
            regexp_replace(concat_ws('/', topic, category), '\s+', '', 'g') as words
        from owned_indicator_at(moment, areas, of_year)
    ),
    topic as (
        select distinct written.area_code, written.kpi_code, known.topic_code
        from written
        inner join kpi_topic_word as known
            on contains(
                if(known.unless is null, words, replace(words, known.unless, '')), known.word
            )
    ),
    -- A category may be named itself: "เศรษฐกิจ" is a domain, whatever the topic.
    named as (
        select distinct written.area_code, written.kpi_code, node.scheme, node.node_code
        from written
        inner join kpi_scheme_node as node
            on list_contains(
                string_split(written.words, '/'), regexp_replace(node.name_th, '\s+', '', 'g')
            )
        where node.parent_code is null
    ),
    found as (
        select area_code, kpi_code, 'topics' as scheme, topic_code as node_code from topic
        union
        select topic.area_code, topic.kpi_code, link.scheme, link.node_code
        from topic
        inner join kpi_topic_link as link using (topic_code)
        union
        from named
    )
    from found
    union
    select found.area_code, found.kpi_code, found.scheme, node.parent_code
    from found
    inner join kpi_scheme_node as node using (scheme, node_code)
    where node.parent_code is not null;

-- indicator_money_at(...): one row per owner and indicator that projects of a fiscal year name: how
-- many, and their budget. A group's indicator counts the projects of its provinces.
create or replace macro indicator_money_at(moment, areas, of_year) as table
    with project as (
        select province_code, kpi_code, allocated_thb
        from project_at(moment)
        where fiscal_year = of_year
            and kpi_code is not null
            and (areas is null or list_contains(areas, province_code)
                or province_code in (
                    select area_code from area_within where list_contains(areas, owner_area_code)
                ))
    )
    select
        within.owner_area_code as area_code,
        project.kpi_code,
        count(*) as project_count,
        sum(project.allocated_thb) as allocated_thb
    from project
    inner join area_within as within on within.area_code = project.province_code
    group by within.owner_area_code, project.kpi_code;

-- indicator_checked_at(...): one row per owner and indicator of a fiscal year with what the rules
-- for choosing indicators ask of each; null = cannot be known from what was sent.
create or replace macro indicator_checked_at(moment, areas, of_year) as table
    with money as (
        from indicator_money_at(moment, areas, of_year)
    ),
    -- Where no project of an area and year names an indicator at all, none can be said to lack one.
    known as (
        select distinct area_code from money
    ),
    domain as (
        select
            area_code,
            kpi_code,
            list(distinct node_code order by node_code) filter (scheme = 'domains') as domains,
            list(distinct node_code order by node_code) filter (
                scheme = 'categories' and node_code in ('c1', 'c2')
            ) as categories
        from indicator_topic_at(moment, areas, of_year)
        group by area_code, kpi_code
    )
    select
        owned.*,
        coalesce(domain.domains, []) as domains,
        coalesce(domain.categories, []) as categories,
        owned.baseline is not null as has_baseline,
        owned.target is not null as has_target,
        coalesce(owned.unit, owned.unit_kind) is not null as has_unit,
        owned.data_source is not null as has_source,
        owned.owner is not null as has_owner,
        owned.frequency is not null as has_frequency,
        owned.level in ('outcome', 'impact') as is_outcome,
        if(known.area_code is null, null, coalesce(money.project_count, 0)) as project_count,
        money.allocated_thb,
        if(known.area_code is null, null, coalesce(money.allocated_thb > 0, false)) as has_budget,
        issue.issue_key is not null as is_in_plan,
        owned.policy is not null as serves_policy,
        owned.joint_with is not null as is_joint
    from owned_indicator_at(moment, areas, of_year) as owned
    left join domain using (area_code, kpi_code)
    left join known using (area_code)
    left join money using (area_code, kpi_code)
    left join (
        select distinct owner_area_code, title_key as issue_key
        from strategy_node_at(moment, areas)
        where node_type = 'strategic_issue'
    ) as issue
        on issue.owner_area_code = owned.area_code
        and issue.issue_key = owned.issue_key;

-- joint_indicator_at(moment, of_year): one row per topic measured together with a ministry, and
-- province in which it is (null: all provinces, or some that are not listed yet).
create or replace macro joint_indicator_at(moment, of_year) as table
    select fact.*, published.published_at
    from fact_joint_indicator as fact
    inner join (
        select submission_id, published_at from published_at(moment)
    ) as published using (submission_id)
    where of_year is null or fact.fiscal_year = of_year
    qualify rank() over (
        partition by fact.fiscal_year, fact.topic order by published_at desc, submission_id desc
    ) = 1;
