-- หมู่บ้านที่คล้ายหมู่บ้านแบบอย่าง: หนึ่งแถวต่อโครงการแบบอย่างและหมู่บ้าน ไม่เกิน 5 หมู่บ้านต่อโครงการ
-- Villages like that of a best practice: one row per best practice and village, at most five of each
-- source: แบบ 3 โครงการ (form 3) · แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5)
-- filters: group, province, district, fiscal_year, strategic_issue, plan, as_of
-- trace: project by province_code=area_code and fiscal_year and project_code; practice_village=village
-- trace: village by province_code=area_code and fiscal_year and district_code and village=similar_village; similar_households=households, similar_village=village
-- columns:
--   project | โครงการ | Project | | ชื่อโครงการ | name of the project
--   similar_village | หมู่บ้านที่คล้ายกัน | Similar village | | หมู่บ้านในจังหวัดเดียวกัน เกรดเดียวกัน ขนาดใกล้กันที่สุด | a village of the same province and grade, nearest in size
--   similar_subdistrict | ตำบลที่คล้ายกัน | Subdistrict | | ตำบลของหมู่บ้านที่คล้ายกัน | subdistrict of the similar village
--   similar_district | อำเภอที่คล้ายกัน | District | | อำเภอของหมู่บ้านที่คล้ายกัน | district of the similar village
--   similar_households | ครัวเรือนที่คล้ายกัน | Households | ครัวเรือน | ครัวเรือนของหมู่บ้านที่คล้ายกัน | households of the similar village
--   practice_village | หมู่บ้านแบบอย่าง | Village of the practice | | หมู่บ้านของโครงการแบบอย่าง | village of the best practice
--   practice_households | ครัวเรือนของแบบอย่าง | Households of the practice | ครัวเรือน | ครัวเรือนของหมู่บ้านแบบอย่าง | households of the practice's village
--   grade | เกรดแผนชุมชน | Grade of the plan | | เกรดแผนชุมชนของหมู่บ้านในปีเดียวกัน ว่าง = ไม่ทราบ | grade of the village's plan in the same year, blank = not known
--   plan | แผนงาน | Plan | | แผนงานตามที่โครงการระบุ | plan as the project states it
--   same_plan | เคยทำแผนงานเดียวกัน | Worked under the plan | | จริงเมื่อหมู่บ้านมีโครงการในแผนงานเดียวกันในปีนั้น | true when the village had a project under the same plan that year
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | จังหวัด | Province | | จังหวัดของโครงการ | province of the project
--   project_code | รหัสโครงการ | Project code | | รหัสโครงการ | code of the project
--   district_code | รหัสอำเภอที่คล้ายกัน | District code | | อำเภอของหมู่บ้านที่คล้ายกัน | district of the similar village
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   หมู่บ้านคล้ายกันเมื่ออยู่จังหวัดเดียวกันและแผนชุมชนเกรดเดียวกันในปีนั้น เรียงตามจำนวนครัวเรือนที่ใกล้กัน | villages are alike when they are of one province and their plans have the same grade that year; nearest in households first
--   ค้นหาไม่ได้เมื่อโครงการไม่ระบุหมู่บ้าน หรือหมู่บ้านไม่ได้ประเมินในปีนั้น | cannot be found where the project names no village or its village was not assessed that year
with practice as (
    select *
    from project_village_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code, $issue_keys, $plan_keys,
        true
    )
    where grade is not null and households is not null
),
wanted as (
    select distinct fiscal_year, province_code from practice
),
published as (
    select submission_id, published_at from published_at($as_of::timestamp)
),
village as (
    select
        assessed.*,
        grade_of(
            rule.grade_by_met,
            assessed.met_count,
            assessed.unknown_count,
            assessed.grade_reported
        ) as grade
    from (
        from village_criteria
        semi join wanted using (fiscal_year, province_code)
        where ($fiscal_year is null or fiscal_year = $fiscal_year)
            and ($province_codes is null or list_contains($province_codes, province_code))
    ) as assessed
    inner join published using (submission_id)
    inner join grade_rule_of_year as rule using (fiscal_year)
    where assessed.households is not null
    qualify row_number() over (
        partition by
            assessed.fiscal_year,
            assessed.district_code,
            coalesce(
                assessed.village_code,
                concat_ws('/', assessed.subdistrict, assessed.village_no, assessed.village)
            )
        order by published.published_at desc, assessed.submission_id desc
    ) = 1
),
worked as (
    select distinct
        fiscal_year,
        district_code,
        plan_key,
        village_word(village) as village_word
    from project_at($as_of::timestamp)
    semi join practice using (fiscal_year, province_code)
    where village is not null
),
nearest as (
    select
        practice.fiscal_year,
        practice.province_code,
        practice.project_code,
        practice.project,
        practice.plan,
        practice.plan_key,
        practice.village as practice_village,
        practice.households as practice_households,
        practice.grade,
        village.district_code,
        village.subdistrict as similar_subdistrict,
        village.village as similar_village,
        village.households as similar_households
    from practice
    inner join village
        on village.fiscal_year = practice.fiscal_year
        and village.province_code = practice.province_code
        and village.grade = practice.grade
        and (
            village.district_code <> practice.district_code
            or village_word(village.village) <> village_word(practice.village)
        )
    qualify row_number() over (
        partition by practice.fiscal_year, practice.province_code, practice.project_code
        order by
            abs(village.households - practice.households),
            village.district_code,
            village.subdistrict,
            village.village
    ) <= 5
)
select
    nearest.project,
    nearest.similar_village,
    nearest.similar_subdistrict,
    district.name_th as similar_district,
    nearest.similar_households,
    nearest.practice_village,
    nearest.practice_households,
    nearest.grade,
    nearest.plan,
    worked.plan_key is not null as same_plan,
    nearest.fiscal_year,
    area.name_th as area,
    nearest.project_code,
    nearest.district_code,
    nearest.province_code as area_code
from nearest
left join worked
    on worked.fiscal_year = nearest.fiscal_year
    and worked.district_code = nearest.district_code
    and worked.plan_key = nearest.plan_key
    and worked.village_word = village_word(nearest.similar_village)
left join area as district on district.area_code = nearest.district_code
left join area on area.area_code = nearest.province_code
order by
    nearest.fiscal_year desc,
    nearest.province_code,
    nearest.project_code,
    abs(nearest.similar_households - nearest.practice_households),
    nearest.district_code,
    nearest.similar_village
