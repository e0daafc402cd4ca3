-- ผลเทียบเป้าหมายตัวชี้วัด: หนึ่งแถวต่อพื้นที่ ตัวชี้วัด และปีงบประมาณ ณ งวดล่าสุดที่รายงาน (หรือไตรมาสที่เลือก)
-- Indicator attainment: one row per area, indicator and fiscal year, as of the newest period reported (or the quarter asked for)
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, district, fiscal_year, quarter, strategic_issue, as_of
-- trace: kpi_result by area_code and kpi_code and fiscal_year; actual
-- trace: target by area_code and kpi_code and fiscal_year; target
-- trace: indicator by area_code and kpi_code; baseline
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่รายงาน ว่าง = ทั้งปี | newest quarter reported, blank = the whole year
--   target | เป้าหมาย | Target | | เป้าหมายของปีงบประมาณ | target of the fiscal year
--   actual | ผลสะสม | Result to date | | ตามนิยาม: บวกทุกไตรมาส ค่าสะสมล่าสุด หรือค่า ณ สิ้นงวดล่าสุด ว่าง = ไม่ทราบ | as defined: quarters added, the newest running total, or the newest level, blank = not known
--   attainment_pct | ร้อยละความสำเร็จ | Attainment | ร้อยละ | ผลสะสมเทียบเป้าหมายทั้งปีตามทิศทางที่ดี ว่างเมื่ออัตราส่วนไม่มีความหมาย | result against the target of the year, by good direction, blank where a ratio says nothing
--   status | สถานะ | Status | | met ≥ 100, near 75–<100, at_risk 50–<75, critical < 50 เทียบเป้าหมายถึงงวด; no_data, not_due | met ≥ 100, near 75–<100, at_risk 50–<75, critical < 50 against the target to date; no_data, not_due
--   reason | เหตุผล | Reason | | รหัสเหตุผลเมื่อมีข้อควรทราบ | code of what should be known about the figure
--   target_to_date | เป้าหมายถึงงวด | Target to date | | จำนวนและเงิน: เป้าหมายรายไตรมาสรวมกัน หรือเป้าหมายปีตามสัดส่วนเวลา อย่างอื่นเท่าเป้าหมายปี | counts and money: quarterly targets added, else the year's in proportion to time, others the year's
--   attainment_to_date_pct | ความสำเร็จถึงงวด | Attainment to date | ร้อยละ | ผลสะสมเทียบเป้าหมายถึงงวด ใช้กำหนดสถานะ | result against the target to date, which decides the status
--   gap | ส่วนต่างจากเป้าหมาย | Gap to target | | ผลสะสมลบเป้าหมาย หน่วยเดียวกับตัวชี้วัด | result minus target in the indicator's unit
--   gap_pp | ส่วนต่าง (จุดร้อยละ) | Gap in points | จุดร้อยละ | ส่วนต่างของตัวชี้วัดที่เป็นร้อยละ | the gap of an indicator measured in percent
--   baseline | ค่าฐาน | Baseline | | ค่าฐานที่ประกาศไว้ หรือค่าที่เป้าหมายซึ่งเขียนเป็นการเปลี่ยนแปลงเริ่มนับ | baseline as declared, or what a target written as a change starts from
--   accumulation | การสะสม | Accumulation | | running ค่าสะสม, sum บวกทุกไตรมาส, mean เฉลี่ย, last ค่าล่าสุด, unknown ยังไม่กำหนดนิยาม | running, sum, mean, last, unknown = not declared
--   target_step | เป้าหมายที่เขียนไว้ | Change aimed at | | เป้าหมายตามที่เขียน เมื่อเขียนเป็นการเปลี่ยนแปลงจากค่าฐาน | the target as written where it is a change from the base
--   is_provisional | ข้อมูลเบื้องต้น | Provisional | | จริงเมื่อผลส่วนใดยังเป็นเบื้องต้น | true when any part of the result is provisional
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money percent growth ratio level milestone index | count money percent growth ratio level milestone index
--   direction | ทิศทางที่ดี | Good direction | | higher = ยิ่งมากยิ่งดี lower = ยิ่งน้อยยิ่งดี | higher = more is better, lower = less is better
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นยุทธศาสตร์ตามที่เขียน | the strategic issue as written
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   ยิ่งน้อยยิ่งดีและมีค่าฐานสูงกว่าเป้าหมาย: (ฐาน−ผล)/(ฐาน−เป้า) ไม่มีค่าฐาน: เป้า/ผล | less is better with a baseline above the target: (base−result)/(base−target), without one: target/result
--   ตัวชี้วัดการขยายตัวดูส่วนต่างเป็นจุดร้อยละก่อน หดตัวถือเป็น 0 | for growth indicators the gap in points comes first, shrinking counts as 0
--   จำนวนและเงินที่ยังไม่ประกาศว่าผลเป็นค่าของงวด ค่าสะสม หรือยอด ณ สิ้นงวด ไม่รวมข้ามไตรมาส | counts and money whose results are not declared as of the period, running or stock are not added over quarters
--   เป้าหมายที่เขียนเป็นการเปลี่ยนแปลงแปลงเป็นระดับจากค่าฐานก่อนเทียบ | a target written as a change is turned into a level from its base first
--   ขาดไตรมาสใดระหว่างทาง จำนวนและเงินสะสมจะไม่ทราบ ไม่ถือเป็นศูนย์ | with a quarter missing in between, added counts and money are not known, never zero
--   เลือกกลุ่มจังหวัด: แสดงตัวชี้วัดของกลุ่มและของแต่ละจังหวัดในกลุ่ม ไม่รวมค่าข้ามพื้นที่ | for a group: the indicators of the group and of each member, values are never added over areas
select
    area.name_th as area,
    standing.kpi,
    standing.fiscal_year,
    standing.quarter,
    standing.target,
    standing.actual,
    standing.attainment_pct,
    standing.status,
    standing.reason,
    standing.target_to_date,
    standing.attainment_to_date_pct,
    (standing.actual - standing.target)::decimal(28, 6) as gap,
    case
        when standing.unit_kind in ('percent', 'growth')
            then (standing.actual - standing.target)::decimal(28, 6)
    end as gap_pp,
    standing.baseline,
    standing.accumulation,
    standing.target_step,
    standing.is_provisional,
    standing.unit,
    standing.unit_kind,
    standing.declared_direction as direction,
    standing.strategic_issue,
    standing.issue_key,
    standing.kpi_code,
    standing.area_code,
    $basket::integer as basket
from kpi_standing_at(
    $as_of::timestamp, $fiscal_year, $quarter, $area_codes, $district_code, $issue_keys,
    $today::date
) as standing
left join area using (area_code)
order by standing.fiscal_year, area.sort_order, standing.kpi_code
