-- area_measure_at(moment): one row per area, calendar year, measure, sector and price: the newest
-- published figure and the cell it stands in. Sector null is the total.
create or replace macro area_measure_at(moment) as table
    select
        area_code,
        year_be,
        measure,
        sector,
        price,
        arg_max(value, submission_id) as value,
        max(submission_id) as submission_id,
        arg_max(sheet_id, submission_id) as sheet_id,
        arg_max(src_row, submission_id) as src_row,
        arg_max(src_col, submission_id) as src_col
    from fact_area_measure
    semi join published_at(moment) using (submission_id)
    group by area_code, year_be, measure, sector, price;
