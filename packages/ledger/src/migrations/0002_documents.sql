-- Files as received, their text, their sentences, and what was read from them.

create table qipan.document (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  visibility qipan.visibility not null,
  shared_with text[] not null default '{}',
  name text not null,
  title text,
  issuer text,
  number text,
  date date,
  media_type text not null,
  encoding text not null,
  byte_length integer not null,
  text_length integer not null,
  sha256 qipan.digest not null,
  text_sha256 qipan.digest not null,
  sentence_count integer not null,
  received_at timestamptz(3) not null,
  received_by text not null,
  hash qipan.digest not null,
  purged_at timestamptz(3),
  purged_by text,
  purge_reason text,
  primary key (jurisdiction, id),
  unique (jurisdiction, sha256),
  check ((purged_at is null) = (purged_by is null) and (purged_at is null) = (purge_reason is null))
);
create index document_by_id on qipan.document (id);
create index document_by_receipt on qipan.document (received_at desc, id);
comment on table qipan.document is '文件. One file as received; a purged one keeps its hash and a tombstone.';
comment on column qipan.document.jurisdiction is '属地. Unit that owns the document.';
comment on column qipan.document.id is '编号. UUID of version 7.';
comment on column qipan.document.visibility is '可见范围. draft, shared or public.';
comment on column qipan.document.shared_with is '共享. Units that see a shared document.';
comment on column qipan.document.name is '文件名. Base name of the file.';
comment on column qipan.document.title is '标题. Title read from the head of the document.';
comment on column qipan.document.issuer is '发文机关. Issuer read from the head of the document.';
comment on column qipan.document.number is '发文字号. Number read from the head of the document.';
comment on column qipan.document.date is '成文日期. Day of the document.';
comment on column qipan.document.media_type is '格式. Media type of the bytes.';
comment on column qipan.document.encoding is '编码. How the bytes were decoded.';
comment on column qipan.document.byte_length is '字节数.';
comment on column qipan.document.text_length is '文长. Length of the text in UTF-16 code units.';
comment on column qipan.document.sha256 is '文件散列. Digest of the bytes.';
comment on column qipan.document.text_sha256 is '文本散列. Digest of the text in UTF-8.';
comment on column qipan.document.sentence_count is '句数.';
comment on column qipan.document.received_at is '收到时刻.';
comment on column qipan.document.received_by is '收件人. Actor who brought the document.';
comment on column qipan.document.hash is '封存散列. What a checkpoint seals of the document.';
comment on column qipan.document.purged_at is '清除时刻. When bytes, text and quotes were removed.';
comment on column qipan.document.purged_by is '清除人.';
comment on column qipan.document.purge_reason is '清除理由.';
call qipan.protect_rows('qipan.document');
grant select, insert, update (visibility, shared_with, name, title, issuer, number, date) on qipan.document to qipan_app;

create table qipan.document_content (
  jurisdiction qipan.jurisdiction_code not null,
  document uuid not null,
  bytes bytea not null,
  text text not null,
  primary key (jurisdiction, document),
  foreign key (jurisdiction, document) references qipan.document (jurisdiction, id)
);
create index document_content_by_document on qipan.document_content (document);
comment on table qipan.document_content is '文件内容. Bytes and text, apart from the document so that lists never load them; purging removes the row.';
comment on column qipan.document_content.jurisdiction is '属地.';
comment on column qipan.document_content.document is '文件.';
comment on column qipan.document_content.bytes is '原件. The file as received.';
comment on column qipan.document_content.text is '文本. The decoded text that every offset counts in.';
call qipan.protect_rows('qipan.document_content',
  'exists (select from qipan.document d where d.jurisdiction = document_content.jurisdiction and d.id = document_content.document)');
grant select, insert on qipan.document_content to qipan_app;

create table qipan.sentence (
  jurisdiction qipan.jurisdiction_code not null,
  document uuid not null,
  paragraph integer not null check (paragraph > 0),
  ordinal integer not null check (ordinal > 0),
  visibility qipan.visibility not null,
  shared_with text[] not null default '{}',
  address text not null check (address = 'p' || paragraph || '.s' || ordinal),
  kind text not null,
  start integer not null check (start >= 0),
  "end" integer not null,
  raw text not null,
  text text not null,
  headings text[] not null default '{}',
  terms tsvector,
  primary key (jurisdiction, document, paragraph, ordinal),
  foreign key (jurisdiction, document) references qipan.document (jurisdiction, id),
  check (start < "end")
);
create index sentence_terms on qipan.sentence using gin (terms);
comment on table qipan.sentence is '句. Unit of evidence with a stable address; visibility is that of its document.';
comment on column qipan.sentence.jurisdiction is '属地.';
comment on column qipan.sentence.document is '文件.';
comment on column qipan.sentence.paragraph is '段. Counted from 1.';
comment on column qipan.sentence.ordinal is '句. Position in the paragraph, counted from 1.';
comment on column qipan.sentence.visibility is '可见范围. Copied from the document.';
comment on column qipan.sentence.shared_with is '共享. Copied from the document.';
comment on column qipan.sentence.address is '地址. p12.s3 is the third sentence of the twelfth paragraph.';
comment on column qipan.sentence.kind is '段落类别. prose, heading, entry, contents, furniture.';
comment on column qipan.sentence.start is '起. UTF-16 offset in the text of the document.';
comment on column qipan.sentence."end" is '止. UTF-16 offset after the last unit.';
comment on column qipan.sentence.raw is '原文. Slice of the text between start and end.';
comment on column qipan.sentence.text is '修复文. The same sentence with line breaks inside words joined.';
comment on column qipan.sentence.headings is '标题路径. Headings above, outermost first.';
comment on column qipan.sentence.terms is '检索项. Bigrams of the folded text; null where a sentence is not searched.';
call qipan.protect_rows('qipan.sentence');
grant select, insert on qipan.sentence to qipan_app;

create table qipan.reading (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  visibility qipan.visibility not null,
  shared_with text[] not null default '{}',
  document uuid not null,
  key text not null,
  type text not null,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'merged', 'rejected', 'superseded')),
  address text not null,
  start integer not null,
  "end" integer not null,
  quote text not null,
  reading jsonb not null,
  recorded_at timestamptz(3) not null,
  entry uuid,
  entry_version integer,
  observation uuid,
  decided_by text,
  decided_at timestamptz(3),
  reason text,
  primary key (jurisdiction, id),
  unique (jurisdiction, document, key),
  foreign key (jurisdiction, document) references qipan.document (jurisdiction, id)
);
create index reading_by_id on qipan.reading (id);
create index reading_by_document on qipan.reading (document, start, id);
create index reading_by_state on qipan.reading (state, id);
create index reading_by_entry on qipan.reading (entry) where entry is not null;
create index reading_by_observation on qipan.reading (observation) where observation is not null;
comment on table qipan.reading is '读出. A proposed entry with its spans and the decision on it; visibility is that of its document.';
comment on column qipan.reading.jurisdiction is '属地.';
comment on column qipan.reading.id is '编号.';
comment on column qipan.reading.visibility is '可见范围. Copied from the document.';
comment on column qipan.reading.shared_with is '共享. Copied from the document.';
comment on column qipan.reading.document is '文件.';
comment on column qipan.reading.key is '读出键. Names the same reading in another import of the document.';
comment on column qipan.reading.type is '类别. event, measurement, commitment, achievement.';
comment on column qipan.reading.state is '审核状态. pending, accepted, merged, rejected, superseded.';
comment on column qipan.reading.address is '地址. Sentence of the main span.';
comment on column qipan.reading.start is '起. Main span, UTF-16 offset in the text of the document.';
comment on column qipan.reading."end" is '止. Main span.';
comment on column qipan.reading.quote is '引文. Words of the main span.';
comment on column qipan.reading.reading is '内容. The reading as the extraction made it.';
comment on column qipan.reading.recorded_at is '记入时刻.';
comment on column qipan.reading.entry is '条目. What it became or was merged into.';
comment on column qipan.reading.entry_version is '条目版本. Version that the decision made; undoing takes it back.';
comment on column qipan.reading.observation is '观测. What a measurement became.';
comment on column qipan.reading.decided_by is '审核人.';
comment on column qipan.reading.decided_at is '审核时刻.';
comment on column qipan.reading.reason is '审核理由.';
call qipan.protect_rows('qipan.reading');
grant select, insert, update (state, entry, entry_version, observation, decided_by, decided_at, reason) on qipan.reading to qipan_app;

create function qipan.spread_document_visibility() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
begin
  update sentence s set visibility = new.visibility, shared_with = new.shared_with
    where s.jurisdiction = new.jurisdiction and s.document = new.id;
  update reading r set visibility = new.visibility, shared_with = new.shared_with
    where r.jurisdiction = new.jurisdiction and r.document = new.id;
  return null;
end $$;
comment on function qipan.spread_document_visibility() is '可见范围随文件. Sentences and readings are seen by whoever sees their document.';
create trigger spread_visibility after update of visibility, shared_with on qipan.document for each row
  when (old.visibility is distinct from new.visibility or old.shared_with is distinct from new.shared_with)
  execute function qipan.spread_document_visibility();
