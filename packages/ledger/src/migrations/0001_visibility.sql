-- Who sees and who writes a row. Every table of rows that belong to a unit calls qipan.protect_rows once.

create domain qipan.jurisdiction_code as text check (value ~ '^(CN|JJJ|[0-9]{6})$');
comment on domain qipan.jurisdiction_code is '属地. Unit that owns a row: CN, JJJ or a six-digit division code of GB/T 2260.';

create domain qipan.visibility as text check (value in ('draft', 'shared', 'public'));
comment on domain qipan.visibility is '可见范围. Who besides the owner sees a row: nobody, those it is shared with, everybody.';

create domain qipan.digest as text check (value ~ '^[0-9a-f]{64}$');
comment on domain qipan.digest is '散列. SHA-256 in lower-case hexadecimal.';

create domain qipan.confidence as text check (value in ('verified', 'recalled'));
comment on domain qipan.confidence is '核实程度. verified: read in a source; recalled: from memory.';

create function qipan.reads() returns text[] language sql stable parallel safe
  return string_to_array(current_setting('qipan.reads', true), ',');
comment on function qipan.reads() is '可读属地. Units whose drafts the principal of this transaction sees; empty or null for the public reader; * for all.';

create function qipan.writes() returns text[] language sql stable parallel safe
  return string_to_array(current_setting('qipan.writes', true), ',');
comment on function qipan.writes() is '可写属地. Units whose rows the principal of this transaction may change; * for all.';

create function qipan.may_read(unit text, seen text, shared text[]) returns boolean language sql stable parallel safe
  return coalesce(seen = 'public' or unit = any(qipan.reads()) or '*' = any(qipan.reads())
    or (seen = 'shared' and shared && qipan.reads()), false);
comment on function qipan.may_read(text, text, text[]) is
  '可否读. The rule of the select policies as a function, for functions that run as the owner of the tables.';

create function qipan.may_write(unit text) returns boolean language sql stable parallel safe
  return coalesce(unit = any(qipan.writes()) or '*' = any(qipan.writes()), false);
comment on function qipan.may_write(text) is
  '可否写. The rule of the insert and update policies as a function, for functions that run as the owner of the tables.';

-- The sub-selects are evaluated once a query, not once a row; the comparisons left are leakproof, so indexes stay usable.
create procedure qipan.protect_rows(target regclass, visible text default '{own}', writable text default '{own}') language plpgsql as $$
declare
  reads constant text := '(select qipan.reads())::text[]';
  writes constant text := '(select qipan.writes())::text[]';
  own_visible constant text := format(
    'visibility = ''public'' or jurisdiction = any(%1$s) or ''*'' = any(%1$s) or (visibility = ''shared'' and shared_with && %1$s)', reads);
  own_writable constant text := format('jurisdiction = any(%1$s) or ''*'' = any(%1$s)', writes);
begin
  visible := replace(visible, '{own}', '(' || own_visible || ')');
  if visible = 'unit' then visible := format('jurisdiction = any(%1$s) or ''*'' = any(%1$s)', reads); end if;
  writable := replace(writable, '{own}', '(' || own_writable || ')');
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to qipan_owner using (true) with check (true)', target);
  execute format('create policy app_select on %s for select to qipan_app using (%s)', target, visible);
  execute format('create policy app_insert on %s for insert to qipan_app with check (%s)', target, writable);
  execute format('create policy app_update on %s for update to qipan_app using (%s) with check (%s)', target, own_writable, writable);
  execute format('create policy app_delete on %s for delete to qipan_app using (%s)', target, own_writable);
end $$;
comment on procedure qipan.protect_rows(regclass, text, text) is
  '行级保护. Turns row security on and makes the policies from conditions in which {own} is the rule of every row; visible ''unit'' is for rows that only their unit sees. What the app may do at all is granted table by table.';
revoke all on procedure qipan.protect_rows(regclass, text, text) from public;

create function qipan.utf16_slice(whole text, from_unit integer, to_unit integer) returns text
language plpgsql immutable strict parallel safe as $$
declare
  taken text := '';
  unit integer := 0;
  letter text;
begin
  if from_unit < 0 or to_unit < from_unit then return null; end if;
  if whole !~ E'[\U00010000-\U0010FFFF]' then
    if to_unit > length(whole) then return null; end if;
    return substr(whole, from_unit + 1, to_unit - from_unit);
  end if;
  foreach letter in array regexp_split_to_array(whole, '') loop
    if unit >= to_unit then exit; end if;
    if unit >= from_unit then taken := taken || letter;
    elsif (unit + case when ascii(letter) > 65535 then 2 else 1 end) > from_unit then return null; -- starts inside a pair
    end if;
    unit := unit + case when ascii(letter) > 65535 then 2 else 1 end;
  end loop;
  return case when unit = to_unit then taken end;
end $$;
comment on function qipan.utf16_slice(text, integer, integer) is
  '按 UTF-16 取片. Slice by UTF-16 code units, as JavaScript counts; null when an end lies outside or inside a surrogate pair.';

create function qipan.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'QL006', message = format('Rows of %I are never changed or removed.', tg_table_name);
end $$;
comment on function qipan.refuse_change() is '只增不改. Trigger function of tables that are only added to.';
