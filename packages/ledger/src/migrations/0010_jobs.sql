-- Background work. A worker holds a session lock under its number as long as its connection lives, so a job whose
-- worker died is known at once, without heartbeats, and taken up by the next worker that looks.

create table qipan.job (
  jurisdiction qipan.jurisdiction_code not null,
  id uuid not null,
  name text not null,
  subject text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done integer not null default 0 check (done >= 0),
  total integer not null default 0 check (total >= 0),
  message text,
  document uuid,
  payload jsonb not null default '{}',
  only_once text,
  actor text not null,
  role text not null,
  reads text[] not null,
  writes text[] not null,
  worker integer,
  attempts integer not null default 0,
  created_at timestamptz(3) not null,
  finished_at timestamptz(3),
  primary key (jurisdiction, id),
  check ((state in ('done', 'failed')) = (finished_at is not null))
);
create index job_by_id on qipan.job (id);
create index job_by_time on qipan.job (created_at desc, id desc);
create index job_open on qipan.job (created_at, id) where state in ('waiting', 'running');
create unique index job_only_once on qipan.job (jurisdiction, name, only_once) where state in ('waiting', 'running');
comment on table qipan.job is '作业. Background work with its progress and the principal on whose behalf it runs.';
comment on column qipan.job.jurisdiction is '属地. Unit for which the work is done.';
comment on column qipan.job.id is '编号.';
comment on column qipan.job.name is '作业名. Chooses the handler.';
comment on column qipan.job.subject is '对象. What is worked on, for people: a file name, a pack.';
comment on column qipan.job.state is '状态. waiting, running, done, failed; running under a dead worker is taken up again.';
comment on column qipan.job.done is '已完成. Steps done.';
comment on column qipan.job.total is '总数. Steps known so far; 0 before they are known.';
comment on column qipan.job.message is '消息. What a person should know; the reason of a failure.';
comment on column qipan.job.document is '文件. That came of it.';
comment on column qipan.job.payload is '参数. What the handler needs.';
comment on column qipan.job.only_once is '唯一键. Of jobs of one name and key only one is open at a time; null for no limit.';
comment on column qipan.job.actor is '主体. Set by the store from the principal that asked for the job.';
comment on column qipan.job.role is '角色. As actor.';
comment on column qipan.job.reads is '可读属地. As actor.';
comment on column qipan.job.writes is '可写属地. As actor.';
comment on column qipan.job.worker is '工作者. Number of the worker that runs it; its session lock tells whether it lives.';
comment on column qipan.job.attempts is '次数. How often it was taken up.';
comment on column qipan.job.created_at is '提交时刻.';
comment on column qipan.job.finished_at is '完成时刻.';
call qipan.protect_rows('qipan.job', 'unit');
grant select, insert, update (state, done, total, message, document, worker, attempts, finished_at) on qipan.job to qipan_app;

create function qipan.job_carries_principal() returns trigger language plpgsql as $$
begin
  new.actor := current_setting('qipan.actor', true);
  new.role := current_setting('qipan.role', true);
  new.reads := coalesce(qipan.reads(), '{}');
  new.writes := coalesce(qipan.writes(), '{}');
  return new;
end $$;
comment on function qipan.job_carries_principal() is '作业随主体. A job never carries more rights than whoever asked for it.';
-- Only the app is held to it: a backup brought back by the owner keeps the principal that it names.
create trigger carries_principal before insert on qipan.job for each row when (current_user = 'qipan_app')
  execute function qipan.job_carries_principal();

create function qipan.tell_workers() returns trigger language plpgsql as $$
begin
  perform pg_notify('qipan_job', '');
  return null;
end $$;
comment on function qipan.tell_workers() is '唤醒. Wakes the workers when a job has been committed; they look by themselves as well.';
create trigger tell_workers after insert on qipan.job for each statement execute function qipan.tell_workers();

create function qipan.living_workers() returns integer[] language sql volatile
  return array(select objid::integer from pg_locks
    where locktype = 'advisory' and classid = 8620 and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database()));
comment on function qipan.living_workers() is '在世工作者. Numbers under which a worker of this database holds its session lock.';
