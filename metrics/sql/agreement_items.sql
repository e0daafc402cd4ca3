-- คะแนนตัวชี้วัดตามคำรับรอง: หนึ่งแถวต่อพื้นที่ ผู้ทำคำรับรอง และตัวชี้วัด
-- Scores of the indicators of agreements: one row per area, position that signed, and indicator
-- source: คำรับรองการปฏิบัติราชการ (form agreements) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: agreement by area_code and fiscal_year and signer_key and src_row=agreement_row; weight_pct, self_score, kpi, score=weight_pct
-- trace: kpi_result by area_code and kpi_code and fiscal_year; actual, score=actual; result_source=kpi_results
-- trace: agreement by area_code and fiscal_year and signer_key and src_row=agreement_row; actual, score=actual; result_source=agreements
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ของคำรับรอง | the area of the agreement
--   signer | ผู้ทำคำรับรอง | Signed by | | ตำแหน่ง | the position
--   kpi | ตัวชี้วัด | Indicator | | ตัวชี้วัดในคำรับรอง | the indicator agreed on
--   weight_pct | น้ำหนัก | Weight | ร้อยละ | ร้อยละของคำรับรอง ว่าง = ยังไม่กำหนด | percent of the agreement, blank = not decided
--   score | คะแนน | Score | | คำนวณจากผลและเกณฑ์ ว่าง = ให้คะแนนไม่ได้ | computed from result and thresholds, blank = cannot be scored
--   score_band | ระดับคะแนน | Band | | high ≥ 4, middle 3–<4, low < 3 (มาตรา 0–100 ตัดที่ 90 และ 60) | high ≥ 4, middle 3–<4, low < 3 (of 0–100 cut at 90 and 60)
--   self_score | คะแนนประเมินตนเอง | Self-assessed score | | ตามที่รายงาน | as reported
--   score_difference | ประเมินตนเองลบคำนวณ | Self-assessed minus computed | | บวก = รายงานสูงกว่าที่คำนวณ | positive = reported higher than computed
--   actual | ผล | Result | | ผลจากแบบ 2 หรือที่รายงานเอง | result of form 2, else as self-reported
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   thresholds | เกณฑ์คะแนน | Thresholds | | ค่าของคะแนน 1 ถึง 5 หรือขั้นต่ำ มาตรฐาน ขั้นสูง | values that earn 1 to 5, or minimum, standard, advanced
--   score_method | วิธีให้คะแนน | Method | | interpolate step milestone | interpolate step milestone
--   unscored_reason | เหตุที่ไม่มีคะแนน | Why not scored | | รหัสเหตุผล | code of the reason
--   result_source | ที่มาของผล | Result from | | kpi_results แบบ 2, agreements ผลที่รายงานเอง | kpi_results form 2, agreements self-reported
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสของผล ว่าง = ทั้งปี | quarter of the result, blank = the whole year
--   role | ระดับคำรับรอง | Level | | governor deputy agency_head | governor, deputy, agency_head
--   score_scale | มาตราคะแนน | Scale | | 1-5 หรือ 0-100 | 1-5 or 0-100
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณของคำรับรอง | fiscal year of the agreement
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   signer_key | คีย์ตำแหน่ง | Position key | | ตำแหน่งสำหรับเทียบ | the position for matching
--   agreement_row | แถวในคำรับรอง | Agreement row | | แถวในแผ่นงาน | row of the sheet
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ผลที่รายงานเองในคำรับรองเป็นของทั้งปี ไม่ใช้เมื่อเลือกไตรมาส | a result reported with an agreement is of the year and is not used when a quarter is chosen
--   คะแนนคำนวณอย่างเดียวกับกรอบการประเมิน คะแนนที่รายงานเองวางเทียบ ไม่ใช้คำนวณ | scored as the framework is; a self-assessed score is shown beside and never used
select
    area.name_th as area,
    line.signer,
    line.kpi,
    line.weight_pct,
    line.score,
    score_band(line.score, line.score_scale) as score_band,
    line.self_score,
    line.self_score - line.score as score_difference,
    line.actual,
    line.unit,
    array_to_string(list_transform(line.thresholds, lambda threshold: threshold::double), ' → ')
        as thresholds,
    line.score_method,
    line.reason as unscored_reason,
    line.result_source,
    line.quarter,
    line.role,
    line.score_scale,
    line.fiscal_year,
    line.kpi_code,
    line.signer_key,
    line.src_row as agreement_row,
    line.area_code
from scored_line_at(
    $as_of::timestamp, $fiscal_year, $fiscal_year, $quarter, $area_codes, $today::date
) as line
left join area using (area_code)
where line.told_in = 'agreement'
order by line.fiscal_year, area.sort_order, line.area_code, line.submission_id, line.src_row
