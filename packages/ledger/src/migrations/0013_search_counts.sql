-- Counting needs no order, so it stops as soon as enough is found; a common word is found in a great part of all sentences.

create function qipan.count_sentences(query tsquery, within uuid default null, most integer default 10001) returns integer
language sql stable security definer set search_path = qipan, pg_temp as $$
  select count(*)::integer from (
    select from sentence s
    where s.terms @@ query and (within is null or s.document = within)
      and (s.visibility = 'public' or s.jurisdiction = any((select qipan.reads())::text[]) or '*' = any((select qipan.reads())::text[])
        or (s.visibility = 'shared' and s.shared_with && (select qipan.reads())::text[]))
    limit most) found
$$;
comment on function qipan.count_sentences(tsquery, uuid, integer) is
  '句计数. How many sentences the principal sees that match, counted up to so many; the rule is that of match_sentences.';
