-- อายุข้อมูล: หนึ่งแถวต่อแบบฟอร์ม
-- Age of the data: one row per form
-- source: ทะเบียนการส่งข้อมูล (register of submissions)
-- filters: group, province, fiscal_year, as_of
-- columns:
--   form | แบบฟอร์ม | Form | | ชื่อแบบฟอร์ม | name of the form
--   newest_received_at | รับล่าสุด | Last received | | เวลาเผยแพร่ล่าสุด (UTC) | newest publication (UTC)
--   newest_as_of | ข้อมูล ณ วันที่ | Data as of | | วันที่ของข้อมูลล่าสุดตามที่พิมพ์ | newest date printed on the sheets
--   newest_fiscal_year | ปีงบประมาณล่าสุด | Newest fiscal year | พ.ศ. | ปีงบประมาณล่าสุดที่ได้รับ | newest fiscal year received
--   newest_quarter | ไตรมาสล่าสุด | Newest quarter | | ไตรมาสล่าสุดของปีนั้น ว่าง = ทั้งปี | newest quarter of that year, blank = the whole year
--   age_days | อายุ | Age | วัน | จำนวนวันตั้งแต่รับล่าสุด | days since the newest was received
--   submission_count | จำนวนชุดข้อมูล | Submissions | ชุด | ชุดข้อมูลที่เผยแพร่อยู่ | submissions published
--   area_count | พื้นที่ที่ส่ง | Areas | พื้นที่ | จำนวนพื้นที่ที่ส่ง | areas that sent it
--   is_demo | มีข้อมูลสาธิต | Demonstration data | | จริงเมื่อมีข้อมูลสาธิตอยู่ด้วย | true when some of it is demonstration data
select
    form,
    max(published_at) as newest_received_at,
    max(as_of_date) as newest_as_of,
    max(fiscal_year) as newest_fiscal_year,
    arg_max(quarter, fiscal_year * 10 + coalesce(quarter, 5)) as newest_quarter,
    date_diff('day', max(published_at)::date, $today::date) as age_days,
    count(*) as submission_count,
    count(distinct area_code) as area_count,
    bool_or(demo) as is_demo
from published_at($as_of::timestamp)
where ($fiscal_year is null or fiscal_year = $fiscal_year or fiscal_year is null)
    and ($area_codes is null or area_code = 'TH' or list_contains($area_codes, area_code))
group by form
order by form
