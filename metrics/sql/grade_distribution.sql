-- เกรดคุณภาพแผนชุมชน: หนึ่งแถวต่อพื้นที่ (หรืออำเภอที่เลือก) ปีงบประมาณ และเกรด
-- Community plan grades: one row per area (or the district asked for), fiscal year and grade
-- source: แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5) · แบบ 6 สรุปเกรด (form 6)
-- filters: group, province, district, fiscal_year, as_of
-- trace: grade_summary by area_code and fiscal_year and grade; village_count, share_pct_reported; source=summary/mixed/group
-- trace: grade_summary by area_code and fiscal_year; total_count=village_count; source=summary/mixed/group
-- trace: village by province_code=area_code and fiscal_year and grade; village_count=village; source=villages/mixed
-- trace: village by province_code=area_code and fiscal_year; total_count=village, undetermined_count=village; source=villages/mixed
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   district | อำเภอ | District | | อำเภอ ว่าง = ทั้งพื้นที่ | the district, blank = the whole area
--   grade | เกรด | Grade | | A ดี, B ปานกลาง, C ต้องปรับปรุง | A good, B fair, C to be improved
--   village_count | จำนวนหมู่บ้าน | Villages | หมู่บ้าน | หมู่บ้านที่ได้เกรดนี้ | villages with this grade
--   total_count | หมู่บ้านที่ประเมินแล้ว | Villages assessed | หมู่บ้าน | หมู่บ้านที่มีเกรด ตัวหารของสัดส่วน | villages with a grade, the denominator of the share
--   share_pct | สัดส่วน | Share | ร้อยละ | หมู่บ้านเกรดนี้ต่อหมู่บ้านที่ประเมินแล้ว | villages of this grade in percent of those assessed
--   share_pct_reported | สัดส่วนตามที่พิมพ์ | Share as printed | ร้อยละ | สัดส่วนในแบบ 6 ว่างเมื่อไม่มี | share printed in form 6, blank when none
--   undetermined_count | ยังสรุปเกรดไม่ได้ | Grade open | หมู่บ้าน | หมู่บ้านที่ข้อมูลเกณฑ์ไม่ครบจนสรุปเกรดไม่ได้ | villages whose criteria are too incomplete for a grade
--   registered_count | หมู่บ้านทั้งหมด | Villages registered | หมู่บ้าน | จำนวนหมู่บ้านตามข้อมูลพื้นฐานปีล่าสุด หรือที่อยู่ในบัญชีประเมิน ว่าง = ไม่ทราบ | villages in the newest area profile, else those listed, blank = not known
--   coverage_pct | ความครอบคลุม | Coverage | ร้อยละ | หมู่บ้านที่ประเมินแล้วต่อหมู่บ้านทั้งหมด | villages assessed in percent of those registered
--   source | ที่มา | Source | | villages = แบบ 5, summary = แบบ 6, mixed = ทั้งสอง, group = แบบ 6 ของกลุ่มเอง | villages = form 5, summary = form 6, mixed = both, group = form 6 of the group itself
--   rule_version | รุ่นของเกณฑ์ | Rule version | | รุ่นของเกณฑ์ที่ใช้ในปีนั้น | version of the criteria in force that year
--   grade_name | ความหมายเกรด | Grade in words | | ดี ปานกลาง ต้องปรับปรุง | good, fair, to be improved (in Thai)
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   เกรดคำนวณจากเกณฑ์ (ผ่าน 4 ข้อ = A, 3 ข้อ = B, น้อยกว่านั้น = C) ร้อยละ 70 พอดีถือว่าผ่าน | grades are computed from the criteria (4 met = A, 3 = B, fewer = C), exactly 70 percent counts as met
--   จังหวัดและปีที่มีทั้งแบบ 5 และแบบ 6 ใช้ชุดที่ครอบคลุมหมู่บ้านมากกว่า เท่ากันใช้แบบ 5 | where a province sent both forms for a year the one with more villages counts, form 5 when equal
select
    graded.fiscal_year,
    area.name_th as area,
    district.name_th as district,
    graded.grade,
    graded.village_count,
    graded.total_count,
    graded.share_pct,
    graded.share_pct_reported,
    graded.undetermined_count,
    graded.registered_count,
    100.0 * graded.total_count / nullif(graded.registered_count, 0) as coverage_pct,
    graded.source,
    graded.rule_version,
    graded.grade_name,
    graded.area_code,
    $district_code::varchar as district_code,
    $basket::integer as basket,
    graded.members_reporting,
    $members_total::integer as members_total
from grade_count_at(
    $as_of::timestamp, $fiscal_year, $area_codes, $province_codes, $district_code, $group_code
) as graded
left join area using (area_code)
left join area as district on district.area_code = $district_code
order by graded.fiscal_year, graded.area_code, graded.grade
