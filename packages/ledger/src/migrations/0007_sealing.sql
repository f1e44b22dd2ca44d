-- Checkpoints: what is new waits in unsealed until a job seals it, so that writers never wait for one another.

create table qipan.unsealed (
  jurisdiction qipan.jurisdiction_code not null,
  subject_kind text not null check (subject_kind in ('version', 'batch', 'document')),
  subject uuid not null,
  version integer not null default 0,
  hash qipan.digest not null,
  recorded_at timestamptz(3) not null,
  primary key (jurisdiction, subject_kind, subject, version)
);
comment on table qipan.unsealed is '待封. Versions, batches and documents that no checkpoint covers yet; filled by triggers.';
comment on column qipan.unsealed.jurisdiction is '属地.';
comment on column qipan.unsealed.subject_kind is '种类. version, batch, document.';
comment on column qipan.unsealed.subject is '对象. Id of the entry, batch or document.';
comment on column qipan.unsealed.version is '版本. Of an entry; 0 for the others.';
comment on column qipan.unsealed.hash is '散列. That will be sealed.';
comment on column qipan.unsealed.recorded_at is '记入时刻.';
call qipan.protect_rows('qipan.unsealed', 'unit');
grant select, update, delete on qipan.unsealed to qipan_app; -- update only so that rows can be locked

create table qipan.checkpoint (
  jurisdiction qipan.jurisdiction_code not null,
  number integer not null check (number > 0),
  closed_at timestamptz(3) not null,
  closed_by text not null,
  leaf_count integer not null check (leaf_count > 0),
  leaves_root qipan.digest not null,
  previous_root qipan.digest,
  root qipan.digest not null,
  primary key (jurisdiction, number),
  check ((number = 1) = (previous_root is null))
);
comment on table qipan.checkpoint is '检查点. Root over the changes of a unit since the last, chained to it; public, for it stands on every report.';
comment on column qipan.checkpoint.jurisdiction is '属地.';
comment on column qipan.checkpoint.number is '序号. Counted from 1 in each unit.';
comment on column qipan.checkpoint.closed_at is '封存时刻.';
comment on column qipan.checkpoint.closed_by is '封存者.';
comment on column qipan.checkpoint.leaf_count is '叶数.';
comment on column qipan.checkpoint.leaves_root is '叶根. Root of the Merkle tree over the leaves in order (RFC 6962).';
comment on column qipan.checkpoint.previous_root is '前根. Root of the checkpoint before; null for the first.';
comment on column qipan.checkpoint.root is '根. Digest over number, previous root and leaves root.';
call qipan.protect_rows('qipan.checkpoint', 'true');
grant select, insert on qipan.checkpoint to qipan_app;

create table qipan.checkpoint_leaf (
  jurisdiction qipan.jurisdiction_code not null,
  checkpoint integer not null,
  ordinal integer not null,
  subject_kind text not null check (subject_kind in ('version', 'batch', 'document')),
  subject uuid not null,
  version integer not null default 0,
  hash qipan.digest not null,
  primary key (jurisdiction, checkpoint, ordinal),
  unique (jurisdiction, subject_kind, subject, version),
  foreign key (jurisdiction, checkpoint) references qipan.checkpoint (jurisdiction, number)
);
comment on table qipan.checkpoint_leaf is '检查点叶. One change that a checkpoint covers.';
comment on column qipan.checkpoint_leaf.jurisdiction is '属地.';
comment on column qipan.checkpoint_leaf.checkpoint is '检查点.';
comment on column qipan.checkpoint_leaf.ordinal is '序. Position in the tree, counted from 0.';
comment on column qipan.checkpoint_leaf.subject_kind is '种类.';
comment on column qipan.checkpoint_leaf.subject is '对象.';
comment on column qipan.checkpoint_leaf.version is '版本.';
comment on column qipan.checkpoint_leaf.hash is '散列.';
call qipan.protect_rows('qipan.checkpoint_leaf', 'unit');
grant select, insert on qipan.checkpoint_leaf to qipan_app;

create function qipan.await_sealing() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
begin
  if tg_table_name = 'entry_version' then
    insert into unsealed select a.jurisdiction, 'version', a.entry, a.version, a.hash, a.recorded_at from added a;
  elsif tg_table_name = 'import_batch' then
    insert into unsealed select a.jurisdiction, 'batch', a.id, 0, a.hash, a.recorded_at from added a;
  else
    insert into unsealed select a.jurisdiction, 'document', a.id, 0, a.hash, a.received_at from added a;
  end if;
  return null;
end $$;
comment on function qipan.await_sealing() is '待封登记. Puts whatever is new before the next checkpoint.';
create trigger await_sealing after insert on qipan.entry_version referencing new table as added
  for each statement execute function qipan.await_sealing();
create trigger await_sealing after insert on qipan.import_batch referencing new table as added
  for each statement execute function qipan.await_sealing();
create trigger await_sealing after insert on qipan.document referencing new table as added
  for each statement execute function qipan.await_sealing();

create trigger never_changed before update or delete on qipan.checkpoint for each row execute function qipan.refuse_change();
create trigger never_changed before update or delete on qipan.checkpoint_leaf for each row execute function qipan.refuse_change();
