-- disbursement_target_by_quarter: one row per fiscal year, quarter and spending type with an
-- official target or a projection of what is disbursed. The target of the whole year falls due
-- with quarter 4; a projection is never put in the place of a target.
create or replace view disbursement_target_by_quarter as
select
    fiscal_year,
    coalesce(quarter, 4) as quarter,
    spending_type,
    max(target_pct) filter (not projection) as target_pct,
    max(target_pct) filter (projection) as projection_pct,
    case
        when bool_and(projection) then 'not_loaded'
        when bool_or(verified and not projection) then 'official'
        else 'unverified'
    end as state,
    min(source) as source
from disbursement_target
where measure = 'disbursed'
group by fiscal_year, coalesce(quarter, 4), spending_type;
comment on view disbursement_target_by_quarter is 'เป้าหมายการเบิกจ่ายสะสมรายไตรมาส (เป้าหมายทั้งปีคือไตรมาส 4)';
