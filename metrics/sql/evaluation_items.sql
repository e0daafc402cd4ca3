-- คะแนนรายตัวชี้วัดตามกรอบการประเมิน: หนึ่งแถวต่อพื้นที่และรายการ (หรือตัวชี้วัดของรายการ) ตามลำดับในกรอบ
-- Scores by item of the framework: one row per area and item, or indicator of an item, in the framework's order
-- source: กรอบการประเมินผล (form evaluation_framework) · คำรับรองการปฏิบัติราชการ (form agreements) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2) · กรอบการประเมินผลของ ก.พ.ร. 2557–2558
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: evaluation_item by area_code=framework_area_code and fiscal_year and src_row=framework_row and submission_id; weight_pct, item, score=weight_pct
-- trace: kpi_result by area_code and kpi_code and fiscal_year; actual, score=actual; result_source=kpi_results
-- trace: agreement by area_code and kpi_key and fiscal_year and role='governor'; actual, score=actual; result_source=agreements
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ที่ถูกประเมิน | the area that is evaluated
--   dimension_group | กลุ่มมิติ | Group of dimensions | | external ภายนอก internal ภายใน ว่าง = กรอบไม่ได้แบ่ง | external or internal, blank = not divided by the framework
--   dimension_no | มิติที่ | Dimension no. | | เลขมิติตามเอกสาร | number in the document
--   dimension | มิติ | Dimension | | ชื่อมิติตามเอกสาร | name in the document
--   item_no | ข้อ | Item no. | | เลขข้อตามเอกสาร | number in the document
--   item | รายการประเมิน | Item | | ชื่อรายการตามเอกสาร | name in the document
--   kpi | ตัวชี้วัด | Indicator | | ตัวชี้วัดที่ใช้วัดรายการ ว่าง = กรอบยังไม่ระบุ | the indicator that measures the item, blank = not named yet
--   weight_pct | น้ำหนัก | Weight | ร้อยละ | ร้อยละของทั้งกรอบ ว่าง = ยังไม่กำหนด ไม่ใช่ศูนย์ | percent of the whole framework, blank = not decided, not zero
--   score | คะแนน | Score | | สี่ตำแหน่ง ปัดครึ่งขึ้น ว่าง = ให้คะแนนไม่ได้ ดูเหตุผล | four places, half up, blank = cannot be scored, see the reason
--   score_band | ระดับคะแนน | Band | | high ≥ 4, middle 3–<4, low < 3 (มาตรา 0–100 ตัดที่ 90 และ 60) | high ≥ 4, middle 3–<4, low < 3 (of 0–100 cut at 90 and 60)
--   actual | ผล | Result | | ผลสะสมถึงงวดล่าสุด | result to date
--   target | เป้าหมาย | Target | | เป้าหมายของปีจากแบบ 1 | target of the year from form 1
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unscored_reason | เหตุที่ไม่มีคะแนน | Why not scored | | รหัสเหตุผลเมื่อให้คะแนนไม่ได้ | code of the reason when it cannot be scored
--   result_source | ที่มาของผล | Result from | | kpi_results แบบ 2, agreements ผลที่รายงานเองในคำรับรองของผู้ว่าฯ | kpi_results form 2, agreements self-reported in the governor's agreement
--   quarter | ถึงไตรมาส | Up to quarter | | ไตรมาสของผล ว่าง = ทั้งปี | quarter of the result, blank = the whole year
--   is_provisional | ข้อมูลเบื้องต้น | Provisional | | จริงเมื่อผลยังเป็นเบื้องต้น | true when the result is provisional
--   score_scale | มาตราคะแนน | Scale | | 1-5 หรือ 0-100 | 1-5 or 0-100
--   score_method | วิธีให้คะแนน | Method | | interpolate step milestone | interpolate step milestone
--   thresholds | เกณฑ์คะแนน | Thresholds | | ค่าของคะแนน 1 ถึง 5 หรือขั้นต่ำ มาตรฐาน ขั้นสูง | values that earn 1 to 5, or minimum, standard, advanced
--   weighted_score | น้ำหนัก × คะแนน | Weight × score | | น้ำหนักคูณคะแนน ตัวตั้งของคะแนนรวม | weight times score, the numerator of the total
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณของกรอบ | fiscal year of the framework
--   item_identity | รหัสรายการข้ามปี | Identity across years | | รายการเดียวกันข้ามปี ไม่ใช่เลขข้อ | the same item in other years, not its number
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   kpi_key | คีย์ตัวชี้วัด | Indicator key | | ชื่อตัวชี้วัดสำหรับเทียบ | the indicator's name for matching
--   dimension_key | คีย์มิติ | Dimension key | | ชื่อมิติสำหรับเทียบ | the dimension's name for matching
--   framework_area_code | เจ้าของกรอบ | Framework of | | รหัสพื้นที่เจ้าของกรอบ TH = ทั้งประเทศ | area whose framework it is, TH = the country
--   framework_row | แถวในกรอบ | Framework row | | แถวในแผ่นงาน | row of the sheet
--   submission_id | เลขที่ชุดข้อมูลของกรอบ | Submission of the framework | | เลขที่ชุดข้อมูล | number of the submission
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ผลที่รายงานเองในคำรับรองเป็นของทั้งปี ไม่ใช้เมื่อเลือกไตรมาส | a result reported with an agreement is of the year and is not used when a quarter is chosen
--   เทียบสัดส่วนเป็นเส้นตรงระหว่างเกณฑ์ เรียงทางใดก็ได้ ไม่ต่ำกว่า 1 ไม่เกิน 5 เกณฑ์ที่ติดกันเท่ากันเป็นขั้น | by proportion in straight lines between thresholds in either order, from 1 to 5, a step where neighbours are equal
--   มาตรา 0–100: ขั้นต่ำ 50 มาตรฐาน 75 ขั้นสูง 100 ต่ำกว่าขั้นต่ำได้ 0 | of 0–100: minimum 50, standard 75, advanced 100, below the minimum 0
--   ระหว่างปี คะแนนคิดจากผลสะสมถึงงวดเทียบเกณฑ์ทั้งปี | within the year, the result to date is held to the thresholds of the whole year
select
    area.name_th as area,
    line.dimension_group,
    line.dimension_no,
    line.dimension,
    line.item_no,
    line.item,
    line.kpi,
    line.weight_pct,
    line.score,
    score_band(line.score, line.score_scale) as score_band,
    line.actual,
    line.target,
    line.unit,
    line.reason as unscored_reason,
    line.result_source,
    line.quarter,
    line.is_provisional,
    line.score_scale,
    line.score_method,
    array_to_string(list_transform(line.thresholds, lambda threshold: threshold::double), ' → ')
        as thresholds,
    line.weight_pct * line.score as weighted_score,
    line.fiscal_year,
    line.item_identity,
    line.kpi_code,
    line.kpi_key,
    line.dimension_key,
    line.framework_area_code,
    line.src_row as framework_row,
    line.submission_id,
    line.area_code
from scored_line_at(
    $as_of::timestamp, $fiscal_year, $fiscal_year, $quarter, $area_codes, $today::date
) as line
left join area using (area_code)
where line.told_in = 'framework'
order by line.fiscal_year, area.sort_order, line.area_code, line.src_row
