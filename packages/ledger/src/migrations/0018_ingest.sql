-- Files handed in together, where each lay before, what became of it, and what a person should know of a document.

create table qipan.batch (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  name text not null check (trim(name) <> ''),
  created_at timestamptz(3) not null,
  created_by text not null,
  cancelled_at timestamptz(3),
  cancelled_by text,
  primary key (jurisdiction, id),
  check ((cancelled_at is null) = (cancelled_by is null))
);
create index batch_by_id on qipan.batch (id);
create index batch_by_time on qipan.batch (created_at desc, id desc);
comment on table qipan.batch is '批次. Files handed in together; what became of each stands in its job.';
comment on column qipan.batch.jurisdiction is '属地. Unit for which the files are taken in.';
comment on column qipan.batch.id is '编号.';
comment on column qipan.batch.name is '批次名. For people.';
comment on column qipan.batch.created_at is '建立时刻.';
comment on column qipan.batch.created_by is '建立人.';
comment on column qipan.batch.cancelled_at is '取消时刻. What waited then was cancelled; null while nobody has.';
comment on column qipan.batch.cancelled_by is '取消人.';
call qipan.protect_rows('qipan.batch', 'unit');
grant select, insert, update (cancelled_at, cancelled_by) on qipan.batch to qipan_app;

alter table qipan.job
  add column batch uuid,
  add column origin text,
  add column outcome text check (outcome in ('created', 'held', 'refused', 'failed', 'cancelled')),
  add foreign key (jurisdiction, batch) references qipan.batch (jurisdiction, id),
  add check (outcome is null or state in ('done', 'failed'));
create index job_of_batch on qipan.job (batch, created_at, id) where batch is not null;
comment on column qipan.job.batch is '批次. That the file was handed in with; null when by itself.';
comment on column qipan.job.origin is '来处. Where the file lay before: a path below what was handed in, archive!member inside an archive.';
comment on column qipan.job.outcome is '结果. created, held already, refused, failed or cancelled; null while open, and for work about no file.';
grant update (outcome) on qipan.job to qipan_app;

alter table qipan.document
  add column origin text,
  add column diagnostics jsonb not null default '[]';
comment on column qipan.document.origin is '来处. Where the file lay before it came here; null when it was handed in by itself.';
comment on column qipan.document.diagnostics is '诊断. What a person should know of the file: mislabelled, macros, pages without text.';

create function qipan.purged_says_nothing() returns trigger language plpgsql as $$
begin
  new.origin := null;
  new.diagnostics := '[]';
  return new;
end $$;
comment on function qipan.purged_says_nothing() is '清除后无语. What diagnostics quote goes with the text.';
create trigger purged_says_nothing before update on qipan.document for each row
  when (old.purged_at is null and new.purged_at is not null) execute function qipan.purged_says_nothing();
