-- จุดเสี่ยงรายตำบล: หนึ่งแถวต่อปีงบประมาณ ตำบล และประเภทความเสี่ยง ตัวเลขน้อยถูกปกปิด
-- Hot spots by subdistrict: one row per fiscal year, subdistrict and kind of risk, small counts hidden
-- source: แผนเฝ้าระวังพื้นที่เสี่ยงรายอำเภอ (district surveillance)
-- filters: group, province, district, fiscal_year, as_of
-- columns:
--   fiscal_year | ปีงบประมาณ | Fiscal year | พ.ศ. | ปีงบประมาณ (1 ต.ค.–30 ก.ย. เรียกตามปีที่สิ้นสุด) | Buddhist-era year in which the fiscal year ends
--   area | จังหวัด | Province | | จังหวัด | the province
--   district | อำเภอ | District | | อำเภอ | the district
--   subdistrict | ตำบล | Subdistrict | | ตำบล | the subdistrict
--   risk_type | ประเภทความเสี่ยง | Kind of risk | | crime อาชญากรรม, drugs ยาเสพติด, accident อุบัติเหตุ, disaster สาธารณภัย | crime, drugs, accident, disaster
--   incident_count | จำนวนเหตุ | Incidents | เหตุ | ของทุกไตรมาสที่รายงานในปี ว่าง = ปกปิดหรือไม่มีรายงาน | of the quarters reported in the year, blank = hidden or not reported
--   suppressed | การปกปิด | Hidden because | | small น้อยกว่า 5, complementary ปกปิดรวมกับอีกตำบลเพื่อไม่ให้คำนวณย้อนได้ ว่าง = ไม่ปกปิด | small: fewer than 5; complementary: hidden together with another so that a small one cannot be worked out
--   shown_text | จำนวนเหตุ (ตามที่แสดงได้) | Incidents as shown | | จำนวนเหตุ หรือรหัสการปกปิด | the incidents, or the word they are hidden under
--   shown_total_count | รวมทั้งอำเภอ | District total | เหตุ | รวมทุกตำบลของอำเภอ ว่าง = ปกปิดเพราะจะคำนวณย้อนได้ | all subdistricts of the district, blank = withheld as it would tell a hidden count
--   hotspot_rank | อันดับ | Rank | | อันดับในอำเภอเดียวกันในกลุ่มที่แสดงได้ | rank within the district among those shown
--   district_code | รหัสอำเภอ | District code | | รหัสอำเภอ 4 หลัก | four-digit code of the district
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
-- notes:
--   นับทั้งปีเท่านั้น ไม่แยกไตรมาส เพราะผลต่างของสองไตรมาสจะบอกตัวเลขน้อย | whole years only: the difference of two quarters would tell a small count
--   เมื่อตัวเลขน้อยจะคำนวณย้อนได้ ปกปิดตำบลที่มีเหตุน้อยที่สุดของที่เหลือด้วยโดยไม่บอกว่าตำบลใดน้อย ถ้าไม่มีให้ปกปิดยอดรวมแทน | where a small count could be worked out, the smallest of the others is hidden too without saying which is which; where there is none the total is withheld
with told as (
    select
        *,
        if(suppressed is null, incident_count, null) as shown_count,
        if(
            bool_or(hides_total) over siblings,
            null,
            sum(incident_count) over siblings
        )::bigint as shown_total_count
    from subdistrict_incidents_at(
        $as_of::timestamp, $fiscal_year, $province_codes, $district_code
    )
    window siblings as (partition by district_code, fiscal_year, risk_type)
)
select
    told.fiscal_year,
    province.name_th as area,
    district.name_th as district,
    told.subdistrict,
    told.risk_type,
    told.shown_count as incident_count,
    told.suppressed,
    case
        when told.suppressed is not null then told.suppressed
        else told.shown_count::varchar
    end as shown_text,
    told.shown_total_count,
    case
        when told.shown_count is not null then rank() over (
            partition by told.district_code, told.fiscal_year, told.risk_type
            order by told.shown_count desc nulls last
        )
    end as hotspot_rank,
    told.district_code,
    told.province_code as area_code
from told
left join area as district on district.area_code = told.district_code
left join area as province on province.area_code = told.province_code
order by
    told.fiscal_year,
    told.shown_count desc nulls last,
    province.sort_order,
    district.sort_order,
    told.risk_type,
    told.subdistrict_key
