-- การเคลื่อนไหวของความเสี่ยง: หนึ่งแถวต่อความเสี่ยงของไตรมาสล่าสุด และที่หายไปจากไตรมาสก่อน
-- Movement of risks: one row per risk of the newest quarter, and per risk gone since the quarter before
-- source: แบบ 8 ทะเบียนความเสี่ยง (form 8)
-- filters: group, province, fiscal_year, quarter, strategic_issue, as_of
-- trace: risk by area_code and risk_key and kpi_key and fiscal_year and quarter; score=likelihood, likelihood, impact, control, owner, next_review_on=next_review, risk
-- columns:
--   risk_movement | เทียบไตรมาสก่อน | Since last quarter | | new ใหม่, up เพิ่มขึ้น, same เท่าเดิม, down ลดลง, closed ปิดแล้ว ว่าง = ไตรมาสก่อนไม่มีทะเบียน | new, up, same, down, closed; blank = no register of the quarter before
--   risk | ความเสี่ยง | Risk | | ข้อความตามทะเบียน | as the register words it
--   risk_level | ระดับ | Level | | low ต่ำ, medium ปานกลาง, high สูง, very_high สูงมาก ตามคะแนน | low, medium, high, very_high, by score
--   score | คะแนน | Score | | โอกาส × ผลกระทบ ของไตรมาสนี้ ว่าง = ไม่อยู่ในทะเบียนแล้ว | likelihood × impact this quarter, blank = no longer in the register
--   score_before | คะแนนไตรมาสก่อน | Score last quarter | | โอกาส × ผลกระทบ ของไตรมาสก่อน | likelihood × impact in the quarter before
--   likelihood | โอกาส | Likelihood | | 1–5 | 1 to 5
--   impact | ผลกระทบ | Impact | | 1–5 | 1 to 5
--   control | แนวทางจัดการ | Control | | สิ่งที่ทำเพื่อลดความเสี่ยง | what is done about it
--   owner | ผู้รับผิดชอบ | Owner | | หน่วยงานหรือตำแหน่งที่รับผิดชอบ | office in charge
--   next_review_on | ทบทวนครั้งต่อไป | Next review | | วันทบทวนครั้งต่อไป | day of the next review
--   review_overdue_days | เลยกำหนดทบทวน | Review overdue by | วัน | วันที่เลยกำหนดทบทวนของความเสี่ยงที่ยังไม่ปิด ว่าง = ไม่เลย | days an open risk's review is overdue, blank = not overdue
--   category | ประเภท | Category | | ประเภทความเสี่ยงตามทะเบียน | category as in the register
--   kpi | ตัวชี้วัด | Indicator | | ตัวชี้วัดที่เกี่ยวข้อง | the indicator concerned
--   project | โครงการ | Project | | โครงการที่เกี่ยวข้อง | the project concerned
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นที่ระบุในทะเบียน หรือของตัวชี้วัดหรือโครงการ ว่าง = ไม่ทราบ | the issue named in the register, else that of the indicator or project, blank = not known
--   area | จังหวัด | Province | | จังหวัด | the province
--   register_status | สถานะตามทะเบียน | Status as written | | สถานะตามที่เขียน | status as written
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | ไตรมาสของข้อมูล | the quarter the figures are of
--   is_closed | ปิดแล้ว | Closed | | จริงเมื่อปิดแล้วหรือไม่อยู่ในทะเบียนไตรมาสนี้ | true when closed, or no longer in this quarter's register
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   kpi_key | คีย์ตัวชี้วัด | Indicator key | | ชื่อตัวชี้วัดสำหรับเทียบ | the indicator's name for matching
--   risk_key | คีย์ความเสี่ยง | Risk key | | ข้อความความเสี่ยงสำหรับเทียบ | the risk's words for matching
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ไตรมาสก่อน = ไตรมาสที่ติดกันเท่านั้น ไม่ข้ามไตรมาสที่ไม่มีทะเบียน | the quarter before is the adjoining one only: a quarter without a register is not skipped
--   เป็นเรื่องเดียวกันเมื่อพื้นที่ ตัวชี้วัด โครงการ และข้อความความเสี่ยงตรงกัน | it is the same risk when area, indicator, project and wording agree
with period as (
    from risk_period_at($as_of::timestamp, $fiscal_year, $quarter, $area_codes)
),
risk as (
    select risk.*, period.period_no as newest_no, period.has_before
    from risk_at($as_of::timestamp, $area_codes) as risk
    inner join period
        on period.area_code = risk.area_code
        and risk.period_no between period.period_no - 1 and period.period_no
    where $issue_keys is null or list_contains($issue_keys, risk.issue_key)
),
both_quarters as (
    select
        if(now.risk_key is null, before, now) as shown,
        now.score as score,
        before.score as score_before,
        coalesce(now.is_closed, true) as is_closed,
        now.risk_key is null as is_gone,
        before.risk_key is not null and not before.is_closed as was_open
    from (from risk where period_no = newest_no) as now
    full join (from risk where period_no < newest_no) as before
        on before.area_code = now.area_code
        and before.risk_key = now.risk_key
        and before.kpi_key is not distinct from now.kpi_key
        and before.project_key is not distinct from now.project_key
    -- What was closed before and is closed or gone now is no news.
    where not (coalesce(now.is_closed, true) and coalesce(before.is_closed, false))
)
select
    case
        when not shown.has_before then if(is_closed, 'closed', null)
        when is_closed then 'closed'
        when not was_open then 'new'
        when score > score_before then 'up'
        when score < score_before then 'down'
        else 'same'
    end as risk_movement,
    shown.risk,
    shown.risk_level,
    score,
    score_before,
    if(is_gone, null, shown.likelihood) as likelihood,
    if(is_gone, null, shown.impact) as impact,
    shown.control,
    shown.owner,
    shown.next_review as next_review_on,
    if(not is_closed and shown.next_review < $today::date, $today::date - shown.next_review, null)
        as review_overdue_days,
    shown.category,
    shown.kpi,
    shown.project,
    shown.strategic_issue,
    area.name_th as area,
    shown.status as register_status,
    shown.fiscal_year,
    shown.quarter,
    is_closed,
    shown.issue_key,
    shown.kpi_key,
    shown.risk_key,
    shown.area_code
from both_quarters
left join area on area.area_code = shown.area_code
order by is_closed, coalesce(score, score_before) desc, area.sort_order, shown.risk_key
