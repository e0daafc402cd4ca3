-- ผลตรวจประเมินเทียบกับที่หน่วยงานรายงานเอง: หนึ่งแถวต่อการประเมิน
-- Assessments beside the agency's own claim: one row per assessment
-- source: แบบ 9 ผลการตรวจประเมิน (form 9) · แบบ 1–2 ตัวชี้วัดและผล (forms 1, 2)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: assessment by area_code and agency and fiscal_year and quarter; score, claimed_score=self_score, evidence_ok
-- columns:
--   agency | หน่วยงานที่ถูกประเมิน | Agency assessed | | หน่วยงานที่ถูกประเมิน | the agency that was assessed
--   subject | เรื่องที่ประเมิน | What was assessed | | ตัวชี้วัด หรือโครงการ | the indicator, or the project
--   score | คะแนนผู้ประเมิน | Assessor's score | 1–5 | คะแนนของผู้ประเมินอิสระ | the independent assessor's score
--   claimed_score | คะแนนที่หน่วยงานรายงานเอง | Agency's own claim | 1–5 | คะแนนที่หน่วยงานให้ตนเอง หรือผลที่รายงานแปลงเป็นคะแนน ว่าง = เทียบไม่ได้ | the score the agency gave itself, or its reported result as a score, blank = not comparable
--   score_difference | ผู้ประเมิน − หน่วยงาน | Assessor less agency | คะแนน | ลบ = ผู้ประเมินให้ต่ำกว่าที่หน่วยงานรายงาน | negative = the assessor gave less than the agency claimed
--   is_agreed | ตรงกัน | Agree | | จริงเมื่อต่างกันไม่เกิน 0.5 คะแนน ว่าง = เทียบไม่ได้ | true when they differ by 0.5 at most, blank = not comparable
--   evidence_ok | หลักฐานครบ | Evidence complete | | ตามที่ผู้ประเมินระบุ ว่าง = ไม่ระบุ | as the assessor said, blank = not said
--   claim_basis | ที่มาของคะแนนหน่วยงาน | Basis of the claim | | self_score คะแนนประเมินตนเอง, reported_result ผลที่รายงานในแบบ 2 | self_score, reported_result
--   no_claim_reason | เหตุที่เทียบไม่ได้ | Why not comparable | | รหัสเหตุผล ว่าง = เทียบได้ | code of the reason, blank = comparable
--   claimed_pct | ผลที่รายงานต่อเป้า | Reported attainment | ร้อยละ | ผลที่หน่วยงานรายงานของงวดเดียวกันต่อเป้าหมายของงวด | the result reported for the same period in percent of its target
--   assessor_office | ผู้ประเมิน (สังกัด) | Assessor's office | | ตำแหน่งหรือหน่วยงานของผู้ประเมิน ไม่มีชื่อบุคคล | office or position of the assessor, never a person's name
--   comment | ความเห็น | Comment | | ความเห็นของผู้ประเมิน | the assessor's comment
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | งวดที่ประเมิน ว่าง = ทั้งปี | period assessed, blank = the whole year
--   area | จังหวัด | Province | | จังหวัด | the province
--   is_official | ผ่านขั้นตรวจประเมิน | Assessed in the workflow | | จริงเมื่อชุดข้อมูลผลการดำเนินงานของงวดนี้ผ่านขั้น assessed แล้ว | true when a submission of results of this period passed the step assessed
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ผลที่รายงานต่อเป้าหมาย ร้อยละ 60 และต่ำกว่า = 1 คะแนน ร้อยละ 100 ขึ้นไป = 5 คะแนน ระหว่างนั้นเทียบบัญญัติไตรยางศ์ | a reported result of 60 percent of its target or less is 1, of 100 and more 5, straight lines between
--   คะแนนที่หน่วยงานประเมินตนเองมาก่อนผลที่รายงาน | a score the agency gave itself comes before its reported result
with assessed_results as (
    select distinct submission.area_code, submission.fiscal_year, submission.quarter
    from submission_event
    inner join submission using (submission_id)
    where submission_event.event = 'assessed'
        and submission.form in ('kpi_results', 'projects')
        and ($as_of::timestamp is null or submission_event.at_time <= $as_of::timestamp)
)
select
    assessed.agency,
    coalesce(assessed.kpi, assessed.project) as subject,
    assessed.score,
    assessed.claimed_score,
    assessed.score - assessed.claimed_score as score_difference,
    abs(assessed.score - assessed.claimed_score) <= 0.5 as is_agreed,
    assessed.evidence_ok,
    assessed.claim_basis,
    assessed.no_claim_reason,
    assessed.claimed_pct,
    coalesce(assessed.assessor_agency, assessed.assessor) as assessor_office,
    assessed.comment,
    assessed.fiscal_year,
    assessed.quarter,
    area.name_th as area,
    assessed_results.area_code is not null as is_official,
    assessed.area_code
from assessment_at($as_of::timestamp, $area_codes) as assessed
left join area using (area_code)
left join assessed_results
    on assessed_results.area_code = assessed.area_code
    and assessed_results.fiscal_year = assessed.fiscal_year
    and assessed_results.quarter is not distinct from assessed.quarter
where ($fiscal_year is null or assessed.fiscal_year = $fiscal_year)
    and ($quarter is null or assessed.quarter = $quarter)
order by
    abs(score_difference) desc nulls last,
    area.sort_order,
    assessed.fiscal_year,
    assessed.quarter,
    assessed.agency,
    subject
