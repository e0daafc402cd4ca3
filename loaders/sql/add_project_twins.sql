-- add_project_twins: `twins` (what project_twins found) as rows of project_twin, for both sides.
-- $submission_id and $sheet_id: where the incoming rows were stored.
insert into project_twin by name
with pair as (
    select
        $submission_id as submission_id,
        $sheet_id as sheet_id,
        src_row,
        submission_id as other_submission_id,
        sheet_id as other_sheet_id,
        stored_row as other_row
    from twins
),
both_ways as (
    from pair
    union all by name
    select
        other_submission_id as submission_id,
        other_sheet_id as sheet_id,
        other_row as src_row,
        submission_id as other_submission_id,
        sheet_id as other_sheet_id,
        src_row as other_row
    from pair
),
reported as (
    select both_ways.*, own.quarter
    from both_ways
    inner join fact_project_quarter as own
        on own.sheet_id = both_ways.sheet_id
        and own.src_row = both_ways.src_row
    inner join fact_project_quarter as other
        on other.sheet_id = both_ways.other_sheet_id
        and other.src_row = both_ways.other_row
        and other.quarter = own.quarter
)
select submission_id, sheet_id, src_row, null::integer as quarter, other_submission_id
from both_ways
union all
select submission_id, sheet_id, src_row, quarter, other_submission_id
from reported;
