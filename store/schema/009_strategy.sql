-- Which revision a strategy's node belongs to, and the words by which documents sort their work.
alter table fact_strategy_node add column revision integer;
comment on column fact_strategy_node.revision is 'ปีที่ทบทวนแผน (พ.ศ.; ว่าง = แผนเดิม)';
alter table fact_strategy_node add column work_stream varchar;
comment on column fact_strategy_node.work_stream is 'สายงานตามคำในเอกสาร เช่น Functions Agenda Area';
alter table fact_strategy_node add column afp varchar;
comment on column fact_strategy_node.afp is 'ป้าย AFP ตามที่เขียน คั่นด้วย ;: Area Function Participation';
alter table fact_indicator add column policy varchar;
comment on column fact_indicator.policy is 'รหัสนโยบายที่ตัวชี้วัดตอบ คั่นด้วย ;';
