-- Entries, their versions and their evidence. A version is only ever added; the entry row is its newest version.

create table qipan.entry (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  visibility qipan.visibility not null,
  shared_with text[] not null default '{}',
  kind text not null,
  key text not null,
  origin text not null check (origin in ('pack', 'reading', 'hand', 'import')),
  confidence qipan.confidence not null,
  version integer not null,
  hash qipan.digest not null,
  recorded_at timestamptz(3) not null,
  withdrawn boolean not null,
  title text not null,
  title_en text,
  fields jsonb not null,
  when_day date,
  exists_from date,
  regions text[] not null default '{}',
  evidence_versions integer[] not null,
  evidence_count integer not null,
  terms tsvector,
  primary key (jurisdiction, id),
  unique (jurisdiction, kind, key)
);
create index entry_by_id on qipan.entry (id);
create index entry_by_key on qipan.entry (kind, key);
create index entry_by_day on qipan.entry (kind, (coalesce(when_day, '-infinity')) desc, id desc);
create index entry_by_day_upwards on qipan.entry (kind, (coalesce(when_day, 'infinity')), id);
create index entry_by_record on qipan.entry (recorded_at desc, id desc);
create index entry_terms on qipan.entry using gin (terms);
comment on table qipan.entry is '条目. Accepted row in its newest version; every row equals its version in entry_version.';
comment on column qipan.entry.jurisdiction is '属地. Unit that owns the entry; never changes.';
comment on column qipan.entry.id is '编号.';
comment on column qipan.entry.visibility is '可见范围.';
comment on column qipan.entry.shared_with is '共享. Units that see a shared entry.';
comment on column qipan.entry.kind is '种类. Name of the register.';
comment on column qipan.entry.key is '键. Name of the row inside its kind and jurisdiction.';
comment on column qipan.entry.origin is '来路. pack, reading, hand, import.';
comment on column qipan.entry.confidence is '核实程度.';
comment on column qipan.entry.version is '版本. Number of the newest version.';
comment on column qipan.entry.hash is '散列. Hash of the newest version.';
comment on column qipan.entry.recorded_at is '记入时刻. Of the newest version.';
comment on column qipan.entry.withdrawn is '撤下. Left out of lists unless asked for.';
comment on column qipan.entry.title is '名称. Field that names the row.';
comment on column qipan.entry.title_en is '英文名称.';
comment on column qipan.entry.fields is '字段. Fields of the kind.';
comment on column qipan.entry.when_day is '时序日. First day of the field by which the register is ordered.';
comment on column qipan.entry.exists_from is '存在起日. Day from which on the row exists for a question as of a day; null is always.';
comment on column qipan.entry.regions is '地区. Codes of every place field, with the prefecture and province above each.';
comment on column qipan.entry.evidence_versions is '依据版本. Versions whose evidence still counts.';
comment on column qipan.entry.evidence_count is '依据数. Pieces of evidence of the newest version, seen or not.';
comment on column qipan.entry.terms is '检索项. Bigrams of title and text fields.';
call qipan.protect_rows('qipan.entry');
grant select, insert, update on qipan.entry to qipan_app;

create table qipan.entry_version (
  jurisdiction qipan.jurisdiction_code not null,
  entry uuid not null,
  version integer not null check (version > 0),
  visibility qipan.visibility not null,
  shared_with text[] not null default '{}',
  kind text not null,
  key text not null,
  origin text not null,
  confidence qipan.confidence not null,
  action text not null check (action in ('create', 'change', 'merge', 'withdraw', 'restore', 'redact')),
  actor text not null,
  recorded_at timestamptz(3) not null,
  reason text,
  withdrawn boolean not null,
  title text not null,
  title_en text,
  fields jsonb,
  when_day date,
  exists_from date,
  regions text[] not null default '{}',
  evidence_versions integer[] not null,
  evidence_count integer not null,
  added_count integer not null,
  added_digest qipan.digest not null,
  reason_digest qipan.digest,
  fields_digest qipan.digest not null,
  evidence_digest qipan.digest not null,
  redacted boolean not null default false,
  previous_hash qipan.digest,
  hash qipan.digest not null,
  primary key (jurisdiction, entry, version),
  check ((version = 1) = (previous_hash is null)),
  check (version = any(evidence_versions) or added_count = 0)
);
create index entry_version_by_entry on qipan.entry_version (entry, version);
create index entry_version_by_kind on qipan.entry_version (kind, recorded_at);
comment on table qipan.entry_version is '版本. One change of an entry: who, when, why, what; chained by hash; never changed or removed.';
comment on column qipan.entry_version.jurisdiction is '属地.';
comment on column qipan.entry_version.entry is '条目.';
comment on column qipan.entry_version.version is '版本号. Counted from 1 without gaps.';
comment on column qipan.entry_version.visibility is '可见范围. Of this version.';
comment on column qipan.entry_version.shared_with is '共享. Of this version.';
comment on column qipan.entry_version.kind is '种类.';
comment on column qipan.entry_version.key is '键.';
comment on column qipan.entry_version.origin is '来路.';
comment on column qipan.entry_version.confidence is '核实程度.';
comment on column qipan.entry_version.action is '变更. create, change, merge, withdraw, restore, redact.';
comment on column qipan.entry_version.actor is '变更人.';
comment on column qipan.entry_version.recorded_at is '记入时刻.';
comment on column qipan.entry_version.reason is '理由.';
comment on column qipan.entry_version.withdrawn is '撤下. Whether the entry is withdrawn after this version.';
comment on column qipan.entry_version.title is '名称.';
comment on column qipan.entry_version.title_en is '英文名称.';
comment on column qipan.entry_version.fields is '字段. Null when redacted.';
comment on column qipan.entry_version.when_day is '时序日.';
comment on column qipan.entry_version.exists_from is '存在起日.';
comment on column qipan.entry_version.regions is '地区.';
comment on column qipan.entry_version.evidence_versions is '依据版本. Versions whose evidence holds for this one.';
comment on column qipan.entry_version.evidence_count is '依据数. Pieces of evidence that hold for this version.';
comment on column qipan.entry_version.added_count is '新增依据数. Pieces of evidence that this version brought.';
comment on column qipan.entry_version.added_digest is '新增依据散列. Over the digests of the evidence that this version brought.';
comment on column qipan.entry_version.reason_digest is '理由散列. Null where there is no reason.';
comment on column qipan.entry_version.fields_digest is '字段散列.';
comment on column qipan.entry_version.evidence_digest is '依据散列. Over the added digests of evidence_versions.';
comment on column qipan.entry_version.redacted is '已涂去. What it said was removed; its digests stay.';
comment on column qipan.entry_version.previous_hash is '前版散列. Null for the first.';
comment on column qipan.entry_version.hash is '散列. Of this version, over its digests and the hash before.';
call qipan.protect_rows('qipan.entry_version',
  '{own} and exists (select from qipan.entry e where e.jurisdiction = entry_version.jurisdiction and e.id = entry_version.entry)',
  '{own} and actor = current_setting(''qipan.actor'', true)');
grant select, insert on qipan.entry_version to qipan_app;

create table qipan.evidence (
  jurisdiction qipan.jurisdiction_code not null,
  entry uuid not null,
  version integer not null,
  ordinal integer not null,
  kind text not null check (kind in ('sentence', 'cell', 'pack', 'decision', 'attestation')),
  document_jurisdiction qipan.jurisdiction_code,
  document uuid,
  address text,
  start integer,
  "end" integer,
  quote text,
  content jsonb not null default '{}',
  digest qipan.digest not null,
  purged_at timestamptz(3),
  primary key (jurisdiction, entry, version, ordinal),
  foreign key (jurisdiction, entry, version) references qipan.entry_version (jurisdiction, entry, version) deferrable initially deferred,
  check ((kind in ('sentence', 'cell')) = (document is not null) and (document is null) = (document_jurisdiction is null)),
  check (kind <> 'sentence' or (address is not null and start is not null and "end" is not null)),
  check (purged_at is not null or kind not in ('sentence', 'cell') or quote is not null)
);
create index evidence_by_entry on qipan.evidence (entry, version);
create index evidence_by_document on qipan.evidence (document, address) where document is not null;
comment on table qipan.evidence is '依据. Why an entry may exist; belongs to the version that brought it; only purging takes quotes out.';
comment on column qipan.evidence.jurisdiction is '属地. Of the entry.';
comment on column qipan.evidence.entry is '条目.';
comment on column qipan.evidence.version is '版本. The version that brought it.';
comment on column qipan.evidence.ordinal is '序. Position among the evidence of its version, counted from 0.';
comment on column qipan.evidence.kind is '种类. sentence, cell, pack, decision, attestation.';
comment on column qipan.evidence.document_jurisdiction is '文件属地.';
comment on column qipan.evidence.document is '文件. Of a sentence or a cell.';
comment on column qipan.evidence.address is '地址. Of a sentence.';
comment on column qipan.evidence.start is '起. UTF-16 offset in the text of the document.';
comment on column qipan.evidence."end" is '止.';
comment on column qipan.evidence.quote is '引文. Null after purging.';
comment on column qipan.evidence.content is '内容. Whatever the kind has besides: sheet and range, pack row and source, decision, attestation.';
comment on column qipan.evidence.digest is '散列. Of the evidence as it was brought.';
comment on column qipan.evidence.purged_at is '清除时刻.';
call qipan.protect_rows('qipan.evidence',
  'exists (select from qipan.entry e where e.jurisdiction = evidence.jurisdiction and e.id = evidence.entry) and (document is null or exists '
  '(select from qipan.document d where d.jurisdiction = evidence.document_jurisdiction and d.id = evidence.document))');
grant select, insert on qipan.evidence to qipan_app;

create table qipan.countersign (
  jurisdiction qipan.jurisdiction_code not null,
  entry uuid not null,
  fields_digest qipan.digest not null,
  party qipan.jurisdiction_code not null,
  actor text not null,
  recorded_at timestamptz(3) not null,
  note text,
  primary key (jurisdiction, entry, fields_digest, party),
  foreign key (jurisdiction, entry) references qipan.entry (jurisdiction, id)
);
create index countersign_by_entry on qipan.countersign (entry);
comment on table qipan.countersign is '会签. Consent of one party to what an entry of the joint space says; holds for exactly those fields.';
comment on column qipan.countersign.jurisdiction is '属地. Of the entry.';
comment on column qipan.countersign.entry is '条目.';
comment on column qipan.countersign.fields_digest is '字段散列. What was consented to.';
comment on column qipan.countersign.party is '会签方.';
comment on column qipan.countersign.actor is '会签人.';
comment on column qipan.countersign.recorded_at is '会签时刻.';
comment on column qipan.countersign.note is '说明.';
call qipan.protect_rows('qipan.countersign',
  'exists (select from qipan.entry e where e.jurisdiction = countersign.jurisdiction and e.id = countersign.entry)',
  'actor = current_setting(''qipan.actor'', true) and (party = any((select qipan.writes())::text[]) or ''*'' = any((select qipan.writes())::text[]))');
grant select, insert on qipan.countersign to qipan_app;

create table qipan.link (
  jurisdiction qipan.jurisdiction_code not null,
  entry uuid not null,
  field text not null,
  ordinal integer not null,
  refers text not null,
  target text not null,
  primary key (jurisdiction, entry, field, ordinal),
  foreign key (jurisdiction, entry) references qipan.entry (jurisdiction, id)
);
create index link_by_entry on qipan.link (entry);
create index link_by_target on qipan.link (refers, target);
comment on table qipan.link is '关联. Reference fields of the newest version of an entry, one row a name, so that links are followed both ways.';
comment on column qipan.link.jurisdiction is '属地. Of the entry that refers.';
comment on column qipan.link.entry is '条目. That refers.';
comment on column qipan.link.field is '字段.';
comment on column qipan.link.ordinal is '序. Position in the field, counted from 0.';
comment on column qipan.link.refers is '所指种类.';
comment on column qipan.link.target is '所指. Key of the entry meant, or the written name where none is held.';
call qipan.protect_rows('qipan.link',
  'exists (select from qipan.entry e where e.jurisdiction = link.jurisdiction and e.id = link.entry)');
grant select, insert, delete on qipan.link to qipan_app;
