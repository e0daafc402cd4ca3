-- possible_senders: agencies that are to send a form about an area in a period, or have sent one.
-- agency; standing: expected (and nothing came yet), sent (for the period), earlier.
with said as (
    select *
    from expected_submission
    where
        form = $form
        and area_code = $area_code
        and (not demo or exists (from submission_state where demo and state = 'published'))
        and (
            $fiscal_year is null
            or (
                4 * valid_from_fy + valid_from_quarter
                <= 4 * $fiscal_year + round_quarter($form, $quarter)
                and coalesce(4 * valid_to_fy + valid_to_quarter, 1000000)
                >= 4 * $fiscal_year + round_quarter($form, $quarter)
                and coalesce(due_quarter, round_quarter($form, $quarter))
                = round_quarter($form, $quarter)
            )
        )
    qualify row_number() over (partition by agency_key order by expectation_id desc) = 1
),
sent as (
    select
        array_to_string(string_split(slot, '/')[2:-4], '/') as agency_key,
        arg_max(agency, submission_id) as agency,
        bool_or(
            fiscal_year is not distinct from $fiscal_year and quarter is not distinct from $quarter
        ) as is_of_period
    from submission_state
    where
        form = $form
        and area_code = $area_code
        and agency is not null
        and state <> 'withdrawn'
    group by all
)
select
    coalesce(said.agency, sent.agency) as agency,
    case
        when sent.is_of_period then 'sent'
        when said.agency is not null then 'expected'
        else 'earlier'
    end as standing
from (from said where expected) as said
full join sent using (agency_key)
order by
    case standing when 'expected' then 1 when 'earlier' then 2 else 3 end,
    agency
