-- เวลาจากอนุมัติถึงเบิกจ่ายครั้งแรก: หนึ่งแถวต่อปีงบประมาณและพื้นที่
-- Days from approval to the first payment: one row per fiscal year and area
-- source: แบบขั้นตอนของโครงการ (form 20)
-- filters: group, province, fiscal_year, as_of
-- trace: project_step by province_code=area_code and fiscal_year and stage='approved'; approved_count=reached_on
-- trace: project_step by province_code=area_code and fiscal_year and stage='disbursed'; paid_count=reached_on, median_days=reached_on
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   median_days | มัธยฐาน | Median | วัน | มัธยฐานของวันจากอนุมัติถึงเบิกจ่ายครั้งแรก | median of days from approval to the first payment
--   longest_days | นานที่สุด | Longest | วัน | โครงการที่ใช้เวลานานที่สุด | the slowest project
--   paid_count | โครงการที่วัดได้ | Projects measured | โครงการ | โครงการที่มีทั้งวันอนุมัติและวันเบิกจ่าย ตามลำดับ | projects with both days, in that order
--   approved_count | อนุมัติแล้ว | Approved | โครงการ | โครงการที่มีวันอนุมัติ | projects with a day of approval
--   waiting_count | ยังไม่เบิก | Not yet paid | โครงการ | อนุมัติแล้วแต่ยังไม่มีวันเบิกจ่าย | approved and without a day of payment
--   waiting_median_days | รอมาแล้ว | Waiting | วัน | มัธยฐานของวันที่รอถึงวันนี้ | median of days waited until today
--   out_of_order_count | วันที่สลับลำดับ | Out of order | โครงการ | เบิกจ่ายก่อนอนุมัติ ไม่นับในมัธยฐาน | paid before approval, left out of the median
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
-- notes:
--   นับเฉพาะโครงการที่ระบุวันของขั้นตอน โครงการอื่นไม่ประมาณ | only projects that state the days of their stages, nothing is estimated for others
with dated as (
    select
        fiscal_year,
        province_code,
        project_code,
        min(reached_on) filter (stage = 'approved') as approved_on,
        min(reached_on) filter (stage = 'disbursed') as paid_on
    from project_step_at($as_of::timestamp, $fiscal_year, $province_codes)
    where stage in ('approved', 'disbursed')
    group by fiscal_year, province_code, project_code
),
counted as (
    select
        *,
        paid_on - approved_on as days,
        if(paid_on is null, greatest(0, $today::date - approved_on), null) as waited_days
    from dated
    where approved_on is not null
),
summed as (
    select
        fiscal_year,
        coalesce($group_code, province_code) as area_code,
        median(days) filter (days >= 0) as median_days,
        max(days) filter (days >= 0) as longest_days,
        count_if(days >= 0)::bigint as paid_count,
        count(*) as approved_count,
        count(waited_days) as waiting_count,
        median(waited_days) as waiting_median_days,
        count_if(days < 0)::bigint as out_of_order_count,
        count(distinct province_code) as members_reporting
    from counted
    group by fiscal_year, coalesce($group_code, province_code)
)
select
    summed.fiscal_year,
    area.name_th as area,
    summed.median_days,
    summed.longest_days,
    summed.paid_count,
    summed.approved_count,
    summed.waiting_count,
    summed.waiting_median_days,
    summed.out_of_order_count,
    summed.area_code,
    $basket::integer as basket,
    summed.members_reporting,
    $members_total::integer as members_total
from summed
left join area using (area_code)
order by summed.fiscal_year, area.sort_order
