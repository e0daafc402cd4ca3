-- เวลาที่หมู่บ้านมีในการเสนอโครงการ: หนึ่งแถวต่อพื้นที่และปีงบประมาณ
-- Time to propose: one row per area and fiscal year
-- source: แบบ 20 ขั้นตอนโครงการ (form 20)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project_detail by province_code=area_code and fiscal_year; median_window_days=deadline_on, shortest_window_days=deadline_on, longest_window_days=deadline_on, told_count=deadline_on, project_count=project
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   median_window_days | ค่ากลางของเวลา | Median time | วัน | ค่ากลางของวันจากวันประกาศถึงวันสุดท้ายที่รับ | median days from announcement to deadline
--   shortest_window_days | สั้นที่สุด | Shortest | วัน | เวลาที่สั้นที่สุด | shortest time
--   longest_window_days | ยาวที่สุด | Longest | วัน | เวลาที่ยาวที่สุด | longest time
--   told_count | โครงการที่บอกทั้งสองวัน | Projects with both days | โครงการ | โครงการที่บอกทั้งวันประกาศและวันสุดท้าย | projects that give announcement and deadline
--   project_count | โครงการ | Projects | โครงการ | โครงการทั้งหมดในขอบเขต | all projects in the scope
--   late_count | เสนอหลังกำหนด | Proposed late | โครงการ | โครงการที่วันเสนออยู่หลังวันสุดท้าย | projects proposed after the deadline
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
select
    life.fiscal_year,
    any_value(area.name_th) as area,
    median(life.deadline_on - life.announced_on) as median_window_days,
    min(life.deadline_on - life.announced_on) as shortest_window_days,
    max(life.deadline_on - life.announced_on) as longest_window_days,
    count(life.deadline_on - life.announced_on) as told_count,
    count(*) as project_count,
    count(*) filter (life.proposed_on > life.deadline_on) as late_count,
    coalesce($group_code, life.province_code) as area_code,
    $basket::integer as basket,
    count(distinct life.province_code) as members_reporting,
    $members_total::integer as members_total
from project_life_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys
    ) as life
left join area on area.area_code = coalesce($group_code, life.province_code)
group by life.fiscal_year, coalesce($group_code, life.province_code)
having told_count > 0
order by life.fiscal_year, any_value(area.sort_order)
