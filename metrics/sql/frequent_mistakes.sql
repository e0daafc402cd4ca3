-- ข้อผิดพลาดที่พบบ่อย: หนึ่งแถวต่อชนิดของข้อตรวจพบ
-- Most frequent mistakes: one row per kind of finding
-- source: ข้อตรวจพบของไฟล์ที่ได้รับ (findings of the files received)
-- filters: group, province, fiscal_year, quarter, as_of
-- columns:
--   code | รหัสข้อตรวจพบ | Finding | | ชนิดของสิ่งที่พบ | kind of thing found
--   severity | ระดับ | Severity | | error ข้อผิดพลาด, warning ควรตรวจ, question ต้องยืนยัน, note เพื่อทราบ | error, warning, question, note
--   finding_count | จำนวนที่พบ | Found | ครั้ง | ครั้งที่พบ ตัวตั้ง | times found, the numerator
--   total_count | พบทั้งหมด | All found | ครั้ง | ครั้งที่พบทุกชนิด ตัวหาร | times anything was found, the denominator
--   share_pct | สัดส่วน | Share | ร้อยละ | จำนวนที่พบต่อพบทั้งหมด | found in percent of all found
--   file_count | ไฟล์ | Files | ไฟล์ | ไฟล์ที่พบ | files in which it was found
--   agency_count | หน่วยงาน | Agencies | หน่วยงาน | หน่วยงานที่พบ | agencies in whose files it was found
--   agencies | หน่วยงานที่พบ | Which agencies | | ชื่อหน่วยงานที่พบ | names of those agencies
-- notes:
--   ไม่นับข้อเพื่อทราบ | notes are not counted
with found as (
    select *
    from finding_at($as_of::timestamp)
    where
        severity <> 'note'
        and ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter = $quarter)
        and ($area_codes is null or list_contains($area_codes, area_code))
)
select
    code,
    severity,
    count(*) as finding_count,
    sum(count(*)) over ()::bigint as total_count,
    ratio_pct(count(*), sum(count(*)) over ()) as share_pct,
    count(distinct sha256) as file_count,
    count(distinct agency) as agency_count,
    string_agg(distinct agency, ', ' order by agency) as agencies
from found
group by code, severity
order by finding_count desc, code
