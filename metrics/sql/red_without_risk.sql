-- ตัวชี้วัดแดงกับความเสี่ยงที่บันทึก: หนึ่งแถวต่อตัวชี้วัดที่วิกฤตหรือเสี่ยง ที่ยังไม่มีอะไรรองรับมาก่อน
-- Red indicators and their recorded risks: one row per critical or at-risk indicator, those nothing answers first
-- source: แบบ 1–2 ตัวชี้วัดและผล (forms 1, 2) · แบบ 8 ทะเบียนความเสี่ยง (form 8) · บันทึกการประชุม (register of meetings)
-- filters: group, province, fiscal_year, quarter, strategic_issue, as_of
-- trace: kpi_result by area_code and kpi_code and fiscal_year; actual, attainment_to_date_pct=actual
-- trace: target by area_code and kpi_code and fiscal_year; target
-- columns:
--   answered_by | การรองรับ | Answered by | | nothing ยังไม่มีทั้งความเสี่ยงและข้อสั่งการ, risk มีความเสี่ยง, decision มีข้อสั่งการ, both มีทั้งสอง | nothing, risk, decision, both
--   status | สถานะ | Status | | critical วิกฤต หรือ at_risk เสี่ยง | critical or at_risk
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   attainment_to_date_pct | ความสำเร็จถึงงวด | Attainment to date | ร้อยละ | ผลต่อเป้าหมายที่ควรถึงในงวดที่รายงาน | result in percent of what was due by the period reported
--   actual | ผล | Actual | | ผลล่าสุดของปี | newest result of the year
--   target | เป้าหมาย | Target | | เป้าหมายของปี | target of the year
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   owner | หน่วยงานรับผิดชอบ | Owner | | หน่วยงานรับผิดชอบ | agency in charge
--   risk_count | ความเสี่ยงที่บันทึก | Risks recorded | เรื่อง | ความเสี่ยงที่ยังไม่ปิดในทะเบียนล่าสุดของตัวชี้วัดนี้ | open risks of this indicator in the newest register
--   highest_score | คะแนนสูงสุด | Highest score | | คะแนนความเสี่ยงสูงสุดของตัวชี้วัดนี้ | the highest score among its risks
--   decision_count | ข้อสั่งการที่ยังเปิด | Open decisions | เรื่อง | ข้อสั่งการที่ผูกกับตัวชี้วัดนี้และยังไม่เสร็จ | decisions tied to this indicator that are not done
--   area | จังหวัด | Province | | จังหวัด | the province
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสล่าสุดที่รายงาน ว่าง = ทั้งปี | newest quarter reported, blank = the whole year
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นยุทธศาสตร์ตามที่เขียน | the strategic issue as written
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ข้อสั่งการที่เสร็จหรือยกเลิกแล้วไม่นับ เพราะตัวชี้วัดยังแดงอยู่ | a decision that is done or cancelled does not count, for the indicator is still red
with standing as (
    select *
    from kpi_standing_at(
        $as_of::timestamp, $fiscal_year, $quarter, $area_codes, null, $issue_keys, $today::date
    )
    where $fiscal_year is not null
        or fiscal_year <= year($today::date + interval 3 month) + 543
    qualify row_number() over (
        partition by area_code, kpi_code
        order by actual is not null desc, fiscal_year desc
    ) = 1
),
period as (
    from risk_period_at($as_of::timestamp, $fiscal_year, $quarter, $area_codes)
),
risk as (
    select area_code, kpi_code, count(*) as risk_count, max(score) as highest_score
    from risk_at($as_of::timestamp, $area_codes)
    semi join period using (area_code, period_no)
    where not is_closed and kpi_code is not null
    group by area_code, kpi_code
),
decision as (
    select area_code, tied_code as kpi_code, count(*) as decision_count
    from decision_at($as_of::timestamp, $today::date)
    where tied_kind = 'indicator' and not is_closed
    group by area_code, tied_code
)
select
    case
        when risk.kpi_code is not null and decision.kpi_code is not null then 'both'
        when risk.kpi_code is not null then 'risk'
        when decision.kpi_code is not null then 'decision'
        else 'nothing'
    end as answered_by,
    standing.status,
    standing.kpi,
    standing.attainment_to_date_pct,
    standing.actual,
    standing.target,
    standing.unit,
    standing.owner,
    coalesce(risk.risk_count, 0) as risk_count,
    risk.highest_score,
    coalesce(decision.decision_count, 0) as decision_count,
    area.name_th as area,
    standing.fiscal_year,
    standing.quarter,
    standing.strategic_issue,
    standing.kpi_code,
    standing.area_code
from standing
left join risk using (area_code, kpi_code)
left join decision using (area_code, kpi_code)
left join area on area.area_code = standing.area_code
where standing.status in ('critical', 'at_risk')
order by
    answered_by = 'nothing' desc,
    standing.status = 'critical' desc,
    standing.attainment_to_date_pct nulls first,
    area.sort_order,
    standing.kpi_code
