-- What documents say of themselves, what of it joins them to plans and to one another, and which clause serves which.

alter table qipan.document
  add column genre text,
  add column level text,
  add column standing text,
  add column source text;
comment on column qipan.document.genre is '文种. As its card says.';
comment on column qipan.document.level is '层级. Rank of the issuer, as its card says.';
comment on column qipan.document.standing is '效力. As its card says: in-force, replaced, expired, draft, proposal, commentary.';
comment on column qipan.document.source is '来源. As its card says: key of the source list, or the name as written.';
grant update (genre, level, standing, source) on qipan.document to qipan_app;

create table qipan.card (
  jurisdiction qipan.jurisdiction_code not null,
  document uuid not null,
  version integer not null check (version > 0),
  recorded_at timestamptz(3) not null,
  card jsonb not null,
  primary key (jurisdiction, document),
  foreign key (jurisdiction, document) references qipan.document (jurisdiction, id)
);
create index card_by_document on qipan.card (document);
create index card_that_declares on qipan.card (document) where card -> 'declares' <> '[]'::jsonb;
comment on table qipan.card is '文件卡片. What a document says of itself, in its newest version; seen by whoever sees the document; purging removes the row.';
comment on column qipan.card.jurisdiction is '属地. Of the document.';
comment on column qipan.card.document is '文件.';
comment on column qipan.card.version is '版本. Number of the newest version.';
comment on column qipan.card.recorded_at is '记入时刻. Of the newest version.';
comment on column qipan.card.card is '内容. Each fact with the words it was read from or the officer who set it.';
call qipan.protect_rows('qipan.card',
  'exists (select from qipan.document d where d.jurisdiction = card.jurisdiction and d.id = card.document)');
grant select, insert, update (version, recorded_at, card) on qipan.card to qipan_app;

create table qipan.card_version (
  jurisdiction qipan.jurisdiction_code not null,
  document uuid not null,
  version integer not null check (version > 0),
  visibility qipan.visibility not null,
  shared_with text[] not null default '{}',
  actor text not null,
  recorded_at timestamptz(3) not null,
  reason text,
  changed text[] not null,
  card jsonb,
  primary key (jurisdiction, document, version),
  foreign key (jurisdiction, document) references qipan.document (jurisdiction, id)
);
create index card_version_by_document on qipan.card_version (document, version);
comment on table qipan.card_version is '卡片版本. Every version of a card: who, when, why, which fields; never changed; purging takes out what it says.';
comment on column qipan.card_version.jurisdiction is '属地. Of the document.';
comment on column qipan.card_version.document is '文件.';
comment on column qipan.card_version.version is '版本号. Counted from 1 without gaps.';
comment on column qipan.card_version.visibility is '可见范围. Of the document when the version was made.';
comment on column qipan.card_version.shared_with is '共享. Of the document when the version was made.';
comment on column qipan.card_version.actor is '何人.';
comment on column qipan.card_version.recorded_at is '记入时刻.';
comment on column qipan.card_version.reason is '理由. Null for what was read.';
comment on column qipan.card_version.changed is '所改. Fields that differ from the version before.';
comment on column qipan.card_version.card is '内容. Null when the document was purged.';
call qipan.protect_rows('qipan.card_version',
  '{own} and exists (select from qipan.document d where d.jurisdiction = card_version.jurisdiction and d.id = card_version.document)',
  '{own} and actor = current_setting(''qipan.actor'', true)');
grant select, insert on qipan.card_version to qipan_app;

create function qipan.check_card_follows() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
declare
  newest integer;
begin
  select coalesce(max(v.version), 0) into newest from card_version v
    where v.jurisdiction = new.jurisdiction and v.document = new.document;
  if new.version <> newest + 1 then
    raise exception using errcode = 'QL003', message = format(
      'The card of document %s is at version %s, not at %s. Load it again and repeat the change.', new.document, newest, new.version - 1);
  end if;
  return new;
end $$;
comment on function qipan.check_card_follows() is '卡片版本相接. A version follows the newest one, so that no version is lost.';
create trigger follows before insert on qipan.card_version for each row execute function qipan.check_card_follows();

create table qipan.card_title (
  jurisdiction qipan.jurisdiction_code not null,
  document uuid not null,
  relation text not null check (relation in ('title', 'plan', 'implements', 'replaces')),
  ordinal integer not null check (ordinal >= 0),
  title text not null,
  title_key text not null,
  address text,
  quote text,
  primary key (jurisdiction, document, relation, ordinal),
  foreign key (jurisdiction, document) references qipan.document (jurisdiction, id)
);
create index card_title_by_document on qipan.card_title (document);
create index card_title_by_key on qipan.card_title (title_key, relation);
comment on table qipan.card_title is '卡片所称. Titles that a card gives: its own, the plan it is the text of, what it implements and replaces; by these documents are joined.';
comment on column qipan.card_title.jurisdiction is '属地. Of the document.';
comment on column qipan.card_title.document is '文件.';
comment on column qipan.card_title.relation is '关系. title: its own; plan: key of the plan it is the text of; implements; replaces.';
comment on column qipan.card_title.ordinal is '序. Position among those of the relation, counted from 0.';
comment on column qipan.card_title.title is '标题. As written; of plan its key.';
comment on column qipan.card_title.title_key is '比对形. The title without marks, spaces and look-alikes, as titles are compared.';
comment on column qipan.card_title.address is '地址. Sentence that says so; null where an officer set it.';
comment on column qipan.card_title.quote is '引文. Words that say so; null where an officer set it.';
call qipan.protect_rows('qipan.card_title',
  'exists (select from qipan.document d where d.jurisdiction = card_title.jurisdiction and d.id = card_title.document)');
grant select, insert, delete on qipan.card_title to qipan_app;

create table qipan.clause_link (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  lower_document uuid not null,
  lower_path text not null,
  lower_address text not null check (lower_address ~ '^p[0-9]+\.s[0-9]+$'),
  lower_title text not null,
  upper_jurisdiction qipan.jurisdiction_code not null,
  upper_document uuid not null,
  upper_path text not null,
  upper_address text not null check (upper_address ~ '^p[0-9]+\.s[0-9]+$'),
  upper_title text not null,
  linked_by text not null,
  linked_at timestamptz(3) not null,
  reason text,
  withdrawn_by text,
  withdrawn_at timestamptz(3),
  withdraw_reason text,
  primary key (jurisdiction, id),
  foreign key (jurisdiction, lower_document) references qipan.document (jurisdiction, id),
  foreign key (upper_jurisdiction, upper_document) references qipan.document (jurisdiction, id),
  check (lower_document <> upper_document),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
);
create index clause_link_by_id on qipan.clause_link (id);
create unique index clause_link_once on qipan.clause_link (jurisdiction, lower_document, lower_address, upper_document, upper_address)
  where withdrawn_at is null;
create index clause_link_by_upper on qipan.clause_link (upper_document) where withdrawn_at is null;
comment on table qipan.clause_link is '条款对应. An officer''s word that a clause serves a clause of another document; never removed, only taken back.';
comment on column qipan.clause_link.jurisdiction is '属地. Of the lower document.';
comment on column qipan.clause_link.id is '编号.';
comment on column qipan.clause_link.lower_document is '下位文件. The document whose clause serves.';
comment on column qipan.clause_link.lower_path is '下位条款. Its place in the outline.';
comment on column qipan.clause_link.lower_address is '下位地址. Its first sentence.';
comment on column qipan.clause_link.lower_title is '下位条目. Its heading when it was linked.';
comment on column qipan.clause_link.upper_jurisdiction is '上位属地.';
comment on column qipan.clause_link.upper_document is '上位文件. The document that is served.';
comment on column qipan.clause_link.upper_path is '上位条款.';
comment on column qipan.clause_link.upper_address is '上位地址.';
comment on column qipan.clause_link.upper_title is '上位条目.';
comment on column qipan.clause_link.linked_by is '何人.';
comment on column qipan.clause_link.linked_at is '何时.';
comment on column qipan.clause_link.reason is '理由.';
comment on column qipan.clause_link.withdrawn_by is '撤回人.';
comment on column qipan.clause_link.withdrawn_at is '撤回时刻.';
comment on column qipan.clause_link.withdraw_reason is '撤回理由.';
call qipan.protect_rows('qipan.clause_link',
  'exists (select from qipan.document d where d.jurisdiction = clause_link.jurisdiction and d.id = clause_link.lower_document) '
  'and exists (select from qipan.document d where d.jurisdiction = clause_link.upper_jurisdiction and d.id = clause_link.upper_document)',
  '{own} and linked_by = current_setting(''qipan.actor'', true)');
grant select, insert, update (withdrawn_by, withdrawn_at, withdraw_reason) on qipan.clause_link to qipan_app;

create function qipan.purge_card() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
begin
  new.genre := null;
  new.level := null;
  new.standing := null;
  new.source := null;
  delete from card c where c.jurisdiction = new.jurisdiction and c.document = new.id;
  delete from card_title t where t.jurisdiction = new.jurisdiction and t.document = new.id;
  update card_version v set card = null, reason = null where v.jurisdiction = new.jurisdiction and v.document = new.id;
  update clause_link l set lower_title = '' where l.jurisdiction = new.jurisdiction and l.lower_document = new.id;
  update clause_link l set upper_title = '' where l.upper_jurisdiction = new.jurisdiction and l.upper_document = new.id;
  return new;
end $$;
comment on function qipan.purge_card() is '卡片随清除. With the text of a document goes what its card quoted from it.';
create trigger purge_card before update of purged_at on qipan.document for each row
  when (old.purged_at is null and new.purged_at is not null) execute function qipan.purge_card();
