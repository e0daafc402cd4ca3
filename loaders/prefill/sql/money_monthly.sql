-- money_monthly: one row per spending unit, source and spending type of the newest sheet of the fiscal
-- year, with its budget; what has been paid since is for the sender to say.
with shown as (
    select submission_id, agency from published_at(null)
),
newest as (
    select fact_money_monthly.*
    from fact_money_monthly
    inner join shown using (submission_id)
    where
        province_code = $area
        and fiscal_year = $fiscal_year
        and ($agencies is null or list_contains($agencies, agency))
    qualify rank() over (order by as_of_on desc, submission_id desc) = 1
)
select
    province_code as province,
    fiscal_year,
    spender,
    source,
    spending_type,
    budget_thb,
    after_transfers_thb
from newest
order by src_row;
