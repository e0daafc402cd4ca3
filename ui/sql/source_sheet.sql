-- source_sheet: the received file behind one cell of a submission, and the last header row above
-- the cell (from 1; a sheet may hold several tables). One row, none for an unknown submission.
select
    source_file.sha256,
    source_file.file_name,
    source_file.stored_path,
    max(sheet.header_row) filter (sheet.header_row < $src_row) as header_row
from submission
inner join source_file using (sha256)
left join sheet
    on sheet.submission_id = submission.submission_id and sheet.sheet_name = $sheet_name
where submission.submission_id = $submission_id
group by all
