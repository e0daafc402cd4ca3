-- แผนที่ความเสี่ยง: หนึ่งแถวต่อพื้นที่ ประเด็น โอกาส และผลกระทบ ที่มีความเสี่ยงอยู่
-- Risk map: one row per area, issue, likelihood and impact that holds a risk
-- source: แบบ 8 ทะเบียนความเสี่ยง (form 8)
-- filters: group, province, fiscal_year, quarter, strategic_issue, as_of
-- trace: risk by area_code and issue_key and likelihood and impact and fiscal_year and quarter; risk_count=likelihood, score=impact, risks=risk, likelihood, impact
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของข้อมูล | the quarter the figures are of
--   area | จังหวัด | Province | | จังหวัด | the province
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นที่ระบุในทะเบียน หรือของตัวชี้วัดหรือโครงการ ว่าง = ไม่ทราบ | the issue named in the register, else that of the indicator or project, blank = not known
--   likelihood | โอกาส | Likelihood | | 1 น้อยที่สุด ถึง 5 มากที่สุด | 1 least to 5 most
--   impact | ผลกระทบ | Impact | | 1 น้อยที่สุด ถึง 5 มากที่สุด | 1 least to 5 most
--   score | คะแนน | Score | | โอกาส × ผลกระทบ | likelihood × impact
--   risk_level | ระดับ | Level | | low ต่ำ, medium ปานกลาง, high สูง, very_high สูงมาก ตามคะแนน | low, medium, high, very_high, by score
--   risk_count | ความเสี่ยง | Risks | เรื่อง | ความเสี่ยงที่ยังไม่ปิดในช่องนี้ | open risks in this cell
--   risks | รายการ | Which risks | | ชื่อความเสี่ยงในช่องนี้ | names of the risks in this cell
--   issue_risk_count | ความเสี่ยงของประเด็น | Risks of the issue | เรื่อง | ความเสี่ยงที่ยังไม่ปิดทั้งหมดของประเด็น | all open risks of the issue
--   area_risk_count | ความเสี่ยงของพื้นที่ | Risks of the area | เรื่อง | ความเสี่ยงที่ยังไม่ปิดทั้งหมดของพื้นที่ | all open risks of the area
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ใช้ทะเบียนของไตรมาสล่าสุดที่ส่งในปีหรือถึงไตรมาสที่เลือก ความเสี่ยงที่ปิดแล้วไม่นับ | the newest register of the year, or up to the quarter asked for; closed risks do not count
--   ช่วงคะแนนของแต่ละระดับอยู่ในตาราง risk_band | the scores of each level are in the table risk_band
with period as (
    from risk_period_at($as_of::timestamp, $fiscal_year, $quarter, $area_codes)
),
standing as (
    select risk.*
    from risk_at($as_of::timestamp, $area_codes) as risk
    semi join period using (area_code, period_no)
    where not risk.is_closed
        and ($issue_keys is null or list_contains($issue_keys, risk.issue_key))
)
select
    standing.fiscal_year,
    standing.quarter,
    area.name_th as area,
    min(standing.strategic_issue) as strategic_issue,
    standing.likelihood,
    standing.impact,
    standing.score,
    standing.risk_level,
    count(*) as risk_count,
    string_agg(standing.risk, ' · ' order by standing.risk) as risks,
    sum(count(*)) over (
        partition by standing.area_code, standing.issue_key
    )::bigint as issue_risk_count,
    sum(count(*)) over (partition by standing.area_code)::bigint as area_risk_count,
    standing.issue_key,
    standing.area_code
from standing
left join area using (area_code)
group by
    standing.fiscal_year,
    standing.quarter,
    standing.area_code,
    area.name_th,
    area.sort_order,
    standing.issue_key,
    standing.likelihood,
    standing.impact,
    standing.score,
    standing.risk_level
order by area.sort_order, standing.score desc, standing.issue_key nulls last, standing.likelihood desc
