-- submission_findings: one row per finding of a submission's file that is about it or about the file.
select finding.code, sheet_name, src_row, src_col, value, expected, params
from finding
inner join submission using (sha256)
where submission.submission_id = $submission_id
    and (finding.submission_id is null or finding.submission_id = $submission_id)
order by sheet_name, src_row, src_col
