-- kpi_targets: one row per standing indicator of the area that the agencies own or declared.
-- target: year → target, of every year declared.
with shown as (
    select submission_id, agency from published_at(null)
),
standing as (
    select fact_indicator.*, shown.agency
    from fact_indicator
    inner join shown using (submission_id)
    where area_code = $area
    qualify row_number() over (partition by kpi_code order by submission_id desc, src_row) = 1
),
yearly as (
    select submission_id, src_row, map_from_entries(list((fiscal_year, target))) as targets
    from fact_target
    semi join shown using (submission_id)
    where area_code = $area and target is not null
    group by submission_id, src_row
)
select
    standing.area_code as area,
    standing.strategic_issue,
    standing.topic,
    standing.kpi_code,
    standing.kpi,
    standing.unit,
    standing.direction,
    standing.baseline,
    standing.baseline_unit,
    standing.baseline_year,
    yearly.targets as target,
    coalesce(standing.target_total_text, standing.target_total::varchar) as target_total,
    standing.target_rule,
    standing.category,
    standing.dimension,
    standing.level,
    standing.weight,
    standing.score_1,
    standing.score_2,
    standing.score_3,
    standing.score_4,
    standing.score_5,
    standing.joint_with,
    standing.policy,
    standing.owner,
    standing.submission_style,
    standing.frequency,
    standing.period_basis as "window",
    standing.time_agg,
    standing.geo_agg,
    standing.base_rule,
    standing.base_years,
    standing.change_mode,
    standing.change_measure,
    standing.score_method,
    standing.decimals,
    standing.definition,
    standing.formula,
    standing.data_source,
    standing.quality_statement,
    standing.definition_id,
    standing.definition_version,
    standing.definition_from
from standing
left join yearly using (submission_id, src_row)
where
    $agencies is null
    or list_contains($agencies, standing.agency)
    or list_contains($agencies, standing.owner)
order by standing.submission_id, standing.src_row;
