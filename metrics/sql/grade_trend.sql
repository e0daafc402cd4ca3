-- แนวโน้มเกรดแผนชุมชน: หนึ่งแถวต่อพื้นที่ (หรืออำเภอที่เลือก) ปีงบประมาณ และเกรด จนถึงปีที่เลือก
-- Trend of community plan grades: one row per area (or the district asked for), fiscal year and grade, up to the year asked for
-- source: แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5) · แบบ 6 สรุปเกรด (form 6)
-- filters: group, province, district, fiscal_year, as_of
-- trace: grade_summary by area_code and fiscal_year and grade; village_count
-- trace: village by province_code=area_code and fiscal_year and grade; village_count=village
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   grade | เกรด | Grade | | A ดี, B ปานกลาง, C ต้องปรับปรุง | A good, B fair, C to be improved
--   village_count | จำนวนหมู่บ้าน | Villages | หมู่บ้าน | หมู่บ้านที่ได้เกรดนี้ | villages with this grade
--   total_count | หมู่บ้านที่ประเมินแล้ว | Villages assessed | หมู่บ้าน | ตัวหารของสัดส่วน | the denominator of the share
--   share_pct | สัดส่วน | Share | ร้อยละ | หมู่บ้านเกรดนี้ต่อหมู่บ้านที่ประเมินแล้ว | villages of this grade in percent of those assessed
--   previous_share_pct | สัดส่วนปีก่อน | Share a year earlier | ร้อยละ | ว่างเมื่อปีก่อนไม่มีข้อมูลหรือใช้เกณฑ์คนละรุ่น | blank without data a year earlier or under another rule version
--   change_pp | เปลี่ยนแปลง | Change | จุดร้อยละ | สัดส่วนปีนี้ลบปีก่อน | share of this year minus a year earlier
--   rule_version | รุ่นของเกณฑ์ | Rule version | | รุ่นของเกณฑ์ที่ใช้ในปีนั้น | version of the criteria in force that year
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   กลุ่มจังหวัดใช้จังหวัดชุดเดียวกันทุกปี | a group is the same set of provinces in every year
with graded as (
    select
        *,
        case
            when lag(fiscal_year) over grade = fiscal_year - 1
                and lag(rule_version) over grade = rule_version
                then lag(share_pct) over grade
        end as previous_share_pct
    from grade_count_at(
        $as_of::timestamp, null::integer, $area_codes, $province_codes, $district_code, $group_code
    )
    window grade as (partition by area_code, grade order by fiscal_year)
)
select
    graded.fiscal_year,
    area.name_th as area,
    graded.grade,
    graded.village_count,
    graded.total_count,
    graded.share_pct,
    graded.previous_share_pct,
    graded.share_pct - graded.previous_share_pct as change_pp,
    graded.rule_version,
    graded.area_code,
    $district_code::varchar as district_code,
    $basket::integer as basket,
    graded.members_reporting,
    $members_total::integer as members_total
from graded
left join area using (area_code)
where $fiscal_year is null or graded.fiscal_year <= $fiscal_year
order by graded.area_code, graded.fiscal_year, graded.grade
