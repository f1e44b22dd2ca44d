-- Taking a document out for good. The only way in which anything is removed: by an administrator of its unit, leaving
-- hashes, digests and a tombstone, so that the chains can still be checked.

create function qipan.purge_document(purged uuid, why text, at timestamptz)
returns table (newest jsonb, held text[])
language plpgsql security definer set search_path = qipan, pg_temp as $$
#variable_conflict use_column
declare
  held_document document;
begin
  select * into held_document from document d where d.id = purged and may_read(d.jurisdiction, d.visibility, d.shared_with) for update;
  if not found then
    raise exception using errcode = 'QL005', message = format('No document %s is held_document. Check its id.', purged);
  end if;
  if current_setting('qipan.role', true) is distinct from 'administrator' or not may_write(held_document.jurisdiction) then
    raise exception using errcode = 'QL005', message = format(
      'Only an administrator of %s purges its documents. Ask one of them.', held_document.jurisdiction);
  end if;
  if held_document.purged_at is not null then return; end if;
  if coalesce(trim(why), '') = '' then
    raise exception using errcode = 'QL005', message = 'A purge has no reason. Say why the document is taken out; the reason stays in its tombstone.';
  end if;

  perform set_config('qipan.purging', 'yes', true);
  delete from document_content c where c.jurisdiction = held_document.jurisdiction and c.document = purged;
  delete from sentence s where s.jurisdiction = held_document.jurisdiction and s.document = purged;
  delete from reading r where r.jurisdiction = held_document.jurisdiction and r.document = purged;
  update evidence e set quote = null, content = '{}', purged_at = at
    where e.document_jurisdiction = held_document.jurisdiction and e.document = purged;
  update observation_evidence e set quote = null, content = '{}', purged_at = at
    where e.document_jurisdiction = held_document.jurisdiction and e.document = purged;
  update observation o set superseded_at = coalesce(o.superseded_at, at), note = null
    from observation_evidence e
    where e.document_jurisdiction = held_document.jurisdiction and e.document = purged
      and o.jurisdiction = e.jurisdiction and o.id = e.observation;
  update document d set title = null, issuer = null, number = null, date = null,
      purged_at = at, purged_by = current_setting('qipan.actor', true), purge_reason = why
    where d.jurisdiction = held_document.jurisdiction and d.id = purged;

  -- A version that stands on nothing but what was purged says nothing any more; its digests stay.
  update entry_version v set redacted = true, fields = null, title = '', title_en = null, reason = null,
      when_day = null, exists_from = null, regions = '{}'
    where not v.redacted
      and exists (select from evidence e where e.document_jurisdiction = held_document.jurisdiction and e.document = purged
        and e.jurisdiction = v.jurisdiction and e.entry = v.entry)
      and qipan.rests_on_purged(v.jurisdiction, v.entry, v.evidence_versions);
  perform set_config('qipan.purging', '', true);

  return query select to_jsonb(v) - 'fields', array(select b.added_digest::text from entry_version b
      where b.jurisdiction = v.jurisdiction and b.entry = v.entry and b.version = any(v.evidence_versions) order by b.version)
    from entry e
    join entry_version v on v.jurisdiction = e.jurisdiction and v.entry = e.id and v.version = e.version
    where v.redacted and exists (select from evidence x where x.document_jurisdiction = held_document.jurisdiction and x.document = purged
      and x.jurisdiction = e.jurisdiction and x.entry = e.id)
    order by e.jurisdiction, e.id;
end $$;
comment on function qipan.purge_document(uuid, text, timestamptz) is
  '清除. Removes bytes, text, quotes and readings of a document and what versions say that rest on it alone; returns the entries that are to be withdrawn.';

create function qipan.rests_on_purged(unit text, of_entry uuid, versions integer[]) returns boolean
language sql stable set search_path = qipan, pg_temp as $$
  select coalesce(bool_and(e.purged_at is not null), false) from evidence e
    where e.jurisdiction = unit and e.entry = of_entry and e.version = any(versions)
$$;
comment on function qipan.rests_on_purged(text, uuid, integer[]) is '全据已清. Whether all evidence of these versions was purged.';

create function qipan.withdraw_purged(added jsonb, note jsonb) returns void
language plpgsql security definer set search_path = qipan, pg_temp as $$
declare
  next entry_version := jsonb_populate_record(null::entry_version, added);
begin
  if current_setting('qipan.role', true) is distinct from 'administrator'
     or next.actor is distinct from current_setting('qipan.actor', true)
     or next.action <> 'withdraw' or not next.withdrawn or next.fields <> '{}' or next.title <> ''
     or not exists (select from entry_version v where v.jurisdiction = next.jurisdiction and v.entry = next.entry
       and v.version = next.version - 1 and v.redacted) then
    raise exception using errcode = 'QL005', message = 'Only an entry whose evidence was purged is withdrawn in this way, and with nothing in it.';
  end if;
  insert into entry_version select next.*;
  insert into evidence select (jsonb_populate_record(null::evidence, note)).*;
  update entry e set version = next.version, hash = next.hash, recorded_at = next.recorded_at, withdrawn = true,
      title = '', title_en = null, fields = '{}', when_day = null, exists_from = null, regions = '{}', terms = null,
      evidence_versions = next.evidence_versions, evidence_count = next.evidence_count
    where e.jurisdiction = next.jurisdiction and e.id = next.entry;
  delete from link l where l.jurisdiction = next.jurisdiction and l.entry = next.entry;
end $$;
comment on function qipan.withdraw_purged(jsonb, jsonb) is
  '清除后撤下. Adds the empty, withdrawn version to an entry of any unit whose evidence was purged.';
