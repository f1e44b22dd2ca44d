-- Figures: partitioned by the day their period begins, corrected by superseding, brought in batches.

create table qipan.import_batch (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  visibility qipan.visibility not null,
  shared_with text[] not null default '{}',
  file text not null,
  sheet text,
  sha256 qipan.digest,
  row_count integer not null check (row_count > 0),
  hash qipan.digest not null,
  actor text not null,
  recorded_at timestamptz(3) not null,
  primary key (jurisdiction, id)
);
create index import_batch_by_id on qipan.import_batch (id);
comment on table qipan.import_batch is '批次. Observations that came together, of one unit; its hash covers every row in order.';
comment on column qipan.import_batch.jurisdiction is '属地.';
comment on column qipan.import_batch.id is '编号.';
comment on column qipan.import_batch.visibility is '可见范围. public when every row is.';
comment on column qipan.import_batch.shared_with is '共享.';
comment on column qipan.import_batch.file is '文件. Name of the file, or what stands for it.';
comment on column qipan.import_batch.sheet is '表. Sheet or table in the file.';
comment on column qipan.import_batch.sha256 is '文件散列.';
comment on column qipan.import_batch.row_count is '行数.';
comment on column qipan.import_batch.hash is '散列. Root of the Merkle tree over the digests of the rows in order (RFC 6962).';
comment on column qipan.import_batch.actor is '导入人.';
comment on column qipan.import_batch.recorded_at is '导入时刻.';
call qipan.protect_rows('qipan.import_batch', '{own}', '{own} and actor = current_setting(''qipan.actor'', true)');
grant select, insert on qipan.import_batch to qipan_app;

create table qipan.observation (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  visibility qipan.visibility not null,
  shared_with text[] not null default '{}',
  indicator text not null,
  region text not null,
  period text not null,
  period_start date not null,
  period_end date not null,
  series text not null,
  vintage text not null,
  nominal double precision not null,
  qualifier text not null,
  low double precision,
  high double precision,
  low_open boolean not null,
  high_open boolean not null,
  unit text not null,
  value_kind text not null,
  price_basis text not null,
  derived boolean not null,
  confidence qipan.confidence not null,
  note text,
  evidence_kind text not null check (evidence_kind in ('sentence', 'cell', 'pack', 'decision', 'attestation')),
  evidence jsonb,
  digest qipan.digest not null,
  batch uuid not null,
  batch_row integer not null,
  recorded_at timestamptz(3) not null,
  superseded_at timestamptz(3),
  primary key (jurisdiction, id, period_start),
  foreign key (jurisdiction, batch) references qipan.import_batch (jurisdiction, id),
  check (period_start <= period_end),
  check ((evidence_kind in ('sentence', 'cell')) = (evidence is null)),
  check (low is null or high is null or low <= high)
) partition by range (period_start);
create table qipan.observation_before_1990 partition of qipan.observation for values from (minvalue) to ('1990-01-01');
create table qipan.observation_1990 partition of qipan.observation for values from ('1990-01-01') to ('2000-01-01');
create table qipan.observation_2000 partition of qipan.observation for values from ('2000-01-01') to ('2010-01-01');
create table qipan.observation_2010 partition of qipan.observation for values from ('2010-01-01') to ('2020-01-01');
create table qipan.observation_2020 partition of qipan.observation for values from ('2020-01-01') to ('2030-01-01');
create table qipan.observation_2030 partition of qipan.observation for values from ('2030-01-01') to ('2040-01-01');
create table qipan.observation_later partition of qipan.observation default;
create unique index observation_current on qipan.observation (jurisdiction, indicator, region, period, series, vintage, period_start) where superseded_at is null;
create index observation_by_id on qipan.observation (id);
create index observation_by_indicator on qipan.observation (indicator, region, period_start);
create index observation_by_batch on qipan.observation (batch, batch_row);
comment on table qipan.observation is '观测. One value of one indicator for one region and period, in one series and vintage; a correction supersedes it.';
comment on column qipan.observation.jurisdiction is '属地.';
comment on column qipan.observation.id is '编号.';
comment on column qipan.observation.visibility is '可见范围.';
comment on column qipan.observation.shared_with is '共享.';
comment on column qipan.observation.indicator is '指标. Key of the indicator, or its written name where none is held.';
comment on column qipan.observation.region is '地区. Code of the place, or its written name where none is held.';
comment on column qipan.observation.period is '统计期. As written.';
comment on column qipan.observation.period_start is '期首日.';
comment on column qipan.observation.period_end is '期末日.';
comment on column qipan.observation.series is '序列. Breakdown inside the indicator; empty is the headline series.';
comment on column qipan.observation.vintage is '版次. Which release of a revised figure; empty where figures are not revised.';
comment on column qipan.observation.nominal is '所写数. The number that was written.';
comment on column qipan.observation.qualifier is '限定. exact, about, over, under, at-least, at-most, range.';
comment on column qipan.observation.low is '下界. Null is unbounded.';
comment on column qipan.observation.high is '上界. Null is unbounded.';
comment on column qipan.observation.low_open is '下界不含.';
comment on column qipan.observation.high_open is '上界不含.';
comment on column qipan.observation.unit is '单位.';
comment on column qipan.observation.value_kind is '数量类型. point, flow, cumulative, rate, share, index, unstated.';
comment on column qipan.observation.price_basis is '价格基础. current, constant, unstated, none.';
comment on column qipan.observation.derived is '推算. Computed from other figures rather than published.';
comment on column qipan.observation.confidence is '核实程度.';
comment on column qipan.observation.note is '说明.';
comment on column qipan.observation.evidence_kind is '依据种类. sentence and cell are kept in observation_evidence.';
comment on column qipan.observation.evidence is '依据. Pack row, decision or attestation.';
comment on column qipan.observation.digest is '散列. Of the row as it was brought, evidence included.';
comment on column qipan.observation.batch is '批次.';
comment on column qipan.observation.batch_row is '批次行. Position in the batch, counted from 0.';
comment on column qipan.observation.recorded_at is '记入时刻.';
comment on column qipan.observation.superseded_at is '更正时刻. When a correction took its place; null is current.';
call qipan.protect_rows('qipan.observation');
grant select, insert, update (superseded_at) on qipan.observation to qipan_app;

do $$
declare part regclass;
begin
  for part in select inhrelid::regclass from pg_inherits where inhparent = 'qipan.observation'::regclass loop
    execute format('alter table %s enable row level security', part); -- nobody reaches a part but through the whole
    execute format('alter table %s force row level security', part);
    execute format('comment on table %s is ''观测分区. Part of observation.''', part);
  end loop;
end $$;

create table qipan.observation_evidence (
  jurisdiction qipan.jurisdiction_code not null,
  observation uuid not null,
  kind text not null check (kind in ('sentence', 'cell')),
  document_jurisdiction qipan.jurisdiction_code not null,
  document uuid not null,
  address text,
  start integer,
  "end" integer,
  quote text,
  content jsonb not null default '{}',
  digest qipan.digest not null,
  purged_at timestamptz(3),
  primary key (jurisdiction, observation),
  check (kind <> 'sentence' or (address is not null and start is not null and "end" is not null)),
  check (purged_at is not null or quote is not null)
);
create index observation_evidence_by_observation on qipan.observation_evidence (observation);
create index observation_evidence_by_document on qipan.observation_evidence (document, address);
comment on table qipan.observation_evidence is '观测依据. Sentence or cell that an observation stands on; seen by whoever sees the document.';
comment on column qipan.observation_evidence.jurisdiction is '属地. Of the observation.';
comment on column qipan.observation_evidence.observation is '观测.';
comment on column qipan.observation_evidence.kind is '种类. sentence or cell.';
comment on column qipan.observation_evidence.document_jurisdiction is '文件属地.';
comment on column qipan.observation_evidence.document is '文件.';
comment on column qipan.observation_evidence.address is '地址. Of a sentence.';
comment on column qipan.observation_evidence.start is '起. UTF-16 offset in the text of the document.';
comment on column qipan.observation_evidence."end" is '止.';
comment on column qipan.observation_evidence.quote is '引文. Null after purging.';
comment on column qipan.observation_evidence.content is '内容. Sheet and range of a cell.';
comment on column qipan.observation_evidence.digest is '散列. Of the evidence as it was brought.';
comment on column qipan.observation_evidence.purged_at is '清除时刻.';
call qipan.protect_rows('qipan.observation_evidence',
  'exists (select from qipan.observation o where o.jurisdiction = observation_evidence.jurisdiction and o.id = observation_evidence.observation) and exists '
  '(select from qipan.document d where d.jurisdiction = observation_evidence.document_jurisdiction and d.id = observation_evidence.document)');
grant select, insert on qipan.observation_evidence to qipan_app;
create trigger quote before insert on qipan.observation_evidence for each row when (new.kind = 'sentence')
  execute function qipan.check_quote();
create trigger never_changed before update or delete on qipan.observation_evidence for each row
  when (current_setting('qipan.purging', true) is distinct from 'yes') execute function qipan.refuse_change();

create function qipan.check_observation_stands() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
begin
  perform from observation_evidence e where e.jurisdiction = new.jurisdiction and e.observation = new.id and e.kind = new.evidence_kind;
  if not found then
    raise exception using errcode = 'QL001', message = format(
      'The observation of %s for %s in %s has no evidence. Give the sentence or cell that it stands on.', new.indicator, new.region, new.period);
  end if;
  return null;
end $$;
comment on function qipan.check_observation_stands() is '观测有据. At commit an observation from a document has the sentence or cell it stands on.';
create constraint trigger stands after insert on qipan.observation deferrable initially deferred
  for each row when (new.evidence_kind in ('sentence', 'cell')) execute function qipan.check_observation_stands();

create function qipan.check_superseded_once() returns trigger language plpgsql as $$
begin
  if old.superseded_at is not null then
    raise exception using errcode = 'QL006', message = format('Observation %s is already superseded; that never changes.', old.id);
  end if;
  return new;
end $$;
comment on function qipan.check_superseded_once() is '更正一次. A superseded observation stays so.';
create trigger superseded_once before update of superseded_at on qipan.observation for each row
  execute function qipan.check_superseded_once();
