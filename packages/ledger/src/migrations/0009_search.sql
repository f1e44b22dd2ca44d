-- Search uses the text indexes although the match operator is not leakproof: these functions run as the owner of the
-- tables and apply the rule of the select policies themselves (may_read), so a hidden row is never returned or counted.

create function qipan.match_sentences(query tsquery, within uuid default null, most integer default 10001)
returns table (jurisdiction text, document uuid, paragraph integer, ordinal integer)
language sql stable security definer set search_path = qipan, pg_temp as $$
  select s.jurisdiction, s.document, s.paragraph, s.ordinal from sentence s
  where s.terms @@ query and (within is null or s.document = within)
    and (s.visibility = 'public' or s.jurisdiction = any((select qipan.reads())::text[]) or '*' = any((select qipan.reads())::text[])
      or (s.visibility = 'shared' and s.shared_with && (select qipan.reads())::text[]))
  order by s.document desc, s.paragraph, s.ordinal limit most
$$;
comment on function qipan.match_sentences(tsquery, uuid, integer) is
  '句检索. Sentences the principal sees that match a query of bigrams, newest document first, at most so many.';

create function qipan.match_entries(query tsquery, kinds text[] default null, most integer default 10001)
returns table (jurisdiction text, entry uuid, kind text)
language sql stable security definer set search_path = qipan, pg_temp as $$
  select e.jurisdiction, e.id, e.kind from entry e
  where e.terms @@ query and not e.withdrawn and (kinds is null or e.kind = any(kinds))
    and (e.visibility = 'public' or e.jurisdiction = any((select qipan.reads())::text[]) or '*' = any((select qipan.reads())::text[])
      or (e.visibility = 'shared' and e.shared_with && (select qipan.reads())::text[]))
  order by e.when_day desc nulls last, e.id desc limit most
$$;
comment on function qipan.match_entries(tsquery, text[], integer) is
  '条目检索. Entries the principal sees that match a query of bigrams, newest first, at most so many.';
