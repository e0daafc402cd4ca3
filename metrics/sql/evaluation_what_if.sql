-- ถ้าตัวชี้วัดถึงเป้าหมาย คะแนนรวมจะเป็นเท่าใด: หนึ่งแถวต่อพื้นที่และตัวชี้วัดในกรอบ ที่ได้เพิ่มมากสุดมาก่อน
-- The total if an indicator reached its target: one row per area and indicator of the framework, largest gain first
-- source: กรอบการประเมินผล (form evaluation_framework) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2) · คำรับรองการปฏิบัติราชการ (form agreements)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: evaluation_item by area_code=framework_area_code and fiscal_year and src_row=framework_row and submission_id; weight_pct, item
-- trace: target by area_code and kpi_code and fiscal_year; target
-- trace: kpi_result by area_code and kpi_code and fiscal_year; actual; result_source=kpi_results
-- trace: agreement by area_code and kpi_key and fiscal_year and role='governor'; actual; result_source=agreements
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ที่ถูกประเมิน | the area that is evaluated
--   item | รายการประเมิน | Item | | ชื่อรายการตามเอกสาร | name in the document
--   kpi | ตัวชี้วัด | Indicator | | ตัวชี้วัดที่ใช้วัดรายการ | the indicator that measures the item
--   weight_pct | น้ำหนัก | Weight | ร้อยละ | ร้อยละของทั้งกรอบ | percent of the whole framework
--   actual | ผล | Result | | ผลสะสมถึงงวดล่าสุด | result to date
--   target | เป้าหมาย | Target | | เป้าหมายของปีจากแบบ 1 ว่าง = ใช้คะแนนเต็มแทน | target of the year from form 1, blank = the whole score stands in
--   score | คะแนนปัจจุบัน | Score now | | ว่าง = ยังไม่มีผล | blank = no result yet
--   score_if_reached | คะแนนเมื่อถึงเป้าหมาย | Score at target | | ไม่ต่ำกว่าคะแนนปัจจุบัน | never below the score now
--   total_exclude | คะแนนรวม (ไม่นับที่ไม่มีผล) | Total, missing left out | | คะแนนรวมปัจจุบัน | the total now
--   total_exclude_if | คะแนนรวมจะเป็น (ไม่นับที่ไม่มีผล) | Total would be, missing left out | | ถ้าตัวชี้วัดนี้ตัวเดียวถึงเป้าหมาย | if this indicator alone reached its target
--   gain_exclude | เพิ่มขึ้น (ไม่นับที่ไม่มีผล) | Gain, missing left out | | ติดลบได้เมื่อผลที่เพิ่งเข้ามานับมีคะแนนต่ำกว่าค่าเฉลี่ย | may be negative when a result that begins to count lies below the rest
--   total_strict | คะแนนรวม (ไม่มีผลได้ต่ำสุด) | Total, missing as lowest | | คะแนนรวมปัจจุบัน | the total now
--   total_strict_if | คะแนนรวมจะเป็น (ไม่มีผลได้ต่ำสุด) | Total would be, missing as lowest | | ถ้าตัวชี้วัดนี้ตัวเดียวถึงเป้าหมาย | if this indicator alone reached its target
--   gain_strict | เพิ่มขึ้น (ไม่มีผลได้ต่ำสุด) | Gain, missing as lowest | | ส่วนต่างของคะแนนรวม | difference of the totals
--   target_basis | เป้าหมายที่ใช้ | Aim | | declared เป้าหมายจากแบบ 1 top คะแนนเต็ม | declared target of form 1, top of the scale
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   unscored_reason | เหตุที่ไม่มีคะแนน | Why not scored | | รหัสเหตุผล | code of the reason
--   result_source | ที่มาของผล | Result from | | kpi_results แบบ 2, agreements ผลที่รายงานเอง | kpi_results form 2, agreements self-reported
--   score_scale | มาตราคะแนน | Scale | | 1-5 หรือ 0-100 | 1-5 or 0-100
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณของกรอบ | fiscal year of the framework
--   dimension | มิติ | Dimension | | ชื่อมิติ | name of the dimension
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   kpi_key | คีย์ตัวชี้วัด | Indicator key | | ชื่อตัวชี้วัดสำหรับเทียบ | the indicator's name for matching
--   framework_area_code | เจ้าของกรอบ | Framework of | | รหัสพื้นที่เจ้าของกรอบ | area whose framework it is
--   framework_row | แถวในกรอบ | Framework row | | แถวในแผ่นงาน | row of the sheet
--   submission_id | เลขที่ชุดข้อมูลของกรอบ | Submission of the framework | | เลขที่ชุดข้อมูล | number of the submission
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   ตัวชี้วัดที่เกณฑ์หรือวิธีให้คะแนนยังไม่ครบ ไม่มีคะแนนเมื่อถึงเป้าหมาย จึงไม่อยู่ในรายการ | an indicator without thresholds or method has no score at its target and is not listed
--   แต่ละแถวคิดทีละตัวชี้วัด การเพิ่มของหลายแถวบวกกันไม่ได้เสมอไป | each row moves one indicator alone, gains of several do not always add up
with line as (
    select *
    from scored_line_at(
        $as_of::timestamp, $fiscal_year, $fiscal_year, $quarter, $area_codes, $today::date
    )
    where told_in = 'framework'
),
total as (
    select
        area_code,
        fiscal_year,
        coalesce(sum(weight_pct * score), 0) as weighted_sum,
        coalesce(sum(weight_pct) filter (score is not null), 0) as scored_weight,
        sum(weight_pct) as weight,
        count(distinct score_scale) as scale_count,
        score_floor(any_value(score_scale)) as floor_score
    from line
    group by area_code, fiscal_year
),
moved as (
    select
        line.*,
        greatest(line.score, line.score_at_target) as score_if_reached,
        if(line.target is null or line.thresholds is null, 'top', 'declared') as target_basis,
        total.scale_count,
        total.weighted_sum,
        total.scored_weight,
        total.weight,
        total.weighted_sum + (total.weight - total.scored_weight) * total.floor_score as strict_sum,
        total.floor_score
    from line
    inner join total using (area_code, fiscal_year)
    where line.score_at_target is not null and line.weight_pct > 0
),
counted as (
    select
        *,
        roll_up(weighted_sum, scored_weight, scale_count) as total_exclude,
        roll_up(
            weighted_sum + weight_pct * (score_if_reached - coalesce(score, 0)),
            scored_weight + if(score is null, weight_pct, 0),
            scale_count
        ) as total_exclude_if,
        roll_up(strict_sum, weight, scale_count) as total_strict,
        roll_up(
            strict_sum + weight_pct * (score_if_reached - coalesce(score, floor_score)),
            weight,
            scale_count
        ) as total_strict_if
    from moved
)
select
    area.name_th as area,
    counted.item,
    counted.kpi,
    counted.weight_pct,
    counted.actual,
    counted.target,
    counted.score,
    counted.score_if_reached,
    counted.total_exclude,
    counted.total_exclude_if,
    counted.total_exclude_if - counted.total_exclude as gain_exclude,
    counted.total_strict,
    counted.total_strict_if,
    counted.total_strict_if - counted.total_strict as gain_strict,
    counted.target_basis,
    counted.unit,
    counted.reason as unscored_reason,
    counted.result_source,
    counted.score_scale,
    counted.fiscal_year,
    counted.dimension,
    counted.kpi_code,
    counted.kpi_key,
    counted.framework_area_code,
    counted.src_row as framework_row,
    counted.submission_id,
    counted.area_code
from counted
left join area using (area_code)
order by
    counted.fiscal_year, area.sort_order, counted.area_code, gain_strict desc nulls last,
    counted.src_row
