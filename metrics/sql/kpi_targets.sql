-- เป้าหมายตัวชี้วัด: หนึ่งแถวต่อพื้นที่ ตัวชี้วัด และปีงบประมาณ
-- Indicator targets: one row per area, indicator and fiscal year
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1)
-- filters: group, province, fiscal_year, strategic_issue, as_of
-- trace: target by area_code and kpi_code and fiscal_year; target
-- trace: target by area_code and kpi_code; sum_of_targets=target, compound_of_targets=target
-- trace: indicator by area_code and kpi_code; target_total, baseline
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัด | name of the indicator
--   unit | หน่วยวัด | Unit | | หน่วยวัดตามที่เขียน | unit as written
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   target | เป้าหมาย | Target | | เป้าหมายของปีงบประมาณ | target of the fiscal year
--   target_total | เป้าหมายรวม | Total target | | เป้าหมายทั้งช่วงตามที่พิมพ์ | target of the whole period as printed
--   target_rule | วิธีรวมเป้าหมาย | Target rule | | sum บวกกัน, compound ทบต้น, overall ทั้งช่วง, final ปีสุดท้าย, maintain รักษาระดับ ว่าง = ยังไม่ระบุ | sum, compound, overall, final, maintain, blank = not declared
--   sum_of_targets | ผลบวกเป้าหมาย | Sum of targets | | ผลบวกของเป้าหมายทุกปีในช่วง | sum of the targets of all years of the period
--   compound_of_targets | ผลทบต้นเป้าหมาย | Compound of targets | ร้อยละ | ผลทบต้นของเป้าหมายที่เป็นการเปลี่ยนแปลงร้อยละทุกปีในช่วง ว่าง = เป็นระดับ ไม่ทบต้น | compound of the yearly targets that are percent changes, blank = levels, which do not compound
--   target_total_text | เป้าหมายรวมตามที่พิมพ์ | Total as written | | ข้อความในช่องเป้าหมายรวม | text in the cell of the total
--   target_count | จำนวนปีที่มีเป้าหมาย | Years with a target | ปี | จำนวนปีในช่วงที่มีเป้าหมาย | years of the period that have a target
--   year_count | จำนวนปีในช่วง | Years of the period | ปี | จำนวนปีทั้งช่วง | years of the whole period
--   baseline | ค่าฐาน | Baseline | | ค่าฐาน ว่าง = ไม่ได้ระบุ | baseline, blank = not given
--   baseline_unit | หน่วยของค่าฐาน | Unit of the baseline | | หน่วยที่เขียนกับค่าฐาน | unit written with the baseline
--   baseline_year | ปีฐาน | Base year | พ.ศ. | ปีของค่าฐาน | year of the baseline
--   unit_kind | ชนิดหน่วย | Kind of unit | | count money percent growth ratio level milestone index | count money percent growth ratio level milestone index
--   direction | ทิศทางที่ดี | Good direction | | higher = ยิ่งมากยิ่งดี lower = ยิ่งน้อยยิ่งดี | higher = more is better, lower = less is better
--   strategic_issue | ประเด็นยุทธศาสตร์ | Strategic issue | | ประเด็นยุทธศาสตร์ตามที่เขียน | the strategic issue as written
--   issue_key | คีย์ประเด็น | Issue key | | ชื่อประเด็นสำหรับเทียบ | the issue's name for matching
--   topic | เรื่องสำคัญ | Topic | | เรื่องสำคัญตามที่เขียน | topic as written
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
-- notes:
--   ปีใดในช่วงไม่มีเป้าหมาย ผลบวกและผลทบต้นเว้นว่าง เพราะไม่มีไม่ใช่ศูนย์ | with a year of the period missing, sum and compound stay blank: missing is not zero
--   ผลบวกและผลทบต้นคิดจากทุกปีในช่วงเสมอ แม้เลือกดูปีเดียว | sum and compound always cover the whole period, also when one year is asked for
with declared as (
    select
        indicator.*,
        published.published_at
    from fact_indicator as indicator
    inner join (
        select submission_id, published_at from published_at($as_of::timestamp)
    ) as published using (submission_id)
    where ($area_codes is null or list_contains($area_codes, indicator.area_code))
        and ($issue_keys is null or list_contains($issue_keys, indicator.issue_key))
),
yearly as (
    select
        declared.*,
        target.fiscal_year,
        target.target,
        coalesce(
            declared.target_year_to - declared.target_year_from + 1,
            count(*) over path
        ) as year_count,
        count(target.target) over path as target_count,
        sum(target.target) over path as target_sum,
        100 * (product(1 + target.target::double / 100) over path - 1) as target_compound,
        -- A level in percent is no growth, and levels do not compound.
        declared.unit_kind = 'growth' or coalesce(declared.change_mode = 'percent', false)
            as is_compoundable
    from declared
    inner join fact_target as target using (submission_id, sheet_id, src_row, area_code, kpi_code)
    window path as (partition by submission_id, sheet_id, src_row, kpi_code, area_code)
    qualify row_number() over (
        partition by area_code, kpi_code, target.fiscal_year
        order by published_at desc, submission_id desc, src_row
    ) = 1
)
select
    area.name_th as area,
    yearly.kpi,
    yearly.unit,
    yearly.fiscal_year,
    yearly.target,
    yearly.target_total,
    yearly.target_rule,
    case when target_count = year_count then target_sum::decimal(28, 6) end as sum_of_targets,
    case
        when target_count = year_count and is_compoundable
            then round(target_compound, 4)
    end as compound_of_targets,
    yearly.target_total_text,
    yearly.target_count,
    yearly.year_count,
    yearly.baseline,
    yearly.baseline_unit,
    yearly.baseline_year,
    yearly.unit_kind,
    yearly.direction,
    yearly.strategic_issue,
    yearly.issue_key,
    yearly.topic,
    yearly.kpi_code,
    yearly.area_code,
    $basket::integer as basket
from yearly
left join area using (area_code)
where $fiscal_year is null or yearly.fiscal_year = $fiscal_year
order by area.sort_order, yearly.submission_id, yearly.src_row, yearly.fiscal_year
