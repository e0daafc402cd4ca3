-- คะแนนรวมตามกรอบการประเมิน: หนึ่งแถวต่อพื้นที่ ปี และระดับ (ทั้งกรอบ กลุ่มมิติ มิติ รายการ) พร้อมความครอบคลุมของน้ำหนัก
-- Rolled-up scores of the framework: one row per area, year and level (framework, group, dimension, item), with the weight covered
-- source: กรอบการประเมินผล (form evaluation_framework) · คำรับรองการปฏิบัติราชการ (form agreements) · เกณฑ์เงินรางวัล (form reward_bands) · แบบ 1 (form 1) · แบบ 2 (form 2)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: evaluation_item by area_code=framework_area_code and fiscal_year; weight_total_pct=weight_pct; rollup_level=framework
-- trace: evaluation_item by area_code=framework_area_code and fiscal_year and dimension_group; weight_total_pct=weight_pct; rollup_level=group
-- trace: evaluation_item by area_code=framework_area_code and fiscal_year and dimension_key; weight_total_pct=weight_pct; rollup_level=dimension
-- trace: evaluation_item by area_code=framework_area_code and fiscal_year and dimension_key and item_identity; weight_total_pct=weight_pct, line_count=item; rollup_level=item
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ที่ถูกประเมิน | the area that is evaluated
--   rollup_level | ระดับ | Level | | framework ทั้งกรอบ group กลุ่มมิติ dimension มิติ item รายการ | framework, group of dimensions, dimension, item
--   title | ชื่อ | Name | | ชื่อมิติหรือรายการ รหัสของกลุ่มมิติ ว่าง = ทั้งกรอบ | name of dimension or item, code of the group, blank = the whole framework
--   number | ข้อ | Number | | เลขตามเอกสาร | number in the document
--   score_exclude | คะแนน (ไม่นับที่ไม่มีผล) | Score, missing left out | | Σ น้ำหนัก×คะแนน ÷ Σ น้ำหนักที่มีคะแนน | sum of weight × score divided by the weight that has scores
--   score_strict | คะแนน (ไม่มีผลได้ต่ำสุด) | Score, missing as lowest | | แถวที่ไม่มีคะแนนได้คะแนนต่ำสุดของมาตรา (1 หรือ 0) | rows without a score earn the lowest of the scale (1 or 0)
--   band_exclude | ระดับ (ไม่นับที่ไม่มีผล) | Band, missing left out | | high middle low | high middle low
--   band_strict | ระดับ (ไม่มีผลได้ต่ำสุด) | Band, missing as lowest | | high middle low | high middle low
--   weight_total_pct | น้ำหนักรวม | Weight | ร้อยละ | น้ำหนักที่กำหนดแล้วรวมกัน ว่าง = ยังไม่กำหนด | weights decided, added, blank = none decided
--   scored_weight_pct | น้ำหนักที่มีคะแนน | Weight with scores | ร้อยละ | น้ำหนักของแถวที่มีคะแนน | weight of the rows that have a score
--   coverage_pct | ความครอบคลุมของน้ำหนัก | Coverage of weight | ร้อยละ | น้ำหนักที่มีคะแนนต่อน้ำหนักรวม | weight with scores in percent of all weight
--   line_count | แถวทั้งหมด | Rows | แถว | รายการหรือตัวชี้วัด | items or indicators
--   scored_count | แถวที่มีคะแนน | Rows with scores | แถว | รายการหรือตัวชี้วัดที่มีคะแนน | items or indicators that have a score
--   weight_missing_count | แถวที่ยังไม่มีน้ำหนัก | Rows without weight | แถว | น้ำหนักว่าง ไม่ถือเป็นศูนย์ | weight blank, not taken as zero
--   unscored_reason | เหตุที่ไม่มีคะแนนรวม | Why no total | | weights_missing ยังไม่กำหนดน้ำหนัก scales_mixed สองมาตราบวกกันไม่ได้ nothing_scored ยังไม่มีคะแนน | weights_missing, scales_mixed, nothing_scored
--   is_whole | น้ำหนักรวม 100 | Weights make 100 | | จริงเมื่อน้ำหนักทั้งกรอบรวมได้ 100 ±0.01 ว่างในระดับอื่น | true when the weights of the framework make 100 ±0.01, blank on other levels
--   reward_band | ระดับเงินรางวัล | Band of reward | | ตามเกณฑ์ที่ตั้งไว้ จากคะแนนแบบต่ำสุด เฉพาะทั้งกรอบ ว่าง = ไม่ได้ตั้งเกณฑ์ หรือไม่ถึง | by the bands configured, from the strict score, of the framework only, blank = not configured or not reached
--   reward | เงินรางวัล | Reward | | ตามที่ประกาศ | as announced
--   reward_band_count | เกณฑ์เงินรางวัลที่ตั้งไว้ | Bands configured | ระดับ | ศูนย์ = ยังไม่ได้ตั้งเกณฑ์ของปีและมาตรานี้ | zero = none configured for the year and scale
--   score_scale | มาตราคะแนน | Scale | | 1-5 หรือ 0-100 | 1-5 or 0-100
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณของกรอบ | fiscal year of the framework
--   dimension_group | กลุ่มมิติ | Group of dimensions | | external internal ว่าง = ไม่ได้แบ่ง | external, internal, blank = not divided
--   dimension | มิติ | Dimension | | ชื่อมิติ | name of the dimension
--   dimension_key | คีย์มิติ | Dimension key | | ชื่อมิติสำหรับเทียบ | the dimension's name for matching
--   item_identity | รหัสรายการข้ามปี | Identity across years | | รายการเดียวกันข้ามปี | the same item in other years
--   framework_area_code | เจ้าของกรอบ | Framework of | | รหัสพื้นที่เจ้าของกรอบ | area whose framework it is
--   first_row | ลำดับ | Order | | แถวแรกในกรอบ | first row in the framework
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   น้ำหนักว่างไม่ใช่ศูนย์: ถ้าไม่มีน้ำหนักเลย แสดงเพียงจำนวนแถวที่มีคะแนน ไม่มีคะแนนรวม | a blank weight is not zero: without any weight only the rows with scores are counted and there is no total
--   คะแนนสองมาตราไม่บวกกัน และร้อยละไม่นำมาเฉลี่ย | scores of two scales are not added, and percentages are never averaged
with line as (
    select *
    from scored_line_at(
        $as_of::timestamp, $fiscal_year, $fiscal_year, $quarter, $area_codes, $today::date
    )
    where told_in = 'framework'
),
rolled as (
    select
        area_code,
        fiscal_year,
        grouping(dimension_group, dimension_key, item_identity) as left_out,
        dimension_group,
        dimension_key,
        item_identity,
        any_value(dimension) as dimension,
        any_value(dimension_no) as dimension_no,
        any_value(item) as item,
        any_value(item_no) as item_no,
        any_value(framework_area_code) as framework_area_code,
        min(src_row) as first_row,
        sum(weight_pct) as weight_total_pct,
        sum(weight_pct) filter (score is not null) as scored_weight_pct,
        sum(weight_pct * score) as weighted_sum,
        count(distinct score_scale) as scale_count,
        any_value(score_scale) as score_scale,
        count(*) as line_count,
        count(score) as scored_count,
        count(*) - count(weight_pct) as weight_missing_count
    from line
    group by grouping sets (
        (area_code, fiscal_year),
        (area_code, fiscal_year, dimension_group),
        (area_code, fiscal_year, dimension_group, dimension_key),
        (area_code, fiscal_year, dimension_group, dimension_key, item_identity)
    )
),
scored as (
    select
        *,
        case left_out
            when 7 then 'framework'
            when 3 then 'group'
            when 1 then 'dimension'
            else 'item'
        end as rollup_level,
        roll_up(weighted_sum, scored_weight_pct, scale_count) as score_exclude,
        roll_up(
            coalesce(weighted_sum, 0)
            + (weight_total_pct - coalesce(scored_weight_pct, 0)) * score_floor(score_scale),
            weight_total_pct, scale_count
        ) as score_strict
    from rolled
    where left_out <> 3 or dimension_group is not null
),
-- The area's own bands before the country's.
band as (
    select *
    from reward_band_at($as_of::timestamp, $fiscal_year)
),
rewarded as (
    select
        scored.area_code,
        scored.fiscal_year,
        scored.rollup_level,
        count(band.band) as reward_band_count,
        arg_max(band.band, band.score_from) filter (scored.score_strict >= band.score_from)
            as reward_band,
        arg_max(band.reward, band.score_from) filter (scored.score_strict >= band.score_from)
            as reward
    from scored
    left join (
        select
            scored.area_code as evaluated_code,
            band.*
        from (select distinct area_code from scored) as scored
        inner join band on band.area_code in (scored.area_code, 'TH')
        qualify rank() over (
            partition by evaluated_code, band.fiscal_year order by band.area_code = 'TH'
        ) = 1
    ) as band
        on band.evaluated_code = scored.area_code
        and band.fiscal_year = scored.fiscal_year
        and band.score_scale = scored.score_scale
    where scored.rollup_level = 'framework'
    group by scored.area_code, scored.fiscal_year, scored.rollup_level
)
select
    area.name_th as area,
    scored.rollup_level,
    case scored.rollup_level
        when 'group' then scored.dimension_group
        when 'dimension' then scored.dimension
        when 'item' then scored.item
    end as title,
    case scored.rollup_level
        when 'dimension' then scored.dimension_no
        when 'item' then scored.item_no
    end as number,
    scored.score_exclude,
    scored.score_strict,
    score_band(scored.score_exclude, scored.score_scale) as band_exclude,
    score_band(scored.score_strict, scored.score_scale) as band_strict,
    scored.weight_total_pct,
    scored.scored_weight_pct,
    100.0 * coalesce(scored.scored_weight_pct, 0) / nullif(scored.weight_total_pct, 0)
        as coverage_pct,
    scored.line_count,
    scored.scored_count,
    scored.weight_missing_count,
    case
        when scored.weight_total_pct is null then 'weights_missing'
        when scored.scale_count > 1 then 'scales_mixed'
        when scored.score_exclude is null then 'nothing_scored'
    end as unscored_reason,
    if(scored.rollup_level = 'framework',
        abs(scored.weight_total_pct - 100) <= 0.01, null) as is_whole,
    rewarded.reward_band,
    rewarded.reward,
    rewarded.reward_band_count,
    scored.score_scale,
    scored.fiscal_year,
    if(scored.left_out = 7, null, scored.dimension_group) as dimension_group,
    if(scored.left_out in (7, 3), null, scored.dimension) as dimension,
    scored.dimension_key,
    scored.item_identity,
    scored.framework_area_code,
    scored.first_row,
    scored.area_code
from scored
left join rewarded using (area_code, fiscal_year, rollup_level)
left join area using (area_code)
order by
    scored.fiscal_year, area.sort_order, scored.area_code, scored.first_row, scored.left_out desc
