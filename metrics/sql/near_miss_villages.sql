-- หมู่บ้านที่ขาดเกณฑ์เดียว: หนึ่งแถวต่อหมู่บ้านและปีงบประมาณ ที่ผ่านทุกเกณฑ์ยกเว้นข้อเดียว
-- Near-miss villages: one row per village and fiscal year that meets every criterion but one
-- source: แบบ 5 แผนชุมชนรายหมู่บ้าน (form 5)
-- filters: group, province, district, fiscal_year, as_of
-- trace: village by submission_id and sheet_id and src_row; village, households, accounts_pct, attending_pct, local_government_joined, written_plan
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   district | อำเภอ | District | | อำเภอของหมู่บ้าน | district of the village
--   village | หมู่บ้าน | Village | | ชื่อหมู่บ้าน | name of the village
--   grade | เกรด | Grade | | เกรดปัจจุบัน | grade as it stands
--   missing_criterion | เกณฑ์ที่ขาด | Missing criterion | | เกณฑ์ข้อเดียวที่ยังไม่ผ่าน | the one criterion not met
--   area | จังหวัด | Province | | จังหวัดของหมู่บ้าน | province of the village
--   subdistrict | ตำบล | Subdistrict | | ตำบล | subdistrict
--   village_no | หมู่ที่ | Village number | | หมู่ที่ | number of the village
--   village_code | รหัสหมู่บ้าน | Village code | | รหัสหมู่บ้าน | code of the village
--   households | ครัวเรือน | Households | ครัวเรือน | ครัวเรือนทั้งหมด | all households
--   accounts_pct | ใช้บัญชีรับ-จ่าย | Using accounts | ร้อยละ | ครัวเรือนที่ใช้บัญชีรับ-จ่าย | households using income and expense accounts
--   attending_pct | เข้าร่วมเวที | Attending | ร้อยละ | ครัวเรือนที่เข้าร่วมเวทีประชาคม | households in the village forum
--   local_government_joined | อปท. มีส่วนร่วม | Local government joined | | อปท. มีส่วนร่วมตั้งแต่ต้น | local government took part from the start
--   written_plan | มีแผนเป็นลายลักษณ์อักษร | Written plan | | มีแผนเป็นลายลักษณ์อักษร | the plan is written down
--   shortfall_pp | ขาดอีก | Short of | จุดร้อยละ | ต้องเพิ่มอีกกี่จุดจึงถึงเกณฑ์ ว่างเมื่อเป็นเกณฑ์ใช่/ไม่ใช่ | points missing to the threshold, blank for a yes/no criterion
--   criterion_key | รหัสเกณฑ์ | Criterion key | | ชื่อเกณฑ์ในฐานข้อมูล | the criterion's name in the database
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   submission_id | เลขที่ชุดข้อมูล | Submission | | ชุดข้อมูลที่ส่ง | the submission it came with
--   sheet_id | เลขที่แผ่นงาน | Sheet | | แผ่นงานที่อ่าน | the sheet it was read from
--   src_row | แถว | Row | | แถวในแผ่นงาน | row of the sheet
-- notes:
--   หมู่บ้านที่ยังไม่รายงานเกณฑ์ใดเกณฑ์หนึ่งไม่นับ | a village with a criterion not reported is not counted
with near as (
    select
        *,
        case
            when not accounts_met then 'accounts_pct'
            when not attending_met then 'attending_pct'
            when not local_government_joined then 'local_government_joined'
            when not written_plan then 'written_plan'
        end as criterion_key
    from village_at($as_of::timestamp, $fiscal_year, $province_codes, $district_code)
    where unknown_count = 0 and met_count = criteria_count - 1
)
select
    near.fiscal_year,
    district.name_th as district,
    near.village,
    near.grade,
    rule.name_th as missing_criterion,
    province.name_th as area,
    near.subdistrict,
    near.village_no,
    near.village_code,
    near.households,
    near.accounts_pct,
    near.attending_pct,
    near.local_government_joined,
    near.written_plan,
    case near.criterion_key
        when 'accounts_pct' then rule.threshold_pct - near.accounts_pct
        when 'attending_pct' then rule.threshold_pct - near.attending_pct
    end as shortfall_pp,
    near.criterion_key,
    near.district_code,
    near.province_code as area_code,
    near.submission_id,
    near.sheet_id,
    near.src_row
from near
inner join grade_rule as rule using (rule_version, criterion_key)
left join area as district on district.area_code = near.district_code
left join area as province on province.area_code = near.province_code
order by near.fiscal_year, near.district_code, near.subdistrict, near.village_no, near.village
