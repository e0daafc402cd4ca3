-- คะแนนรายการเทียบกับปีก่อน: หนึ่งแถวต่อพื้นที่ ปี และรายการที่มีในปีใดปีหนึ่ง เทียบเฉพาะรายการเดียวกัน
-- Items against the year before: one row per area, year and item of either year, compared only where it is the same item
-- source: กรอบการประเมินผล (form evaluation_framework) · กรอบการประเมินผลของ ก.พ.ร. 2557–2558 · แบบ 1 (form 1) · แบบ 2 (form 2)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: evaluation_item by area_code=framework_area_code and fiscal_year and item_identity; item, weight_pct
-- trace: evaluation_item by area_code=framework_area_code and fiscal_year=last_fiscal_year and item_identity; last_item=item, last_weight_pct=weight_pct
-- columns:
--   area | พื้นที่ | Area | | พื้นที่ที่ถูกประเมิน | the area that is evaluated
--   comparison | การเทียบ | Comparison | | same รายการเดียวกัน new รายการใหม่ ended เลิกใช้ | same item, new, ended
--   number | ข้อ | Number | | เลขตามเอกสารของปีที่เลือก (ปีก่อนเมื่อเลิกใช้) | number in the document of the year, of the year before when ended
--   item | รายการปีนี้ | Item this year | | ว่าง = ไม่มีแล้ว | blank = no longer there
--   last_item | รายการปีก่อน | Item last year | | ว่าง = ไม่มีในปีก่อน | blank = not there the year before
--   score | คะแนนปีนี้ | Score this year | | ไม่นับที่ไม่มีผล | missing left out
--   last_score | คะแนนปีก่อน | Score last year | | ไม่นับที่ไม่มีผล | missing left out
--   change | เปลี่ยนแปลง | Change | | คะแนนปีนี้ลบปีก่อน เฉพาะรายการเดียวกันและมาตราเดียวกัน | this year minus the year before, of the same item on the same scale
--   weight_pct | น้ำหนักปีนี้ | Weight this year | ร้อยละ | ร้อยละของทั้งกรอบ | percent of the whole framework
--   last_weight_pct | น้ำหนักปีก่อน | Weight last year | ร้อยละ | ร้อยละของทั้งกรอบ | percent of the whole framework
--   score_scale | มาตราคะแนน | Scale | | 1-5 หรือ 0-100 | 1-5 or 0-100
--   last_score_scale | มาตราคะแนนปีก่อน | Scale last year | | 1-5 หรือ 0-100 | 1-5 or 0-100
--   dimension | มิติ | Dimension | | ชื่อมิติ | name of the dimension
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีที่เลือก | the year asked about
--   last_fiscal_year | ปีก่อน | Year before | พ.ศ. | ปีที่เทียบ | the year compared with
--   item_identity | รหัสรายการข้ามปี | Identity across years | | รหัสหรือชื่อที่ใช้เทียบ ไม่ใช่เลขข้อ | the identity by which they are compared, not the number
--   framework_area_code | เจ้าของกรอบ | Framework of | | รหัสพื้นที่เจ้าของกรอบ | area whose framework it is
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   เลขข้อเดียวกันแต่ชื่อต่างกันเป็นคนละรายการ เช่น ข้อ 4.2 ของปี 2557 และ 2558 | the same number under another name is another item, as 4.2 of 2557 and 2558
--   แสดงเฉพาะพื้นที่ที่มีกรอบทั้งสองปี | only for areas that have a framework in both years
with line as (
    select *
    from scored_line_at(
        $as_of::timestamp, $fiscal_year - 1, $fiscal_year, $quarter, $area_codes, $today::date
    )
    where told_in = 'framework'
),
item as (
    select
        area_code,
        fiscal_year,
        item_identity,
        any_value(framework_area_code) as framework_area_code,
        any_value(item) as item,
        any_value(item_no) as item_no,
        any_value(dimension) as dimension,
        any_value(score_scale) as score_scale,
        -- The place in the year's framework: frameworks of two years may share a sheet.
        min(src_row) - min(min(src_row)) over (partition by area_code, fiscal_year) as place,
        sum(weight_pct) as weight_pct,
        roll_up(
            sum(weight_pct * score),
            sum(weight_pct) filter (score is not null),
            count(distinct score_scale)
        ) as score
    from line
    group by area_code, fiscal_year, item_identity
),
-- Years of areas that have a framework the year before as well.
compared as (
    select distinct this.area_code, this.fiscal_year
    from item as this
    inner join item as last
        on last.area_code = this.area_code
        and last.fiscal_year = this.fiscal_year - 1
    where $fiscal_year is null or this.fiscal_year = $fiscal_year
),
this as (
    select item.* from item inner join compared using (area_code, fiscal_year)
),
last as (
    select item.* replace (item.fiscal_year + 1 as fiscal_year)
    from item
    inner join compared
        on compared.area_code = item.area_code
        and compared.fiscal_year = item.fiscal_year + 1
),
paired as (
    select
        area_code,
        fiscal_year,
        item_identity,
        case
            when last.item is null then 'new'
            when this.item is null then 'ended'
            else 'same'
        end as comparison,
        coalesce(this.item_no, last.item_no) as number,
        this.item,
        last.item as last_item,
        this.score,
        last.score as last_score,
        if(this.score_scale = last.score_scale, this.score - last.score, null) as change,
        this.weight_pct,
        last.weight_pct as last_weight_pct,
        this.score_scale,
        last.score_scale as last_score_scale,
        coalesce(this.dimension, last.dimension) as dimension,
        coalesce(this.framework_area_code, last.framework_area_code) as framework_area_code,
        coalesce(this.place, last.place) as place
    from this
    full join last using (area_code, fiscal_year, item_identity)
)
select
    area.name_th as area,
    paired.comparison,
    paired.number,
    paired.item,
    paired.last_item,
    paired.score,
    paired.last_score,
    paired.change,
    paired.weight_pct,
    paired.last_weight_pct,
    paired.score_scale,
    paired.last_score_scale,
    paired.dimension,
    paired.fiscal_year,
    paired.fiscal_year - 1 as last_fiscal_year,
    paired.item_identity,
    paired.framework_area_code,
    paired.area_code
from paired
left join area using (area_code)
order by
    paired.fiscal_year, area.sort_order, paired.area_code, paired.place,
    paired.comparison = 'ended'
