-- Review of readings over all documents, the decisions on them one by one, and versions of documents.

-- What the queue is filtered and ordered by. All of it follows from the reading, so it is never written by a program.
alter table qipan.reading
  drop constraint reading_state_check,
  add constraint reading_state_check check (state in ('pending', 'accepted', 'merged', 'split', 'rejected', 'superseded')),
  add column certainty text not null generated always as (case
    when jsonb_path_exists(reading, '$.diagnostics[*] ? (@.severity == "warning" || @.severity == "error")') then 'unsure'
    when type = 'event' and (reading ->> 'dateStart' is null or reading -> 'cut' = 'true') then 'unsure'
    when type = 'measurement' and (coalesce(reading ->> 'value', reading ->> 'low', reading ->> 'high') is null
      or reading #>> '{period,start}' is null) then 'unsure'
    when jsonb_path_exists(reading, '$.certainty.keyvalue() ? (@.key != "kind" && @.value == "implied")') then 'implied'
    else 'stated' end) stored,
  add column first_day text generated always as (case when type = 'event' then reading ->> 'dateStart' end) stored,
  add column last_day text generated always as (case when type = 'event' then coalesce(reading ->> 'dateEnd', reading ->> 'dateStart') end) stored,
  add column alike boolean not null default false,
  add column part_of uuid;
comment on column qipan.reading.state is '审核状态. pending, accepted, merged, split, rejected, superseded.';
comment on column qipan.reading.certainty is
  '确度. That of the least certain part: stated, implied or unsure; the sort of an event, which no text states, does not count.';
comment on column qipan.reading.first_day is '首日. Of an event, YYYY-MM-DD.';
comment on column qipan.reading.last_day is '末日. Of an event, YYYY-MM-DD.';
comment on column qipan.reading.alike is '疑似已有. Whether the ledger seems to hold the same; kept by triggers while the reading waits, false afterwards.';
comment on column qipan.reading.part_of is '分自. The reading that was split into this one.';
create index reading_by_type on qipan.reading (state, type, id);
create index reading_by_certainty on qipan.reading (state, certainty, id);
create index reading_in_place on qipan.reading (state, document, start, id);
create index reading_alike on qipan.reading (state, id) where alike;
create index reading_by_key on qipan.reading (key);
create index reading_by_decider on qipan.reading (decided_by, id) where decided_by is not null;
create index reading_by_whole on qipan.reading (part_of) where part_of is not null;
create index reading_by_day on qipan.reading (first_day, last_day) where state = 'pending' and type = 'event';
create index reading_by_interval on qipan.reading (first_day, last_day) where state = 'pending' and type = 'event' and first_day < last_day;
create index reading_by_figure on qipan.reading ((reading ->> 'indicator')) where state = 'pending' and type = 'measurement';

-- Likely duplicates. A reading is only compared with rows that everybody who sees the reading sees too, so the mark says
-- nothing of a hidden row.

create function qipan.letter_pairs(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(w, n, 2)), '{}') from (
    select regexp_replace(lower(words), '[\s!-/:-@\[-`{-~\u00b7\u2010-\u205e\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]', '', 'g') as w
  ) cleaned, generate_series(1, length(w) - 1) n
$$;
comment on function qipan.letter_pairs(text) is '字对. Pairs of letters and digits that follow one another; marks and spaces do not count.';

create function qipan.pair_share(a text[], b text[]) returns double precision language sql immutable parallel safe as $$
  select coalesce((select count(*) from unnest(a) pair where pair = any(b))::double precision
    / nullif(least(cardinality(a), cardinality(b)), 0), 0)
$$;
comment on function qipan.pair_share(text[], text[]) is '同字对比例. Part of the shorter list that the longer one has too, from 0 to 1: bigram overlap coefficient.';

create function qipan.looks_held(r qipan.reading) returns boolean
language sql stable set search_path = qipan, pg_temp as $$
  select case
    when r.type = 'event' and r.first_day is not null then exists (
      select from entry e
      where e.kind = 'event' and not e.withdrawn and e.when_day between r.first_day::date and r.last_day::date
        and (e.visibility = 'public' or (r.visibility = 'draft'
          and (e.jurisdiction = r.jurisdiction or (e.visibility = 'shared' and r.jurisdiction = any(e.shared_with)))))
        and case when e.when_day = r.first_day::date and e.fields ->> 'dateEnd' = r.last_day then 1 else 0.6 end
          * pair_share(letter_pairs(r.quote), letter_pairs(e.title)) >= 0.35)
    when r.type = 'measurement' then exists (
      select from entry i
      join observation o on o.indicator = i.key and o.superseded_at is null and o.region = r.reading ->> 'region'
        and o.period_start = (r.reading #>> '{period,start}')::date and o.period_end = (r.reading #>> '{period,end}')::date
      where i.kind = 'indicator' and not i.withdrawn and i.title = r.reading ->> 'indicator'
        and (i.visibility = 'public' or (r.visibility = 'draft' and i.jurisdiction = r.jurisdiction))
        and (o.visibility = 'public' or (r.visibility = 'draft'
          and (o.jurisdiction = r.jurisdiction or (o.visibility = 'shared' and r.jurisdiction = any(o.shared_with))))))
    else false end
$$;
comment on function qipan.looks_held(qipan.reading) is
  '似已有. Whether an event of these days has like words (the threshold of a merge, 0.35), or a figure is held for the same indicator, region and period.';
revoke all on function qipan.looks_held(qipan.reading) from public; -- asked with a made-up reading it would tell of hidden rows
create index entry_indicator_title on qipan.entry (title) where kind = 'indicator';
-- A comparison under coalesce is no condition of an index where row security is, so the index by day does not serve this.
create index entry_event_day on qipan.entry (when_day, id) where kind = 'event' and not withdrawn;

-- The same conditions as looks_held, over all new rows at once: asked row by row they cost more than reading the file.
create function qipan.mark_received() returns trigger language plpgsql security definer set search_path = qipan, pg_temp as $$
begin
  update reading r set alike = true from (
    select n.jurisdiction, n.id from new_rows n
    where n.state = 'pending' and n.type = 'event' and n.first_day is not null and exists (
      select from entry e
      where e.kind = 'event' and not e.withdrawn and e.when_day between n.first_day::date and n.last_day::date
        and (e.visibility = 'public' or (n.visibility = 'draft'
          and (e.jurisdiction = n.jurisdiction or (e.visibility = 'shared' and n.jurisdiction = any(e.shared_with)))))
        and case when e.when_day = n.first_day::date and e.fields ->> 'dateEnd' = n.last_day then 1 else 0.6 end
          * pair_share(letter_pairs(n.quote), letter_pairs(e.title)) >= 0.35)
    union all
    select n.jurisdiction, n.id from new_rows n
    where n.state = 'pending' and n.type = 'measurement' and exists (
      select from entry i
      join observation o on o.indicator = i.key and o.superseded_at is null and o.region = n.reading ->> 'region'
        and o.period_start = (n.reading #>> '{period,start}')::date and o.period_end = (n.reading #>> '{period,end}')::date
      where i.kind = 'indicator' and not i.withdrawn and i.title = n.reading ->> 'indicator'
        and (i.visibility = 'public' or (n.visibility = 'draft' and i.jurisdiction = n.jurisdiction))
        and (o.visibility = 'public' or (n.visibility = 'draft'
          and (o.jurisdiction = n.jurisdiction or (o.visibility = 'shared' and n.jurisdiction = any(o.shared_with))))))
  ) held where r.jurisdiction = held.jurisdiction and r.id = held.id;
  return null;
end $$;
comment on function qipan.mark_received() is '收时标疑. Marks new readings that the ledger seems to hold already.';
create trigger mark_received after insert on qipan.reading referencing new table as new_rows for each statement
  execute function qipan.mark_received();

create function qipan.mark_decided() returns trigger language plpgsql security definer set search_path = qipan, pg_temp as $$
declare
  seen reading;
begin
  seen := old; -- what is generated is not in the new row yet
  seen.visibility := new.visibility;
  new.alike := new.state = 'pending' and looks_held(seen);
  return new;
end $$;
comment on function qipan.mark_decided() is '决后除疑. A decided reading is no duplicate any more; one that waits again is looked at again.';
create trigger mark_decided before update of state, visibility on qipan.reading for each row
  when (old.state <> new.state or old.visibility <> new.visibility) execute function qipan.mark_decided();

-- Readings that somebody is deciding on at this moment are passed over: they will not wait any more, and nobody waits for them.
create function qipan.mark_of_events() returns trigger language plpgsql security definer set search_path = qipan, pg_temp as $$
declare
  days text[];
begin
  if tg_op = 'INSERT' then
    days := array(select distinct to_char(when_day, 'YYYY-MM-DD') from new_rows where kind = 'event' and when_day is not null);
  else
    days := array(select to_char(d, 'YYYY-MM-DD') from (
      select n.when_day as d, n.withdrawn, n.visibility, n.title, n.fields ->> 'dateEnd' from new_rows n where n.kind = 'event'
      except select o.when_day, o.withdrawn, o.visibility, o.title, o.fields ->> 'dateEnd' from old_rows o) changed where d is not null
      union select to_char(o.when_day, 'YYYY-MM-DD') from old_rows o join new_rows n using (jurisdiction, id)
        where o.kind = 'event' and o.when_day <> n.when_day);
  end if;
  if cardinality(days) = 0 then return null; end if;
  with near as (
    select r.jurisdiction, r.id from reading r
    where r.state = 'pending' and r.type = 'event' and (r.first_day = any(days)
      or (r.first_day < r.last_day and r.first_day <= (select max(d) from unnest(days) d) and r.last_day >= (select min(d) from unnest(days) d)))
    for update skip locked)
  update reading r set alike = not r.alike from near
    where r.jurisdiction = near.jurisdiction and r.id = near.id and r.alike <> looks_held(r);
  return null;
end $$;
comment on function qipan.mark_of_events() is '事件变时标疑. Looks again at the readings of the days of events that came or changed.';
create trigger mark_of_new_events after insert on qipan.entry referencing new table as new_rows for each statement
  execute function qipan.mark_of_events();
create trigger mark_of_changed_events after update on qipan.entry referencing old table as old_rows new table as new_rows for each statement
  execute function qipan.mark_of_events();

create function qipan.mark_of_figures() returns trigger language plpgsql security definer set search_path = qipan, pg_temp as $$
begin
  perform from reading where state = 'pending' and type = 'measurement' limit 1;
  if not found then return null; end if;
  with near as (
    select r.jurisdiction, r.id from reading r
    where r.state = 'pending' and r.type = 'measurement' and not r.alike and exists (select from new_rows o
      join entry i on i.kind = 'indicator' and i.key = o.indicator
      where i.title = r.reading ->> 'indicator' and o.region = r.reading ->> 'region'
        and to_char(o.period_start, 'YYYY-MM-DD') = r.reading #>> '{period,start}')
    for update skip locked)
  update reading r set alike = true from near where r.jurisdiction = near.jurisdiction and r.id = near.id and looks_held(r);
  return null;
end $$;
comment on function qipan.mark_of_figures() is '数值来时标疑. Looks again at the figures that wait for review when observations came.';
create trigger mark_of_figures after insert on qipan.observation referencing new table as new_rows for each statement
  execute function qipan.mark_of_figures();

-- Counts of the queue, so that they need not be counted. Changes are added as rows of their own, which nobody waits for,
-- and folded together when a document has many.

create table qipan.reading_tally (
  jurisdiction qipan.jurisdiction_code not null,
  document uuid not null,
  type text not null,
  state text not null,
  certainty text not null,
  alike boolean not null,
  decided_by text not null,
  count integer not null,
  fresh boolean not null default true,
  foreign key (jurisdiction, document) references qipan.document (jurisdiction, id)
);
create index reading_tally_by_document on qipan.reading_tally (document);
create index reading_tally_fresh on qipan.reading_tally (document) where fresh;
comment on table qipan.reading_tally is '审核计数. How many readings of a document are alike in what the queue is filtered by; the sum over equal rows counts. Kept by triggers.';
comment on column qipan.reading_tally.jurisdiction is '属地. Of the document.';
comment on column qipan.reading_tally.document is '文件.';
comment on column qipan.reading_tally.type is '类别.';
comment on column qipan.reading_tally.state is '审核状态.';
comment on column qipan.reading_tally.certainty is '确度.';
comment on column qipan.reading_tally.alike is '疑似已有.';
comment on column qipan.reading_tally.decided_by is '审核人. Empty while nobody has decided.';
comment on column qipan.reading_tally.count is '数. How many more, or fewer when negative.';
comment on column qipan.reading_tally.fresh is '未合并. A change that has not been folded in.';
call qipan.protect_rows('qipan.reading_tally',
  'exists (select from qipan.document d where d.jurisdiction = reading_tally.jurisdiction and d.id = reading_tally.document)');
grant select on qipan.reading_tally to qipan_app;

create function qipan.fold_tally(folded uuid) returns void language sql set search_path = qipan, pg_temp as $$
  with taken as (
    delete from reading_tally t
    where t.ctid = any(array(select k.ctid from reading_tally k where k.document = folded for update skip locked))
    returning t.*)
  insert into reading_tally (jurisdiction, document, type, state, certainty, alike, decided_by, count, fresh)
    select jurisdiction, document, type, state, certainty, alike, decided_by, sum(count), false from taken
    group by jurisdiction, document, type, state, certainty, alike, decided_by having sum(count) <> 0
$$;
comment on function qipan.fold_tally(uuid) is '合并计数. Puts the rows of a document together; changes that others are making are left for the next time.';
revoke all on function qipan.fold_tally(uuid) from public;

create function qipan.tally_readings() returns trigger language plpgsql security definer set search_path = qipan, pg_temp as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    insert into reading_tally (jurisdiction, document, type, state, certainty, alike, decided_by, count)
      select jurisdiction, document, type, state, certainty, alike, coalesce(decided_by, ''), count(*) from new_rows
      group by jurisdiction, document, type, state, certainty, alike, coalesce(decided_by, '');
    return null;
  end if;
  if tg_op = 'DELETE' then
    insert into reading_tally (jurisdiction, document, type, state, certainty, alike, decided_by, count)
      select jurisdiction, document, type, state, certainty, alike, coalesce(decided_by, ''), -count(*) from old_rows
      group by jurisdiction, document, type, state, certainty, alike, coalesce(decided_by, '');
    touched := array(select distinct document from old_rows);
  else
    insert into reading_tally (jurisdiction, document, type, state, certainty, alike, decided_by, count)
      select jurisdiction, document, type, state, certainty, alike, coalesce(decided_by, ''), sum(sign) from (
        select *, 1 as sign from new_rows union all select *, -1 from old_rows) both_sides
      group by jurisdiction, document, type, state, certainty, alike, coalesce(decided_by, '') having sum(sign) <> 0;
    touched := array(select distinct document from new_rows);
  end if;
  perform fold_tally(t.document) from (
    select document from reading_tally where fresh and document = any(touched) group by document having count(*) > 200) t;
  return null;
end $$;
comment on function qipan.tally_readings() is '记数. Adds what changed to the counts of the queue.';
create trigger tally_received after insert on qipan.reading referencing new table as new_rows for each statement
  execute function qipan.tally_readings();
create trigger tally_decided after update on qipan.reading referencing old table as old_rows new table as new_rows for each statement
  execute function qipan.tally_readings();
create trigger tally_removed after delete on qipan.reading referencing old table as old_rows for each statement
  execute function qipan.tally_readings();
insert into qipan.reading_tally (jurisdiction, document, type, state, certainty, alike, decided_by, count, fresh)
  select jurisdiction, document, type, state, certainty, alike, coalesce(decided_by, ''), count(*), false from qipan.reading
  group by jurisdiction, document, type, state, certainty, alike, coalesce(decided_by, '');

-- Every decision, so that who decided what and when outlives its being taken back.

create table qipan.reading_decision (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  reading uuid not null,
  action text not null check (action in ('accept', 'merge', 'split', 'reject', 'undo', 'supersede', 'renew', 'carry')),
  state text not null,
  entry uuid,
  entry_version integer,
  observation uuid,
  actor text not null,
  recorded_at timestamptz(3) not null,
  reason text,
  details jsonb not null default '{}',
  primary key (jurisdiction, id),
  foreign key (jurisdiction, reading) references qipan.reading (jurisdiction, id) on delete cascade
);
create index reading_decision_of on qipan.reading_decision (jurisdiction, reading, id);
create index reading_decision_by_reading on qipan.reading_decision (reading, id);
comment on table qipan.reading_decision is '审核决定. One decision on a reading; never changed, and removed only with the reading when its document is purged.';
comment on column qipan.reading_decision.jurisdiction is '属地. Of the reading.';
comment on column qipan.reading_decision.id is '编号. UUID of version 7: in the order of the decisions.';
comment on column qipan.reading_decision.reading is '读出.';
comment on column qipan.reading_decision.action is '动作. accept, merge, split, reject, undo, supersede, renew, carry.';
comment on column qipan.reading_decision.state is '审核状态. Of the reading after it.';
comment on column qipan.reading_decision.entry is '条目. What the reading became or was merged into.';
comment on column qipan.reading_decision.entry_version is '条目版本. Version that the decision made.';
comment on column qipan.reading_decision.observation is '观测. What a measurement became.';
comment on column qipan.reading_decision.actor is '谁.';
comment on column qipan.reading_decision.recorded_at is '时刻.';
comment on column qipan.reading_decision.reason is '理由.';
comment on column qipan.reading_decision.details is '细节. Parts of a split, the batch, the decision that was carried over or taken back.';
call qipan.protect_rows('qipan.reading_decision',
  'exists (select from qipan.reading r where r.jurisdiction = reading_decision.jurisdiction and r.id = reading_decision.reading)',
  '(jurisdiction = any((select qipan.writes())::text[]) or ''*'' = any((select qipan.writes())::text[])) and actor = current_setting(''qipan.actor'', true)');
grant select, insert on qipan.reading_decision to qipan_app;
insert into qipan.reading_decision (jurisdiction, id, reading, action, state, entry, entry_version, observation, actor, recorded_at, reason)
  select jurisdiction, id, id, case state when 'accepted' then 'accept' when 'merged' then 'merge' else 'reject' end, state, entry,
    entry_version, observation, decided_by, decided_at, reason
  from qipan.reading where state in ('accepted', 'merged', 'rejected') and decided_by is not null and decided_at is not null;
create trigger never_changed before update or delete on qipan.reading_decision for each row
  when (current_setting('qipan.purging', true) is distinct from 'yes') execute function qipan.refuse_change();

-- Versions. The newer document names the older one; which is the newest is asked as the reader sees it, so that a draft
-- correction neither hides the published document from others nor shows that it is there.

alter table qipan.document
  add column version integer not null default 1 check (version > 0),
  add column previous uuid,
  add column correction text,
  add constraint document_corrects foreign key (jurisdiction, previous) references qipan.document (jurisdiction, id),
  add constraint document_versions check ((previous is null) = (version = 1) and (previous is null) = (correction is null));
create unique index document_corrected_once on qipan.document (jurisdiction, previous) where previous is not null and purged_at is null;
create index document_by_previous on qipan.document (previous) where previous is not null;
comment on column qipan.document.version is '版本. Counted from 1; a corrected file is the next version.';
comment on column qipan.document.previous is '前版. The document that this one corrects.';
comment on column qipan.document.correction is '更正理由. Why this version was handed in.';

create table qipan.sentence_alignment (
  jurisdiction qipan.jurisdiction_code not null,
  document uuid not null,
  paragraph integer not null,
  ordinal integer not null,
  address text not null,
  newer uuid not null,
  state text not null check (state in ('same', 'moved', 'changed', 'lost')),
  new_address text,
  likeness real not null check (likeness between 0 and 1),
  primary key (jurisdiction, document, newer, paragraph, ordinal),
  foreign key (jurisdiction, document, paragraph, ordinal) references qipan.sentence (jurisdiction, document, paragraph, ordinal) on delete cascade,
  foreign key (jurisdiction, newer) references qipan.document (jurisdiction, id),
  check ((state = 'lost') = (new_address is null))
);
create index sentence_alignment_by_newer on qipan.sentence_alignment (newer, document);
comment on table qipan.sentence_alignment is '句之对应. What became of each sentence of a document in its next version.';
comment on column qipan.sentence_alignment.jurisdiction is '属地. Of both documents.';
comment on column qipan.sentence_alignment.document is '旧版文件.';
comment on column qipan.sentence_alignment.paragraph is '段. In the older version.';
comment on column qipan.sentence_alignment.ordinal is '句. In the older version.';
comment on column qipan.sentence_alignment.address is '旧址.';
comment on column qipan.sentence_alignment.newer is '新版文件.';
comment on column qipan.sentence_alignment.state is '去向. same, moved, changed, lost.';
comment on column qipan.sentence_alignment.new_address is '新址. Null when the sentence is lost.';
comment on column qipan.sentence_alignment.likeness is '相似. From 0 to 1, 1 for equal words.';
call qipan.protect_rows('qipan.sentence_alignment',
  'exists (select from qipan.document d where d.jurisdiction = sentence_alignment.jurisdiction and d.id = sentence_alignment.document) '
  'and exists (select from qipan.document d where d.jurisdiction = sentence_alignment.jurisdiction and d.id = sentence_alignment.newer)',
  'jurisdiction = any((select qipan.writes())::text[]) or ''*'' = any((select qipan.writes())::text[])');
grant select, insert on qipan.sentence_alignment to qipan_app;

create table qipan.settlement (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  document uuid not null,
  address text not null,
  subject_kind text not null check (subject_kind in ('entry', 'observation')),
  subject uuid not null,
  action text not null check (action in ('holds', 'edit', 'withdraw')),
  actor text not null,
  recorded_at timestamptz(3) not null,
  reason text not null,
  primary key (jurisdiction, id)
);
create index settlement_of_document on qipan.settlement (document, subject);
comment on table qipan.settlement is '更正后处置. What an officer found of a row whose sentence a new version of its document changed or lost.';
comment on column qipan.settlement.jurisdiction is '属地. Of the row.';
comment on column qipan.settlement.id is '编号.';
comment on column qipan.settlement.document is '新版文件.';
comment on column qipan.settlement.address is '旧址. Sentence of the older version.';
comment on column qipan.settlement.subject_kind is '对象种类. entry, observation.';
comment on column qipan.settlement.subject is '对象.';
comment on column qipan.settlement.action is '处置. holds, edit, withdraw.';
comment on column qipan.settlement.actor is '谁.';
comment on column qipan.settlement.recorded_at is '时刻.';
comment on column qipan.settlement.reason is '理由.';
call qipan.protect_rows('qipan.settlement', 'unit',
  '(jurisdiction = any((select qipan.writes())::text[]) or ''*'' = any((select qipan.writes())::text[])) and actor = current_setting(''qipan.actor'', true)');
grant select, insert on qipan.settlement to qipan_app;
create trigger never_changed before update or delete on qipan.settlement for each row execute function qipan.refuse_change();

-- Search looks at the newest version that the reader sees, unless told to look at all of them or within one.

drop function qipan.match_sentences(tsquery, uuid, integer);
create function qipan.match_sentences(query tsquery, within uuid default null, most integer default 10001, every boolean default false)
returns table (jurisdiction text, document uuid, paragraph integer, ordinal integer)
language sql stable security definer set search_path = qipan, pg_temp as $$
  select s.jurisdiction, s.document, s.paragraph, s.ordinal from sentence s
  where s.terms @@ query and (within is null or s.document = within)
    and (s.visibility = 'public' or s.jurisdiction = any((select qipan.reads())::text[]) or '*' = any((select qipan.reads())::text[])
      or (s.visibility = 'shared' and s.shared_with && (select qipan.reads())::text[]))
    and (every or within is not null or s.document not in (select n.previous from document n
      where n.previous is not null and n.purged_at is null and may_read(n.jurisdiction, n.visibility, n.shared_with)))
  order by s.document desc, s.paragraph, s.ordinal limit most
$$;
comment on function qipan.match_sentences(tsquery, uuid, integer, boolean) is
  '句检索. Sentences the principal sees that match a query of bigrams, newest document first, at most so many; older versions only when every or within asks for them.';

drop function qipan.count_sentences(tsquery, uuid, integer);
create function qipan.count_sentences(query tsquery, within uuid default null, most integer default 10001, every boolean default false) returns integer
language sql stable security definer set search_path = qipan, pg_temp as $$
  select count(*)::integer from (
    select from sentence s
    where s.terms @@ query and (within is null or s.document = within)
      and (s.visibility = 'public' or s.jurisdiction = any((select qipan.reads())::text[]) or '*' = any((select qipan.reads())::text[])
        or (s.visibility = 'shared' and s.shared_with && (select qipan.reads())::text[]))
      and (every or within is not null or s.document not in (select n.previous from document n
        where n.previous is not null and n.purged_at is null and may_read(n.jurisdiction, n.visibility, n.shared_with)))
    limit most) found
$$;
comment on function qipan.count_sentences(tsquery, uuid, integer, boolean) is
  '句计数. How many sentences the principal sees that match, counted up to so many; the rule is that of match_sentences.';
