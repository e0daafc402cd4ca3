-- ความสอดคล้องของผลตรวจประเมิน: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และไตรมาส
-- Agreement of assessments: one row per area, fiscal year and quarter
-- source: แบบ 9 ผลการตรวจประเมิน (form 9) · แบบ 1–2 ตัวชี้วัดและผล (forms 1, 2)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: assessment by area_code and fiscal_year and quarter; assessment_count=score, evidence_ok_count=evidence_ok
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   quarter | ไตรมาส | Quarter | | งวดที่ประเมิน ว่าง = ทั้งปี | period assessed, blank = the whole year
--   area | จังหวัด | Province | | จังหวัด | the province
--   assessment_count | การประเมิน | Assessments | เรื่อง | จำนวนการประเมิน | number of assessments
--   comparable_count | เทียบได้ | Comparable | เรื่อง | การประเมินที่มีทั้งคะแนนและคะแนนของหน่วยงานเอง | assessments with both a score and a claim
--   agreed_count | ตรงกัน | Agreed | เรื่อง | ต่างกันไม่เกิน 0.5 คะแนน | those that differ by 0.5 at most
--   agreed_pct | อัตราตรงกัน | Agreement | ร้อยละ | ตรงกันต่อที่เทียบได้ | agreed in percent of comparable
--   mean_absolute_difference | ต่างกันเฉลี่ย | Mean difference | คะแนน | ค่าเฉลี่ยของผลต่างไม่คิดเครื่องหมาย | mean of the differences without sign
--   claimed_higher_count | หน่วยงานให้สูงกว่า | Agency higher | เรื่อง | หน่วยงานรายงานสูงกว่าผู้ประเมินเกิน 0.5 | the agency claimed over 0.5 more than the assessor gave
--   claimed_lower_count | หน่วยงานให้ต่ำกว่า | Agency lower | เรื่อง | หน่วยงานรายงานต่ำกว่าผู้ประเมินเกิน 0.5 | the agency claimed over 0.5 less than the assessor gave
--   evidence_ok_count | หลักฐานครบ | Evidence complete | เรื่อง | การประเมินที่หลักฐานครบ | assessments with complete evidence
--   evidence_known_count | ระบุหลักฐาน | Evidence said | เรื่อง | การประเมินที่ระบุว่าหลักฐานครบหรือไม่ | assessments that say whether evidence is complete
--   agency_count | หน่วยงาน | Agencies | หน่วยงาน | หน่วยงานที่ถูกประเมิน | agencies assessed
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ใช้เกณฑ์เดียวกับ assessment_agreement | by the same rules as assessment_agreement
with compared as (
    select *, score - claimed_score as difference
    from assessment_at($as_of::timestamp, $area_codes)
    where ($fiscal_year is null or fiscal_year = $fiscal_year)
        and ($quarter is null or quarter = $quarter)
),
summed as (
    select
        area_code,
        fiscal_year,
        quarter,
        count(*) as assessment_count,
        count(difference) as comparable_count,
        count_if(abs(difference) <= 0.5) as agreed_count,
        sum(abs(difference)) / nullif(count(difference), 0) as mean_absolute_difference,
        count_if(difference < -0.5) as claimed_higher_count,
        count_if(difference > 0.5) as claimed_lower_count,
        count_if(evidence_ok) as evidence_ok_count,
        count(evidence_ok) as evidence_known_count,
        count(distinct agency) as agency_count
    from compared
    group by area_code, fiscal_year, quarter
)
select
    summed.fiscal_year,
    summed.quarter,
    area.name_th as area,
    summed.assessment_count,
    summed.comparable_count,
    summed.agreed_count,
    100.0 * summed.agreed_count / nullif(summed.comparable_count, 0) as agreed_pct,
    summed.mean_absolute_difference,
    summed.claimed_higher_count,
    summed.claimed_lower_count,
    summed.evidence_ok_count,
    summed.evidence_known_count,
    summed.agency_count,
    summed.area_code
from summed
left join area using (area_code)
order by summed.fiscal_year, summed.quarter, area.sort_order
