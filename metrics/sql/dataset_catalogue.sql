-- บัญชีข้อมูล: หนึ่งแถวต่อพื้นที่และชุดข้อมูล ที่เลยกำหนดปรับปรุงมาก่อน
-- Catalogue of data: one row per area and dataset, those overdue first
-- source: แบบบัญชีข้อมูลของจังหวัด (catalogue of data)
-- filters: group, province, as_of
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัด | province or province group
--   dataset | ชุดข้อมูล | Dataset | | ชื่อชุดข้อมูล | its name
--   source_kind | ประเภทแหล่งข้อมูล | Kind of source | | national_plan development_strategy sector_strategy study needs statistics | national_plan development_strategy sector_strategy study needs statistics
--   owner | เจ้าของข้อมูล | Owner | | หน่วยงานเจ้าของ | the agency whose it is
--   frequency | ความถี่ | Frequency | | monthly quarterly half_yearly yearly | monthly quarterly half_yearly yearly
--   updated_on | ปรับปรุงล่าสุด | Last updated | | วันที่ปรับปรุงล่าสุด | day of the last update
--   age_days | อายุข้อมูล | Age | วัน | ตั้งแต่ปรับปรุงล่าสุด | since the last update
--   freshness | ความสด | Freshness | | fresh ทันสมัย, overdue เลยกำหนด, unknown บอกไม่ได้ | fresh, overdue by its own frequency, or unknown
--   data_quality | คุณภาพ | Quality | | good fair poor ตามที่เจ้าของประเมิน | as its owner judges it
--   note | หมายเหตุ | Note | | ตามที่เขียน | as written
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
with known as (
    select fact.*
    from fact_dataset as fact
    inner join (
        select submission_id, published_at from published_at($as_of::timestamp)
    ) as published using (submission_id)
    where $area_codes is null or list_contains($area_codes, fact.area_code)
    qualify row_number() over (
        partition by fact.area_code, fact.dataset_key
        order by published.published_at desc, fact.submission_id desc, fact.src_row
    ) = 1
),
aged as (
    select *, date_diff('day', updated_on, $today::date) as age_days
    from known
)
select
    area.name_th as area,
    aged.dataset,
    aged.source_kind,
    aged.owner,
    aged.frequency,
    aged.updated_on,
    aged.age_days,
    case
        when age_days is null or days_between_updates(frequency) is null then 'unknown'
        when age_days > days_between_updates(frequency) then 'overdue'
        else 'fresh'
    end as freshness,
    aged.data_quality,
    aged.note,
    aged.area_code
from aged
left join area using (area_code)
order by
    list_position(['overdue', 'unknown', 'fresh'], freshness),
    area.sort_order,
    aged.age_days desc nulls last,
    aged.dataset
