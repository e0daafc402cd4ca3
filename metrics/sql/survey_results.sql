-- ความพึงพอใจ: หนึ่งแถวต่อพื้นที่ ปีงบประมาณ และเรื่องที่สำรวจ
-- Satisfaction: one row per area, fiscal year and subject
-- source: แบบผลสำรวจความพึงพอใจ (satisfaction surveys)
-- filters: group, province, fiscal_year, quarter, as_of
-- trace: survey by area_code and fiscal_year and subject; satisfied_count, respondent_count
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   subject | เรื่องที่สำรวจ | Subject | | ตามที่เขียน | as written
--   satisfied_pct | ความพึงพอใจ | Satisfied | ร้อยละ | ผู้พึงพอใจรวมต่อผู้ตอบรวม ไม่ใช่ค่าเฉลี่ยของร้อยละ | all satisfied in percent of all respondents, never a mean of percentages
--   change_pp | เปลี่ยนแปลง | Change | จุดร้อยละ | จากปีงบประมาณก่อน ว่าง = ไม่มีปีก่อน | from the fiscal year before, blank without it
--   satisfied_count | ผู้พึงพอใจ | Satisfied | คน | ตัวตั้ง | the numerator
--   respondent_count | ผู้ตอบ | Respondents | คน | ตัวหาร | the denominator
--   survey_count | ครั้ง | Surveys | ครั้ง | จำนวนครั้งที่สำรวจ | how many surveys
--   newest_on | สำรวจล่าสุด | Newest | | วันที่สำรวจล่าสุด | day of the newest survey
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   members_reporting | จังหวัดที่มีข้อมูล | Provinces reporting | จังหวัด | จำนวนจังหวัดของพื้นที่ที่มีข้อมูล | provinces of the area with data
--   members_total | จังหวัดทั้งหมด | Provinces in area | จังหวัด | จำนวนจังหวัดของพื้นที่ | provinces that make up the area
with said as (
    select fact.*
    from fact_survey as fact
    inner join (
        select submission_id, published_at from published_at($as_of::timestamp)
    ) as published using (submission_id)
    where ($area_codes is null or list_contains($area_codes, fact.area_code))
        and ($fiscal_year is null or fact.fiscal_year in ($fiscal_year, $fiscal_year - 1))
        and ($quarter is null or fact.quarter is null or fact.quarter <= $quarter)
    qualify row_number() over (
        partition by fact.area_code, fact.fiscal_year, fact.quarter, fact.subject, fact.agency
        order by published.published_at desc, fact.submission_id desc, fact.src_row
    ) = 1
),
added as (
    select
        coalesce($group_code, area_code) as area_code,
        fiscal_year,
        subject,
        sum(satisfied_count)::bigint as satisfied_count,
        sum(respondent_count)::bigint as respondent_count,
        count(*) as survey_count,
        max(surveyed_on) as newest_on,
        count(distinct area_code) as members_reporting
    from said
    group by coalesce($group_code, area_code), fiscal_year, subject
)
select
    area.name_th as area,
    added.subject,
    100.0 * added.satisfied_count / added.respondent_count as satisfied_pct,
    100.0 * added.satisfied_count / added.respondent_count
        - 100.0 * earlier.satisfied_count / earlier.respondent_count as change_pp,
    added.satisfied_count,
    added.respondent_count,
    added.survey_count,
    added.newest_on,
    added.fiscal_year,
    added.area_code,
    added.members_reporting,
    $members_total::integer as members_total
from added
left join added as earlier
    on earlier.area_code = added.area_code
    and earlier.subject = added.subject
    and earlier.fiscal_year = added.fiscal_year - 1
left join area on area.area_code = added.area_code
where $fiscal_year is null or added.fiscal_year = $fiscal_year
order by area.sort_order, added.fiscal_year desc, satisfied_pct, added.subject
