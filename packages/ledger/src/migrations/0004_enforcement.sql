-- What the store itself refuses, whatever program writes to it.

create function qipan.check_version_follows() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
declare
  before entry_version;
begin
  if new.version = 1 then
    if new.origin = 'pack' and current_setting('qipan.role', true) is distinct from 'administrator' then
      raise exception using errcode = 'QL005',
        message = 'Only an administrator loads entries of a data pack (origin ''pack''). Use origin ''hand'' for an entry made by a person.';
    end if;
    return new;
  end if;
  select * into before from entry_version v
    where v.jurisdiction = new.jurisdiction and v.entry = new.entry and v.version = new.version - 1;
  if before.hash is distinct from new.previous_hash then
    raise exception using errcode = 'QL003', message = format(
      'Version %s of entry %s does not follow version %s as the ledger holds it. Load the entry again and repeat the change.',
      new.version, new.entry, new.version - 1);
  end if;
  if (before.kind, before.key, before.origin) is distinct from (new.kind, new.key, new.origin)
     or new.recorded_at < before.recorded_at then
    raise exception using errcode = 'QL003', message = format(
      'Version %s of entry %s changes what never changes (kind, key, origin) or is older than the version before.', new.version, new.entry);
  end if;
  return new;
end $$;
comment on function qipan.check_version_follows() is '版本相接. A version follows the one before by number and hash, so history cannot fork.';
create trigger follows before insert on qipan.entry_version for each row execute function qipan.check_version_follows();

create function qipan.check_version_stands() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
declare
  held integer;
begin
  select count(*) into held from evidence e
    where e.jurisdiction = new.jurisdiction and e.entry = new.entry and e.version = any(new.evidence_versions);
  if held = 0 then
    raise exception using errcode = 'QL001', message = format(
      'Version %s of the %s %s has no evidence. Give the sentence, cell, pack row, decision or attestation that it stands on.',
      new.version, new.kind, new.key);
  end if;
  if held <> new.evidence_count then
    raise exception using errcode = 'QL003', message = format(
      'Version %s of entry %s counts %s pieces of evidence, the ledger holds %s.', new.version, new.entry, new.evidence_count, held);
  end if;
  perform from entry e where e.jurisdiction = new.jurisdiction and e.id = new.entry and e.version >= new.version;
  if not found then
    raise exception using errcode = 'QL003', message = format(
      'Entry %s does not stand at its newest version %s. A version is written together with its entry.', new.entry, new.version);
  end if;
  if new.jurisdiction = 'JJJ' and new.visibility = 'public' and not new.withdrawn
     and not (new.origin = 'pack' and current_setting('qipan.role', true) = 'administrator') then
    select count(*) into held from countersign c
      where c.jurisdiction = new.jurisdiction and c.entry = new.entry and c.fields_digest = new.fields_digest
        and c.party in ('110000', '120000', '130000');
    if held < 3 then
      raise exception using errcode = 'QL004', message = format(
        'The %s %s of the joint space (JJJ) carries %s of 3 countersigns of 110000, 120000 and 130000 for what it says. Keep it a draft until all three have signed.',
        new.kind, new.key, held);
    end if;
  end if;
  return null;
end $$;
comment on function qipan.check_version_stands() is '版本有据. At commit a version has its evidence, and in public joint space its countersigns.';
create constraint trigger stands after insert on qipan.entry_version deferrable initially deferred
  for each row execute function qipan.check_version_stands();

create function qipan.check_entry_is_version() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
begin
  perform from entry e join entry_version v
      on v.jurisdiction = e.jurisdiction and v.entry = e.id and v.version = e.version and v.hash = e.hash
      and v.kind = e.kind and v.key = e.key and v.origin = e.origin and v.confidence = e.confidence
      and v.visibility = e.visibility and v.shared_with = e.shared_with and v.withdrawn = e.withdrawn
      and (v.fields = e.fields or v.redacted)
      and not exists (select from entry_version l where l.jurisdiction = e.jurisdiction and l.entry = e.id and l.version > e.version)
    where e.jurisdiction = new.jurisdiction and e.id = new.id;
  if not found then
    raise exception using errcode = 'QL003', message = format(
      'Entry %s does not equal its newest version. Entries change by adding a version.', new.id);
  end if;
  return null;
end $$;
comment on function qipan.check_entry_is_version() is '条目即新版. At commit an entry says exactly what its newest version says.';
create constraint trigger is_version after insert or update on qipan.entry deferrable initially deferred
  for each row execute function qipan.check_entry_is_version();

create function qipan.check_evidence_belongs() returns trigger
language plpgsql security definer set search_path = qipan, pg_temp as $$
begin
  perform from entry_version v
    where v.jurisdiction = new.jurisdiction and v.entry = new.entry and v.version = new.version
      and v.added_count = (select count(*) from evidence e
        where e.jurisdiction = new.jurisdiction and e.entry = new.entry and e.version = new.version);
  if not found then
    raise exception using errcode = 'QL003', message = format(
      'Evidence of version %s of entry %s is not what the version says it brought. Evidence is added by a new version.', new.version, new.entry);
  end if;
  return null;
end $$;
comment on function qipan.check_evidence_belongs() is '依据随版本. Nothing is added to the evidence of a version afterwards.';
create constraint trigger belongs after insert on qipan.evidence deferrable initially deferred
  for each row execute function qipan.check_evidence_belongs();

-- Runs as the writer: a sentence the writer may not see cannot be cited, and the answer is that of one that does not exist.
create function qipan.check_quote() returns trigger language plpgsql set search_path = qipan, pg_temp as $$
declare
  place integer[] := regexp_match(new.address, '^p([0-9]{1,9})\.s([0-9]{1,9})$')::integer[];
  cited sentence;
  slice text;
begin
  select * into cited from sentence s
    where s.jurisdiction = new.document_jurisdiction and s.document = new.document and s.paragraph = place[1] and s.ordinal = place[2];
  if not found then
    raise exception using errcode = 'QL002', message = format(
      'No sentence %s is held of document %s. Cite a sentence of a document that the ledger holds.', new.address, new.document);
  end if;
  slice := utf16_slice(cited.raw, new.start - cited.start, new."end" - cited.start);
  if slice is distinct from new.quote then
    raise exception using errcode = 'QL002', message = format(
      'The quote %L is not what sentence %s of document %s says from %s to %s: there stands %L. Cite the words as they stand, with their offsets.',
      new.quote, new.address, new.document, new.start, new."end", coalesce(slice, '(outside the sentence)'));
  end if;
  return new;
end $$;
comment on function qipan.check_quote() is '引文相符. A quote equals the words of its sentence between its offsets.';
create trigger quote before insert on qipan.evidence for each row when (new.kind = 'sentence')
  execute function qipan.check_quote();

create trigger never_changed before update or delete on qipan.entry_version for each row
  when (current_setting('qipan.purging', true) is distinct from 'yes') execute function qipan.refuse_change();
create trigger never_changed before update or delete on qipan.evidence for each row
  when (current_setting('qipan.purging', true) is distinct from 'yes') execute function qipan.refuse_change();
