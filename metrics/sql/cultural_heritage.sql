-- มรดกวัฒนธรรมท้องถิ่น: หนึ่งแถวต่อรายการ ที่เสี่ยงสูญหายมากที่สุดมาก่อน
-- Local heritage: one row per piece, the one most at risk first
-- source: แบบทะเบียนมรดกวัฒนธรรมท้องถิ่น (local cultural heritage)
-- filters: group, province, district, fiscal_year, as_of
-- trace: cultural_asset by province_code and district_code and fiscal_year and asset; youth_count
-- columns:
--   area | จังหวัด | Province | | จังหวัด | the province
--   district | อำเภอ | District | | ว่าง = ทั้งจังหวัด | blank = the whole province
--   asset_kind | ประเภท | Kind | | tradition language performance way_of_life | tradition language performance way_of_life
--   asset | รายการ | Heritage | | ตามที่เขียน | as written
--   risk_level | ความเสี่ยงสูญหาย | Risk of loss | | low medium high very_high ว่าง = ไม่ประเมิน | low medium high very_high, blank = not judged
--   custodian | ผู้สืบทอด | Custodian | | กลุ่มหรือองค์กร | a group or organisation
--   youth_count | เยาวชนที่รับการถ่ายทอด | Youths taught | คน | ในปีนั้น ว่าง = ไม่มีข้อมูล | in that year, blank = unknown
--   change | เปลี่ยนจากปีก่อน | Change | คน | เทียบปีงบประมาณก่อน ว่าง = ไม่มีปีก่อน | against the fiscal year before, blank without it
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   province_code | รหัสจังหวัด | Province code | | รหัสจังหวัด | code of the province
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
with known as (
    select fact.*
    from fact_cultural_asset as fact
    inner join (
        select submission_id, published_at from published_at($as_of::timestamp)
    ) as published using (submission_id)
    where ($province_codes is null or list_contains($province_codes, fact.province_code))
        and ($district_code is null or fact.district_code = $district_code)
        and ($fiscal_year is null or fact.fiscal_year in ($fiscal_year, $fiscal_year - 1))
    qualify row_number() over (
        partition by fact.province_code, fact.district_code, fact.fiscal_year, fact.asset_key
        order by published.published_at desc, fact.submission_id desc, fact.src_row
    ) = 1
)
select
    area.name_th as area,
    district.name_th as district,
    known.asset_kind,
    known.asset,
    known.risk_level,
    known.custodian,
    known.youth_count,
    known.youth_count - earlier.youth_count as change,
    known.fiscal_year,
    known.province_code,
    known.district_code
from known
left join known as earlier
    on earlier.province_code = known.province_code
    and earlier.district_code is not distinct from known.district_code
    and earlier.asset_key = known.asset_key
    and earlier.fiscal_year = known.fiscal_year - 1
left join area on area.area_code = known.province_code
left join area as district on district.area_code = known.district_code
where $fiscal_year is null or known.fiscal_year = $fiscal_year
order by
    list_position(['very_high', 'high', 'medium', 'low'], known.risk_level) nulls last,
    known.youth_count nulls first,
    area.sort_order,
    known.asset
