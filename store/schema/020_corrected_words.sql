-- Words of a document that a scan or a typist damaged, corrected beside the original.
alter table fact_strategy_node add column corrected_title varchar;
comment on column fact_strategy_node.corrected_title is 'ข้อความที่แก้ไขแล้ว (ว่าง = ใช้ข้อความตามเอกสาร)';
