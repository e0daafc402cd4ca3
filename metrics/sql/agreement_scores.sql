-- คะแนนคำรับรองเป็นสายบังคับบัญชา: หนึ่งแถวต่อพื้นที่และผู้ทำคำรับรอง ผู้บังคับบัญชาก่อนผู้ใต้บังคับบัญชา
-- Scores of agreements down the line: one row per area and position that signed, superiors before those under them
-- source: คำรับรองการปฏิบัติราชการ (form agreements) · แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1) · แบบ 2 ผลตัวชี้วัด (form 2)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: agreement by area_code and fiscal_year and signer_key; weight_total_pct=weight_pct, self_score, kpi_count=kpi
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ของคำรับรอง | the area of the agreement
--   role | ระดับคำรับรอง | Level | | governor deputy agency_head | governor, deputy, agency_head
--   signer | ผู้ทำคำรับรอง | Signed by | | ตำแหน่ง | the position
--   superior | ผู้รับคำรับรอง | Received by | | ตำแหน่งผู้บังคับบัญชา | the superior's position
--   score_exclude | คะแนน (ไม่นับที่ไม่มีผล) | Score, missing left out | | Σ น้ำหนัก×คะแนน ÷ Σ น้ำหนักที่มีคะแนน | sum of weight × score divided by the weight that has scores
--   score_strict | คะแนน (ไม่มีผลได้ต่ำสุด) | Score, missing as lowest | | แถวที่ไม่มีคะแนนได้คะแนนต่ำสุดของมาตรา | rows without a score earn the lowest of the scale
--   band_exclude | ระดับ (ไม่นับที่ไม่มีผล) | Band, missing left out | | high middle low | high middle low
--   band_strict | ระดับ (ไม่มีผลได้ต่ำสุด) | Band, missing as lowest | | high middle low | high middle low
--   self_score | คะแนนประเมินตนเอง | Self-assessed score | | ถ่วงน้ำหนักจากแถวที่รายงาน | weighted over the rows that report one
--   weight_total_pct | น้ำหนักรวม | Weight | ร้อยละ | น้ำหนักที่กำหนดแล้วรวมกัน | weights decided, added
--   scored_weight_pct | น้ำหนักที่มีคะแนน | Weight with scores | ร้อยละ | น้ำหนักของแถวที่มีคะแนน | weight of the rows that have a score
--   coverage_pct | ความครอบคลุมของน้ำหนัก | Coverage of weight | ร้อยละ | น้ำหนักที่มีคะแนนต่อน้ำหนักรวม | weight with scores in percent of all weight
--   kpi_count | ตัวชี้วัด | Indicators | ตัว | ตัวชี้วัดในคำรับรอง | indicators agreed on
--   scored_count | ตัวชี้วัดที่มีคะแนน | Indicators with scores | ตัว | ตัวชี้วัดที่มีคะแนน | indicators that have a score
--   low_count | ตัวชี้วัดคะแนนต่ำ | Low indicators | ตัว | คะแนนต่ำกว่า 3 (มาตรา 0–100 ต่ำกว่า 60) | scores below 3 (of 0–100 below 60)
--   is_whole | น้ำหนักรวม 100 | Weights make 100 | | จริงเมื่อน้ำหนักรวมได้ 100 ±0.01 | true when the weights make 100 ±0.01
--   unscored_reason | เหตุที่ไม่มีคะแนนรวม | Why no total | | weights_missing scales_mixed nothing_scored | weights_missing, scales_mixed, nothing_scored
--   superior_state | สายบังคับบัญชา | Line | | found พบคำรับรองของผู้บังคับบัญชา not_found ไม่พบ none ไม่มีผู้บังคับบัญชา | found, not_found: no agreement of that position, none: nobody above
--   score_scale | มาตราคะแนน | Scale | | 1-5 หรือ 0-100 | 1-5 or 0-100
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณของคำรับรอง | fiscal year of the agreement
--   signer_key | คีย์ตำแหน่ง | Position key | | ตำแหน่งสำหรับเทียบ | the position for matching
--   superior_key | คีย์ผู้บังคับบัญชา | Superior key | | ตำแหน่งผู้บังคับบัญชาสำหรับเทียบ | the superior's position for matching
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   คะแนนของผู้บังคับบัญชาคิดจากตัวชี้วัดในคำรับรองของตนเอง ไม่ใช่ค่าเฉลี่ยของผู้ใต้บังคับบัญชา | a superior's score is that of the indicators of the own agreement, not a mean of those below
with line as (
    select *
    from scored_line_at(
        $as_of::timestamp, $fiscal_year, $fiscal_year, $quarter, $area_codes, $today::date
    )
    where told_in = 'agreement'
),
rolled as (
    select
        area_code,
        fiscal_year,
        signer_key,
        any_value(signer) as signer,
        any_value(role) as role,
        any_value(superior) as superior,
        any_value(superior_key) as superior_key,
        sum(weight_pct) as weight_total_pct,
        sum(weight_pct) filter (score is not null) as scored_weight_pct,
        sum(weight_pct * score) as weighted_sum,
        count(distinct score_scale) as scale_count,
        any_value(score_scale) as score_scale,
        count(*) as kpi_count,
        count(score) as scored_count,
        count(*) filter (score_band(score, score_scale) = 'low') as low_count,
        roll_up(
            sum(weight_pct * self_score),
            sum(weight_pct) filter (self_score is not null),
            count(distinct score_scale)
        ) as self_score,
        min(src_row) as first_row
    from line
    group by area_code, fiscal_year, signer_key
),
scored as (
    select
        *,
        roll_up(weighted_sum, scored_weight_pct, scale_count) as score_exclude,
        roll_up(
            coalesce(weighted_sum, 0)
            + (weight_total_pct - coalesce(scored_weight_pct, 0)) * score_floor(score_scale),
            weight_total_pct, scale_count
        ) as score_strict
    from rolled
)
select
    area.name_th as area,
    scored.role,
    scored.signer,
    scored.superior,
    scored.score_exclude,
    scored.score_strict,
    score_band(scored.score_exclude, scored.score_scale) as band_exclude,
    score_band(scored.score_strict, scored.score_scale) as band_strict,
    scored.self_score,
    scored.weight_total_pct,
    scored.scored_weight_pct,
    100.0 * coalesce(scored.scored_weight_pct, 0) / nullif(scored.weight_total_pct, 0)
        as coverage_pct,
    scored.kpi_count,
    scored.scored_count,
    scored.low_count,
    abs(scored.weight_total_pct - 100) <= 0.01 as is_whole,
    case
        when scored.weight_total_pct is null then 'weights_missing'
        when scored.scale_count > 1 then 'scales_mixed'
        when scored.score_exclude is null then 'nothing_scored'
    end as unscored_reason,
    case
        when scored.superior_key is null then 'none'
        when above.signer_key is null then 'not_found'
        else 'found'
    end as superior_state,
    scored.score_scale,
    scored.fiscal_year,
    scored.signer_key,
    scored.superior_key,
    scored.area_code
from scored
left join rolled as above
    on above.area_code = scored.area_code
    and above.fiscal_year = scored.fiscal_year
    and above.signer_key = scored.superior_key
left join area on area.area_code = scored.area_code
order by
    scored.fiscal_year,
    area.sort_order,
    scored.area_code,
    list_position(['governor', 'deputy', 'agency_head'], scored.role),
    scored.first_row,
    scored.signer_key
