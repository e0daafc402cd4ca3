-- รุ่นของนิยามตัวชี้วัด: หนึ่งแถวต่อพื้นที่ ตัวชี้วัด และครั้งที่ประกาศนิยามต่างไปจากเดิม
-- Versions of definitions: one row per area, indicator and time its definition was stated differently
-- source: แบบ 1 ตัวชี้วัดและค่าเป้าหมาย (form 1)
-- filters: group, province, strategic_issue, as_of
-- columns:
--   area | พื้นที่ | Area | | จังหวัด หรือกลุ่มจังหวัดเมื่อเลือกกลุ่ม | the province, or the group when one is asked for
--   kpi | ตัวชี้วัด | Indicator | | ชื่อตัวชี้วัดในครั้งนั้น | name of the indicator at that time
--   stated_at | ประกาศเมื่อ | Stated at | | วันเวลาที่เผยแพร่ (UTC) | when it was published (UTC)
--   definition_version | รุ่น | Version | | รุ่นของนิยาม | version of the definition
--   definition_from | ใช้ตั้งแต่ปี | In use since | พ.ศ. | ปีงบประมาณแรกที่ใช้รุ่นนี้ | first fiscal year of this version
--   changed_attributes | สิ่งที่เปลี่ยน | What changed | | คุณลักษณะที่ต่างจากครั้งก่อน คั่นด้วย ; ว่าง = ครั้งแรก | what differs from the time before, separated by ;, blank = the first
--   definition | คำนิยาม | Definition text | | คำนิยาม | the definition
--   formula | สูตร | Formula | | วิธีคำนวณ | how it is computed
--   is_standing | ใช้อยู่ | Standing | | จริงเมื่อเป็นนิยามที่ใช้อยู่ | true for the one that stands
--   kpi_code | รหัสตัวชี้วัด | Indicator code | | รหัสตัวชี้วัด | code of the indicator
--   area_code | รหัสพื้นที่ | Area code | | รหัสของพื้นที่ | code of the area
--   basket | ชุดจังหวัดของปี | Basket year | พ.ศ. | ปีงบประมาณที่ใช้กำหนดจังหวัดในกลุ่ม ว่าง = ไม่ใช่กลุ่มจังหวัด | fiscal year whose membership of the group is used, blank = not a group
with stated as (
    select
        *,
        row_number() over path as place,
        lag(kpi) over path as kpi_before,
        lag(unit) over path as unit_before,
        lag(direction) over path as direction_before,
        lag(definition) over path as definition_before,
        lag(formula) over path as formula_before,
        lag(data_source) over path as source_before,
        lag(submission_style) over path as style_before,
        lag(base_rule) over path as base_before,
        lag(definition_version) over path as version_before,
        lag(definition_from) over path as from_before
    from definition_at($as_of::timestamp)
    where ($area_codes is null or list_contains($area_codes, area_code))
        and ($issue_keys is null or list_contains($issue_keys, issue_key))
    window path as (partition by area_code, kpi_code order by published_at, submission_id, src_row)
),
compared as (
    select
        *,
        list_filter(
            [
                if(kpi is distinct from kpi_before, 'kpi', null),
                if(unit is distinct from unit_before, 'unit', null),
                if(direction is distinct from direction_before, 'direction', null),
                if(definition is distinct from definition_before, 'definition', null),
                if(formula is distinct from formula_before, 'formula', null),
                if(data_source is distinct from source_before, 'data_source', null),
                if(submission_style is distinct from style_before, 'submission_style', null),
                if(base_rule is distinct from base_before, 'base_rule', null),
                if(definition_version is distinct from version_before,
                    'definition_version', null),
                if(definition_from is distinct from from_before, 'definition_from', null)
            ],
            lambda name: name is not null
        ) as changed
    from stated
)
select
    area.name_th as area,
    compared.kpi,
    compared.published_at as stated_at,
    compared.definition_version,
    compared.definition_from,
    if(place = 1, null, array_to_string(changed, ';')) as changed_attributes,
    compared.definition,
    compared.formula,
    row_number() over (
        partition by area_code, kpi_code order by published_at desc, submission_id desc, src_row
    ) = 1 as is_standing,
    compared.kpi_code,
    compared.area_code,
    $basket::integer as basket
from compared
left join area using (area_code)
where place = 1 or len(changed) > 0
order by area.sort_order, compared.kpi_code, compared.published_at, compared.submission_id
